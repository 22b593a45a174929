/* The publisher: what is kept for the life of the process. Called by batch/. */
#include "publish/publisher.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/lasting.h"
#include "publish/edition.h"
#include "store/view_snapshot.h"

/* Part of every input digest. Raise it with each change to this program that changes the bytes of
 * an output from the same rows, stylesheets and fonts: everything is then made anew once. */
static const char format_version[] = "yinfa format 5";

struct publisher *publisher_open(struct workspace *workspace, struct font_set *fonts,
                                 const struct publication_set *publications)
{
    struct publisher *publisher = memory_new(1, sizeof *publisher);
    stylesheet_install();
    publisher->workspace = workspace;
    publisher->store = workspace->store;
    publisher->fonts = fonts;
    publisher->publications = publications;
    publisher->coverage = coverage_new(fonts);
    publisher->lasting = lasting_new(fonts);
    font_set_digest(fonts, publisher->fonts_digest);
    digest_bytes(format_version, strlen(format_version), publisher->program_digest);
    return publisher;
}

int publisher_refresh(struct publisher *publisher)
{
    return view_snapshot_drop(publisher->store);
}

void publisher_close(struct publisher *publisher)
{
    if (!publisher)
        return;
    xmlFreeDoc(publisher->surveyed.tree); /* it shares strings with its stylesheet */
    for (size_t i = 0; i < publisher->stylesheet_count; i++) {
        stylesheet_free(publisher->stylesheets[i]);
        free(publisher->stylesheet_paths[i]);
    }
    lasting_free(publisher->lasting);
    coverage_free(publisher->coverage);
    free(publisher->stylesheets);
    free(publisher->stylesheet_paths);
    free(publisher);
}
