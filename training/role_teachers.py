"""Teachers of the role head: larger heads that read a middle layer of the encoder too, and what they say of plain text."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from newsgraph.extract.pipeline.role_features import Floats, Ints, Words, read_rows, read_words
from newsgraph.extract.pipeline.role_files import FILES, read_model
from newsgraph.extract.pipeline.roles import RoleModel

from .role_examples import tensors
from .role_network import RoleExample

if TYPE_CHECKING:
    from spacy.language import Language

LAYER = 3
"""The fourth of six layers: on EWT dev it helps a head most."""

Text = tuple[NDArray[np.uint64], Floats]
"""Rows of a parsed text (see ``role_features.read_rows``) and its vectors, over tokens."""


def widen(nlp: Language, layer: int) -> None:
    """Let the pipeline's vectors be the last layer's and a middle layer's side by side; its other output stays as it is."""
    encoder = nlp.get_pipe("newsgraph_english").encoder  # type: ignore[attr-defined]
    model = onnx.load_from_string(encoder.files["encoder.onnx"])
    graph = model.graph
    for node in graph.node:
        for names in (node.input, node.output):
            names[:] = ["last_vectors" if name == "vectors" else name for name in names]
    middle = f"/encoder/layers.{layer}/norm2/LayerNormalization_output_0"
    graph.initializer.append(numpy_helper.from_array(np.array([0]), "first_axis"))
    graph.node.extend(
        [
            helper.make_node("Squeeze", [middle, "first_axis"], ["middle_pieces"]),
            helper.make_node("Gather", ["middle_pieces", "words"], ["middle_vectors"], axis=0),
            helper.make_node("Concat", ["last_vectors", "middle_vectors"], ["vectors"], axis=1),
        ]
    )
    (output,) = (output for output in graph.output if output.name == "vectors")
    output.CopyFrom(helper.make_tensor_value_info("vectors", onnx.TensorProto.FLOAT, ["words", None]))
    encoder.files = {**encoder.files, "encoder.onnx": model.SerializeToString()}


def read_head(folder: Path) -> RoleModel:
    """A head that ``training.train_roles`` wrote."""
    return read_model({name: (folder / name).read_bytes() for name in FILES})


@dataclass(frozen=True)
class Teachers:
    """Several heads of the same tables; what they say is the mean of their probabilities."""

    models: Sequence[RoleModel]

    def predicates(self, words: Words, hidden: Floats) -> tuple[Ints, Floats]:
        """Possible predicates, and the probability that each is one."""
        found = [model.predicate_odds(words, hidden) for model in self.models]
        return found[0][0], np.mean([1 / (1 + np.exp(-odds)) for _, odds in found], axis=0)

    def roles(self, words: Words, hidden: Floats, predicates: Ints, senses: Ints) -> Floats:
        """Probabilities of the roles of each candidate pair."""
        scores = [model.role_scores(words, hidden, predicates, senses)[1] for model in self.models]
        powers = [np.exp(score - score.max(1, keepdims=True)) for score in scores]
        return np.mean([power / power.sum(1, keepdims=True) for power in powers], axis=0)


def news(nlp: Language, corpora: Path) -> Iterator[Text]:
    """The articles of newswire train, parsed."""
    with gzip.open(corpora / "en-worldwide-newswire/train.jsonl.gz", "rt", encoding="utf8") as file:
        for line in file:
            doc = nlp(json.loads(line)["text"])
            yield read_rows(doc), np.asarray(doc.tensor)


def taught(teachers: Teachers, model: RoleModel, texts: Iterable[Text]) -> Iterator[RoleExample]:
    """Examples of plain texts as the teachers see them, for a pupil that sees the first half of each vector."""
    for rows, vectors in texts:
        words = read_words(rows, model.vocabularies)
        hidden = vectors[words.places].astype(np.float32)
        possible, odds = teachers.predicates(words, hidden)
        predicates = possible[odds > 0.5]
        if not len(predicates):
            continue
        senses = teachers.models[0].best_senses(words, hidden, predicates)
        own = hidden[:, : hidden.shape[1] // 2]
        found = tensors(words, own, model, possible, predicates, senses)
        found["is_predicate"] = odds.astype(np.float32)
        found["gold_role"] = teachers.roles(words, hidden, predicates, senses).astype(np.float32)
        yield RoleExample(
            **{name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in found.items()}
        )
