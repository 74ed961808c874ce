"""Main verbs that a parse has taken for participles, where a sentence would have none."""

from __future__ import annotations

from ...english.word_classes import word_class
from .arrays import Columns, dependents

_REACH = 30
"""How many words a subject may have before its verb."""
_PAST = frozenset({"VBD", "VBN", "JJ"})
_OPENING = frozenset({".", "!", "?", ":", "“", '"', "‘"})
_HELPING = frozenset({"aux", "aux:pass", "cop", "mark", "nsubj", "nsubj:pass"})


def find_past(columns: Columns, verb: int) -> None:
    """ "Burning the flag shocked Selkia", "the arrest by Norland drew protests": the past tense behind a gerund or a noun.

    Read as a participle, it would stand between two things that hang on the first word: two objects of the gerund, or a
    noun and another without a preposition.
    """
    above = columns.head[verb]
    before = columns.dep[verb] == "amod" and above > verb
    item = above if before else next(iter(dependents(columns, verb, "obj", verb + 1, verb + _REACH)), None)
    top = columns.head[above] if before or columns.dep[verb] == "acl" else above
    named = columns.lemma[verb] in word_class("naming") | word_class("giving")
    if item is None or not top < verb or named or columns.tag[verb] not in _PAST:
        return
    if columns.tag[top] == "VBG":
        found = _is_gerund(columns, top, verb, item)
    else:
        found = before and columns.tag[verb] == "VBD" and _is_bare(columns, top, item)
    if found and top not in columns.finite and top not in columns.subjects:
        _raise(columns, top, verb, item)


def _is_gerund(columns: Columns, gerund: int, verb: int, item: int) -> bool:
    """Does a gerund open the sentence, with an object of its own right before the verb?"""
    opens = gerund == 0 or columns.text[gerund - 1][-1:] in _OPENING or columns.text[gerund - 1].isspace()
    helped = any(columns.head[t] == gerund and columns.dep[t] in _HELPING for t in range(gerund + 1, verb))
    own = dependents(columns, gerund, "obj", gerund + 1, verb)
    closed = columns.dep[gerund] in ("ROOT", "ccomp") and not any(
        columns.text[t] == "," for t in range(gerund, verb)
    )
    return opens and closed and not helped and bool(own) and item not in own


def _is_bare(columns: Columns, noun: int, item: int) -> bool:
    """Is it a noun that heads the sentence, with another behind the verb that no preposition joins to it?"""
    heads = columns.head[noun] == noun and columns.pos[noun] in ("NOUN", "PROPN")
    joined = columns.dep[item] in ("nmod", "appos", "obj") and not dependents(
        columns, item, "case", noun, item
    )
    return (
        heads and joined and columns.head[item] == noun and not dependents(columns, item, "det", noun, item)
    )


def _raise(columns: Columns, subject: int, verb: int, item: int) -> None:
    """Let the verb head the clause of what is now its subject."""
    root, gerund = columns.head[subject] == subject, columns.tag[subject] == "VBG"
    columns.head[verb], columns.dep[verb] = (
        (verb, "ROOT") if root else (columns.head[subject], columns.dep[subject])
    )
    columns.head[subject], columns.dep[subject] = verb, "csubj" if gerund else "nsubj"
    columns.head[item], columns.dep[item] = verb, "obj"
    for token in range(verb + 1, min(len(columns.head), verb + _REACH)):
        if columns.head[token] == subject:
            columns.head[token] = verb
    columns.pos[verb], columns.tag[verb] = "VERB", "VBD"
    columns.subjects[verb] = [subject]
