/* The spelling of names. A word is read into syllables in all ways at once: ways[i] has a bit for
 * each number of syllables that its first i letters may be, so that no backtracking is needed
 * (Xian is one, Xi'an two, fangan fan-gan and never fang-an, which wants an apostrophe). Called by
 * store_functions.c and pinyin_reading.c. */
#include "store/pinyin_spelling.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/person_name.h"

/* Twenty syllables of six letters with their marks; more is no name. */
enum { LETTERS = 160, LONGEST_SYLLABLE = 6 };

static const uint64_t many_syllables = UINT64_C(1) << 63;

/* A spelling letter by letter: small letters, v for ü, space, apostrophe, hyphen, a full stop for
 * the · of a minority name. */
struct spelling {
    char letters[LETTERS];
    bool capital[LETTERS];
    size_t length;
};

/* A part of a spelling. */
struct part {
    const char *letters;
    size_t length;
};

/* --- Syllables ---------------------------------------------------------------------------------
 */

/* Those of Hanyu Pinyin without tones, v for ü, with lyu, nyu, lue, nue beside lv, nv, lve, nve. In
 * order. */
static const char syllables[][LONGEST_SYLLABLE + 1] = {
    "a",      "ai",    "an",    "ang",   "ao",     "ba",    "bai",    "ban",   "bang",  "bao",
    "bei",    "ben",   "beng",  "bi",    "bian",   "biao",  "bie",    "bin",   "bing",  "bo",
    "bu",     "ca",    "cai",   "can",   "cang",   "cao",   "ce",     "cen",   "ceng",  "cha",
    "chai",   "chan",  "chang", "chao",  "che",    "chen",  "cheng",  "chi",   "chong", "chou",
    "chu",    "chua",  "chuai", "chuan", "chuang", "chui",  "chun",   "chuo",  "ci",    "cong",
    "cou",    "cu",    "cuan",  "cui",   "cun",    "cuo",   "da",     "dai",   "dan",   "dang",
    "dao",    "de",    "dei",   "den",   "deng",   "di",    "dia",    "dian",  "diao",  "die",
    "ding",   "diu",   "dong",  "dou",   "du",     "duan",  "dui",    "dun",   "duo",   "e",
    "ei",     "en",    "eng",   "er",    "fa",     "fan",   "fang",   "fei",   "fen",   "feng",
    "fo",     "fou",   "fu",    "ga",    "gai",    "gan",   "gang",   "gao",   "ge",    "gei",
    "gen",    "geng",  "gong",  "gou",   "gu",     "gua",   "guai",   "guan",  "guang", "gui",
    "gun",    "guo",   "ha",    "hai",   "han",    "hang",  "hao",    "he",    "hei",   "hen",
    "heng",   "hong",  "hou",   "hu",    "hua",    "huai",  "huan",   "huang", "hui",   "hun",
    "huo",    "ji",    "jia",   "jian",  "jiang",  "jiao",  "jie",    "jin",   "jing",  "jiong",
    "jiu",    "ju",    "juan",  "jue",   "jun",    "ka",    "kai",    "kan",   "kang",  "kao",
    "ke",     "kei",   "ken",   "keng",  "kong",   "kou",   "ku",     "kua",   "kuai",  "kuan",
    "kuang",  "kui",   "kun",   "kuo",   "la",     "lai",   "lan",    "lang",  "lao",   "le",
    "lei",    "leng",  "li",    "lia",   "lian",   "liang", "liao",   "lie",   "lin",   "ling",
    "liu",    "lo",    "long",  "lou",   "lu",     "luan",  "lue",    "lun",   "luo",   "lv",
    "lve",    "lyu",   "ma",    "mai",   "man",    "mang",  "mao",    "me",    "mei",   "men",
    "meng",   "mi",    "mian",  "miao",  "mie",    "min",   "ming",   "miu",   "mo",    "mou",
    "mu",     "na",    "nai",   "nan",   "nang",   "nao",   "ne",     "nei",   "nen",   "neng",
    "ni",     "nia",   "nian",  "niang", "niao",   "nie",   "nin",    "ning",  "niu",   "nong",
    "nou",    "nu",    "nuan",  "nue",   "nun",    "nuo",   "nv",     "nve",   "nyu",   "o",
    "ou",     "pa",    "pai",   "pan",   "pang",   "pao",   "pei",    "pen",   "peng",  "pi",
    "pian",   "piao",  "pie",   "pin",   "ping",   "po",    "pou",    "pu",    "qi",    "qia",
    "qian",   "qiang", "qiao",  "qie",   "qin",    "qing",  "qiong",  "qiu",   "qu",    "quan",
    "que",    "qun",   "ran",   "rang",  "rao",    "re",    "ren",    "reng",  "ri",    "rong",
    "rou",    "ru",    "rua",   "ruan",  "rui",    "run",   "ruo",    "sa",    "sai",   "san",
    "sang",   "sao",   "se",    "sen",   "seng",   "sha",   "shai",   "shan",  "shang", "shao",
    "she",    "shei",  "shen",  "sheng", "shi",    "shou",  "shu",    "shua",  "shuai", "shuan",
    "shuang", "shui",  "shun",  "shuo",  "si",     "song",  "sou",    "su",    "suan",  "sui",
    "sun",    "suo",   "ta",    "tai",   "tan",    "tang",  "tao",    "te",    "tei",   "teng",
    "ti",     "tian",  "tiao",  "tie",   "ting",   "tong",  "tou",    "tu",    "tuan",  "tui",
    "tun",    "tuo",   "wa",    "wai",   "wan",    "wang",  "wei",    "wen",   "weng",  "wo",
    "wu",     "xi",    "xia",   "xian",  "xiang",  "xiao",  "xie",    "xin",   "xing",  "xiong",
    "xiu",    "xu",    "xuan",  "xue",   "xun",    "ya",    "yai",    "yan",   "yang",  "yao",
    "ye",     "yi",    "yin",   "ying",  "yo",     "yong",  "you",    "yu",    "yuan",  "yue",
    "yun",    "za",    "zai",   "zan",   "zang",   "zao",   "ze",     "zei",   "zen",   "zeng",
    "zha",    "zhai",  "zhan",  "zhang", "zhao",   "zhe",   "zhei",   "zhen",  "zheng", "zhi",
    "zhong",  "zhou",  "zhu",   "zhua",  "zhuai",  "zhuan", "zhuang", "zhui",  "zhun",  "zhuo",
    "zi",     "zong",  "zou",   "zu",    "zuan",   "zui",   "zun",    "zuo",
};

