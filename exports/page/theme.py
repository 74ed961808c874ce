"""How things are drawn: one shape per group of entities, one line per kind of statement.

Colours stand in ``page.css`` alone, once for light and once for dark, under the names given here.
"""

from __future__ import annotations

from newsgraph.graph.model.statement import Statement

GROUPS = {
    "person": ("Person", "dot"),
    "organisation": ("Organisation", "square"),
    "place": ("Place", "hexagon"),
    "people": ("Group of people", "diamond"),
    "event": ("Event", "star"),
    "thing": ("Law, work or product", "triangle"),
    "concept": ("Other", "triangleDown"),
    "value": ("Value", "dot"),
}
"""Group of nodes: its name for people and its vis-network shape; values are drawn far smaller than entities."""

_GROUP_OF_LABEL = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "EVENT": "event",
    "PRODUCT": "thing",
    "WORK_OF_ART": "thing",
    "LAW": "thing",
    "LANGUAGE": "thing",
}

LABEL_NAMES = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Country, city or state",
    "LOC": "Region or landmark",
    "FAC": "Building or facility",
    "NORP": "Nationality or group",
    "EVENT": "Event",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Title of a work",
    "LAW": "Law or treaty",
    "LANGUAGE": "Language",
    "CONCEPT": "Phrase",
}
"""Entity labels in words for people."""

KINDS: dict[str, tuple[str, list[int] | bool]] = {
    "stated": ("Stated", False),
    "reported": ("Reported: a source says so", [9, 4]),
    "planned": ("Planned, requested or due", [5, 5]),
    "possible": ("Possible or conditional", [2, 5]),
    "denied": ("Denied or negated", [12, 4, 2, 4]),
}
"""Kind of statement: its name for people and its vis-network dashes."""

_KIND_OF_STATUS = {
    "asserted": "stated",
    "reported": "reported",
    "planned": "planned",
    "obligatory": "planned",
    "requested": "planned",
    "possible": "possible",
    "conditional": "possible",
    "denied": "denied",
    "negative": "denied",
}

STATUS_NAMES = {
    "asserted": "Stated by the document",
    "reported": "Reported by a source",
    "denied": "Denied by a source",
    "negative": "Negated",
    "planned": "Planned",
    "possible": "Possible",
    "conditional": "Conditional",
    "obligatory": "Due",
    "requested": "Requested",
}
"""Status of a statement (``Statement.status``) in words for people."""


def group_of(label: str) -> str:
    """Return the group (a key of ``GROUPS``) that an entity with this label is drawn as."""
    return _GROUP_OF_LABEL.get(label, "concept")


def kind_of(statement: Statement) -> str:
    """Return the kind (a key of ``KINDS``) of a statement: that of its status.

    A condition that something does not happen ("unless they pay") denies nothing.
    """
    return _KIND_OF_STATUS[status_of(statement)]


def status_of(statement: Statement) -> str:
    """Return the status of a statement; a negated condition is a condition."""
    is_condition = statement.modality == "conditional" and statement.stance != "denies"
    return "conditional" if is_condition else statement.status
