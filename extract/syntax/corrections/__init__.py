"""Mend attachments that a parser gets wrong and that other evidence puts right.

Cases of news prose: a finite verb coordinated with a non-finite one belongs to the finite verb above
("admitted renting a van but refuses to talk"); a reporting verb coordinated with what is reported of a
thing belongs to the reporter ("said the strike was illegal and accused the union"); a role and a name side
by side as two subjects are one; the parts of a name belong to the name, not to the title before it; a
participle joined to its agent by a hyphen describes the noun behind it ("Oman-brokered talks"); of two names
after one role the second, behind an "and", has a role of its own ("envoy A and B's aide C"); whoever said
something is who goes on "adding that".
"""

from __future__ import annotations

from . import amounts, clauses, names, reporters, sentences, times
from .arguments import mend_arguments
from .arrays import Columns as Columns
from .arrays import finite_predicates, subjects_of
from .names import join_name as join_name

_OF_SUBJECTS = (
    names.part_subjects,
    names.join_role,
    clauses.join_participle,
    clauses.give_back,
    clauses.give_forward,
    reporters.turn_hearer,
)


def mend(columns: Columns) -> None:
    """Mend the parse in place; the number of roots does not change."""
    times.join_times(columns)
    times.raise_times(columns)
    for token, dep in enumerate(columns.dep):
        if dep == "obj":
            times.free_participle(columns, token)
    times.lower_times(columns)
    amounts.join_amounts(columns)
    names.part_datelines(columns)
    sentences.part_at_stops(columns)
    for token in names.kinship_terms(columns):
        names.join_kinship(columns, token)
    subjects, finite = subjects_of(columns), finite_predicates(columns)
    for token, dep in enumerate(columns.dep):
        if dep in ("ROOT", "ccomp") and columns.pos[token] == "VERB":
            reporters.find_speaker(columns, token, subjects)
        if dep == "conj" and token in finite and token not in subjects:
            clauses.raise_conjunct(columns, token, subjects, finite)
        elif dep == "nsubj":
            for mend_subject in _OF_SUBJECTS:
                if token in subjects.get(columns.head[token], ()):  # none of the others has moved it
                    mend_subject(columns, token, subjects)
        elif dep == "advcl" and columns.tag[token] in ("VBD", "VBZ"):
            reporters.insert_report(columns, token, subjects)
        elif dep == "advcl" and columns.tag[token] == "VBG":
            clauses.say_more(columns, token, finite)
        elif dep == "ccomp":
            clauses.open_complement(columns, token)
        elif dep == "nmod":
            clauses.join_contrast(columns, token)
        elif dep == "flat":
            names.raise_name(columns, token)
        elif dep == "appos":
            names.raise_name(columns, token)
            clauses.join_contrast(columns, token)
            names.part_appositions(columns, token)
            names.raise_apposition(columns, token)
        elif dep == "obj":
            clauses.turn_object(columns, token, subjects)
        elif dep in ("acl:relcl", "acl"):
            clauses.free_content(columns, token)
            clauses.free_report(columns, token)
        elif dep == "nmod:desc":
            names.lower_title(columns, token)
            names.part_titles(columns, token, subjects)
        elif dep == "compound" and names.is_title(columns, token):
            columns.dep[token] = "nmod:desc"
        elif dep == "compound":
            names.set_beside(columns, token)
        elif dep == "case":
            clauses.read_due(columns, token)
        elif dep in ("obl", "obl:unmarked"):
            clauses.raise_time(columns, token)
            clauses.raise_as(columns, token)
    mend_arguments(columns, subjects)
