"""Word lists of the package (``data/``), each read when it is first needed."""

from __future__ import annotations

import gzip
from collections import defaultdict
from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """Return the lines of a data file that are neither blank nor comments."""
    data = files("newsgraph.graph.knowledge").joinpath("data", name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of a data file."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a tab-separated data file."""
    return tuple(tuple(line.split("\t")) for line in lines(name))


@cache
def mapping(name: str) -> dict[str, str]:
    """Return the first two columns of a tab-separated data file as a dictionary."""
    return {row[0]: row[1] for row in table(name)}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return for each given name the given names that can stand for it, itself included."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (*lines("nicknames.txt"), *lines("nicknames_transliterated.txt")):
        full, *short = line.split()
        found[full].update((full, *short))
        for name in short:
            found[name].update((full, name))
    return {name: frozenset(others) for name, others in found.items()}


@cache
def common_words() -> dict[str, int]:
    """Return for each common stem how many of 20,000 sentences of news have it."""
    return {stem: int(count) for stem, count in mapping("word_counts.tsv").items()}


@cache
def verb_families() -> dict[str, tuple[str, ...]]:
    """Return for each verb, particle included, the names of the families in which news uses it for others."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines("verb_families.txt"):
        for verb in line.split():
            found[verb.replace("_", " ")].append(line)
    return {verb: tuple(families) for verb, families in found.items()}


@cache
def opposites(mark: str) -> dict[str, frozenset[int]]:
    """Return for each verb, particle included, its sides in the lines with a ``mark``: the opposite of side n is -n."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines("opposites.txt"), 1):
        left, _, right = line.partition(f" {mark} ")
        for verb in left.split() if right else ():
            found[verb.replace("_", " ")].add(number)
        for verb in right.split():
            found[verb.replace("_", " ")].add(-number)
    return {verb: frozenset(sides) for verb, sides in found.items()}


@cache
def titles() -> dict[str, tuple[str, bool]]:
    """Return for each title the gender it implies (m, f or -) and whether it can also be a name."""
    return {row[0]: (row[1], row[2].strip() != "") for row in table("titles.tsv")}
