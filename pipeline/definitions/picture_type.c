/* Names of picture types. Called by kind_attachment.c, intake/ and publish/images.c. */
#include "definitions/picture_type.h"

const char *picture_type_name(enum picture_type type)
{
    static const char *const names[PICTURE_TYPES] = {"png", "jpeg", "svg"};
    return names[type];
}
