/* haru_certificates FOLDER COUNT FONTS: COUNT certificates, a PDF each, drawn with libharu alone,
 * for tests/bench.sh: its own fonts, subsetting and compression, words placed by hand, nothing laid
 * out, no database, no PDF/A. It reads no CFF fonts, so Han is LXGW WenKai where yinfa sets Fandol
 * and Noto. The faces are read once and kept from one document to the next, which is the fastest it
 * can do. */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_LENGTH = 4096 };

static const float WIDTH = 841.89F, HEIGHT = 595.28F, MARGIN = 70.87F; /* A4 lying, 25 mm */

static void failed(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    (void)data;
    fprintf(stderr, "libharu: error %04lX, detail %lu\n", (unsigned long)error,
            (unsigned long)detail);
    exit(1);
}

/* The same names as tests/bench/make-cards.sh. */
static void write_name(char *name, size_t size, int number)
{
    static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    static const char *const branches[] = {"子", "丑", "寅", "卯", "辰", "巳",
                                           "午", "未", "申", "酉", "戌", "亥"};
    snprintf(name, size, "样例%s%s", stems[number % 10], branches[number % 12]);
}

/* Runs of Latin digits and of Han in their own faces, as a formatter does. */
static float show(HPDF_Page page, HPDF_Font han, HPDF_Font latin, float size, float x, float y,
                  const char *text)
{
    char run[512];
    while (*text) {
        int ascii = (unsigned char)*text < 0x80;
        size_t length = 0;
        while (text[length] && ((unsigned char)text[length] < 0x80) == ascii &&
               length < sizeof run - 1)
            length++;
        memcpy(run, text, length);
        run[length] = '\0';
        HPDF_Page_SetFontAndSize(page, ascii ? latin : han, size);
        HPDF_Page_BeginText(page);
        HPDF_Page_TextOut(page, x, y, run);
        HPDF_Page_EndText(page);
        x += HPDF_Page_TextWidth(page, run);
        text += length;
    }
    return x;
}

static float width_of(HPDF_Page page, HPDF_Font font, float size, const char *text)
{
    HPDF_Page_SetFontAndSize(page, font, size);
    return HPDF_Page_TextWidth(page, text);
}

static void draw(HPDF_Doc document, HPDF_Font han, HPDF_Font latin, int number)
{
    static const char title[] = "质量经理职业资格证书", body[] = "样例质量协会",
                      day[] = "2024年11月30日";
    char name[64], text[512];
    HPDF_Page page = HPDF_AddPage(document);
    HPDF_Page_SetWidth(page, WIDTH);
    HPDF_Page_SetHeight(page, HEIGHT);
    write_name(name, sizeof name, number);
    show(page, han, latin, 36, (WIDTH - width_of(page, han, 36, title)) / 2, HEIGHT - MARGIN - 36,
         title);
    snprintf(text, sizeof text, "姓名：%s", name);
    show(page, han, latin, 16, MARGIN, HEIGHT - 150, text);
    snprintf(text, sizeof text, "证书编号：2024-429999-%05d", number);
    show(page, han, latin, 16, MARGIN, HEIGHT - 172, text);
    snprintf(text, sizeof text, "经审查、评定，%s同志符合质量经理职业资格条件，特发此证。", name);
    show(page, han, latin, 16, MARGIN + 32, HEIGHT - 194, text);
    show(page, han, latin, 16, WIDTH - MARGIN - width_of(page, han, 16, body), HEIGHT - 246, body);
    show(page, han, latin, 16, WIDTH - MARGIN - width_of(page, han, 16, day), HEIGHT - 268, day);
}

int main(int count, char **arguments)
{
    if (count != 4) {
        fprintf(stderr, "usage: haru_certificates FOLDER COUNT FONTS\n");
        return 2;
    }
    char path[PATH_LENGTH];
    HPDF_Doc document = HPDF_New(failed, NULL);
    if (!document)
        return 1;
    HPDF_UseUTFEncodings(document);
    snprintf(path, sizeof path, "%s/LXGWWenKai-Regular.ttf", arguments[3]);
    const char *han = HPDF_LoadTTFontFromFile(document, path, HPDF_TRUE);
    snprintf(path, sizeof path, "%s/LiberationSerif-Regular.ttf", arguments[3]);
    const char *latin = HPDF_LoadTTFontFromFile(document, path, HPDF_TRUE);
    for (int number = 1; number <= atoi(arguments[2]); number++) {
        if (number > 1)
            HPDF_NewDoc(document);
        HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
        draw(document, HPDF_GetFont(document, han, "UTF-8"), HPDF_GetFont(document, latin, "UTF-8"),
             number);
        snprintf(path, sizeof path, "%s/certificate-%05d.pdf", arguments[1], number);
        HPDF_SaveToFile(document, path);
        HPDF_FreeDoc(document);
    }
    HPDF_Free(document);
    return 0;
}
