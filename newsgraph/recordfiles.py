"""Files of records that were read elsewhere: JSON Lines or Parquet, records or rows of ``read_batch``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.graph.bounded import plain_lines
from newsgraph.graph.errors import InputError, RecordError
from newsgraph.graph.model.record_io import read_records

if TYPE_CHECKING:
    from newsgraph.graph.model.record import ExtractionRecord


def read_record_file(path: Path) -> Iterator[tuple[str, ExtractionRecord | str]]:
    """Yield the source of each row of a file with its record, or with the reason why there is none.

    Raises InputError for a file that cannot be read at all.
    """
    rows = _parquet_rows(path) if path.suffix == ".parquet" else _json_rows(path)
    for number, row in enumerate(rows, 1):
        place = f"{path}, row {number}"
        if row.get("error"):
            yield str(row.get("id") or place), str(row["error"])
        else:
            yield _record(row, place)


def _record(row: dict[str, Any], place: str) -> tuple[str, ExtractionRecord | str]:
    found = row.get("record", row)
    line = found if isinstance(found, str) else json.dumps(found)
    try:
        (record,) = read_records([line], place)
    except (RecordError, ValueError) as error:
        return str(row.get("id") or place), str(error)
    if record.document.text is None:
        return record.document.source, "the record does not carry its text."
    return record.document.source, record


def _json_rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in plain_lines(path):
        if line.strip():
            yield _json_row(line)


def _json_row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"error": f"this line is not JSON ({error})."}
    return row if isinstance(row, dict) else {"error": "this line is not an object."}


def _parquet_rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise InputError(
            f"{path}: Parquet needs the extra 'parquet': pip install 'newsgraph[parquet]'"
        ) from None
    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=64):
                yield from batch.to_pylist()
    except (OSError, ArrowException) as error:
        raise InputError(f"{path}: cannot be read as Parquet ({error}).") from None
