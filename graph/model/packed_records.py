"""Extraction records packed into a few bytes each: a graph keeps what it was built from at a tenth of the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import overload

from ..errors import RecordError
from .record import ExtractionRecord

_LEVEL = 1  # higher levels take three times as long for a tenth less


class PackedRecords(Sequence[ExtractionRecord]):
    """Records in the order of their documents' ids, each unpacked when it is asked for.

    Neither their order nor repetitions matter. Records of one text that differ in their sources only are one record with
    all these sources, the first in the order of the alphabet before the others. Raises :class:`RecordError` where two
    different records claim the same document id.
    """

    __slots__ = ("_packed",)

    def __init__(self, records: Iterable[ExtractionRecord] = ()) -> None:
        found: dict[str, bytes | ExtractionRecord] = {}
        for record in records:
            id, packed = record.document.id, _pack(record)
            if found.setdefault(id, packed) != packed:
                found[id] = _pack(_of_all_sources(_unpack(found[id]), record))
        self._packed = tuple(found[id] for id in sorted(found))

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[ExtractionRecord]:
        return map(_unpack, self._packed)

    @overload
    def __getitem__(self, at: int) -> ExtractionRecord: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[ExtractionRecord]: ...
    def __getitem__(self, at: int | slice) -> ExtractionRecord | Sequence[ExtractionRecord]:
        """Return a record, or several as a tuple."""
        found = self._packed[at]
        return tuple(map(_unpack, found)) if isinstance(found, tuple) else _unpack(found)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same records."""
        return isinstance(other, PackedRecords) and self._packed == other._packed

    def __hash__(self) -> int:
        return hash(self._packed)

    def __repr__(self) -> str:
        return f"<{len(self)} extraction records>"


def _of_all_sources(one: ExtractionRecord, other: ExtractionRecord) -> ExtractionRecord:
    """Return the record of a text that lies in the sources of both."""
    first, *others = sorted({*_sources(one), *_sources(other)})
    joined = [
        replace(r, document=replace(r.document, source=first, sources=tuple(others))) for r in (one, other)
    ]
    if joined[0] != joined[1]:
        raise RecordError(
            f"Two different records have the document id {one.document.id!r} ({one.document.source}, "
            f"{other.document.source}): every document needs an id of its own."
        )
    return joined[0]


def _sources(record: ExtractionRecord) -> tuple[str, ...]:
    return (record.document.source, *record.document.sources)


def _pack(record: ExtractionRecord) -> bytes | ExtractionRecord:
    """Return a record as bytes; one with lone surrogates, which the packed form cannot hold, as it is."""
    import msgspec  # loaded where it is used: the core starts without it

    try:
        return zlib.compress(msgspec.msgpack.encode(record), _LEVEL)
    except UnicodeEncodeError:
        return record


def _unpack(packed: bytes | ExtractionRecord) -> ExtractionRecord:
    if isinstance(packed, ExtractionRecord):
        return packed
    import msgspec

    return msgspec.msgpack.decode(zlib.decompress(packed), type=ExtractionRecord)
