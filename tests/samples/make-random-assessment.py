#!/usr/bin/env python3
"""Writes two years of an assessment whose figures nobody chose: make-random-assessment.py SEED FOLDER.

For the property test tests/end-to-end/assessment-random.sh: whatever the cities send, every figure that is published
must be what the files say. Seeds 1 to 5 are the extremes: all send all and reach everything; nobody sends anything;
all send and nobody reaches anything; one city sends; each city lacks something else. All others lie between:
classes without an enterprise, no platforms, any share, any return missing.
"""
import pathlib
import shutil
import sys

from assessment.chance import Chance
from assessment.cities import CITIES
from assessment.enterprises import Province
from assessment.returns import sent, write_cqo_return, write_methods_return, write_policy_return
from assessment.scheme import write_scheme

ALL, NOTHING, NONE_REACHED, ONE_SENDS, EACH_LACKS = range(1, 6)
KINDS = ("cqo-return", "methods-return", "policy-return", "enrolment")
TARGETS = pathlib.Path(__file__).parents[2] / "samples/targets-2024"


def share(chance, seed, most):
    """A part and its whole; the whole may be 0."""
    if seed == ALL:
        return most, most
    whole = most if seed == NONE_REACHED else chance.one_of([0, 1, 2, 3, most, most, most])
    return (0 if seed == NONE_REACHED else chance.between(0, whole)), whole


def any_city(city, seed):
    chance = Chance("any", seed, city.code)
    bare = {ALL: lambda count: 0, NONE_REACHED: lambda count: count}.get(seed, lambda count: chance.between(0, count))
    large, small = chance.between(1, 9), chance.between(1, 9)
    if seed not in (ALL, NONE_REACHED):
        large, small = chance.one_of([0, large]), chance.one_of([0, 0, small, small])
    holders = chance.between(0, min(large, 4))
    holders_bare = bare(holders)
    return city._replace(large=large, small=small, holders=holders, holders_bare=holders_bare,
                         large_bare=holders_bare + bare(large - holders), small_bare=bare(small),
                         managers=share(chance, seed, 900), shop_floor=share(chance, seed, 12000),
                         quality_staff=share(chance, seed, 2500), platforms=share(chance, seed, 7),
                         policies={ALL: 2, NONE_REACHED: 0}.get(seed, chance.between(0, 3)))


def sends(seed, year, place, kind):
    if seed in (ALL, NONE_REACHED):
        return True
    if seed == NOTHING or seed == ONE_SENDS:
        return seed == ONE_SENDS and place == 4
    if seed == EACH_LACKS:
        return KINDS.index(kind) != place % len(KINDS)
    return Chance("sends", seed, year, place, kind).below(8) > 0


def main():
    seed, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    cities = [any_city(city, seed) for city in CITIES]
    province = Province(f"random-{seed}", cities=cities)
    for year in (2023, 2024):
        write_scheme(year, folder)
        for place, city in enumerate(cities):
            enterprises = [one for one in province.enterprises[city.code] if year == 2024 or one["in_2023"]]
            if sends(seed, year, place, "cqo-return"):
                write_cqo_return(folder / f"cqo-return-{year}-{city.code}.xml", year, city, enterprises, sent(year, city, "cqo-return"))
            if sends(seed, year, place, "methods-return"):
                write_methods_return(folder / f"methods-return-{year}-{city.code}.xml", year, city, city.large,
                                     sent(year, city, "methods-return"))
            if sends(seed, year, place, "policy-return"):
                write_policy_return(folder, year, city, sent(year, city, "policy-return"))
    shutil.copy(TARGETS / "00-regions-samples.xml", folder)
    shutil.copy(TARGETS / "target-plan-2024.xml", folder)
    for place, city in enumerate(cities):
        enrolment = TARGETS / f"enrolment-{city.code}.xml"
        if enrolment.exists() and sends(seed, 2024, place, "enrolment"):
            shutil.copy(enrolment, folder)


if __name__ == "__main__":
    main()
