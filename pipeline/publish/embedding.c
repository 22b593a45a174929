/* Embedding: a walk over the result tree without recursion, and base64. The bytes come from the
 * archive by digest, so the row that holds the digest covers them. What a browser shows in <img>
 * runs no scripts and fetches nothing, an SVG neither. Called by product.c. */
#include "publish/embedding.h"

#include <openssl/evp.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xml.h"
#include "publish/publish_messages.h"

/* Bytes encoded at a time: a multiple of three, so that only the last piece is padded. */
enum { PIECE = 3 * 1024 };

static const char *media_type(const unsigned char *bytes, size_t length)
{
    if (length > 1 && bytes[0] == 0x89 && bytes[1] == 'P')
        return "image/png";
    if (length > 1 && bytes[0] == 0xFF && bytes[1] == 0xD8)
        return "image/jpeg";
    return "image/svg+xml";
}

static void append_data_url(struct buffer *url, const unsigned char *bytes, size_t length)
{
    unsigned char encoded[PIECE / 3 * 4 + 1]; /* and the NUL that EVP_EncodeBlock writes */
    buffer_print(url, "data:%s;base64,", media_type(bytes, length));
    for (size_t at = 0; at < length; at += PIECE) {
        size_t piece = length - at < PIECE ? length - at : PIECE;
        int written = EVP_EncodeBlock(encoded, bytes + at, (int)piece);
        buffer_append(url, (const char *)encoded, (size_t)written);
    }
}

static void embed(struct images *images, xmlNode *element, const char *file,
                  const struct stylesheet_where *where)
{
    xmlChar *source = xmlGetNoNsProp(element, BAD_CAST "src");
    if (source && strncmp((const char *)source, "archive:", 8) == 0) {
        const void *bytes;
        size_t length;
        const char *digest;
        struct buffer url = BUFFER_EMPTY;
        if (images_fetch(images, (const char *)source, &bytes, &length, &digest) == 0) {
            append_data_url(&url, bytes, length);
            xmlSetProp(element, BAD_CAST "src", BAD_CAST buffer_string(&url));
        } else {
            finding_report(
                where->findings, &MESSAGE_PICTURE_MISSING,
                &(struct finding){.kind = where->kind, .record = where->record, .file = file},
                (const char *)source, NULL);
        }
        buffer_free(&url);
    }
    xmlFree(source);
}

void embedding_resolve(struct images *images, xmlDoc *result, const char *file,
                       const struct stylesheet_where *where)
{
    xmlNode *root = xmlDocGetRootElement(result);
    for (xmlNode *node = root; node; node = xml_following(node, root))
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "img") == 0)
            embed(images, node, file, where);
}
