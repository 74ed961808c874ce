"""Vetoes: why a mention does not refer to a cluster, however likely the model finds it. Each is a named rule.

A rule is given the document, the first mention of a cluster, and the mention that would join it; it says whether the
two are two things.
"""

from __future__ import annotations

from collections.abc import Container

from ..english import pronouns
from ..english.role_classes import ANY_THINGS, BODIES_IN_LETTERS, GENERIC_ORGANISATIONS
from ..english.word_classes import word_class
from ..syntax.rules import Rule, RuleTable
from .binding_vetoes import meant_beside, second_argument, told_by_another
from .candidates import Candidates
from .clusters import Cluster
from .expletives import is_empty
from .names import plain
from .place_vetoes import country_and_town, firm_and_office, other_owner, other_people
from .profiles import ALWAYS_PLURAL, MentionProfile, is_narrowed
from .relative_vetoes import ones_own_relative, relative_and_owner
from .role_vetoes import other_role, untold_role
from .scope_vetoes import only_thought, quantified
from .speech_vetoes import orderer_and_patient, outlet_and_body, speaker_and_listener

_GOODS = frozenset({"FAC", "PRODUCT"})
"""Labels of what is built or made."""
_TURNS = frozenset({"former", "new"})
"""Words that tell one holder of a role from another, but may be said of the same one as well."""
_TELLING = frozenset({"det", "nummod", "nmod:poss", "amod", "compound"})
"""Relations of words before a noun that say which or how many of its kind are meant."""


def is_vetoed(draft: Candidates, root: int, mention: int, among: Container[str] | None = None) -> bool:
    """Does any rule that is switched on, or any ``among`` these, keep the mention out of the cluster of ``root``?"""
    for rule in VETOES.active():
        if among is not None and rule.name not in among:
            continue
        if rule.apply(draft, root, mention):
            rule.fire(draft.mentions[mention].head)
            return True
    return False


def is_ungrammatical(draft: Candidates, root: int, mention: int) -> bool:
    """Does a rule of grammar object, which holds for nouns that take up a name for good reasons as well?"""
    return is_vetoed(draft, root, mention, GRAMMAR)


def _other_of_its_kind(draft: Candidates, root: int, mention: int) -> bool:
    """A word says that this is another one than the mention of the same noun ("the next mayor", "another chart")."""
    known, tree = draft.profiles[mention], draft.tree
    kids = tree.kids[draft.mentions[mention].head]
    if any(tree.dep[kid] == "det" and tree.lower[kid] == "another" for kid in kids):
        return True
    names = {tree.lemma[kid].lower() for kid in kids if tree.pos[kid] == "PROPN"}
    apart = (known.modifiers & word_class("apart")) - names
    alike = [other for other in _profiles(draft, root) if other.lemma == known.lemma]
    if not apart and draft.mentions[mention].kind == "nominal" and known.definite:
        return bool(alike) and all(other.modifiers & word_class("bygone") for other in alike)
    firmly = apart - _TURNS
    return bool(firmly) and any(not firmly <= other.modifiers for other in alike)


def _new_or_former(draft: Candidates, root: int, mention: int) -> bool:
    """ "The new mayor", "the former mayor" behind a mention of the same noun that is not called so."""
    turns = draft.profiles[mention].modifiers & _TURNS
    alike = [other for other in _profiles(draft, root) if other.lemma == draft.profiles[mention].lemma]
    return bool(turns) and any(not turns <= other.modifiers for other in alike)


def _generic_and_specific(draft: Candidates, root: int, mention: int) -> bool:
    """A plural without article is its kind, one that says which are some of it ("doctors", "the doctors at the port")."""
    alike = _plurals_alike(draft, root, mention)
    if not alike:
        return False
    if _is_bare_plural(draft, mention):
        return not any(_is_bare_plural(draft, i) for i in alike)
    which = is_narrowed(draft.tree, draft.mentions[mention].head)
    return which and all(_is_bare_plural(draft, i) for i in alike)


def _part_and_whole(draft: Candidates, root: int, mention: int) -> bool:
    """Those that a superlative picks out are some of all ("the oldest children", "the children")."""
    alike = _plurals_alike(draft, root, mention)
    return bool(alike) and all(_is_picked_out(draft, i) != _is_picked_out(draft, mention) for i in alike)


def _plurals_alike(draft: Candidates, root: int, mention: int) -> list[int]:
    """The mentions of a cluster that are the same noun in the plural as a mention; none for one that is no such noun."""
    if not _is_plural_noun(draft, mention):
        return []
    members = (i for i in draft.clusters.of(root).members if _is_plural_noun(draft, i))
    return [i for i in members if draft.profiles[i].lemma == draft.profiles[mention].lemma]


