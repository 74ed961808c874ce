"""Mentions: the places where a document refers to something, as names, nominals or pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsgraph.graph.model.record import VALUE_LABELS

from ..attribution.bylines import author, credit_lines, dateline_places
from ..english import pronouns
from ..english.lexicon import QUANTIFIERS
from ..english.semantic_classes import noun_type
from ..english.titles import OFFICES_IN_LETTERS, is_title
from ..english.word_classes import word_class
from ..syntax.ages import years_old
from ..syntax.possessors import is_style
from ..syntax.tree import Tree, read_tree
from .bounds import bounds, places_in
from .kinds import kind_of
from .namesakes import settle_labels
from .no_names import is_no_name, is_party_tag
from .peoples import is_some_of_a_people
from .scripts import with_own_letters
from .surnames import family_names, is_surname
from .works import without_loose_titles

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
_INSIDE_NAMES = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc", "nmod:unmarked", "amod"})
"""Relations of nouns that are part of a larger name or noun and refer to nothing by themselves."""
_NOT_PREMODIFIERS = frozenset(
    {"case", "cc", "cc:preconj", "punct", "cop", "mark", "aux", "aux:pass", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "advmod",
     "parataxis", "discourse", "expl", "obl", "obl:unmarked", "advcl", "vocative", "dislocated", "conj", "appos", "reparandum"}
)  # fmt: skip
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl"})
_NOT_PLACES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_LONGEST_LEFT = 16
"""Words before the head that a nominal may take in; more is a parse gone wrong."""


class MentionSpan(Struct, frozen=True):
    """Tokens from ``start`` up to ``end`` (exclusive) that refer to something; ``head`` is the word that heads them.

    ``kind`` is name, nominal or pronoun. ``label`` is an OntoNotes label; for nominals and pronouns the one their word
    implies, "" where it implies none ("it", "the idea").
    """

    start: int
    end: int
    head: int
    label: str
    kind: str


def find_mentions(doc: Doc, tree: Tree | None = None) -> list[MentionSpan]:
    """Find all mentions in text order; ``tree`` is ``read_tree(doc)`` where the caller has it already.

    Names come from ``doc.ents`` without titles, articles and possessive endings; values are none. A nominal spans its
    words up to its head. "who", "which" and "that" are mentions where they open a relative clause, "this" and "that"
    where they stand alone. "Portland, Oregon" is two names.
    """
    tree = tree or read_tree(doc)
    writer = author(tree)
    credits = credit_lines(tree) - frozenset(range(*writer) if writer is not None else ())
    places = dateline_places(tree)
    names = [
        name
        for start, end, label in tree.entities
        for part in places_in(tree, start, end, "GPE" if start in places and label in _NOT_PLACES else label)
        if (name := _name(tree, *part)) and name.start not in credits
    ]
    names = settle_labels(tree, [replace(name, label=kind_of(tree, name)) for name in names])
    names = [_members(tree, name) for name in without_loose_titles(tree, names)]
    names = with_own_letters(tree, names)
    taken = {token for name in names for token in range(name.start, name.end)}
    found = names + [
        mention
        for token in range(len(tree))
        if token not in taken and (mention := _pronoun(tree, token) or _nominal(tree, token))
    ]
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _name(tree: Tree, start: int, end: int, label: str) -> MentionSpan | None:
    if label in VALUE_LABELS:
        return None
    start, end, label = bounds(tree, start, end, label)
    if is_party_tag(tree, start):
        if end <= start + 2 and any(other == start + 2 for other, _, _ in tree.entities):
            return None
        start, end, label = start + 2, max(end, start + 3), "GPE"
    words = tree.text[start:end]
    if not any(character.isalnum() for word in words for character in word):
        return None
    if is_no_name(tree, start, words, label):
        return None
    head = name_head(tree, start, end)
    if label == "PERSON" and _has_article(tree, start, head) and words[0] not in family_names(tree):
        label = "ORG"
    if (
        len(words) == 1
        and is_title(words[0])
        and label in ("PERSON", "ORG")
        and noun_type(tree.lower[start]) == "PERSON"
        and not is_surname(tree, start)
    ):
        return _reference(tree, head)
    return MentionSpan(start, end, head, label, "name")


def _members(tree: Tree, name: MentionSpan) -> MentionSpan:
    """The name of a people as it is, or the persons among them who are meant ("two Norwegians")."""
    if name.label != "NORP" or not is_some_of_a_people(tree, name.start, name.end, name.head):
        return name
    return replace(_reference(tree, name.head), label="PERSON")


def _has_article(tree: Tree, start: int, head: int) -> bool:
    """Does "the" stand right before a single name? People have no article, other than families ("the Lunds")."""
    return (
        start == head
        and start > 0
        and tree.lower[start - 1] == "the"
        and tree.tag[head] == "NNP"
        and tree.head[start - 1] == head
        and tree.dep[head] not in ("compound", "nmod:desc", "flat")
        and not any(tree.dep[kid] in ("flat", "appos") for kid in tree.kids[head])
    )


def name_head(tree: Tree, start: int, end: int) -> int:
    """The token of a span whose head lies outside it; the last such proper noun, else the first token."""
    tops = [
        token
        for token in range(start, end)
        if not start <= tree.head[token] < end or tree.head[token] == token
    ]
    named = [token for token in tops if tree.pos[token] in ("PROPN", "NOUN", "X")]
    return (named or tops or [start])[0]


def _pronoun(tree: Tree, token: int) -> MentionSpan | None:
    word, tag = tree.lower[token], tree.tag[token]
    if tree.dep[token] in ("expl", "det", "fixed"):
        return None
    if word in pronouns.DEMONSTRATIVE and tag == "DT" and tree.pos[token] == "PRON":
        return MentionSpan(token, token + 1, token, "", "pronoun")
    if word == "both" and tree.dep[token] in _ARGUMENTS and not tree.kids[token]:
        return MentionSpan(token, token + 1, token, "", "pronoun")
    if (
        word == "two"
        and tree.dep[token] in _ARGUMENTS
        and [tree.lower[kid] for kid in tree.kids[token]] == ["the"]
    ):
        return MentionSpan(tree.left[token], token + 1, token, "", "pronoun")
    if word in pronouns.INDEFINITE and tree.pos[token] == "PRON":
        return MentionSpan(token, token + 1, token, "PERSON", "nominal")
    if (
        tag not in _PRONOUN_TAGS
        or word not in pronouns.PERSONAL | pronouns.RELATIVE
        or _opens_style(tree, token)
    ):
        return None
    if is_relative(tree, token):
        known = relative_antecedent(tree, token) is not None
        return MentionSpan(token, token + 1, token, "", "pronoun") if known else None
    return MentionSpan(token, token + 1, token, "PERSON" if word in pronouns.OF_PERSONS else "", "pronoun")


def _opens_style(tree: Tree, token: int) -> bool:
    """Is it the "His" of "His Highness", which is nobody's?"""
    return tree.tag[token] == "PRP$" and token + 1 < len(tree) and is_style(tree, token + 1)


