"""Chance that is always the same, and the invented numbers it makes: identity numbers and credit codes of region 429999,
which GB/T 2260 assigns to no place, with right check digits."""
import datetime
import hashlib


class Chance:
    """Draws that depend on the seed and the names given, on nothing drawn before elsewhere."""

    def __init__(self, *names):
        self.name = "/".join(str(name) for name in names)
        self.count = 0

    def below(self, limit):
        self.count += 1
        digest = hashlib.sha256(f"{self.name}#{self.count}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one_of(self, choices):
        return choices[self.below(len(choices))]

    def day(self, first, last):
        first, last = (datetime.date.fromisoformat(day) for day in (first, last))
        return (first + datetime.timedelta(days=self.below((last - first).days + 1))).isoformat()


def identity_check(digits):
    """GB 11643: ISO 7064 MOD 11-2."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11]


def identity_number(chance, born):
    digits = f"429999{born}{chance.between(1, 12):02}{chance.between(1, 28):02}{chance.between(1, 999):03}"
    return digits + identity_check(digits)


CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code_check(code):
    """GB 32100, 17 characters: weights are the powers of 3 modulo 31."""
    total = sum(CREDIT_CODE_CHARACTERS.index(character) * pow(3, place, 31) for place, character in enumerate(code))
    return CREDIT_CODE_CHARACTERS[-total % 31]


def credit_code(chance):
    body = "MA" + "".join(chance.one_of(CREDIT_CODE_CHARACTERS) for _ in range(6))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = (ord(character) - (48 if character.isdigit() else 55) for character in body)
    inner = (11 - sum(value * weight for value, weight in zip(values, weights)) % 11) % 11  # GB 11714
    code = f"91429999{body}{'X' if inner == 10 else inner}"
    return code + credit_code_check(code)


class Once:
    """Makes something by chance until it is one that has not been made before."""

    def __init__(self):
        self.made = set()

    def __call__(self, make):
        while (thing := make()) in self.made:
            pass
        self.made.add(thing)
        return thing


def years_on(day, years):
    """The same day some years on; 29 February becomes 28 February where there is none."""
    day = datetime.date.fromisoformat(day)
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
