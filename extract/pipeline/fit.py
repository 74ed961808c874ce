"""Whether a spaCy pipeline is of our kind: what the rules and the other heads read of it must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

from newsgraph.graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

_SAMPLE = "Ada Lind met her sister in Oslo on Monday."
"""Holds a subject, an object, an oblique, a person and a place."""
_WANTED = {"nsubj", "obj", "obl"}
_FITTING: WeakSet[Language] = WeakSet()


def check(nlp: Language, width: int | None = None) -> None:
    """Read one sentence with a pipeline that somebody brought, once. Raises InputError with all that does not fit.

    ``width`` is the size of the vectors that the shipped heads were trained on; None where none is used.
    """
    if nlp in _FITTING:
        return
    faults = list(_faults(nlp(_SAMPLE), width))
    if faults:
        raise InputError(
            f"The pipeline {nlp.meta.get('name', '')!r} does not fit: {'; '.join(faults)}. "
            "newsgraph reads with its own kind of pipeline: newsgraph.load_pipeline(), or one trained by its recipe."
        )
    _FITTING.add(nlp)


def _faults(doc: Doc, width: int | None) -> Iterator[str]:
    found = {token.dep_ for token in doc}
    if not doc.has_annotation("DEP"):
        yield "it parses nothing"
    elif not found >= _WANTED:
        yield f"its relations are not those of Universal Dependencies 2 ({', '.join(sorted(found))})"
    if not any(token.pos_ == "PROPN" for token in doc):
        yield "it sets no parts of speech"
    if not any(token.lemma_ for token in doc):
        yield "it sets no lemmas"
    if not {"PERSON", "GPE"} <= {ent.label_ for ent in doc.ents}:
        yield "its names are not labelled as in OntoNotes (PERSON, GPE, ORG ...)"
    size = doc.tensor.shape[-1] if len(doc.tensor) == len(doc) else 0
    if width is not None and size != width:
        yield f"its tokens have {f'vectors of {size}' if size else 'no vectors'}, where {width} numbers each are read"
