/* Measuring beside drawing: a tee gives the pages to the PDF and to the marks. The profile is the
 * file that the stylesheets include too, common/profiles.xml beside the publication's folder.
 * Called by product.c. */
#include "publish/measuring.h"

#include "definitions/profile.h"
#include "ruler/ruler.h"

const struct device *measuring_begin(struct measuring *measuring, const struct device *device)
{
    measuring->marks = marks_open();
    measuring->tee = device ? tee_open(device, marks_as_device(measuring->marks)) : NULL;
    return measuring->tee ? tee_as_device(measuring->tee) : marks_as_device(measuring->marks);
}

void measuring_tell(const struct measuring *measuring, const struct edition *edition,
                    const struct publish_item *item, const char *file, struct arena *arena,
                    struct finding_list *findings)
{
    const struct publish_request *request = edition->request;
    const char *name = parameter_lookup(request->values, "profile");
    struct profile profile;
    const char *path =
        arena_print(arena, "%s/../common/profiles.xml", request->publication->folder);
    if (profile_read(path, NULL, name ? name : profile_national, findings, &profile) != 0)
        return;
    const struct ruler_report *report = ruler_measure(measuring->marks, &profile, arena);
    if (request->measured) {
        request->measured(request->state, item, report);
        return;
    }
    const struct finding where = {
        .kind = request->publication->name, .record = item->key, .file = file};
    ruler_tell(report, &where, findings);
}

void measuring_end(struct measuring *measuring)
{
    if (measuring->tee)
        tee_close(measuring->tee);
    marks_close(measuring->marks);
}
