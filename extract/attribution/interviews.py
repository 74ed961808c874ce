"""Interviews set as questions and answers without quotation marks: who was interviewed speaks the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import word_set
from ..english.pronouns import FIRST_PERSON, HE, ME, SHE, WE, YOU
from ..english.word_classes import word_class
from ..syntax.phrases import noun_phrase
from ..syntax.rules import Rule
from .cues import Attribution
from .relays import is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

_QUESTIONS = 2
"""An interview has at least so many questions."""
_LONGEST = 50
"""A question has fewer words than this."""
_INTRODUCTION = 12
"""Who is interviewed is told in one of so many first paragraphs."""
_TALKING = word_set("speak talk chat sit tell")
_PARTNERS = word_set("speak talk chat sit meet interview ask question")
_TALKS = word_set("interview conversation")
_ASKED = word_set("q question")
_ANSWERED = word_set("a answer")
_MARKS = frozenset("\"“‘'”’«»")


def attributions_of_answers(tree: Tree, paragraphs: list[int]) -> Iterator[Attribution]:
    """What the one person with whom the first paragraphs say somebody spoke answers to the questions below.

    Somebody is asked as "you" and answers as "I", or the answers are marked ("A:"): questions that explain something
    to a reader are no interview.
    """
    turns = _turns(tree, paragraphs)
    asked = [number for number, turn in enumerate(turns) if _is_question(tree, turn)]
    if len(asked) < _QUESTIONS or asked[0] > _INTRODUCTION:
        return
    answers = list(_answers(tree, turns, asked))
    if not _is_dialogue(tree, [turns[number] for number in asked], answers):
        return
    person = _interviewed(tree, [token for turn in turns[: asked[0]] for token in turn])
    if person is None:
        return
    source = noun_phrase(tree, person)
    for turn in answers:
        inside = set(turn)
        head = next(
            (t for t in turn if tree.pos[t] in ("VERB", "AUX") and tree.head[t] not in inside), turn[0]
        )
        yield Attribution(source, None, ((turn[0], turn[-1]),), head, quoted=True, unmarked=True)


def _turns(tree: Tree, paragraphs: list[int]) -> list[list[int]]:
    """The words of each paragraph."""
    found: dict[int, list[int]] = {}
    for token, number in enumerate(paragraphs):
        if not tree.text[token].isspace():
            found.setdefault(number, []).append(token)
    return list(found.values())


def _label(tree: Tree, turn: list[int]) -> str:
    """The one word before a colon that opens a paragraph ("Q:"), or nothing."""
    return tree.lower[turn[0]] if len(turn) > 1 and tree.text[turn[1]] == ":" else ""


def _is_question(tree: Tree, turn: list[int]) -> bool:
    if _label(tree, turn) in _ASKED:
        return True
    unmarked = tree.text[turn[0]] not in _MARKS and not _label(tree, turn)
    return unmarked and tree.text[turn[-1]] == "?" and len(turn) < _LONGEST


def _answers(tree: Tree, turns: list[list[int]], asked: list[int]) -> Iterator[list[int]]:
    """The paragraphs between questions, but what the interviewer throws in and what stands below the last answer.

    A line without "I" between two paragraphs is thrown in; below the last answer may stand who wrote it or a correction.
    """
    for start, end in zip(asked, [*asked[1:], len(turns)], strict=True):
        between = range(start + 1, end)
        for number in between:
            turn, inner = turns[number], start + 1 < number < end - 1
            own = _says(tree, turn, ME)
            if number > start + 1 and end == len(turns) and not own:
                break
            labelled = _label(tree, turn) in _ANSWERED
            if own or labelled or not inner or sum(tree.text[t] in ".!?" for t in turn) > 1:
                yield turn[2:] if labelled and len(turn) > 2 else turn


def _says(tree: Tree, turn: list[int], words: frozenset[str]) -> bool:
    return any(tree.lower[token] in words for token in turn)


def _is_dialogue(tree: Tree, questions: list[list[int]], answers: list[list[int]]) -> bool:
    if any(_label(tree, [turn[0] - 2, turn[0] - 1]) in _ANSWERED for turn in answers if turn[0] > 1):
        return True
    marked = any(tree.text[turn[0]] in _MARKS for turn in answers)
    asked = any(_says(tree, turn, YOU) for turn in questions)
    told = [turn for turn in answers if _says(tree, turn, FIRST_PERSON)]
    return asked and not marked and len(told) * 3 >= len(answers) and any(_says(tree, t, ME) for t in told)


def _interviewed(tree: Tree, introduction: list[int]) -> int | None:
    """With whom a reporter, an outlet or "we" talk in the introduction; None for nobody, or people of two names."""
    found = [person for token in introduction for person in _partners(tree, token)]
    names = {_surname(tree, person) for person in found if tree.entity[person] >= 0}
    return found[0] if found and len(names) <= 1 else None


def _surname(tree: Tree, person: int) -> str:
    return tree.lower[tree.entities[tree.entity[person]][1] - 1]


def _partners(tree: Tree, word: int) -> Iterator[int]:
    """Who is interviewed by a word for it: "Lund spoke to our reporter", "we met Lund", "an interview with Lund"."""
    if tree.pos[word] == "NOUN" and tree.lemma[word] in _TALKS:
        with_whom = (kid for kid in tree.children(word, "nmod") if tree.words(tree.cases(kid)) == "with")
        yield from (kid for kid in with_whom if _is_person(tree, kid))
    if tree.pos[word] != "VERB":
        return
    subject = tree.child(word, "nsubj")
    hearers = [
        *(tree.children(word, "obj", "iobj")),
        *(kid for kid in tree.children(word, "obl") if tree.words(tree.cases(kid)) in ("to", "with")),
    ]
    if subject is None:
        return
    if tree.lemma[word] in _TALKING and _is_person(tree, subject):
        yield from (subject for kid in hearers if _reports(tree, kid))
    elif tree.lemma[word] in _PARTNERS and _reports(tree, subject):
        yield from (kid for kid in hearers if _is_person(tree, kid))


def _is_person(tree: Tree, noun: int) -> bool:
    listed = tree.dep[noun] == "conj" or tree.child(noun, "conj") is not None
    return not listed and (tree.label[noun] == "PERSON" or tree.lower[noun] in HE | SHE)


def _reports(tree: Tree, noun: int) -> bool:
    """Is it "we", "our correspondent", a reporter by name or an outlet? Who says "I" may tell of anybody he met."""
    words = {tree.lower[kid] for kid in range(tree.left[noun], tree.right[noun] + 1)}
    return is_outlet(tree, noun) or tree.lower[noun] in WE or not words.isdisjoint(word_class("reporters"))


ANSWERS = Rule("interview-answer", attributions_of_answers, cites="typography of interviews")
