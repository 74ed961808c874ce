"""What can be said of each mention by itself: number, gender, person, grammatical role, definiteness."""

from __future__ import annotations

from msgspec import Struct

from newsgraph.graph.knowledge import gazetteer

from ..english import pronouns
from ..english.lexicon import ARTICLES, DEFINITE, IN_LAW
from ..english.role_classes import OFFICES
from ..english.semantic_classes import first_name_sex
from ..english.titles import FEMALE_TITLES, MALE_TITLES, bare
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree
from .names import is_country, opens_with_family

ALWAYS_PLURAL = frozenset({"people", "police"})
"""Nouns that are plural in either form."""
_COUNTRIES = frozenset("country nation".split())
_ROLES = {
    "nsubj": "subject", "nsubj:pass": "subject", "nsubj:outer": "subject", "csubj": "subject", "obj": "object", "iobj": "object",
    "nmod:poss": "possessor", "appos": "apposition", "nmod:desc": "apposition", "conj": "conjunct",
}  # fmt: skip


class MentionProfile(Struct, frozen=True):
    """Agreement and position of one mention. ``number`` is singular, plural, group or ""; ``gender`` male, female or "".

    ``place`` is country or town where the mention says so, else "".
    """

    word: str
    lemma: str
    number: str
    gender: str
    person: int
    role: str
    definite: bool
    possessed: bool
    modifiers: frozenset[str]
    sentence: int
    place: str
    unknown: bool
    """Is it a name of one word that no list knows, so that it may be a person's whatever its label says?"""


def profile(tree: Tree, mention: MentionSpan) -> MentionProfile:
    """Read a mention's profile off the tree."""
    head = mention.head
    word = tree.lower[head]
    lemma = _compound_lemma(tree, mention)
    determiner = _child_word(tree, head, "det")
    return MentionProfile(
        word=word,
        lemma=lemma,
        number=_number(tree, mention, word, lemma),
        gender=_gender(tree, mention, word, lemma),
        person=1 if word in pronouns.FIRST_PERSON else 2 if word in pronouns.YOU else 3,
        role=_role(tree, head),
        definite=tree.pos[head] == "PROPN" or mention.kind == "name" or determiner in DEFINITE,
        possessed=any(tree.dep[kid] == "nmod:poss" for kid in tree.kids[head]),
        modifiers=_modifiers(tree, mention),
        sentence=tree.sentence[head],
        place=_place(tree, mention, lemma),
        unknown=_is_unknown_name(tree, mention),
    )


def is_narrowed(tree: Tree, noun: int, *more: str) -> bool:
    """Does a phrase or clause behind a noun say which is meant? ``more`` are further relations that count."""
    return any(kid > noun for kid in tree.children(noun, "nmod", "acl", "acl:relcl", *more))


def _place(tree: Tree, mention: MentionSpan, lemma: str) -> str:
    if mention.kind == "name" and mention.label == "GPE":
        return "country" if is_country(tree.text[mention.start : mention.end]) else ""
    if mention.kind != "nominal":
        return ""
    return "country" if lemma in _COUNTRIES else "town" if lemma in word_class("towns") else ""


def _is_unknown_name(tree: Tree, mention: MentionSpan) -> bool:
    if mention.kind != "name" or mention.label == "PERSON" or mention.end - mention.start > 1:
        return False
    word = tree.text[mention.start]
    if not word.istitle() or not word.isalpha() or _has_article(tree, mention):
        return False
    return not gazetteer.candidates(word) and gazetteer.nationality(word) is None


def _has_article(tree: Tree, mention: MentionSpan) -> bool:
    return mention.start > 0 and tree.lower[mention.start - 1] in ARTICLES


def _compound_lemma(tree: Tree, mention: MentionSpan) -> str:
    """The head's lemma; kinship terms and roles with hyphens ("son-in-law", "front-runner") are put together."""
    head = mention.head
    if (
        head > 1
        and tree.text[head - 1] == "-"
        and (whole := f"{tree.lower[head - 2]}-{tree.lemma[head].lower()}") in OFFICES
    ):
        return whole
    if head + 4 < len(tree) and tree.lower[head + 1 : head + 5] == IN_LAW:
        return tree.lower[head] + "-in-law"
    return tree.lemma[head].lower()


def _number(tree: Tree, mention: MentionSpan, word: str, lemma: str) -> str:
    if mention.kind == "pronoun":
        return "plural" if word in pronouns.PLURAL else "singular" if word in pronouns.SINGULAR else ""
    tag = tree.tag[mention.head]
    if mention.kind == "name":
        if mention.label == "NORP":
            return "plural" if tag == "NNPS" or word.endswith("s") else ""
        return "singular" if mention.label == "PERSON" else "group"
    if lemma in word_class("collectives") and tag == "NN":
        return "group"
    if tag in ("NNS", "NNPS") or lemma in ALWAYS_PLURAL:
        return "plural"
    return "" if any(tree.dep[kid] == "conj" for kid in tree.kids[mention.head]) else "singular"


def _gender(tree: Tree, mention: MentionSpan, word: str, lemma: str) -> str:
    if mention.kind == "name":
        return _name_gender(tree, mention) if mention.label == "PERSON" else ""
    forms = {word, lemma}
    if forms & (pronouns.HE | word_class("male")):
        return "male"
    return "female" if forms & (pronouns.SHE | word_class("female")) else ""


def _name_gender(tree: Tree, mention: MentionSpan) -> str:
    for token in range(mention.start - 1, max(mention.start - 4, -1), -1):
        is_before = tree.sentence[token] == tree.sentence[mention.head]
        if not is_before or tree.pos[token] not in ("PROPN", "NOUN", "ADJ", "PUNCT"):
            break
        title = bare(tree.text[token])
        if not _says_who(tree, token, mention):
            continue
        if title in FEMALE_TITLES or title in word_class("female"):
            return "female"
        if title in MALE_TITLES or title in word_class("male"):
            return "male"
    words = tree.text[mention.start : mention.end]
    return "" if len(words) == 1 or opens_with_family(words) else first_name_sex(words[0].lower())


def _says_who(tree: Tree, token: int, mention: MentionSpan) -> bool:
    """Does a word before a name belong to it ("her son, Jon Ash", but not "beside her son, Ash spoke")?"""
    head = mention.head
    return token == mention.start - 1 or tree.head[head] == token or tree.contains(head, token)


def _role(tree: Tree, head: int) -> str:
    for _ in range(4):
        if tree.dep[head] != "conj":
            break
        head = tree.head[head]
    return _ROLES.get(tree.dep[head], "oblique")


def _child_word(tree: Tree, head: int, dep: str) -> str:
    return next((tree.lower[kid] for kid in tree.kids[head] if tree.dep[kid] == dep), "")


def _modifiers(tree: Tree, mention: MentionSpan) -> frozenset[str]:
    """Content words before and after the head that tell one thing of its kind from another."""
    if mention.kind != "nominal":
        return frozenset()
    found = set()
    for kid in tree.kids[mention.head]:
        if tree.dep[kid] in ("amod", "compound", "nummod", "nmod", "flat", "nmod:unmarked") or (
            tree.dep[kid] == "nmod:poss" and tree.pos[kid] != "PRON"
        ):
            found.add(tree.lemma[kid].lower())
            found.update(
                tree.lemma[part].lower() for part in tree.kids[kid] if tree.dep[part] in ("compound", "flat")
            )
    return frozenset(found)