def _is_picked_out(draft: Candidates, i: int) -> bool:
    """Has a noun a superlative ("oldest", "best known", "most expensive")?"""
    tree = draft.tree
    adjectives = tree.children(draft.mentions[i].head, "amod")
    words = (word for adjective in adjectives for word in (adjective, *tree.kids[adjective]))
    return any(tree.tag[word] in ("JJS", "RBS") for word in words)


def _one_and_several(draft: Candidates, root: int, mention: int) -> bool:
    """The same noun for one and for several ("companies", "the company")."""
    if draft.mentions[mention].kind != "nominal" or draft.profiles[mention].lemma in ALWAYS_PLURAL:
        return False
    known, plural = draft.profiles[mention], _is_plural_noun(draft, mention)
    members = (i for i in draft.clusters.of(root).members if draft.mentions[i].kind == "nominal")
    alike = [_is_plural_noun(draft, i) for i in members if draft.profiles[i].lemma == known.lemma]
    return bool(alike) and plural not in alike


def _is_plural_noun(draft: Candidates, i: int) -> bool:
    mention = draft.mentions[i]
    return mention.kind == "nominal" and draft.tree.tag[mention.head] in ("NNS", "NNPS")


def _is_bare_plural(draft: Candidates, i: int) -> bool:
    """Has a plural neither article, number, owner nor anything else that says which?"""
    tree, head = draft.tree, draft.mentions[i].head
    return not any(tree.dep[kid] in _TELLING for kid in tree.kids[head]) and not is_narrowed(tree, head)


def _person_and_thing(draft: Candidates, root: int, mention: int) -> bool:
    """A person is not "it", and "she" is nothing that only common nouns for no person name ("this setting")."""
    clusters = [draft.clusters.of(i) for i in (root, mention)]
    if len({cluster.kind == "person" for cluster in clusters}) == 2 and any(
        _has_word(draft, i, pronouns.IT) for i in (root, mention)
    ):
        return True
    return any(
        _is_he_or_she(draft, one) and other.nouns and not (other.kind or other.named or other.gender)
        for one, other in (clusters, reversed(clusters))
    )


def _other_branch(draft: Candidates, root: int, mention: int) -> bool:
    """The same noun with another one before it ("the High Court", "the trial court"; "tram driver", "the lorry driver")."""
    tree, head = draft.tree, draft.mentions[mention].head
    own = _sorts(draft, mention)
    if own and any(
        tree.lemma[draft.mentions[i].head] == tree.lemma[head]
        and (theirs := _sorts(draft, i))
        and not own & theirs
        for i in draft.clusters.of(root).members
        if draft.mentions[i].kind == "nominal"
    ):
        return True
    names = [draft.names[i] for i in draft.clusters.of(root).members if i in draft.names]
    words = {word for name in names for word in name.words}
    if draft.mentions[mention].kind != "nominal" or draft.profiles[mention].lemma not in words:
        return False
    before = (kid for kid in tree.kids[head] if kid < head and tree.dep[kid] == "compound")
    return any(plain(tree.lower[kid]) not in words for kid in before)


def _sorts(draft: Candidates, i: int) -> set[str]:
    """The common nouns before a noun for somebody that say which sort is meant ("lorry driver", "the tram's driver")."""
    tree, mention = draft.tree, draft.mentions[i]
    if mention.kind != "nominal" or mention.label != "PERSON":
        return set()
    kids = tree.children(mention.head, "compound", "nmod:poss")
    return {tree.lemma[kid] for kid in kids if tree.tag[kid] in ("NN", "NNS") and not tree.label[kid]}


def _is_he_or_she(draft: Candidates, cluster: Cluster) -> bool:
    """Is it a cluster of nothing but "he" or "she"?"""
    return bool(cluster.gender) and all(draft.mentions[i].kind == "pronoun" for i in cluster.members)


def _other_number(draft: Candidates, root: int, mention: int) -> bool:
    """The same noun with another number or year ("the 2016 election", "the 2020 election")."""
    known = draft.profiles[mention]
    own = _numbers(known.modifiers)
    return bool(own) and any(
        other.lemma == known.lemma and (theirs := _numbers(other.modifiers)) and not own & theirs
        for other in _profiles(draft, root)
    )


