"""Runs the ONNX encoder over windows of words, the same for the same words whatever is read beside them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..english.word_classes import listed_verbs
from .manifest import read_weights
from .pieces import PieceTable, shape
from .windows import PARAGRAPH, SENTENCE, Window, plan_windows

FILES = ("encoder.onnx", "constants.npz", "labels.json", "tokenizer.json")
"""What the model folder holds."""

OUTPUTS = (
    "vectors", "names", "starts", "xpos", "feats", "lemma_scores", "lemmas", "arc_dep", "arc_head", "label_dep", "label_head",
)  # fmt: skip
"""What the network says about each word, in the order of its outputs."""

BLOCK = 16
"""Windows that are run before their words are decoded; bounds the memory of long documents."""


@dataclass(slots=True)
class Encoder:
    """The network and its tables. ``run`` is pure: each window is computed by itself on one thread.

    The session is made on first use, and anew in a forked process, as its threads do not survive a fork.
    """

    files: dict[str, bytes]
    threads: int
    tables: dict[str, list[str]]
    constants: dict[str, NDArray[np.float32]]
    pieces: PieceTable
    known_words: frozenset[str]
    verbs: frozenset[str]
    session: Any = None
    pool: ThreadPoolExecutor | None = None
    process: int = 0

    @classmethod
    def from_disk(cls, folder: Path, *, threads: int = 0) -> Encoder:
        """Read a model folder; ``threads`` 0 means one for each core this process may use, at most four."""
        files = {name: read_weights(folder.parent, f"{folder.name}/{name}") for name in FILES}
        return cls.from_files(files, threads=threads)

    @classmethod
    def from_files(cls, files: dict[str, bytes], *, threads: int = 0) -> Encoder:
        """Make an encoder of the contents of FILES."""
        import io

        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode("utf8"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        constants = dict(np.load(io.BytesIO(files["constants.npz"])))
        words = frozenset(piece for piece in tokenizer.get_vocab() if piece.isalpha())
        tables = json.loads(files["labels.json"])
        constants["label_weight"] = _by_head(constants["label_weight"], len(tables["deps"]))
        verbs = frozenset(tables["verbs"]) | listed_verbs()
        return cls(files, threads, tables, constants, PieceTable(tokenizer, {}), words, verbs)

    def _ready(self) -> tuple[Any, ThreadPoolExecutor | None]:
        if self.process != os.getpid():
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self.session = onnxruntime.InferenceSession(
                self.files["encoder.onnx"],
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=["SkipLayerNormFusion"],  # six times slower than a sum and a norm
            )
            forked = self.process != 0
            threads = 1 if forked else self.threads or min(4, len(os.sched_getaffinity(0)))
            self.pool = ThreadPoolExecutor(threads) if threads > 1 else None
            self.process = os.getpid()
        return self.session, self.pool

    def run(self, words: Sequence[str], breaks: Sequence[int]) -> Iterator[dict[str, NDArray[Any]]]:
        """Outputs over all words, block by block; ``breaks`` says what stands before each word (see ``pieces``).

        With threads, one block is computed ahead of the one that is asked for, the first as soon as this is called.
        """
        session, pool = self._ready()
        encoded = self.pieces.encode(words)
        plan = plan_windows([len(ids) for ids in encoded], _cuts(words, breaks))

        def one(window: Window) -> list[NDArray[Any]]:
            return self._window(session, words, breaks, encoded, window)

        blocks = [plan[start : start + BLOCK] for start in range(0, len(plan), BLOCK)]
        if pool is None or self.threads == 1:
            return (_joined(map(one, block)) for block in blocks)
        return _ahead([pool.submit(one, window) for window in block] for block in blocks)

    def _window(
        self,
        session: Any,
        words: Sequence[str],
        breaks: Sequence[int],
        encoded: list[tuple[int, ...]],
        window: Window,
    ) -> list[NDArray[Any]]:
        ids, forms, gaps, first = [self.pieces.cls_id], [0], [0], []
        for i in range(window.start, window.end):
            if window.keep_start <= i < window.keep_end:
                first.append(len(ids))
            length = len(encoded[i])
            ids += encoded[i]
            forms += [shape(words[i])] * length
            gaps += [breaks[i]] * length
        ids.append(self.pieces.sep_id)
        feed = {
            "pieces": np.array([ids]),
            "shapes": np.array([[*forms, 0]]),
            "breaks": np.array([[*gaps, 0]]),
            "words": np.array(first),
        }
        return list(session.run(OUTPUTS, feed))


def _by_head(weight: NDArray[np.float32], labels: int) -> NDArray[np.float32]:
    """The weights of labels, dependent x (label x head), as head x (dependent x label)."""
    cube = weight.reshape(len(weight), labels, -1)
    return cube.transpose(2, 0, 1).reshape(cube.shape[2], -1)


def _ahead(blocks: Iterator[list[Future[list[NDArray[Any]]]]]) -> Iterator[dict[str, NDArray[Any]]]:
    """The results of blocks of futures; each next block is started before a result is waited for."""
    waiting = next(blocks, None)

    def results() -> Iterator[dict[str, NDArray[Any]]]:
        block = waiting
        while block is not None:
            following = next(blocks, None)
            yield _joined(future.result() for future in block)
            block = following

    return results()


def _joined(results: Iterable[list[NDArray[Any]]]) -> dict[str, NDArray[Any]]:
    columns = zip(*results, strict=True)
    return {name: np.concatenate(parts) for name, parts in zip(OUTPUTS, columns, strict=True)}


def _cuts(words: Sequence[str], breaks: Sequence[int]) -> list[int]:
    ends = [False, *(word in {".", "!", "?"} for word in words[:-1])]
    return [PARAGRAPH if gap == 4 else SENTENCE if end else 0 for gap, end in zip(breaks, ends, strict=True)]
