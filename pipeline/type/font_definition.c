/* Reading a font set definition. The XSD holds the form; this file resolves the references between
 * files, faces and families, each mistake reported with its line. */
#include "type/font_definition.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "type/type_messages.h"

struct reading {
    struct arena *arena;
    struct finding_list *findings;
    const char *path; /* of the definition */
    const struct font_definition *base;
    struct font_definition *definition;
};

static size_t count_children(const xmlNode *root, const char *name)
{
    size_t count = 0;
    for (const xmlNode *node = xml_child(root, name); node; node = xml_next(node, name))
        count++;
    return count;
}

static void report_reference(struct reading *reading, const xmlNode *node, const char *name,
                             const char *chinese, const char *english)
{
    const struct finding where = {.file = reading->path, .line = xmlGetLineNo(node)};
    finding_report(reading->findings, &MESSAGE_FONT_REFERENCE, &where, name,
                   message_choose(chinese, english), NULL);
}

static void read_files(struct reading *reading, const xmlNode *root, const char *folder)
{
    struct font_definition *definition = reading->definition;
    struct arena *arena = reading->arena;
    definition->files =
        arena_new_array(arena, count_children(root, "file"), sizeof *definition->files);
    for (const xmlNode *node = xml_child(root, "file"); node; node = xml_next(node, "file")) {
        const char *size = xml_attribute(arena, node, "size");
        definition->files[definition->file_count++] =
            (struct font_file){.name = xml_attribute(arena, node, "name"),
                               .folder = arena_copy(arena, folder),
                               .package = xml_attribute(arena, node, "package"),
                               .licence = xml_attribute(arena, node, "licence"),
                               .sha256 = xml_attribute(arena, node, "sha256"),
                               .size = strtoull(size, NULL, 10)};
    }
}

static const struct font_file *file_named(const struct font_definition *definition,
                                          const char *name)
{
    for (size_t i = 0; definition && i < definition->file_count; i++)
        if (strcmp(definition->files[i].name, name) == 0)
            return &definition->files[i];
    return NULL;
}

static const struct font_face_definition *face_named(const struct font_definition *definition,
                                                     const char *name)
{
    for (size_t i = 0; definition && i < definition->face_count; i++)
        if (strcmp(definition->faces[i].name, name) == 0)
            return &definition->faces[i];
    return NULL;
}

static enum font_service service_named(const char *name)
{
    if (name && strcmp(name, "latin") == 0)
        return FONT_SERVES_LATIN;
    if (name && strcmp(name, "digits") == 0)
        return FONT_SERVES_DIGITS;
    return FONT_SERVES_HAN;
}

static int integer_attribute(struct reading *reading, const xmlNode *node, const char *name,
                             int absent)
{
    const char *value = xml_attribute(reading->arena, node, name);
    return value ? (int)strtol(value, NULL, 10) : absent;
}

static bool attribute_is(struct reading *reading, const xmlNode *node, const char *name,
                         const char *wanted)
{
    const char *value = xml_attribute(reading->arena, node, name);
    return value && strcmp(value, wanted) == 0;
}

static void read_faces(struct reading *reading, const xmlNode *root)
{
    struct font_definition *definition = reading->definition;
    definition->faces =
        arena_new_array(reading->arena, count_children(root, "face"), sizeof *definition->faces);
    for (const xmlNode *node = xml_child(root, "face"); node; node = xml_next(node, "face")) {
        const char *name = xml_attribute(reading->arena, node, "file");
        const struct font_file *file = file_named(definition, name);
        if (!file)
            file = file_named(reading->base, name);
        if (!file) {
            report_reference(reading, node, name, "文件", "file");
            continue;
        }
        definition->faces[definition->face_count++] = (struct font_face_definition){
            .name = xml_attribute(reading->arena, node, "name"),
            .file = file,
            .index = (unsigned)integer_attribute(reading, node, "index", 0),
            .service = service_named(xml_attribute(reading->arena, node, "serves")),
            .private_use = attribute_is(reading, node, "private-use", "yes"),
            .ascent = integer_attribute(reading, node, "ascent", 880),
            .descent = integer_attribute(reading, node, "descent", 120),
            .stated = arena_copy(reading->arena, reading->path),
            .line = xmlGetLineNo(node)};
    }
}

static struct font_family read_family(struct reading *reading, const xmlNode *node)
{
    struct font_family family = {.name = xml_attribute(reading->arena, node, "name"),
                                 .aliases = xml_attribute(reading->arena, node, "aliases")};
    family.uses = arena_new_array(reading->arena, count_children(node, "use"), sizeof *family.uses);
    for (const xmlNode *use = xml_child(node, "use"); use; use = xml_next(use, "use")) {
        const char *name = xml_attribute(reading->arena, use, "face");
        const struct font_face_definition *face = face_named(reading->definition, name);
        if (!face)
            face = face_named(reading->base, name);
        if (!face) {
            report_reference(reading, use, name, "字面", "face");
            continue;
        }
        family.uses[family.use_count++] =
            (struct font_use){.face = face,
                              .bold = attribute_is(reading, use, "weight", "bold"),
                              .italic = attribute_is(reading, use, "style", "italic")};
    }
    return family;
}

static void read_families(struct reading *reading, const xmlNode *root)
{
    struct font_definition *definition = reading->definition;
    definition->families = arena_new_array(reading->arena, count_children(root, "family"),
                                           sizeof *definition->families);
    for (const xmlNode *node = xml_child(root, "family"); node; node = xml_next(node, "family"))
        definition->families[definition->family_count++] = read_family(reading, node);
    const xmlNode *last = xml_child(root, "last-resort");
    if (last)
        definition->last_resort = read_family(reading, last);
}

int font_definition_read(const char *path, const char *schema_folder, const char *folder,
                         const struct font_definition *base, struct arena *arena,
                         struct finding_list *findings, struct font_definition *definition)
{
    struct reading reading = {arena, findings, path, base, definition};
    const char *schema = arena_print(arena, "%s/font-set.xsd", schema_folder);
    size_t before = finding_count(findings);
    xmlDoc *document = xml_read_definition(path, schema, findings);
    if (!document)
        return -1;
    *definition = (struct font_definition){0};
    const xmlNode *root = xmlDocGetRootElement(document);
    read_files(&reading, root, folder);
    read_faces(&reading, root);
    read_families(&reading, root);
    xmlFreeDoc(document);
    if (file_digest(path, definition->sha256, NULL) != 0)
        finding_report(findings, &MESSAGE_FONT_MISSING, &(struct finding){.file = path}, path,
                       NULL);
    return finding_count(findings) == before ? 0 : -1;
}
