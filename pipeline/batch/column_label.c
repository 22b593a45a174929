/* Labels come from the schemas, through the kinds. Called where the ledger's rows are told: issue.c
 * and explain_certificate.c. */
#include "batch/column_label.h"

#include "base/message.h"

/* Kinds build on one another without circles (kind.rank). */
static const char *label_in(const struct kind_set *kinds, const struct kind *kind,
                            const char *column)
{
    if (!kind || !kind->sender_path)
        return NULL;
    const struct kind_column *found = kind_column_lookup(kind, column, NULL);
    const char *label = found ? found->label : NULL;
    for (size_t i = 0; i < kind->after_count && !label; i++)
        label = label_in(kinds, kind_lookup(kinds, kind->after[i]), column);
    return label;
}

const char *column_label(struct session *session, const char *kind, const char *column)
{
    if (!kind || message_language() == LANGUAGE_ENGLISH || session_need_kinds(session) != 0)
        return column;
    const char *label = label_in(session->kinds, kind_lookup(session->kinds, kind), column);
    return label ? label : column;
}
