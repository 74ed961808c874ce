"""Reading by several processes: documents go out one at a time, results come back as they are ready.

A process that dies costs the document it held, which becomes a failure; another process takes its place. Workers are
spawned, load the pipeline once, and use one thread each.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from newsgraph.extract.extractor import PipelineExtractor
    from newsgraph.extract.readers import Document

FEW = 24
"""Documents that are read faster in this process than others can start."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a document: the record as a line of JSON, or the ``reason`` why there is none."""

    key: str
    record: str | None
    reason: str | None = None


def read_each(
    tasks: Iterable[tuple[str, Document]], *, schema: str = "", jobs: int = 1, threads: int = 1
) -> Iterator[Read]:
    """Yield what came of each task (a key and its document), in any order.

    ``schema`` is the text of a file of relations, ``jobs`` the number of processes; with 1 this process reads, and
    uses more than one core only where ``threads`` allows it.
    """
    if jobs > 1:
        yield from _read_in_processes(iter(tasks), schema, jobs)
    else:
        yield from _read_here(tasks, schema, threads)


def _read_here(tasks: Iterable[tuple[str, Document]], schema: str, threads: int) -> Iterator[Read]:
    extractor: PipelineExtractor | None = None
    for key, document in tasks:
        extractor = extractor or extractor_with(schema)
        with _on_one_thread(extractor) if threads == 1 else nullcontext():
            read = _read(key, document, extractor)
        yield read


def extractor_with(schema: str) -> PipelineExtractor:
    """Return our extractor with the relations that the text of a schema file describes, ours where it is empty."""
    from newsgraph.extract.extractor import PipelineExtractor
    from newsgraph.extract.relations import shipped_classifier

    from .reading import load_pipeline, own_extractor
    from .views import schema_of

    if not schema:
        return own_extractor()
    return PipelineExtractor(load_pipeline(), schema=schema_of(schema), classifier=shipped_classifier())


def _read(key: str, document: Document, extractor: PipelineExtractor) -> Read:
    from newsgraph.graph.model.record_io import write_records

    try:
        (line,) = write_records([extractor.read(document)])
    except MemoryError:
        return Read(key, None, "it needs more memory than there is.")
    except RecursionError:
        return Read(key, None, "its sentences are nested too deeply.")
    except Exception as error:  # one document must never stop the others
        return Read(key, None, f"reading failed ({type(error).__name__}: {error}).")
    return Read(key, line)


@dataclass(slots=True)
class _Worker:
    """A process, our end of the pipe to it, and the key of the document it holds."""

    process: BaseProcess
    pipe: Connection[Any, Any]
    key: str | None = None


@dataclass(slots=True)
class _Workers:
    """All processes that are alive."""

    schema: str
    running: list[_Worker] = field(default_factory=list)

    def start(self) -> _Worker:
        """Add a process."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.schema), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.running.append(worker)
        return worker

    def drop(self, worker: _Worker) -> None:
        """Take out a process that died."""
        self.running.remove(worker)
        worker.pipe.close()
        worker.process.join(1)

    def stop(self) -> None:
        """End all processes now."""
        for worker in self.running:
            worker.process.terminate()
        for worker in self.running:
            worker.process.join(1)
            worker.pipe.close()


def _read_in_processes(tasks: Iterator[tuple[str, Document]], schema: str, jobs: int) -> Iterator[Read]:
    workers = _Workers(schema)
    try:
        for task in tasks:
            yield from _free_one(workers, jobs)
            worker = next((w for w in workers.running if w.key is None), None)
            if worker is None or len(workers.running) < jobs:
                worker = workers.start()
            worker.key = task[0]
            with suppress(OSError):  # it died meanwhile: the next wait finds out
                worker.pipe.send(task)
        while any(worker.key is not None for worker in workers.running):
            yield from _results(workers)
    finally:
        workers.stop()


def _free_one(workers: _Workers, jobs: int) -> Iterator[Read]:
    """Yield results until a process has nothing to do or another one may be started."""
    while len(workers.running) >= jobs and all(worker.key is not None for worker in workers.running):
        yield from _results(workers)


def _results(workers: _Workers) -> Iterator[Read]:
    """Wait until some processes have answered or died; yield what came of their documents."""
    ready = wait([worker.pipe for worker in workers.running])
    for worker in [worker for worker in workers.running if worker.pipe in ready]:
        key, worker.key = worker.key, None
        try:
            yield worker.pipe.recv()
        except (EOFError, OSError):
            workers.drop(worker)
            if key is not None:
                yield Read(key, None, f"the process that read it died ({_how(worker.process)}).")


def _how(process: BaseProcess) -> str:
    code = process.exitcode
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _serve(pipe: Connection[Any, Any], schema: str) -> None:
    """Read what comes through the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    extractor = extractor_with(schema)
    with suppress(EOFError, OSError), _on_one_thread(extractor):
        while True:
            key, document = pipe.recv()
            pipe.send(_read(key, document, extractor))


@contextmanager
def _on_one_thread(extractor: PipelineExtractor) -> Iterator[None]:
    """Compute nothing ahead on another core for a while."""
    encoders = [
        encoder
        for _, part in extractor.nlp.pipeline
        if (encoder := getattr(part, "encoder", None)) is not None
    ]
    before = [encoder.threads for encoder in encoders]
    for encoder in encoders:
        encoder.threads = 1
    try:
        yield
    finally:
        for encoder, threads in zip(encoders, before, strict=True):
            encoder.threads = threads