def _other_body(draft: Candidates, root: int, mention: int) -> bool:
    """A kind of body that neither its name nor the text gives it ("the bank" for a maker of phones)."""
    if draft.mentions[mention].kind != "nominal" or draft.mentions[mention].label != "ORG":
        return False
    cluster, lemma = draft.clusters.of(root), draft.profiles[mention].lemma
    if lemma in cluster.nouns or cluster.kind != "body":
        return False
    names = [draft.names[i] for i in cluster.members if i in draft.names]
    if any(lemma in word for name in names for word in name.words):
        return False
    if lemma in BODIES_IN_LETTERS and names and not cluster.nouns and all(name.acronym for name in names):
        return False
    generic = lemma in GENERIC_ORGANISATIONS
    return not generic or (not cluster.named and not cluster.nouns & GENERIC_ORGANISATIONS)


def _other_thing(draft: Candidates, root: int, mention: int) -> bool:
    """A building, vehicle or product without a name that was called otherwise ("the house" for a factory)."""
    cluster, known = draft.clusters.of(root), draft.profiles[mention]
    if draft.mentions[mention].kind != "nominal" or draft.mentions[mention].label not in _GOODS:
        return False
    is_new = bool(cluster.nouns) and known.lemma not in cluster.nouns and not cluster.named
    return is_new and known.lemma not in ANY_THINGS


def _they_and_a_place(draft: Candidates, root: int, mention: int) -> bool:
    """ "They" are people, not a town or country that was named; several states are no country."""
    several = _is_plural_noun(draft, mention)
    if not several and draft.tree.lower[draft.mentions[mention].head] not in pronouns.THEY:
        return False
    labels = {"GPE"} if several else {"GPE", "LOC", "FAC"}
    members = [draft.mentions[i] for i in draft.clusters.of(root).members]
    return any(member.kind == "name" and member.label in labels for member in members)


def _profiles(draft: Candidates, root: int) -> list[MentionProfile]:
    return [draft.profiles[i] for i in draft.clusters.of(root).members]


def _has_word(draft: Candidates, i: int, words: frozenset[str]) -> bool:
    members = draft.clusters.of(i).members
    return any(draft.tree.lower[draft.mentions[j].head] in words for j in members)


def _numbers(words: frozenset[str]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}


def _empty_it(draft: Candidates, root: int, mention: int) -> bool:
    """ "It" of the weather, the time or a clause behind it."""
    return is_empty(draft.tree, draft.mentions[mention].head)


VETOES = RuleTable(
    "coreference vetoes",
    Rule("empty-it", _empty_it, cites="UD expl"),
    Rule("other-of-its-kind", _other_of_its_kind),
    Rule("new-or-former", _new_or_former),
    Rule("quantified", quantified, cites="Kamp 1981, accessibility"),
    Rule("only-thought", only_thought, cites="Kamp 1981, accessibility"),
    Rule("generic-and-specific", _generic_and_specific, cites="Carlson 1977"),
    Rule("part-and-whole", _part_and_whole),
    Rule("one-and-several", _one_and_several),
    Rule("second-argument", second_argument, cites="Chomsky 1981, binding principle B"),
    Rule("told-by-another", told_by_another, cites="Chomsky 1981, binding principle C"),
    Rule("person-and-thing", _person_and_thing),
    Rule("other-branch", _other_branch),
    Rule("other-number", _other_number),
    Rule("other-role", other_role),
    Rule("untold-role", untold_role),
    Rule("other-owner", other_owner),
    Rule("other-people", other_people),
    Rule("country-and-town", country_and_town),
    Rule("firm-and-office", firm_and_office),
    Rule("meant-beside", meant_beside, cites="Chomsky 1981, binding principle B"),
    Rule("other-body", _other_body),
    Rule("other-thing", _other_thing),
    Rule("ones-own-relative", ones_own_relative),
    Rule("relative-and-owner", relative_and_owner, cites="i-within-i filter"),
    Rule("they-and-a-place", _they_and_a_place),
    Rule("speaker-and-listener", speaker_and_listener),
    Rule("outlet-and-body", outlet_and_body),
    Rule("orderer-and-patient", orderer_and_patient),
)
"""In this order; the first that objects decides."""

OF_WORDS = frozenset({"new-or-former", "untold-role", "other-body"})
"""Those that ask only what a text has called a thing so far, which may be outweighed."""
FIRM = frozenset(rule.name for rule in VETOES) - OF_WORDS
"""The others."""
GRAMMAR = frozenset(
    {
        "second-argument",
        "told-by-another",
        "speaker-and-listener",
        "outlet-and-body",
        "firm-and-office",
        "orderer-and-patient",
    }
)
"""Those that hold for a noun that takes up a name as well, whatever speaks for it."""
