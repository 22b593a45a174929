/* The manifest is derived from the tables item and output, in the order of paths; it is left alone
 * when it already says the same, so that a run which makes nothing writes nothing. */
#include "batch/published_manifest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"

int published_manifest_write(struct session *session)
{
    struct query *query;
    if (store_query(session->workspace->store, __func__,
                    "SELECT substr(path, 11), sha256, size, item, input_digest, ifnull(date, '')"
                    " FROM output JOIN item ON item.name = output.item"
                    " WHERE path GLOB 'published/*' AND state = 'done' ORDER BY path",
                    &query) != 0)
        return -1;
    struct buffer text = BUFFER_EMPTY;
    buffer_text(&text, "path\tsha256\tsize\titem\tinput_digest\tdate\n");
    int step;
    while ((step = query_step(query)) == 1)
        for (size_t column = 0; column < 6; column++)
            buffer_print(&text, "%s%c", query_text(query, column), column < 5 ? '\t' : '\n');
    query_done(query);

    char *path = workspace_path(session->workspace, "published/manifest.tsv");
    char wanted[DIGEST_HEX_SIZE], present[DIGEST_HEX_SIZE];
    digest_bytes(text.bytes, text.length, wanted);
    bool same = file_digest(path, present, NULL) == 0 && strcmp(wanted, present) == 0;
    int result = step;
    if (result == 0 && !same)
        result = file_write(path, 0644, text.bytes, text.length);
    free(path);
    buffer_free(&text);
    return result;
}