static int compare_syllables(const void *one, const void *other)
{
    return strcmp(one, other);
}

static bool is_syllable(const char *letters, size_t length)
{
    char wanted[LONGEST_SYLLABLE + 1] = "";
    if (length > LONGEST_SYLLABLE)
        return false;
    memcpy(wanted, letters, length);
    return bsearch(wanted, syllables, sizeof syllables / sizeof *syllables, sizeof *syllables,
                   compare_syllables) != NULL;
}

static bool wants_apostrophe(char letter)
{
    return letter == 'a' || letter == 'o' || letter == 'e';
}

/* Bit n: the part may be n syllables, 63 for more. `strict`: apostrophes are where they must be,
 * and only there; otherwise they may be or not. */
static uint64_t syllable_counts(struct part part, bool strict)
{
    uint64_t ways[LETTERS + 1] = {1};
    for (size_t i = 0; i < part.length; i++) {
        bool marked = i > 0 && part.letters[i] == '\'';
        size_t at = marked ? i + 1 : i;
        if (!ways[i] || at >= part.length)
            continue;
        if (strict && i > 0 && wants_apostrophe(part.letters[at]) != marked)
            continue;
        for (size_t size = 1; size <= LONGEST_SYLLABLE && at + size <= part.length; size++)
            if (is_syllable(part.letters + at, size))
                ways[at + size] |= ways[i] << 1 | (ways[i] & many_syllables);
    }
    return ways[part.length];
}

static bool may_be(uint64_t counts, size_t syllable_count)
{
    return syllable_count < 63 && (counts >> syllable_count & 1) != 0;
}

/* --- Names -------------------------------------------------------------------------------------
 */

bool pinyin_is_chinese(const char *name, size_t *count)
{
    size_t length = strlen(name), found = 0;
    for (size_t at = 0; at < length; found++) {
        uint32_t code;
        at += utf8_decode(name + at, length - at, &code);
        if (!person_name_is_chinese(code))
            return false;
    }
    *count = found;
    return found > 0 && found <= PERSON_NAME;
}

/* Whether the name begins with a surname of two characters. */
static bool begins_with_compound(const char *name)
{
    static const char *const compounds[] = {
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯",
        "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠",
        "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车",
        "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁",
        "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生",
        "公户", "公玉", "梁丘", "左丘", "东门", "西门", "第五", "完颜", "纳兰", "叶赫", "那拉"};
    for (size_t i = 0; i < sizeof compounds / sizeof *compounds; i++)
        if (strncmp(name, compounds[i], strlen(compounds[i])) == 0)
            return true;
    return false;
}

