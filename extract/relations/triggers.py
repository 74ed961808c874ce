"""Relations of the schema: recognised by the words of a predicate and the kinds of things it joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.knowledge.relation import TEXT, Trigger
from newsgraph.graph.model.record import VALUE_LABELS

from ..english.lexicon import ROLE_NOUNS
from ..english.role_classes import OTHER_ROLE
from ..syntax.tree import ancestors
from .senses import Ends, fits_sense

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema

    from ..statements import Extraction
    from ..syntax.tree import Tree

AMOUNTS = frozenset({"CARDINAL"})
"""Labels of amounts, which stand for things not named ("killed nine")."""

GAP_PREPOSITIONS = frozenset({"to", "from", "for", "of", "with", "in", "on", "against", "at"})
"""Prepositions behind "*" in a trigger, which stands for the nouns of a folded object."""

_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_FUNCTIONS = _AUXILIARIES | {"mark", "expl", "det", "nmod:poss", "punct", "nummod", "cc"}
_MEASURING = frozenset({"compound", "amod", "nmod", "nmod:unmarked"})
_CONTENT = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_DROPPED = frozenset({"DET", "PUNCT", "PRON", "SPACE", "NUM", "CCONJ"})
_OFFICES = ROLE_NOUNS | {"successor", "candidate", "nominee"}
_DEFINITE = frozenset({"the", "this", "that", "those"})
_WHETHER = frozenset({"if", "whether"})
_CLIMB = 6


def find_relation(
    schema: Schema, tree: Tree, extraction: Extraction, subject_label: str | None, object_label: str | None
) -> str | None:
    """Name the relation that subject and object of an extraction stand in, in this direction, or None.

    ``subject_label`` and ``object_label`` are the labels of the entities they refer to, empty or None for
    plain phrases. Whether the statement is denied or only planned makes no difference here.
    """
    if extraction.object_head is None:
        return None
    subject, item = extraction.subject_head, extraction.object_head
    ends = Ends(tree, _word(tree, extraction), subject, subject_label or "", item, object_label or "")
    for trigger in _triggers(tree, extraction):
        for relation in schema.meanings.get(trigger, ()):
            fits = _fits(tree, relation.domain, subject_label, subject)
            fits = fits and _fits(tree, relation.range, object_label, item)
            if fits and fits_sense(relation.name, ends):
                return relation.name
    return None


def _word(tree: Tree, extraction: Extraction) -> int:
    """The word of the predicate that carries it."""
    content = _content(tree, extraction)
    return extraction.predicate[-1] if content is None else content


def _fits(tree: Tree, allowed: frozenset[str], label: str | None, token: int) -> bool:
    unnamed = (not label or label in AMOUNTS) and not _is_name(tree, token)
    return label in allowed or (TEXT in allowed and unnamed)


def _is_name(tree: Tree, token: int) -> bool:
    return tree.label[token] != "" and tree.label[token] not in AMOUNTS


def _triggers(tree: Tree, extraction: Extraction) -> list[Trigger]:
    """List what the predicate may be in the schema, longest first; it may begin at its content word."""
    tokens = list(extraction.predicate)
    content = _content(tree, extraction)
    if content is not None and content == tokens[0]:
        tokens = [*_modifiers(tree, content), *tokens]
    words = _words(tree, tokens, content)
    if content is None:
        return [Trigger(tuple(word for _, word in words), passive=True)] if words else []
    if _has_other_sense(tree, content) or _is_done_by_others(tree, extraction, content):
        return []
    passive = _is_passive(tree, tokens, content, extraction.subject_head)
    found = []
    for start, (place, _) in enumerate(words):
        if place > content or (start and words[start - 1][1] in OTHER_ROLE):
            break
        found.append(Trigger(tuple(word for _, word in words[start:]), passive))
    shortened = _with_gap(tree, words, content)
    return [*found, Trigger(shortened, passive)] if shortened else found


def _with_gap(tree: Tree, words: list[tuple[int, str]], content: int) -> tuple[str, ...]:
    """ "Sell yard to" as "sell * to": a verb with whatever noun has come between it and its preposition."""
    after = [word for place, word in words if place > content]
    if tree.pos[content] != "VERB" or len(after) < 2 or after[-1] not in GAP_PREPOSITIONS:
        return ()
    return (tree.lemma[content], "*", after[-1])


def _content(tree: Tree, extraction: Extraction) -> int | None:
    """Find the word that carries the predicate; a copula with a noun behind it has none."""
    for token in extraction.predicate:
        carries = tree.pos[token] in _CONTENT and tree.dep[token] not in _AUXILIARIES
        if carries and tree.lemma[token] == extraction.lemma:
            return token
    return None


def _has_other_sense(tree: Tree, verb: int) -> bool:
    """Is this another sense of a verb than the triggers mean?

    To ask whether urges nothing, to deal with something is no agreement, to demonstrate something is no protest, who
    pleads not guilty is not convicted, and to name somebody is to appoint him only to an office or to a task.
    """
    lemma = tree.lemma[verb]
    if lemma in ("plead", "guilty"):
        return any("not" in (tree.lower[kid], *_before(tree, kid)) for kid in tree.kids[verb])
    if tree.pos[verb] != "VERB" or lemma == "deal":
        return tree.pos[verb] == "VERB"
    behind = [kid for kid in tree.kids[verb] if kid > verb]
    if lemma == "demonstrate":
        return any(tree.dep[kid] in ("obj", "ccomp") for kid in behind)
    if lemma == "ask":
        return any(not _WHETHER.isdisjoint(_before(tree, kid)) for kid in behind)
    return lemma == "name" and not any(_is_task(tree, kid) for kid in behind)


def _is_done_by_others(tree: Tree, extraction: Extraction, verb: int) -> bool:
    """ "Lund had the driver arrested": others arrested him."""
    item = extraction.object_head
    causing = (t for t in extraction.predicate if tree.lemma[t] in ("have", "get") and t < verb)
    return item is not None and tree.tag[verb] == "VBN" and any(token < item < verb for token in causing)


def _before(tree: Tree, token: int) -> list[str]:
    """The words that hang on a token and stand before it."""
    return [tree.lower[kid] for kid in tree.kids[token] if kid < token]


def _is_task(tree: Tree, kid: int) -> bool:
    """Is it what somebody is named to be or to do?"""
    if tree.dep[kid] == "xcomp" and tree.pos[kid] == "VERB":
        return True
    return tree.lemma[kid] in _OFFICES and (tree.dep[kid] in ("xcomp", "obl") or _is_new(tree, kid))


def _is_new(tree: Tree, noun: int) -> bool:
    """ "Named a new mayor", "Brand mayor"; but who names the mayor tells who he is."""
    return tree.dep[noun] == "obj" and _DEFINITE.isdisjoint(_before(tree, noun))


def _modifiers(tree: Tree, noun: int) -> list[int]:
    """The adjectives and nouns right before a noun that belong to its name ("chief executive")."""
    found = [t for t in tree.children(noun, "amod", "compound") if t < noun and not _is_name(tree, t)]
    return [token for place, token in enumerate(found) if token + len(found) - place == noun]


def _words(tree: Tree, tokens: list[int], content: int | None) -> list[tuple[int, str]]:
    """List places and lemmas without articles, auxiliaries, adverbs, and adjectives of nouns folded in."""
    found = []
    for token in tokens:
        pos, dep = tree.pos[token], tree.dep[token]
        kept = token == content or not (
            dep in _FUNCTIONS
            or pos in _DROPPED
            or (pos in ("ADV", "PART") and dep not in ("compound:prt", "case"))
            or (pos == "ADJ" and content is not None and token > content)
            or (tree.label[token] in VALUE_LABELS and dep in _MEASURING)  # "holds a 12 percent stake in"
        )
        if kept:
            found.append((token, tree.lower[token] if pos == "ADP" else tree.lemma[token]))
        if [word for _, word in found[-2:]] == ["in", "law"] and len(found) > 2:
            place, kin = found[-3]  # "son-in-law" is one word of the schema and several tokens
            found[-3:] = [(place, f"{kin}-in-law")]
    return found


def _is_passive(tree: Tree, tokens: list[int], content: int, subject: int) -> bool:
    """Tell whether the subject is what something is done to; where there is an agent, that is the subject."""
    if tree.pos[content] == "ADJ":
        return any(tree.dep[token] == "cop" for token in tokens)
    if tree.pos[content] in ("NOUN", "PROPN") or tree.tag[content] != "VBN":
        return False
    auxiliaries = {tree.dep[t] if tree.dep[t] != "aux" else tree.lemma[t] for t in tokens}
    link = _link(tree, subject, content)
    if link is None:
        return "aux:pass" in auxiliaries or "have" not in auxiliaries
    dep = tree.dep[link]
    return dep == "nsubj:pass" or (dep in ("nsubj", "csubj") and "aux:pass" in auxiliaries)


def _link(tree: Tree, token: int, verb: int) -> int | None:
    """Find the dependent of the verb that the token is in; None where it stands outside the clause."""
    return next((t for t in ancestors(tree, token, _CLIMB) if tree.head[t] == verb), None)
