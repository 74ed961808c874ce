"""Find out the sex of first names that the Names Corpus has in both of its lists, by who is called he and who she.

    python -m training.first_names ../shared/corpora extract/english/data/common_names.txt

Reads the train articles of newswire and PolNeAR and the paragraphs of GAP development: the first pronoun behind a full
name, before any other full name, is that person's as a rule. A person is of the sex of most of their pronouns; members of
Congress and presidents are of the sex that their record gives. A name that at least ``PERSONS`` persons bear is of the sex
that at least ``SHARE`` of them have. The output depends on the input only.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

PERSONS, SHARE = 3, 0.8
MOST = 0.7
"""Share of somebody's pronouns that are of one sex."""
BEHIND = 150
"""Characters behind a full name in which its pronoun is looked for."""
FULL_NAME = re.compile(r"\b([A-Z][a-z]+)(?: [A-Z]\.)? ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b")
PRONOUN = re.compile(r"\b(?:(he|his|him|himself)|(?:she|hers?|herself))\b", re.IGNORECASE)
SEXES = {"F": "female", "M": "male"}
HEADER = """\
# Sexes of common first names that the Names Corpus (given_names.txt) has in both of its lists, by the pronouns of those
# who bear them in newswire, politics news and GAP, and by the records of members of Congress (CC0); made by
# training/first_names.py.
"""

Persons = dict[str, dict[str, Counter[str]]]
"""Pronouns of each sex by family name, by first name."""


def main(corpora: Path, target: Path) -> None:
    """Write the names of each sex."""
    persons: Persons = defaultdict(lambda: defaultdict(Counter))
    names = names_of_both(corpora / "gazetteers/nltk/names")
    for text in texts(corpora):
        count(text, names, persons)
    for first, last, sex in members(corpora / "gazetteers/us-congress/people.jsonl.gz"):
        if first in names:
            persons[first][last] = Counter((sex,))
    found = {name: sex_of(persons[name]) for name in sorted(names)}
    lines = [
        f"[{sex}]\n{' '.join(name for name, known in found.items() if known == sex)}\n"
        for sex in SEXES.values()
    ]
    target.write_text(HEADER + "".join(lines), encoding="utf8")


def names_of_both(folder: Path) -> set[str]:
    """First names (lower-cased) that both lists of the Names Corpus have."""
    female, male = (
        {line.strip().lower() for line in (folder / f"{sex}.txt").read_text(encoding="utf8").splitlines()}
        for sex in SEXES.values()
    )
    return (female & male) - {""}


def texts(corpora: Path) -> Iterator[str]:
    """The texts that are counted in."""
    for name in ("en-worldwide-newswire", "polnear"):
        with gzip.open(corpora / name / "train.jsonl.gz", "rt", encoding="utf8") as file:
            yield from (json.loads(line)["text"] for line in file)
    with gzip.open(corpora / "gap/gap-development.tsv.gz", "rt", encoding="utf8") as file:
        yield from (line.split("\t")[1] for line in file)


def members(path: Path) -> Iterator[tuple[str, str, str]]:
    """First name (lower-cased), family name and sex of the people of a gazetteer."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            row = json.loads(line)
            if row["gender"] in SEXES:
                yield row["first"].lower(), row["last"], SEXES[row["gender"]]


def count(text: str, names: set[str], persons: Persons) -> None:
    """Count the pronoun behind each full name of a text whose first name is one of ``names``."""
    for match in FULL_NAME.finditer(text):
        first, last = match[1].lower(), match[2]
        if first not in names:
            continue
        behind = text[match.end() : match.end() + BEHIND].partition("\n")[0]
        pronoun, other = PRONOUN.search(behind), FULL_NAME.search(behind)
        if pronoun and not (other and other.start() < pronoun.start()):
            persons[first][last]["male" if pronoun[1] else "female"] += 1


def sex_of(bearers: dict[str, Counter[str]]) -> str:
    """The sex of nearly all who bear a first name, or "" where they are of both or too few."""
    sexes: Counter[str] = Counter()
    for pronouns in bearers.values():
        sex, most = pronouns.most_common(1)[0]
        if most / pronouns.total() > MOST:
            sexes[sex] += 1
    if sexes.total() < PERSONS:
        return ""
    sex, most = sexes.most_common(1)[0]
    return sex if most / sexes.total() >= SHARE else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
