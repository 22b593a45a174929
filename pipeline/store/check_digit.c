/* Check characters, as the standards' tables give them. The weights of GB 11643 are 2^(18-i) mod
 * 11, those of GB 32100 3^(i-1) mod 31; both stand here as numbers, to be compared with the
 * standards. */
#include "store/check_digit.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

char check_digit_identity(const char *number)
{
    static const int weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < 17; i++) {
        if (number[i] < '0' || number[i] > '9')
            return '\0';
        sum += (number[i] - '0') * weights[i];
    }
    const char *last = number + 17;
    bool formed = !*last || (((*last >= '0' && *last <= '9') || *last == 'X') && !last[1]);
    return formed ? "10X98765432"[sum % 11] : '\0';
}

static const char credit_code_set[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* A character's place in the set, -1 if it has none (the closing NUL too). */
static int credit_code_value(char character)
{
    const char *found = character ? strchr(credit_code_set, character) : NULL;
    return found ? (int)(found - credit_code_set) : -1;
}

char check_digit_credit_code(const char *code)
{
    static const int weights[17] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (size_t i = 0; i < 17; i++) {
        int value = credit_code_value(code[i]);
        if (value < 0)
            return '\0';
        sum += value * weights[i];
    }
    if (code[17] && (credit_code_value(code[17]) < 0 || code[18]))
        return '\0';
    return credit_code_set[(31 - sum % 31) % 31];
}

char check_digit_organization(const char *code)
{
    static const int weights[8] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < 8; i++) {
        int value;
        if (code[i] >= '0' && code[i] <= '9')
            value = code[i] - '0';
        else if (code[i] >= 'A' && code[i] <= 'Z')
            value = code[i] - 'A' + 10;
        else
            return '\0';
        sum += value * weights[i];
    }
    return "0X987654321"[sum % 11]; /* 11 - remainder, with 10 written X and 11 written 0 */
}

char check_digit_certificate(const char *number)
{
    int product = 10; /* ISO 7064 clause 9, hybrid system with modulus 10 */
    bool any = false;
    for (; *number; number++) {
        if (*number < '0' || *number > '9')
            continue;
        int sum = (product + *number - '0') % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
        any = true;
    }
    return any ? (char)('0' + (11 - product) % 10) : '\0';
}
