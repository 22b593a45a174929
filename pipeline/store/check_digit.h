/* Check characters of the numbers that China gives to people and to organisations, and of our
 * certificates. Pure
 * functions on NUL-terminated text; used by identity_number.c, credit_code.c and store_functions.c.
 */
#ifndef YINFA_STORE_CHECK_DIGIT_H
#define YINFA_STORE_CHECK_DIGIT_H

/* GB 11643-1999 公民身份号码, ISO 7064 MOD 11-2: the last character ('0'…'9', 'X') that the first
 * 17 digits ask for. `number` is those 17 digits, alone or with any last character of the right
 * form (digit or capital X) after them; '\0' for anything else. */
char check_digit_identity(const char *number);

/* GB 32100-2015 统一社会信用代码: the 18th character that the first 17 ask for; '\0' unless `code`
 * is 17 or 18 characters of the code's set (digits and capitals without I O S V Z). */
char check_digit_credit_code(const char *code);

/* GB 11714 组织机构代码: the 9th character that the first 8 of `code` ask for; '\0' if one of them
 * is neither digit nor capital. Characters 9 to 17 of a credit code are such a code. */
char check_digit_organization(const char *code);

/* Certificates, ISO 7064 MOD 11,10: the digit that the decimal digits of `number` ask for as the
 * next one; other characters are passed over. It finds every single wrong digit and nearly every
 * transposition of neighbours. '\0' if there is no digit. */
char check_digit_certificate(const char *number);

#endif