/* --- Reading a spelling ------------------------------------------------------------------------
 */

static bool is_among(uint32_t code, const char *characters)
{
    char encoded[5] = "";
    utf8_encode(code, encoded);
    return strstr(characters, encoded) != NULL;
}

/* What a code point that no spelling has is. */
static const char *fault_of(uint32_t code)
{
    if (is_among(code, "0123456789āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ") ||
        (code >= 0x300 && code <= 0x30C))
        return "tone";
    if (is_among(code, "’‘`´′"))
        return "apostrophe";
    if (code >= 0x2010 && code <= 0x2015)
        return "hyphen";
    return code >= 0x2E80 || code == 0xA0 ? "wide" : "letter";
}

/* Reads a spelling; what is wrong with its signs, NULL if nothing is. */
static const char *read_spelling(const char *pinyin, struct spelling *spelling)
{
    size_t length = strlen(pinyin);
    *spelling = (struct spelling){.length = 0};
    for (size_t at = 0; at < length;) {
        uint32_t code;
        at += utf8_decode(pinyin + at, length - at, &code);
        bool capital = (code >= 'A' && code <= 'Z') || code == 0xDC;
        if (code == 0xDC || code == 0xFC)
            code = 'v';
        else if (capital)
            code += 'a' - 'A';
        else if (code == 0xB7)
            code = '.';
        else if (code == '.')
            return "letter";
        if (!(code >= 'a' && code <= 'z') && !is_among(code, " '-."))
            return fault_of(code);
        if (spelling->length == LETTERS)
            return "count";
        spelling->capital[spelling->length] = capital;
        spelling->letters[spelling->length++] = (char)code;
    }
    return spelling->length ? NULL : "empty";
}

static bool begins_word(const struct spelling *spelling, size_t at)
{
    return at == 0 || memchr(" -.", spelling->letters[at - 1], 3);
}

