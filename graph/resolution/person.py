"""Compares names of people: titles, initials, nicknames, generations, transliterations, order of the parts."""

from __future__ import annotations

from ..knowledge.lexicon import nicknames, words
from ..knowledge.spelling import (
    EDIT,
    LEAST_LETTERS,
    OTHER,
    SAME,
    SKELETON,
    SOUND,
    likeness,
    merge_split_words,
)
from .name_order import (
    CHILD,
    different_given_names,
    drops_second_family_name,
    is_japanese,
    is_patronymic,
    kunya,
)
from .person_name import PersonName, given_names, is_common, western_names
from .verdict import NONE, MatchEvidence, because

FREQUENT = "is a frequent family name"
"""How the reason ends that a family name alone tells little."""

_FEMALE_ENDINGS = frozenset({"a", "ette", "ia", "ina", "ine", "la", "le", "lle", "na"})


def compare_people(left: PersonName, right: PersonName) -> MatchEvidence:
    """Return the evidence of two names alone that they name one person."""
    conflict = _conflict(left, right)
    if conflict is not None:
        return conflict
    if left.bare and right.bare:
        return _compare_bare(left, right)
    if left.bare or right.bare:
        short, full = (left, right) if left.bare else (right, left)
        return _compare_bare_with_full(short, full)
    ours = merge_split_words(left.tokens, right.tokens)
    theirs = merge_split_words(right.tokens, ours)
    if len(ours) == 1 or len(theirs) == 1:
        ours, theirs = left.tokens, right.tokens
    return _compare_full(ours, theirs, common=is_common(left) and is_common(right))


def _conflict(left: PersonName, right: PersonName) -> MatchEvidence | None:
    if left.gender and right.gender and left.gender != right.gender:
        return because(-6.0, "titles of a man and of a woman")
    if left.generation != right.generation:
        if left.generation and right.generation:
            return because(-6.0, f"{left.generation} is not {right.generation}")
        return because(-3.0, f"only one is {left.generation or right.generation}: perhaps father and son")
    if kunya(left.tokens) != kunya(right.tokens):
        return because(-6.0, "one is named as somebody's parent")
    return None


def _compare_bare(left: PersonName, right: PersonName) -> MatchEvidence:
    alike = likeness(left.tokens[0], right.tokens[0])
    if alike > SOUND:
        return because(-6.0, "different names")
    if left.generation:
        return because(3.0, "the same name and number")
    how = "the same name" if alike == SAME else "the same name, spelled differently"
    if is_common(left):
        return because(-1.2, f"{how}, but a frequent one")
    return because(0.5 if alike == SAME else -0.3, f"{how}, without a first name")


def _compare_bare_with_full(short: PersonName, full: PersonName) -> MatchEvidence:
    name, family = short.tokens[0], full.tokens[-1]
    if not short.titles.isdisjoint(words("regal_titles.txt")):
        return because(-6.0, "a ruler is called by a first name")
    if len(name) == 1 or _is_father(full.tokens):
        return because(-6.0, "different names")
    family_first = full.tokens[0] in words("surname_first.txt")
    for part in (family, "".join(full.tokens[-2:]), *(full.tokens[:1] if family_first else ())):
        alike = likeness(name, part)
        if alike == SAME or (alike == SOUND and len(name) >= LEAST_LETTERS):
            penalty = 0.0 if alike == SAME else 0.3
            if name in words("family_names.txt"):
                return because(-1.2 - penalty, f'"{part}" {FREQUENT}')
            if short.gender == "f" and not full.gender:
                return because(-0.6 - penalty, "the family name alone, of a woman; the other may be a man")
            if name in given_names():
                return because(-0.6 - penalty, f'"{part}" is a first name, too')
            return because(0.6 - penalty, "the family name alone")
    if likeness(name, full.tokens[0]) == SAME:
        return because(-2.5, "a first name alone")
    return because(-6.0, "different names")


def _is_father(tokens: tuple[str, ...]) -> bool:
    """Return whether the last name is that of the father, by which nobody is called: "Talal bin Hamad"."""
    return len(tokens) > 2 and tokens[-2] in CHILD


_FAMILY_WEIGHTS = {SAME: (0.0, 0.0), SOUND: (-0.8, -4.5), SKELETON: (-1.2, -4.5), EDIT: (-1.8, -5.0)}
_GIVEN_WEIGHTS = {SAME: 4.0, SOUND: 3.2, SKELETON: 2.8, EDIT: 1.8}


def _compare_full(left: tuple[str, ...], right: tuple[str, ...], *, common: bool) -> MatchEvidence:
    if "".join(left) == "".join(right):
        if common:
            return because(1.2, "the same full name, but a frequent one")
        return because(4.0, "the same full name")
    if different_given_names(left, right):
        return because(-9.0, "different names after the family name")
    if sorted(left) == sorted(right) and left[0] == right[-1] and not is_patronymic(left):
        both_first = all(name in given_names() for name in left)
        return because(1.0 if common or both_first else 3.0, "the same names in another order")
    family = _family_likeness(left[-1], right[-1], left[0], right[0])
    if family is None:
        return _compare_by_prefix(left, right)
    ours, theirs = sorted((left[:-1], right[:-1]), key=lambda given: (len(given), given))
    evidence = family + _compare_given(ours, theirs)
    return evidence + because(-2.8, "a frequent name") if common else evidence


