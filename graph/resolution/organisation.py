"""Compares names of organisations, and of whatever else is called by common words: events, laws, works, products."""

from __future__ import annotations

from collections.abc import Iterable

from ..knowledge.gazetteer import country, is_on_the_map
from ..knowledge.lexicon import words
from ..knowledge.spelling import OTHER, SAME, SOUND, is_alike, likeness, merge_split_words
from .acronym import compare_initials
from .context import Context
from .organisation_name import OrganisationName
from .verdict import NONE, MatchEvidence, because

OTHER_COUNTRIES = "of different countries, it seems"
"""The reason that keeps two bodies such as every country has apart."""

UNKNOWN_COUNTRY = "it is not sure of which country"
"""The reason that leaves two such bodies open."""


def compare_organisations(
    left: OrganisationName,
    right: OrganisationName,
    contexts: tuple[Context, Context] = (Context(), Context()),
) -> MatchEvidence:
    """Return the evidence of two names; of their contexts only the countries are looked at."""
    if (
        left.full == right.full
        and not (left.generic_initials or right.generic_initials)
        and not (left.generic or left.shared)
    ):
        return because(4.0, "the same name")
    if left.bodies and right.bodies:
        if left.bodies & right.bodies:
            return because(4.5, "names of one body")
        return because(-6.0, "names of two bodies")
    if left.full == right.full and (left.generic_initials or right.generic_initials):
        return because(1.0, "the same initials")
    if left.full != right.full and any(map(_is_letter, (left, right))):
        return because(-6.0, "a letter names nothing")
    if bool(left.acronym) != bool(right.acronym) and left.tokens != right.tokens:
        short, full = (left, right) if left.acronym else (right, left)
        if short.bodies and len(full.full) > 1:
            return because(-5.0, "initials of another body")
        if len(full.full) > 1:
            return compare_initials(short.acronym, full.full)
    if left.countries and right.countries and left.countries != right.countries:
        return because(-6.0, "names of different countries")
    ours = merge_split_words(left.tokens, right.tokens)
    theirs = merge_split_words(right.tokens, ours)
    pairs, our_rest, their_rest = _align(ours, theirs)
    if our_rest and their_rest:
        return because(-6.0, f'"{" ".join(our_rest)}" is not "{" ".join(their_rest)}"')
    spelling = sum((_spelling(a, b) for a, b in pairs), NONE)
    shared = tuple(a for a, _ in pairs)
    rest = our_rest or their_rest
    countries = left.countries | right.countries
    known = OrganisationName(shared, left.countries & right.countries)
    if rest:
        longer = ours if our_rest else theirs
        leading, trailing = longer[: len(rest)] == rest, longer[-len(rest) :] == rest
        return (
            spelling
            + (extra := _compare_rest(known, rest, leading=leading, trailing=trailing))
            + _at_most(extra.weight, _compare_countries(left, right, contexts, known))
        )
    if known.shared and not countries:
        return spelling + because(0.8, "a name that many have")
    if known.generic and not known.countries:
        return (
            spelling
            + because(0.3, "a name that many have")
            + _compare_countries(left, right, contexts, known)
        )
    if left.countries != right.countries:
        base = (
            because(1.4, "the same name") if known.generic else because(-2.5, "perhaps a branch of the other")
        )
        return spelling + base + _compare_countries(left, right, contexts, known)
    return spelling + _compare_order(ours, theirs, known, bool(countries))


def _align(
    left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...]]:
    """Pair words off, the most alike first; return the pairs and what is left over on either side."""
    pairs: list[tuple[str, str]] = []
    theirs = list(right)
    rest: list[str] = []
    for ours in left:
        best = ours if ours in theirs else min(theirs, key=lambda word: likeness(ours, word), default="")
        if best and is_alike(ours, best):
            pairs.append((ours, best))
            theirs.remove(best)
        else:
            rest.append(ours)
    return tuple(pairs), tuple(rest), tuple(theirs)


def _spelling(left: str, right: str) -> MatchEvidence:
    alike = likeness(left, right)
    if alike == SAME:
        return NONE
    if left + "s" == right or right + "s" == left:
        return because(-0.5, "singular and plural")
    if left in words("generic_words.txt") and right in words("generic_words.txt"):
        return because(-6.0, f'"{left}" is not "{right}"')
    return because(-0.8 if alike == SOUND else -1.6, f'"{left}" and "{right}" are spellings of one word')


