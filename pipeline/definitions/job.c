/* Jobs: reads every jobs/NAME.xml. That a publication it names exists is checked by batch/, which
 * has both sets. Called and used by batch/. */
#include "definitions/job.h"

#include <string.h>

#include "definitions/definition.h"
#include "definitions/definition_messages.h"
#include "definitions/parameter_declaration.h"

struct job_set {
    struct arena *arena;
    struct job *jobs;
    size_t count;
};

/* --- Stages -------------------------------------------------------------------------------------
 */

static void read_ingest(const struct definition *definition, const xmlNode *node,
                        struct stage *stage)
{
    static const char shipped[] = "shipped:";
    stage->type = STAGE_INGEST;
    stage->path = definition_attribute(definition, node, "path");
    bool is_shipped = strncmp(stage->path, shipped, strlen(shipped)) == 0 &&
                      definition_is_inner_path(stage->path + strlen(shipped));
    if (!is_shipped && strcmp(stage->path, "inbox") != 0)
        definition_mistake(definition, node, &MESSAGE_JOB_INGEST, stage->path, NULL);
}

static void read_gate(const struct definition *definition, const xmlNode *node, struct stage *stage)
{
    int level = finding_level_from_name(definition_attribute(definition, node, "level"));
    const xmlNode *sql = xml_child(node, "sql");
    const char *allow = definition_attribute(definition, node, "allow");
    stage->type = STAGE_GATE;
    stage->id = definition_attribute(definition, node, "id");
    stage->level = level < 0 ? FINDING_ERROR : (enum finding_level)level;
    stage->about_missing = allow && strcmp(allow, "missing") == 0;
    stage->chinese = definition_child_text(definition, node, "message");
    stage->english = definition_child_text(definition, node, "message-en");
    stage->mend_chinese = definition_child_text(definition, node, "mend");
    stage->mend_english = definition_child_text(definition, node, "mend-en");
    stage->sql = definition_sql(definition, sql);
    stage->origin = definition_origin(definition, sql);
    if (!*stage->id)
        definition_mistake(definition, node, &MESSAGE_DEFINITION_TEXT_EMPTY, "id", NULL);
}

/* A stage that makes or issues a publication. */
static void read_publication(const struct definition *definition, const xmlNode *node,
                             enum stage_type type, const struct job *job, struct stage *stage)
{
    const char **with =
        arena_new_array(definition->arena, definition_count(node, "with") + 1, sizeof *with);
    size_t count = 0;
    stage->type = type;
    stage->publication =
        definition_attribute(definition, node, type == STAGE_ISSUE ? "publication" : "name");
    for (const xmlNode *pair = xml_child(node, "with"); pair; pair = xml_next(pair, "with")) {
        const char *name = definition_attribute(definition, pair, "name");
        const char *value = definition_attribute(definition, pair, "value");
        if (!definition_is_sql_name(name))
            definition_mistake(definition, pair, &MESSAGE_DEFINITION_SQL_NAME, name, NULL);
        parameter_declaration_check_pattern(definition, pair, value, job->parameters,
                                            job->parameter_count, false);
        size_t length = strlen(name);
        for (size_t i = 0; i < count; i++)
            if (strncmp(with[i], name, length) == 0 && with[i][length] == '=')
                definition_mistake(definition, pair, &MESSAGE_DEFINITION_DOUBLED, name, NULL);
        with[count++] = arena_print(definition->arena, "%s=%s", name, value);
    }
    stage->with = with;
}

static bool has_gate(const struct stage *stages, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (stages[i].type == STAGE_GATE && strcmp(stages[i].id, id) == 0)
            return true;
    return false;
}

/* Stages in the order they are written; the schema has let only these four through. */
static void read_stages(const struct definition *definition, struct job *job)
{
    const xmlNode *root = definition->root;
    size_t most = definition_count(root, "ingest") + definition_count(root, "gate") +
                  definition_count(root, "issue") + definition_count(root, "publish");
    struct stage *stages = arena_new_array(definition->arena, most + 1, sizeof *stages);
    for (const xmlNode *node = root->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        struct stage stage = {.origin = definition_origin(definition, node)};
        const char *name = (const char *)node->name;
        if (strcmp(name, "ingest") == 0)
            read_ingest(definition, node, &stage);
        else if (strcmp(name, "gate") == 0)
            read_gate(definition, node, &stage);
        else if (strcmp(name, "publish") == 0)
            read_publication(definition, node, STAGE_PUBLISH, job, &stage);
        else if (strcmp(name, "issue") == 0)
            read_publication(definition, node, STAGE_ISSUE, job, &stage);
        else
            continue;
        if (stage.type == STAGE_GATE && has_gate(stages, job->stage_count, stage.id))
            definition_mistake(definition, node, &MESSAGE_DEFINITION_DOUBLED, stage.id, NULL);
        stages[job->stage_count++] = stage;
    }
    job->stages = stages;
}

static void read_job(const struct definition *definition, struct job *job)
{
    job->name = definition->name;
    job->title = definition_child_text(definition, definition->root, "title");
    job->parameters = parameter_declaration_read(definition, &job->parameter_count);
    read_stages(definition, job);
}

/* --- The set ------------------------------------------------------------------------------------
 */

struct job_set *job_set_read(const char *const *folders, const char *definition_schema_folder,
                             struct finding_list *findings)
{
    struct arena *arena = arena_new();
    size_t before = finding_count(findings), count = 0;
    struct definition *definitions = definition_find(folders, NULL, arena, findings, &count);
    struct job_set *set = arena_alloc(arena, sizeof *set);
    *set = (struct job_set){arena, arena_new_array(arena, count + 1, sizeof *set->jobs), count};
    for (size_t i = 0; i < count; i++) {
        if (definition_open(&definitions[i], definition_schema_folder, "job.xsd") == 0)
            read_job(&definitions[i], &set->jobs[i]);
        definition_close(&definitions[i]);
    }
    if (finding_count(findings) == before)
        return set;
    arena_free(arena);
    return NULL;
}

void job_set_free(struct job_set *set)
{
    if (set)
        arena_free(set->arena); /* the set itself is in it */
}

size_t job_set_count(const struct job_set *set)
{
    return set->count;
}

const struct job *job_set_at(const struct job_set *set, size_t index)
{
    return index < set->count ? &set->jobs[index] : NULL;
}

const struct job *job_lookup(const struct job_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->jobs[i].name, name) == 0)
            return &set->jobs[i];
    return NULL;
}
