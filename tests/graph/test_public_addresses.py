"""Addresses that programs outside rely on."""

from newsgraph.graph import record, schema
from newsgraph.graph.model.record import ExtractionRecord, LocalDocument


def test_the_record_and_the_schema_keep_their_addresses() -> None:
    """Classes are the same objects under the names that were published first."""
    assert record.Source is LocalDocument
    assert record.ExtractionRecord is ExtractionRecord
    assert all(hasattr(record, name) for name in record.__all__)
    assert schema.load_schema().find("head_of_state_of") is not None