def _family_likeness(left: str, right: str, *given: str) -> MatchEvidence | None:
    alike = likeness(left, right)
    if alike == OTHER:
        return (
            because(-1.2, "g, h and k are transliterations of one letter") if _g_or_k(left, right) else None
        )
    native = all(name in western_names() for name in given)
    weight = _FAMILY_WEIGHTS[alike][native] - 1.3 * _ends_differently(left, right)
    return because(
        weight, "" if alike == SAME else f'"{left}" and "{right}" are spellings of one family name'
    )


def _ends_differently(left: str, right: str) -> bool:
    one, two = left[-1] in "aeiouy", right[-1] in "aeiouy"
    return one != two or {left[-1], right[-1]} in ({"o", "i"}, {"o", "a"}, {"i", "a"}, {"e", "i"}, {"e", "o"})


def _g_or_k(left: str, right: str) -> bool:
    initials = {left[0], right[0]}
    return len(left) > 5 and initials <= set("ghkq") and likeness("k" + left[1:], "k" + right[1:]) <= SKELETON


def _compare_given(short: tuple[str, ...], long: tuple[str, ...]) -> MatchEvidence:
    """Compare given names, the fewer first: the first of each, then middle names, which may be left out."""
    first = _given_likeness(short[0], long[0])
    if first is not None:
        return first + _compare_middle(short[1:], long[1:])
    shifted = long[1:]
    if len(short) > 1 and len(long) > len(short) and _is_childs(short, long):
        return because(-9.0, f'"{short[0]}" is the name of the father of "{long[0]}"')
    if len(long) > len(short) and _given_likeness(short[0], shifted[0]) is not None:
        skipped = because(-0.6 if len(long[0]) == 1 else -3.0, f'"{long[0]}" is left out')
        return (
            _or_conflict(_given_likeness(short[0], shifted[0]))
            + skipped
            + _compare_middle(short[1:], shifted[1:])
        )
    if len(short) == 1 and likeness(short[0], long[-1]) == SAME and short[0] not in given_names():
        return because(0.5, "the last names alone")
    return _or_conflict(None)


def _is_childs(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether a name goes on with another one whole, as Arabic names with those of father and grandfather."""
    own = long[0]
    return len(own) > 1 and short[0] == long[1] and western_names().isdisjoint((own, short[0]))


def _or_conflict(evidence: MatchEvidence | None) -> MatchEvidence:
    return because(-9.0, "different first names") if evidence is None else evidence


def _given_likeness(left: str, right: str) -> MatchEvidence | None:
    if len(left) == 1 or len(right) == 1:
        both = len(left) == len(right) == 1
        return because(2.5 if both else 1.3, "the same initial") if left[0] == right[0] else None
    if right in nicknames().get(left, ()) and left != right:
        return because(3.0, f'"{left}" and "{right}" are forms of one first name')
    alike = likeness(left, right)
    if alike == OTHER or (alike > SAME and _gender_differs(left, right)):
        return None
    if alike > SAME and left in western_names() and right in western_names():
        return None
    if alike > SOUND and is_japanese(left) and is_japanese(right):
        return None
    if alike > SAME and not {left, right}.isdisjoint(western_names()):
        return because(1.2, f'"{left}" and "{right}" may be spellings of one name')
    spelled = "the same first name" if alike == SAME else f'"{left}" and "{right}" are spellings of one name'
    return because(_GIVEN_WEIGHTS[alike], f"family name and {spelled}" if alike == SAME else spelled)


def _gender_differs(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    if long.startswith(short) and long[len(short) :] in _FEMALE_ENDINGS:
        return True
    return left.endswith("a") != right.endswith("a") and likeness(left, right) != SOUND


def _compare_middle(short: tuple[str, ...], long: tuple[str, ...]) -> MatchEvidence:
    if len(short) > len(long):
        short, long = long, short
    position, found = 0, 0
    for name in short:
        matches = [i for i in range(position, len(long)) if _given_likeness(name, long[i]) is not None]
        if not matches or (matches[0] > position and min(len(name), len(long[matches[0]])) == 1):
            return because(-9.0, "different middle names")
        position = matches[0] + 1
        found += min(len(name), len(long[position - 1])) > 1
    evidence = because(1.0 * found, "a middle name too") if found else NONE
    left_out = len(long) > len(short) and any(len(name) > 1 for name in long)
    return evidence + because(-0.5, "a middle name is left out") if left_out else evidence


def _compare_by_prefix(left: tuple[str, ...], right: tuple[str, ...]) -> MatchEvidence:
    """Compare names one of which goes on where the other ends: second family names, names of fathers."""
    short, long = sorted((left, right), key=len)
    begins = len(short) < len(long) and all(
        likeness(a, b) <= SKELETON for a, b in zip(short, long, strict=False)
    )
    if not begins and drops_second_family_name(short, long):
        return because(1.0, f'"{long[-1]}" may be a second family name')
    if not begins or (len(short) == 2 and short[1] in given_names()):
        return because(-6.0, "different family names")
    worst = max(likeness(a, b) for a, b in zip(short, long, strict=False))
    syllables = min(len(name) for name in long[len(short) :]) < 4  # whole names in South-East Asia
    penalty = 0.4 * worst + 2.0 * (is_common(PersonName(short)) or syllables)
    return because(2.6 - penalty, "one name continues the other")