static bool is_letter(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

/* The first letter of each word is a capital; `only`: and no other. */
static bool capitals_are_right(const struct spelling *spelling, bool only)
{
    for (size_t i = 0; i < spelling->length; i++)
        if (is_letter(spelling->letters[i]) && spelling->capital[i] != begins_word(spelling, i) &&
            (only || !spelling->capital[i]))
            return false;
    return true;
}

/* --- Judging -----------------------------------------------------------------------------------
 */

/* Surnames and given name. */
struct name_parts {
    struct part surname, second, given; /* length 0: none */
};

static struct part part_between(const struct spelling *spelling, size_t from, size_t to)
{
    return (struct part){spelling->letters + from, to - from};
}

static size_t place_of(const struct spelling *spelling, size_t from, char sign)
{
    const char *found = memchr(spelling->letters + from, sign, spelling->length - from);
    return found ? (size_t)(found - spelling->letters) : spelling->length;
}

/* Takes a spelling apart at its space and hyphen; what is wrong with them, NULL if nothing is. */
static const char *take_apart(const struct spelling *spelling, size_t characters,
                              struct name_parts *parts)
{
    size_t end = spelling->length, space = place_of(spelling, 0, ' '),
           hyphen = place_of(spelling, 0, '-');
    *parts = (struct name_parts){.surname = part_between(spelling, 0, space)};
    if (characters == 1)
        return space < end ? "space" : hyphen < end ? "hyphen" : NULL;
    if (space == 0 || space + 1 >= end || place_of(spelling, space + 1, ' ') < end)
        return "space";
    parts->given = part_between(spelling, space + 1, end);
    if (hyphen == end)
        return NULL;
    if (hyphen == 0 || hyphen + 1 >= space || place_of(spelling, hyphen + 1, '-') < end)
        return "hyphen";
    parts->surname = part_between(spelling, 0, hyphen);
    parts->second = part_between(spelling, hyphen + 1, space);
    return NULL;
}

/* The least number of characters that the surnames may have, 0 if the syllables are not as many as
 * the characters. A surname has one or two. */
static size_t surname_characters(const struct name_parts *parts, size_t characters, bool strict)
{
    uint64_t first = syllable_counts(parts->surname, strict),
             second = parts->second.length ? syllable_counts(parts->second, strict) : 1,
             given = parts->given.length ? syllable_counts(parts->given, strict) : 1;
    size_t most = parts->second.length ? 4 : 2;
    for (size_t count = 1; count <= most && count <= characters; count++)
        for (size_t one = 1; one <= 2 && one <= count; one++)
            if (count - one <= 2 && may_be(first, one) && may_be(second, count - one) &&
                may_be(given, characters - count))
                return count;
    return 0;
}

static const char *syllables_fault(const struct name_parts *parts, size_t characters)
{
    if (surname_characters(parts, characters, false))
        return "apostrophe";
    bool readable = syllable_counts(parts->surname, false) &&
                    (!parts->second.length || syllable_counts(parts->second, false)) &&
                    (!parts->given.length || syllable_counts(parts->given, false));
    return readable ? "count" : "syllable";
}

const char *pinyin_fault(const char *pinyin, const char *name)
{
    struct spelling spelling;
    struct name_parts parts;
    size_t characters;
    const char *fault = read_spelling(pinyin, &spelling);
    if (fault)
        return fault;
    if (!pinyin_is_chinese(name, &characters))
        return capitals_are_right(&spelling, false) ? NULL : "capital";
    if (place_of(&spelling, 0, '.') < spelling.length)
        return "letter";
    fault = take_apart(&spelling, characters, &parts);
    if (fault)
        return fault;
    size_t surname = surname_characters(&parts, characters, true);
    if (!surname)
        return syllables_fault(&parts, characters);
    if (surname == 2 && parts.second.length > 0 && begins_with_compound(name))
        return "hyphen";
    if (surname == 2 && !parts.second.length && !begins_with_compound(name))
        return "surname";
    return capitals_are_right(&spelling, true) ? NULL : "capital";
}

/* --- Comparing and writing ---------------------------------------------------------------------
 */

/* Leaves what is read: letters alone, all ways to write ü as u. */
static void fold(struct spelling *spelling)
{
    size_t kept = 0;
    for (size_t i = 0; i < spelling->length; i++) {
        char letter = spelling->letters[i];
        char before = kept ? spelling->letters[kept - 1] : ' ';
        bool yu = letter == 'y' && i + 1 < spelling->length && spelling->letters[i + 1] == 'u' &&
                  (before == 'l' || before == 'n') && i > 0 && is_letter(spelling->letters[i - 1]);
        if (is_letter(letter) && !yu)
            spelling->letters[kept++] = letter == 'v' ? 'u' : letter;
    }
    spelling->length = kept;
}

bool pinyin_same(const char *one, const char *other)
{
    struct spelling first, second;
    if (read_spelling(one, &first) || read_spelling(other, &second))
        return false;
    fold(&first);
    fold(&second);
    return first.length == second.length &&
           memcmp(first.letters, second.letters, first.length) == 0;
}

/* Appends one syllable; it begins a word or follows another in it. */
static void write_syllable(struct buffer *out, const char *letters, size_t length, bool begins)
{
    if (!begins && wants_apostrophe(letters[0]))
        buffer_byte(out, '\'');
    for (size_t i = 0; i < length; i++) {
        bool capital = begins && i == 0;
        if (letters[i] == 'v')
            buffer_text(out, capital ? "Ü" : "ü");
        else
            buffer_byte(out, (char)(letters[i] - (capital ? 'a' - 'A' : 0)));
    }
}

/* What parts the syllable `nth` from the one before: a space before the given name, a hyphen before
 * a second surname. */
static const char *parting(size_t nth, size_t characters, bool compound)
{
    size_t surname = compound && characters > 2 ? 2 : 1;
    if (surname == 1 && characters == 4)
        return nth == 1 ? "-" : nth == 2 ? " " : "";
    return nth == surname ? " " : "";
}

bool pinyin_spell(struct buffer *out, const char *readings, const char *name)
{
    struct spelling spelling;
    size_t characters, nth = 0;
    if (read_spelling(readings, &spelling) || !pinyin_is_chinese(name, &characters))
        return false;
    struct buffer spelled = BUFFER_EMPTY;
    bool good = true;
    for (size_t at = 0; at <= spelling.length && good; nth++) {
        size_t end = place_of(&spelling, at, ' ');
        good = nth < characters && is_syllable(spelling.letters + at, end - at);
        const char *parted = parting(nth, characters, begins_with_compound(name));
        buffer_text(&spelled, parted);
        if (good)
            write_syllable(&spelled, spelling.letters + at, end - at, nth == 0 || *parted);
        at = end + 1;
    }
    good = good && nth == characters;
    if (good)
        buffer_append(out, spelled.bytes, spelled.length);
    buffer_free(&spelled);
    return good;
}
