"""The spaCy component of semantic roles: ``doc._.frames``, kept in the Doc, its bytes and a DocBin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from msgspec import Struct
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from .blas import one_thread
from .found_frames import FoundFrame
from .manifest import read_weights
from .role_features import read_rows
from .role_files import FILES, read_model
from .roles import RoleModel

GROUP = "frames"
"""Span group in which a Doc carries its predicates; the group's attributes hold their roles."""


class Role(Struct, frozen=True):
    """One participant or circumstance: ``name`` ("ARG0", "ARGM-TMP", "R-ARG1"), index of the head token, probability."""

    name: str
    head: int
    score: float


class Frame(Struct, frozen=True):
    """A predicate and its roles, by position.

    ``predicate`` is a token index; ``roleset`` ("buy.01") is an id for ``newsgraph.extract.english.rolesets.roleset``,
    blank where PropBank has none for the word; ``score`` is the probability that the word is a predicate.
    """

    predicate: int
    roleset: str
    score: float
    roles: tuple[Role, ...]

    def heads(self, role: str) -> tuple[int, ...]:
        """Indices of the head tokens that have a role."""
        return tuple(found.head for found in self.roles if found.name == role)


def read_frames(doc: Doc) -> tuple[Frame, ...]:
    """The frames of a Doc in order of their predicates; none if the role head has not read it."""
    if GROUP not in doc.spans:
        return ()
    group = doc.spans[GROUP]
    return tuple(
        Frame(span.start, span.label_, score, tuple(Role(*role) for role in roles))
        for span, (score, roles) in zip(group, group.attrs["roles"], strict=True)
    )


def argument_span(doc: Doc, predicate: int, head: int) -> Span:
    """The words of an argument: the head's subtree, less the predicate's where that is inside (relative clauses).

    What is left is the longest stretch around the head.
    """
    inside = {token.i for token in doc[head].subtree}
    if predicate in inside:
        inside -= {token.i for token in doc[predicate].subtree}
    inside.add(head)
    start, end = head, head + 1
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return doc[start:end]


def register_frames() -> None:
    """Make ``doc._.frames`` known, also for Docs that were read from a file."""
    if not Doc.has_extension("frames"):
        Doc.set_extension("frames", getter=read_frames)


@Language.factory(
    "newsgraph_roles",
    requires=["doc.tensor", "token.dep", "token.head", "token.tag", "token.lemma"],
    assigns=["doc._.frames"],
)
def make_roles(nlp: Language, name: str) -> RoleLabeller:
    """Factory of the component; its model comes with ``from_disk`` or ``from_bytes``."""
    return RoleLabeller(name)


class RoleLabeller:
    """Adds frames to a Doc that ``newsgraph_english`` has read."""

    def __init__(self, name: str = "newsgraph_roles") -> None:
        register_frames()
        self.name = name
        self.files: dict[str, bytes] = {}
        self.model: RoleModel | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document.

        Raises ValueError if the component has no model or the Doc no vectors.
        """
        if self.model is None:
            raise ValueError(
                f"component '{self.name}' has no model yet: load the pipeline with newsgraph.load_pipeline()"
            )
        frames = self._find(self.model, doc) if any(not token.is_space for token in doc) else []
        spans = [Span(doc, frame.predicate, frame.predicate + 1, label=frame.roleset) for frame in frames]
        roles = [(frame.score, [tuple(role) for role in frame.roles]) for frame in frames]
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, attrs={"roles": roles}, spans=spans)
        return doc

    def _find(self, model: RoleModel, doc: Doc) -> list[FoundFrame]:
        if len(doc.tensor) != len(doc):
            raise ValueError(
                f"component '{self.name}' needs the vectors of newsgraph_english: leave its setting 'vectors' on, "
                f"or disable '{self.name}'"
            )
        with one_thread():
            return model.frames(read_rows(doc), np.asarray(doc.tensor))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate a stream of documents."""
        yield from map(self, stream)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> RoleLabeller:
        """Read the model's files from the folder ``path``."""
        folder = Path(path)
        return self._read({name: read_weights(folder.parent, f"{folder.name}/{name}") for name in FILES})

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The model as bytes."""
        return bytes(srsly.msgpack_dumps(self.files))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> RoleLabeller:
        """The model from bytes."""
        return self._read(srsly.msgpack_loads(data))

    def _read(self, contents: dict[str, bytes]) -> RoleLabeller:
        self.files, self.model = contents, read_model(contents) if contents else None
        return self

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "files": self.files}

    def __setstate__(self, state: dict[str, Any]) -> None:
        register_frames()
        self.name = state["name"]
        self._read(state["files"])
