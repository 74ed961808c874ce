"""The spaCy component: tags, lemmas, trees, sentences, names and vectors in one pass of one encoder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc

from .annotation import Annotation
from .blas import one_thread
from .encoder import FILES, Encoder
from .noun_chunks import noun_chunks


@Language.factory(
    "newsgraph_english",
    assigns=[
        "token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "token.is_sent_start",
        "doc.sents", "doc.ents", "doc.tensor",
    ],
    default_config={"threads": 0, "vectors": True},
)  # fmt: skip
def make_english(nlp: Language, name: str, threads: int, vectors: bool) -> EnglishReader:
    """Factory of the component; its model comes with ``from_disk`` or ``from_bytes``."""
    nlp.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]  # its stub forgets the triples
    return EnglishReader(name, threads=threads, vectors=vectors)


class EnglishReader:
    """Annotates a Doc in place.

    ``threads``: windows computed at the same time, 0 for one per core (at most four; one in forked workers).
    ``vectors``: keep a vector of 384 half floats per token in ``doc.tensor``.
    Sentence starts already set on a Doc are kept.
    """

    def __init__(self, name: str = "newsgraph_english", *, threads: int = 0, vectors: bool = True) -> None:
        self.name = name
        self.threads = threads
        self.vectors = vectors
        self.encoder: Encoder | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate a stream of documents; the encoder reads the next one while this one's results are written."""
        waiting: tuple[Doc, Annotation | None] | None = None
        for doc in stream:
            following = doc, self._begin(doc)
            if waiting:
                yield _finish(*waiting)
            waiting = following
        if waiting:
            yield _finish(*waiting)

    def _begin(self, doc: Doc) -> Annotation | None:
        if self.encoder is None:
            raise ValueError(
                f"component '{self.name}' has no model yet: load the pipeline with newsgraph.load_pipeline()"
            )
        places = np.flatnonzero(np.asarray(doc.to_array([IS_SPACE])).reshape(-1) == 0).tolist()
        return Annotation(doc, places, self.encoder, vectors=self.vectors) if places else None

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._files().items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> EnglishReader:
        """Read the model's files from the folder ``path``."""
        self.encoder = Encoder.from_disk(Path(path), threads=self.threads)
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The model as bytes."""
        return bytes(srsly.msgpack_dumps(self._files()))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> EnglishReader:
        """The model from bytes."""
        self.encoder = Encoder.from_files(srsly.msgpack_loads(data), threads=self.threads)
        return self

    def _files(self) -> dict[str, bytes]:
        return {name: self.encoder.files[name] for name in FILES} if self.encoder else {}

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "threads": self.threads, "vectors": self.vectors, "files": self._files()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.name, self.threads, self.vectors = state["name"], state["threads"], state["vectors"]
        self.encoder = Encoder.from_files(state["files"], threads=self.threads) if state["files"] else None


def _finish(doc: Doc, annotation: Annotation | None) -> Doc:
    if annotation:
        # the encoder's own threads keep every core busy: more of them for small products only wait
        with one_thread():
            annotation.write()
    return doc
