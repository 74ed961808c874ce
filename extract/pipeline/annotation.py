"""One document's annotation while it is made: blocks of the encoder's results in, a filled Doc out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.tokens import Doc, Span

from ..english.name_words import visible
from . import decode
from .amount_names import part_names, with_years
from .boundaries import settle_starts
from .breaks import breaks_before
from .certainty import MOST, margins, write_margins
from .encoder import Encoder
from .label_bias import weigh_names
from .label_voting import NUMBERS, Named, agree
from .lemmas import best_lemma
from .name_spans import correct_names
from .verbs import UNDONE, mended_lemma, verb_lemma

LABELLED = 128
"""Words whose dependencies are labelled at a time: their products stay in the processor's cache."""

HIDDEN_LABELS = frozenset({"MISC"})
"""Labels the network knows but spaCy users do not: names that are none of the 18."""


class Annotation:
    """The annotation of one Doc while it is made; arrays are over words (tokens that are not blank)."""

    def __init__(self, doc: Doc, places: list[int], encoder: Encoder, *, vectors: bool) -> None:
        self.doc, self.places, self.encoder = doc, places, encoder
        texts = [token.text for token in doc]
        self.words = [visible(texts[i]) for i in places]
        self.breaks = breaks_before(doc, places)
        self.preset = [doc[i].is_sent_start for i in places] if doc.has_annotation("SENT_START") else None
        self.tensor: NDArray[np.float16] | None = None
        self.vectors = vectors
        self.bioes = _bioes(tuple(encoder.tables["tags"]))
        self.blocks = encoder.run(self.words, self.breaks)

    def write(self) -> None:
        """Take the encoder's results block by block, decode whole sentences, write everything into the Doc."""
        columns: dict[str, list[NDArray[Any]]] = {}
        spans: list[Named] = []
        heads, labels, sure, done = [], [], [], 0
        starts = np.zeros(len(self.words), dtype=bool)
        carry: dict[str, NDArray[Any]] = {}
        block = next(self.blocks, None)
        position = 0
        while block is not None:
            count = len(block["starts"])
            words = self.words[position : position + count]
            before = self.words[position - 1] if position else ""
            weigh_names(block["names"], words, before, self.bioes.tags)
            block["lemma_ids"] = self._lemma_ids(block, position)
            if self.vectors:
                if self.tensor is None:
                    self.tensor = np.zeros((len(self.doc), block["vectors"].shape[1]), dtype=np.float16)
                self.tensor[self.places[position : position + count]] = block["vectors"]
            position += count
            for name in ("xpos", "feats", "lemma_ids"):
                columns.setdefault(name, []).append(block[name])
            columns.setdefault("names", []).append(block["names"].astype(np.float16))
            block = {name: block[name] for name in _DECODED}
            if carry:
                block = {name: np.concatenate([carry[name], block[name]]) for name in _DECODED}
            following = next(self.blocks, None)
            bounds = self._sentences(block, done)
            if following is not None and len(bounds) > 1:
                ready = bounds[-1][0]
                bounds = bounds[:-1]
            else:
                ready = len(block["starts"])
            carry = {name: values[ready:] for name, values in block.items()}
            starts[[done + start for start, _ in bounds]] = True
            found = [self._spans(block["names"][start:end], start, done) for start, end in bounds]
            spans += [(done + a, done + b, label) for sentence in found for a, b, label in sentence]
            part_heads, part_labels, part_sure = self._parse(block, bounds, found)
            heads.append(np.where(part_heads >= 0, part_heads + done, -1))
            labels.append(part_labels)
            sure.append(part_sure)
            done += ready
            block = following
        whole = {name: np.concatenate(parts) for name, parts in columns.items()}
        self._assign(whole, np.concatenate(heads), np.concatenate(labels))
        write_margins(self.doc, np.array(self.places), np.concatenate(sure))
        nouns = np.array([tag.startswith("NN") for tag in self.encoder.tables["xpos"]])[whole["xpos"]]
        self._name(agree(self.words, spans, whole["names"], starts, self.bioes.tags, nouns))

    def _lemma_ids(self, block: dict[str, NDArray[Any]], start: int) -> NDArray[np.uint64]:
        """Lemmas as numbers of the string store, block by block: as Python lists the scores of a book are large."""
        tables, known, verbs = self.encoder.tables, self.encoder.known_words, self.encoder.verbs
        scripts, tags = tables["lemmas"], tables["xpos"]

        def mended(lemma: str, word: str, tag: str) -> str:
            unknown = tag in UNDONE and word.islower() and len(word) > _SHORTEST
            return mended_lemma(lemma, word, verbs) if unknown else lemma

        lemmas = (
            (tags[tag] in UNDONE and _verb_lemma(word.lower(), tags[tag], verbs))
            or mended(best_lemma(word, map(scripts.__getitem__, choices), scores, known), word, tags[tag])
            for word, tag, choices, scores in zip(
                self.words[start : start + len(block["lemmas"])],
                block["xpos"].tolist(),
                block["lemmas"].tolist(),
                block["lemma_scores"].tolist(),
                strict=True,
            )
        )
        return np.array([self.doc.vocab.strings.add(lemma) for lemma in lemmas], dtype=np.uint64)

    def _sentences(self, block: dict[str, NDArray[Any]], done: int) -> list[tuple[int, int]]:
        count = len(block["starts"])
        if self.preset is not None:
            starts = np.array([bool(start) for start in self.preset[done : done + count]])
        else:
            blank = np.array(self.breaks[done : done + count]) == 4
            starts = (block["starts"] > 0) | blank
            inside = decode.best_tags(block["names"], self.bioes)
            opens = self.bioes.opens[inside]
            starts &= blank | opens  # no sentence starts inside a name
            tags = [self.encoder.tables["xpos"][tag] for tag in block["xpos"].tolist()]
            part = slice(done, done + count)
            scores = block["starts"].tolist()
            starts = settle_starts(self.words[part], self.breaks[part], tags, scores, starts, opens)
        return decode.sentence_bounds(starts, block["starts"])

    def _spans(self, scores: NDArray[Any], start: int, done: int) -> list[Named]:
        """The names of one sentence, which starts at a word of the block that comes after ``done`` words."""
        first = done + start
        found = decode.tag_spans(decode.best_tags(scores, self.bioes), self.bioes.tags)
        if found:
            words = self.words[first : first + len(scores)]
            found = with_years(part_names(found, words, scores, self.bioes.tags), words)
        return [(start + a, start + b, label) for a, b, label in found]

    def _parse(
        self, block: dict[str, NDArray[Any]], bounds: list[tuple[int, int]], spans: list[list[Named]]
    ) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        constants = self.encoder.constants
        parts, sure = [], np.full((bounds[-1][1] - bounds[0][0], 2), MOST)
        for (start, end), sentence in zip(bounds, spans, strict=True):
            candidates = np.concatenate([constants["root_arc"][None], block["arc_head"][start:end]])
            scores = block["arc_dep"][start:end] @ candidates.T
            names = [(a - start, b - start) for a, b, label in sentence if b - a > 1 and label not in NUMBERS]
            found = decode.tree_heads(decode.hold_together(scores, names) if names else scores)
            parts.append(np.where(found >= 0, found + start, -1))
            sure[start - bounds[0][0] : end - bounds[0][0], 0] = margins(scores, found + 1)
        heads = np.concatenate(parts)
        labels, sure[:, 1] = self._label(block, heads)
        return heads, labels, sure

    def _label(
        self, block: dict[str, NDArray[Any]], heads: NDArray[Any]
    ) -> tuple[NDArray[Any], NDArray[Any]]:
        """The relation of each word to its head, and by how much it beats the next best.

        The words of one head stand together, since the large product is of the head alone.
        """
        weight, count = self.encoder.constants["label_weight"], len(self.encoder.tables["deps"])
        root = self.encoder.tables["deps"].index("root")
        labels, sure = np.full(len(heads), root), np.full(len(heads), MOST)
        attached = np.argsort(heads, kind="stable")[np.count_nonzero(heads < 0) :]
        for start in range(0, len(attached), LABELLED):
            words = attached[start : start + LABELLED]
            governors, place = np.unique(heads[words], return_inverse=True)
            asked = (block["label_head"][governors] @ weight).reshape(len(governors), -1, count)
            scores = (block["label_dep"][words, None] @ asked[place])[:, 0]
            scores[:, root] = -1e9
            labels[words] = scores.argmax(1)
            sure[words] = margins(scores, labels[words])
        return labels, sure

    def _assign(self, columns: dict[str, NDArray[Any]], heads: NDArray[Any], labels: NDArray[Any]) -> None:
        doc, tables, strings = self.doc, self.encoder.tables, self.doc.vocab.strings
        rows = np.zeros((len(doc), 6), dtype=np.uint64)
        places = np.array(self.places)
        tag_ids = np.array([strings.add(tag) for tag in tables["xpos"]], dtype=np.uint64)
        dep_ids = np.array(
            [strings.add("ROOT" if dep == "root" else dep) for dep in tables["deps"]], dtype=np.uint64
        )
        pos_ids, morph_ids = _feature_ids(doc, tables["feats"], columns["feats"])
        governors = np.where(heads >= 0, places[heads], places)
        rows[places, 0] = (governors - places).astype(np.int64).astype(np.uint64)
        rows[places, 1] = dep_ids[labels]
        rows[places, 2] = tag_ids[columns["xpos"]]
        rows[places, 3] = pos_ids[columns["feats"]]
        rows[places, 4] = morph_ids[columns["feats"]]
        rows[places, 5] = columns["lemma_ids"]
        self._blank_tokens(rows)
        doc.from_array([HEAD, DEP, TAG, POS, MORPH, LEMMA], rows)  # type: ignore[arg-type]
        if self.tensor is not None:
            doc.tensor = self.tensor  # type: ignore[assignment]

    def _blank_tokens(self, rows: NDArray[Any]) -> None:
        """White space hangs on the word before it (the first on the word after it), as in other pipelines."""
        doc, strings = self.doc, self.doc.vocab.strings
        known = set(self.places)
        before = self.places[0]
        for i in range(len(doc)):
            if i in known:
                before = i
                continue
            rows[i, 0] = np.int64(before - i).astype(np.uint64)
            rows[i, 1], rows[i, 2], rows[i, 3] = strings.add("dep"), strings.add("_SP"), strings.add("SPACE")
            rows[i, 4], rows[i, 5] = doc.vocab.morphology.add(""), strings.add(doc[i].text)

    def _name(self, named: Iterable[Named]) -> None:
        spans = ((self.places[start], self.places[end - 1] + 1, label) for start, end, label in named)
        self.doc.set_ents(
            [
                Span(self.doc, start, end, label=label)
                for start, end, label in correct_names(self.doc, spans)
                if label not in HIDDEN_LABELS
            ]
        )


_verb_lemma = lru_cache(maxsize=16384)(verb_lemma)
_bioes = lru_cache(maxsize=4)(decode.Bioes.of)

_SHORTEST = 5
"""Forms of verbs with no more letters are left to the scripts ("used", "dying")."""
_DECODED = ("names", "starts", "xpos", "arc_dep", "arc_head", "label_dep", "label_head")


def _feature_ids(
    doc: Doc, feats: list[str], numbers: NDArray[Any]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Part of speech and features of each entry of ``feats`` as the vocabulary numbers them; of those in use only."""
    pos, morph = np.zeros((2, len(feats)), dtype=np.uint64)
    for number in np.unique(numbers).tolist():
        upos, _, features = feats[number].partition("|")
        pos[number] = doc.vocab.strings.add(upos)
        morph[number] = doc.vocab.morphology.add(features)
    return pos, morph