def _compare_order(
    ours: tuple[str, ...], theirs: tuple[str, ...], known: OrganisationName, national: bool
) -> MatchEvidence:
    if [likeness(a, b) for a, b in zip(ours, theirs, strict=True)].count(OTHER) == 0:
        return because(4.0, "the same name")
    if national and known.generic and any(word in words("gov_words.txt") for word in ours):
        return because(3.5, "the same institution of the same country")
    numbered = any(word[0] == "#" for word in ours)
    if numbered and [w for w in ours if w[0] != "#"] == [w for w in theirs if w[0] != "#"]:
        return because(3.5, "the same name and number")
    return because(1.2, "the same words in another order")


def _compare_rest(
    known: OrganisationName, rest: tuple[str, ...], *, leading: bool, trailing: bool
) -> MatchEvidence:
    """Weigh words that only the longer of two names has."""
    extra = f'only one has "{" ".join(rest)}"'
    if any(word[0] == "#" or word[-1].isdigit() for word in rest):
        return because(-4.0, extra)
    if not words("divisions.txt").isdisjoint(rest):
        return because(-6.0, f"another division; {extra}")
    if all(word[0] == "#" or word[-1].isdigit() for word in known.tokens):
        return because(-6.0, extra)
    if any(is_on_the_map(word) for word in rest):
        return because(-6.0, f"of a place; {extra}")
    if not words("organ_words.txt").isdisjoint(rest):
        return because(-6.0, f"a part is not the whole; {extra}")
    if leading and any(word[0] == "#" and len(word) > 3 for word in known.tokens):
        return because(2.2, f"the same number; {extra}")
    if not known.tokens or (known.generic and not known.countries):
        return because(-6.0, extra)
    if rest == ("state",) and not {"university", "college"}.isdisjoint(known.tokens):
        return because(-6.0, f"a state has two; {extra}")
    types, generic = words("type_words.txt"), words("generic_words.txt")
    if trailing and all(word in types for word in rest):
        if len(known.tokens) == 1:
            return because(-1.0 if is_on_the_map(known.tokens[0]) else 0.9, extra)
        return because(2.5 - 0.5 * len(rest), extra)
    if len(known.tokens) > 1 and all(word in types or word in generic for word in rest):
        return because(1.8 if len(known.tokens) > 2 else -1.0, extra)
    if all(word in types or word in generic for word in rest) and not is_on_the_map(known.tokens[0]):
        return because(-1.0, extra)
    return because(-3.2, extra)


def _is_letter(name: OrganisationName) -> bool:
    return len(name.full) == 1 and len(name.full[0]) == 1


def _at_most(other: float, countries: MatchEvidence) -> MatchEvidence:
    """Return the evidence of countries, which speak for one thing only where ``other`` words do not deny it."""
    return countries if other >= 0 or countries.weight < 0 else NONE


def contradict(left: OrganisationName, right: OrganisationName) -> bool:
    """Return whether two names cannot be one body's: each has a word of its own beside those they share.

    Names that share no word may be translations, and initials contradict none.

    >>> contradict(parse_organisation("Harbour Energy Board"), parse_organisation("Harbour Fishing Board"))
    True
    """
    if left.acronym or right.acronym or left.bodies & right.bodies:
        return False
    ours = merge_split_words(left.tokens, right.tokens)
    pairs, our_rest, their_rest = _align(ours, merge_split_words(right.tokens, ours))
    if (
        pairs
        and (our_rest or their_rest)
        and (left.countries != right.countries)
        and not (our_rest and their_rest)
    ):
        return not words("organ_words.txt").isdisjoint(our_rest + their_rest)
    return bool(pairs and our_rest and their_rest)


def _compare_countries(
    left: OrganisationName,
    right: OrganisationName,
    contexts: tuple[Context, Context],
    known: OrganisationName,
) -> MatchEvidence:
    """Weigh the countries that names or, where a name has none, their documents speak of."""
    if left.countries == right.countries:
        homes = {context.home for context in contexts}
        if left.countries or not known.generic:
            return NONE
        if None in homes:
            likely = {context.home or context.leading for context in contexts}
            if None in likely:
                return because(-1.1, UNKNOWN_COUNTRY)
            return NONE if len(likely) == 1 else because(-3.0, OTHER_COUNTRIES)
        return (
            because(2.5, f"both of {_country(homes)}")
            if len(homes) == 1
            else because(-5.0, "of different countries")
        )
    named = left.countries or right.countries
    around = contexts[1] if left.countries else contexts[0]
    if not around.countries:
        return because(-2.5 if known.generic else -0.2, "a country is named only once")
    if not named & set(around.countries):
        return because(-5.0, "of different countries")
    if known.generic and around.home is None and around.leading not in named:
        weight = -3.0 if around.leading else -1.1
        return because(weight, f"one of {_country(named)}, one perhaps")
    return because(2.5 if around.home in named else 1.5, f"both of {_country(named)}")


def _country(codes: Iterable[str | None]) -> str:
    return ", ".join(sorted(country(code).name for code in codes if code))