def is_relative(tree: Tree, token: int) -> bool:
    """Is this word a relative (or interrogative) pronoun here?"""
    return tree.lower[token] in pronouns.RELATIVE and tree.tag[token].startswith("W")


def relative_antecedent(tree: Tree, token: int) -> int | None:
    """The noun that a relative pronoun stands for: the head of the relative clause it is in."""
    for _ in range(6):
        if tree.dep[token] == "acl:relcl":
            return tree.head[token]
        if tree.head[token] == token:
            return None
        token = tree.head[token]
    return None


def _nominal(tree: Tree, token: int) -> MentionSpan | None:
    return _reference(tree, token) if _can_refer(tree, token) else None


def _reference(tree: Tree, token: int) -> MentionSpan:
    """The phrase of a noun."""
    start = left_edge(tree, token)
    label = noun_type(tree.lower[token]) or noun_type(tree.lemma[token])
    if not label and tree.lower[token] in OFFICES_IN_LETTERS and tree.text[token].isupper():
        label = "PERSON"
    if years_old(tree, token):
        label = "PERSON"
    return MentionSpan(start, _right_edge(tree, token), token, label, "nominal")


def _can_refer(tree: Tree, token: int) -> bool:
    pos, dep = tree.pos[token], tree.dep[token]
    if pos not in ("NOUN", "PROPN") or tree.label[token] or not tree.text[token][0].isalpha():
        return False
    if (
        dep in _INSIDE_NAMES
        and (dep != "nmod:unmarked" or pos == "PROPN")
        and not _has_determiner(tree, token)
    ):
        return False
    kids = tree.kids[token]
    if is_bare_predicate(tree, token) or is_party_tag(tree, token):
        return False
    if any(tree.lower[kid] in QUANTIFIERS for kid in kids if tree.dep[kid] == "det"):
        return tree.lower[token] not in word_class("idiom_nouns")
    return not (
        tree.lemma[token] in word_class("idiom_nouns")
        and all(tree.dep[kid] in ("case", "fixed", "nmod", "punct", "mark", "advmod") for kid in kids)
    )


def is_bare_predicate(tree: Tree, token: int) -> bool:
    """ "Wants to be party leader", "became mayor", "serves as minister", "runs for president": a noun that says what somebody is, not who."""
    titled = tree.pos[token] == "PROPN" and noun_type(tree.lower[token]) == "PERSON"
    if not (titled or tree.pos[token] == "NOUN"):
        return False
    if _has_determiner(tree, token) or tree.child(token, "nummod") is not None:
        return False
    return (
        tree.dep[token] == "xcomp"
        or tree.child(token, "cop") is not None
        or tree.words(tree.cases(token)) in ("as", "for")
    )


def _has_determiner(tree: Tree, token: int) -> bool:
    return any(tree.dep[kid] in ("det", "nmod:poss") for kid in tree.kids[token])


def left_edge(tree: Tree, token: int) -> int:
    """Where the noun's own words begin: its article, possessor, adjectives and nouns before it."""
    edges = [
        tree.left[kid] for kid in tree.kids[token] if kid < token and tree.dep[kid] not in _NOT_PREMODIFIERS
    ]
    start = min((edge for edge in edges if token - edge < _LONGEST_LEFT), default=token)
    while tree.pos[start] in ("SPACE", "PUNCT", "CCONJ") and start < token:
        start += 1
    return start


def _right_edge(tree: Tree, token: int) -> int:
    end = token + 1
    while (
        end < len(tree)
        and tree.head[end] == token
        and tree.dep[end] in ("flat", "fixed", "goeswith", "compound")
    ):
        end += 1
    return end
