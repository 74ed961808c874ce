"""Mend attachments that a parser gets wrong and that other evidence puts right: rules of tables, tried in order.

A correction looks at the tokens of some relations, or at the whole document, and changes the columns of the parse; the number
of roots does not change. Times, amounts, datelines and sentence ends come first, then clauses and their subjects, then the
arguments of verbs and nouns, at last the words of a person's name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..rules import PlacedRule, RuleTable, asked, is_watched
from . import (
    agents,
    amounts,
    arguments,
    clauses,
    content_clauses,
    hyphens,
    kinship,
    names,
    objects,
    prepositions,
    relatives,
    reporters,
    sentences,
    subjects,
    times,
    titles,
)
from .arrays import Columns as Columns
from .arrays import finite_predicates, subjects_of


@dataclass(frozen=True, slots=True)
class Correction(PlacedRule):
    """A rule that changes the parse: ``apply(columns)``, or ``apply(columns, token)`` for each token with one of ``deps``."""


_VERBAL = ("ROOT", "ccomp")
_OBLIQUE = ("obl", "obl:unmarked")

WORDS: RuleTable[Correction] = RuleTable(
    "corrections",
    Correction("age-as-noun", hyphens.name_by_age, "UD: nsubj, obj"),
    Correction("hyphenated-predicate", hyphens.join_hyphens, "UD: compound"),
    Correction("complex-preposition", prepositions.join_prepositions, "UD: case, fixed"),
    Correction("all-but", prepositions.join_all_but, "UD: advmod, fixed"),
    Correction("time-expression", times.join_times, "UD: obl:tmod, nmod"),
    Correction("time-behind-second-verb", times.lower_times, "UD: obl"),
    Correction("number-of-unit", amounts.join_units, "UD: nummod"),
    Correction("range-of-amount", amounts.join_ranges, "UD: nummod, advmod"),
    Correction("given-amount", amounts.give, "UD: iobj, obj"),
    Correction("gapped-verb", objects.part_gap, "UD: orphan"),
    Correction("gapped-agent", agents.part_agents, "UD: orphan"),
    Correction("person-and-complement", objects.part_complement, "UD: obj, xcomp, iobj"),
    Correction("sentence-stop", sentences.part_at_stops, "UD: sentence ends"),
    Correction("title-with-of", titles.join_whole_titles, "UD: fixed, nmod"),
    Correction("role-in-list", titles.join_listed, "UD: conj, nmod:desc"),
    Correction("attorney-general", titles.join_generals, "UD: compound, amod"),
    Correction("under-secretary", titles.join_under, "UD: case, compound"),
    Correction("in-law", kinship.join_kinship, "UD: nmod:desc"),
    Correction("capitals", arguments.name_capitals, "UD: compound"),
)
"""Corrections of single words and expressions, each over the whole document."""

CLAUSES: RuleTable[Correction] = RuleTable(
    "corrections",
    Correction("headline-verb", objects.read_headline_verb, "UD: nsubj, obj", ("appos", "flat")),
    Correction("verb-like-a-noun", objects.read_verb, "UD: csubj, obj", ("obj", "iobj")),
    Correction("report-like-a-noun", reporters.read_report, "UD: ccomp, nsubj", ("ccomp",)),
    Correction("reporter-at-the-end", reporters.find_speaker, "UD: ccomp", _VERBAL),
    Correction("raised-conjunct", clauses.raise_conjunct, "UD: conj", ("conj",)),
    Correction("predicate-under-noun", clauses.raise_predicate, "UD: nsubj", ("acl",)),
    Correction("copula-before-content", content_clauses.part_from_content, "UD: cop, nsubj:outer", ("cop",)),
    Correction("nearer-report", reporters.lower_content, "UD: ccomp", ("ccomp",)),
    Correction("second-report", reporters.raise_report, "UD: conj", ("conj",)),
    Correction("tense-behind-modal", clauses.raise_tense, "UD: conj, Tense", ("conj",)),
    Correction("pair-without-and", arguments.part_pair, "UD: appos, conj", ("conj",)),
    Correction("closed-amount", amounts.close_amount, "UD: conj", ("conj",)),
    Correction("of-behind-noun", prepositions.hang_of, "UD: nmod", ("appos", "amod")),
    Correction("standard-of-comparison", prepositions.hang_standard, "UD: obl", (*_OBLIQUE, "nmod")),
    Correction("worth-behind-noun", prepositions.hang_worth, "UD: amod", ("acl", "advcl", "xcomp")),
    Correction("price-of-deed", amounts.pay, "UD: obl", ("nmod", "flat", "dep")),
    Correction("role-subject", names.join_role, "UD: nmod:desc, appos", ("nsubj",)),
    Correction("hearer-as-subject", reporters.turn_hearer, "UD: iobj", ("nsubj",)),
    Correction("report-as-adverbial", reporters.insert_report, "UD: parataxis", ("advcl",)),
    Correction(
        "behind-report",
        reporters.lower_behind_report,
        "UD: advcl, obl",
        ("advcl", "obl", "obl:unmarked", "obj", "iobj"),
    ),
    Correction(
        "time-before-mark",
        times.lower_before_mark,
        "UD: obl:unmarked",
        ("obl", "obl:unmarked", "obl:tmod", "obl:agent"),
    ),
    Correction("before-that", times.raise_before_that, "UD: ccomp, mark", _OBLIQUE),
    Correction("time-of-subject", times.raise_time, "UD: obl", ("nmod",)),
    Correction("infinitive-of-noun", clauses.lower_to_noun, "UD: acl", ("advcl", "acl")),
    Correction("result-of-victory", clauses.raise_result, "UD: advcl", ("acl",)),
    Correction("has-it", content_clauses.read_has_it, "UD: nsubj, ccomp", ("aux",)),
    Correction("cleft", relatives.hang_on_noun, "UD: acl:relcl", ("advcl:relcl",)),
    Correction("adding-that", clauses.say_more, "UD: advcl", ("advcl",)),
    Correction("reported-infinitive", content_clauses.open_reported, "UD: xcomp", ("advcl",)),
    Correction("as-soon-as", clauses.join_as_soon, "UD: mark, fixed", ("advcl",)),
    Correction("object-complement", clauses.open_complement, "UD: xcomp", ("ccomp", "xcomp")),
    Correction("role-of-conjunct", names.join_role_of_conjunct, "UD: nmod:desc, conj", ("conj",)),
    Correction("role-behind-name", names.raise_name, "UD: nmod:desc", ("flat", "appos")),
    Correction("oblique-role", names.join_oblique_role, "UD: nmod:desc", (*_OBLIQUE, "obl:agent", "nmod")),
    Correction("case-of-modifier", names.raise_case_of_modifier, "UD: case, compound", ("case",)),
    Correction("name-behind-office", titles.raise_behind_office, "UD: nmod:desc", ("nmod",)),
    Correction("person-beside-role", names.raise_person, "UD: conj", ("conj",)),
    Correction("contrast", clauses.join_contrast, "UD: conj", ("nmod", "appos")),
    Correction("title-with-general", names.join_general, "UD: nmod:desc, compound", ("nmod:desc",)),
    Correction("case-of-title", names.raise_case, "UD: case, nmod:desc", ("nmod:desc",)),
    Correction("title-of-object", names.lower_title, "UD: nmod:desc", ("nmod:desc",)),
    Correction("title-of-two-words", names.join_title, "UD: compound", ("nmod:desc",)),
    Correction("former-of-title", names.lower_modifier, "UD: amod", ("amod",)),
    Correction("raised-apposition", names.raise_apposition, "UD: appos", ("appos",)),
    Correction("description-of-body", arguments.lower_description, "UD: appos", ("appos",)),
    Correction("content-clause", content_clauses.free_content, "UD: acl, mark", ("acl:relcl", "acl")),
)
"""Corrections of clauses, their subjects and their names, token by token."""

ARGUMENTS: RuleTable[Correction] = RuleTable(
    "corrections",
    Correction("rank", objects.give_rank, "UD: xcomp", ("advmod",)),
    Correction("place-as-object", arguments.give_place, "UD: obj", _OBLIQUE),
    Correction("object-behind-verb", arguments.give_item, "UD: obj", ("obl",)),
    Correction("behind-infinitive", arguments.lower_to_infinitive, "UD: obl", _OBLIQUE),
    Correction("raised-agent", arguments.raise_agent, "UD: obl:agent", ("nmod", "flat")),
    Correction("argument-of-finite-verb", arguments.lower_to_verb, "UD: obl", ("nmod",)),
    Correction("lower-affiliation", arguments.lower_affiliation, "UD: nmod", ("nmod",)),
    Correction(
        "reported-subject", subjects.lower_reported_subject, "UD: nsubj, ccomp", ("nsubj", "nsubj:pass")
    ),
    Correction("second-subject", subjects.join_second_subject, "UD: appos, compound", ("nsubj",)),
    Correction("subject-of-content", subjects.give_content_subject, "UD: nsubj, ccomp", ("ccomp",)),
    Correction("late-subject", subjects.drop_late_subject, "UD: nsubj", ("nsubj", "nsubj:pass")),
    Correction("subject-beside-subject", subjects.set_beside, "UD: appos", ("nsubj", "nsubj:pass")),
    Correction("subject-of-gerund", subjects.give_gerund, "UD: nsubj, ccomp", ("obj", "iobj")),
    Correction("object-of-joined-verb", objects.give_joined, "UD: conj, obj", ("obj",)),
    Correction("two-objects", arguments.part_objects, "UD: iobj, nmod:desc", ("obj", "iobj")),
    Correction("causative", arguments.join_causative, "UD: aux, obj", ("obj", "nsubj", "nsubj:pass")),
    Correction("participle-like-a-noun", arguments.read_participle, "UD: xcomp", ("xcomp",)),
    Correction("noun-before-name", arguments.part_flat, "UD: appos, nmod:desc", ("flat",)),
    Correction(
        "headline-subject", subjects.raise_headline_subject, "UD: nsubj", ("compound", "obl", "nmod:poss")
    ),
    Correction(
        "headline-infinitive", subjects.raise_headline_infinitive, "UD: nsubj, mark", ("acl", "xcomp")
    ),
    Correction(
        "subject-of-second-clause",
        subjects.part_clauses,
        "UD: conj, nsubj",
        ("ccomp", "acl", "acl:relcl", "conj", "dep"),
    ),
    Correction("subject-behind-comma", subjects.part_at_comma, "UD: nsubj", ("flat", "appos")),
    Correction("whose-subject", relatives.join_whose, "UD: nmod:poss, nsubj", ("acl:relcl",)),
    Correction("question-behind-argument", relatives.free_question, "UD: ccomp", ("acl:relcl",)),
    Correction("relative-of-place", relatives.raise_relative, "UD: acl:relcl", ("acl:relcl",)),
    Correction("relative-of-person", relatives.find_person, "UD: acl:relcl", ("acl:relcl",)),
    Correction("relative-of-last-person", relatives.find_last_person, "UD: acl:relcl, conj", ("acl:relcl",)),
    Correction("relative-of-body", relatives.find_body, "UD: acl:relcl", ("acl:relcl",)),
    Correction("participle-of-subject", relatives.lower_participle, "UD: acl, advcl", ("acl",)),
    Correction("relative-agreement", relatives.agree, "UD: acl:relcl, Number", ("acl:relcl",)),
    Correction("named-group", arguments.part_group, "UD: appos", ("conj",)),
    Correction(
        "subject-of-infinitive", subjects.give_subject, "UD: nsubj, mark", ("xcomp", "advcl", "csubj", "acl")
    ),
    Correction("object-of-infinitive", arguments.give_object, "UD: obj", ("csubj",)),
)
"""Corrections of the arguments of verbs and nouns, token by token."""

NAMES: RuleTable[Correction] = RuleTable(
    "corrections",
    Correction("name-in-one-piece", names.join_names, "UD: flat"),
    Correction("case-of-name", names.raise_case_of_name, "UD: case, flat"),
)
"""Corrections of names, over the whole document, when all else stands."""

TABLES = (WORDS, CLAUSES, ARGUMENTS, NAMES)


Attempt = Callable[..., None]
"""Applies a rule to the columns, at a token if it is a rule of tokens."""


def mend(columns: Columns) -> None:
    """Mend the parse in place; the number of roots does not change, and no word is hung below itself.

    Rules that are right one by one may close a circle together; then all are tried again, and what closes it is taken back.
    """
    attempt = _watched_attempt if is_watched() else _attempt
    before = columns.copy()
    _mend(columns, attempt)
    if columns.has_circle():
        columns.restore(before)
        _mend(columns, _without_circles(attempt))


def _mend(columns: Columns, attempt: Attempt) -> None:
    for rule in WORDS.active():
        attempt(rule, columns)
    columns.subjects.update(subjects_of(columns))
    columns.finite.update(finite_predicates(columns))
    for table in (CLAUSES, ARGUMENTS):
        _walk(columns, table, attempt)
    for rule in NAMES.active():
        attempt(rule, columns)


def _walk(columns: Columns, table: RuleTable[Correction], attempt: Attempt) -> None:
    """Try at each token the rules of the relation it has when the walk comes to it."""
    for token, dep in enumerate(columns.dep):
        for rule in asked(table, dep):
            attempt(rule, columns, token)


def _attempt(rule: Correction, columns: Columns, *token: int) -> None:
    rule.apply(columns, *token)


def _without_circles(attempt: Attempt) -> Attempt:
    """The same attempt, but the heads stay as they were where it closes a circle."""

    def careful(rule: Correction, columns: Columns, *token: int) -> None:
        head = columns.head.copy()
        attempt(rule, columns, *token)
        if columns.head != head and columns.has_circle():
            columns.head[:] = head

    return careful


def _watched_attempt(rule: Correction, columns: Columns, *token: int) -> None:
    """Apply a rule and tell who watches what it changed, which takes a copy of the columns each time."""
    before = columns.state()
    rule.apply(columns, *token)
    changed = next(
        (i for i, (old, new) in enumerate(zip(before, columns.state(), strict=True)) if old != new), None
    )
    if changed is not None:
        head = columns.head[changed]
        above = "the root" if head == changed else columns.text[head]
        rule.fire(changed, f"{columns.text[changed]}: {columns.dep[changed]} of {above}")
