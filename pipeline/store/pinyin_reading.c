/* Readings of names: see pinyin_reading.h. Called by store_functions.c. */
#include "store/pinyin_reading.h"

#include <stdlib.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/memory.h"
#include "store/person_name.h"
#include "store/pinyin_spelling.h"

/* Six letters and a space for each character, with room for what it is not given in letters. */
enum { READING = PERSON_NAME * 16 };

struct pinyin_reader {
    UTransliterator *transliterator; /* NULL: not yet, or it cannot be opened */
    bool opened;
};

struct pinyin_reader *pinyin_reader_new(void)
{
    return memory_new(1, sizeof(struct pinyin_reader));
}

void pinyin_reader_free(struct pinyin_reader *reader)
{
    if (reader && reader->transliterator)
        utrans_close(reader->transliterator);
    free(reader);
}

/* Readings, then off with the tones; the dots of ü stay. */
static UTransliterator *open(struct pinyin_reader *reader)
{
    static const UChar steps[] =
        u"Han-Latin/Names; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC";
    UErrorCode status = U_ZERO_ERROR;
    if (!reader->opened)
        reader->transliterator = utrans_openU(steps, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    reader->opened = true;
    return reader->transliterator;
}

/* Beyond the basic plane (four bytes each) the data often has another character's reading: 𬱖,
 * wei, is given as di. */
static bool has_rare(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name >= 0xF0)
            return true;
    return false;
}

bool pinyin_suggest(struct pinyin_reader *reader, struct buffer *out, const char *name)
{
    size_t characters;
    UChar text[READING];
    char readings[READING * 3];
    int32_t length, limit;
    UErrorCode status = U_ZERO_ERROR;
    if (!pinyin_is_chinese(name, &characters) || has_rare(name) || !open(reader))
        return false;
    u_strFromUTF8(text, READING, &length, name, -1, &status);
    limit = length;
    utrans_transUChars(reader->transliterator, text, &length, READING, 0, &limit, &status);
    u_strToUTF8(readings, sizeof readings, NULL, text, length, &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING &&
           pinyin_spell(out, readings, name);
}
