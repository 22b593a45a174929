/* Credit codes: the coarsest mistake is named first, so that nobody is told of a check character
 * where half of the code is missing. The two check characters guard each other: where the inner one
 * is right, a mistake lies outside of characters 9 to 17. */
#include "store/credit_code.h"

#include <string.h>

#include "base/utf8.h"
#include "store/check_digit.h"

enum { CODE = 18, REGION = 2, REGION_LENGTH = 6, ORGANIZATION = 8, OLD_NUMBER = 15 };

static const char digits[] = "0123456789";

const char *credit_code_fault(const char *code)
{
    size_t length = strlen(code);
    if (length == 0)
        return "empty";
    if (utf8_has_wide(code, length))
        return "wide";
    if (length == OLD_NUMBER && strspn(code, digits) == length)
        return "old";
    if (strpbrk(code, "abcdefghijklmnopqrstuvwxyz"))
        return "small";
    if (utf8_count(code, length) != CODE)
        return "length";
    char last = check_digit_credit_code(code);
    if (!last)
        return "letter";
    if (!strchr("123456789ANY", code[0]) || !strchr("123459", code[1]))
        return "kind";
    if (strspn(code + REGION, digits) < REGION_LENGTH)
        return "region";
    if (check_digit_organization(code + ORGANIZATION) != code[CODE - 2])
        return "organization";
    return last == code[CODE - 1] ? NULL : "check";
}
