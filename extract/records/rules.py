"""Every rule of the product, by area: what ``newsgraph trace`` explains and ``benchmarks/rules.py`` counts."""

from __future__ import annotations

from collections.abc import Iterator

from ..attribution.sources import TABLES as ATTRIBUTION
from ..coreference.appositions import APPOSITIONS
from ..coreference.drafting import TAKEN_UP
from ..coreference.reporters import REPORTERS
from ..coreference.salience import SALIENCE, SALIENCE_OF_THINGS
from ..coreference.siblings import SIBLINGS
from ..coreference.vetoes import VETOES
from ..factuality.modality import TABLES as FACTUALITY
from ..mentions.kinds import KINDS
from ..mentions.namesakes import NAMESAKES
from ..mentions.scripts import LETTERS
from ..mentions.signs import SIGNS
from ..mentions.surnames import SURNAMES
from ..relations.inference import INFERENCES
from ..relations.relate import CLASSIFIED
from ..statements import CONSTRUCTIONS
from ..statements.complements import OBJECT_CLAUSES
from ..syntax.control import TABLES as CONTROL
from ..syntax.corrections import TABLES as CORRECTIONS
from ..syntax.possessors import POSSESSORS
from ..syntax.restrictive import RESTRICTIVE
from ..syntax.rules import Rule, RuleTable
from ..syntax.shared_modifiers import SHARED

TABLES: tuple[RuleTable[Rule], ...] = (
    *CORRECTIONS,
    *CONTROL,
    RESTRICTIVE,
    POSSESSORS,
    SHARED,
    *ATTRIBUTION,
    SURNAMES,
    KINDS,
    SIGNS,
    NAMESAKES,
    LETTERS,
    SIBLINGS,
    APPOSITIONS,
    TAKEN_UP,
    REPORTERS,
    VETOES,
    SALIENCE,
    SALIENCE_OF_THINGS,
    *FACTUALITY,
    OBJECT_CLAUSES,
    CONSTRUCTIONS,
    INFERENCES,
    CLASSIFIED,
)
"""The tables, in the order in which a text passes them."""


def all_rules() -> Iterator[tuple[str, Rule]]:
    """Each rule with its area."""
    for table in TABLES:
        for rule in table:
            yield table.area, rule
