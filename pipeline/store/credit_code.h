/* 统一社会信用代码 (GB 32100-2015): what can be told from the code alone. Used by
 * store_functions.c; the check characters are check_digit.c's. */
#ifndef YINFA_STORE_CREDIT_CODE_H
#define YINFA_STORE_CREDIT_CODE_H

/* The first thing wrong with a code, NULL if there is nothing:
 *   empty        it is the empty text
 *   wide         full-width letters or digits, or spaces, in it
 *   old          15 digits: a registration number of before October 2015 (工商注册号)
 *   small        small letters in it
 *   length       not 18 characters
 *   letter       a character that no code has (I, O, S, V, Z and anything but letters and digits)
 *   kind         characters 1 and 2 name no register or no sort of organisation
 *   region       characters 3 to 8 are not all digits
 *   organization character 17 is not the one that 9 to 16 ask for (GB 11714)
 *   check        character 18 is not the one that 1 to 17 ask for */
const char *credit_code_fault(const char *code);

#endif
