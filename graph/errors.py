"""Errors meant for people.

NewsgraphError          anything newsgraph refuses, with a message that says what to do
├── InputError          a file, text or option that cannot be used
│   └── WriteError      a file that cannot be written, on a full disk for one
├── RecordError         an extraction record that breaks its own laws
└── QueryError          a query that cannot be run
"""


class NewsgraphError(Exception):
    """Anything newsgraph refuses; the message says what is wrong, where, and what to do."""


class InputError(NewsgraphError, ValueError):
    """A file, text or option that cannot be used."""


class WriteError(InputError):
    """A file that cannot be written; what was there before is whole."""


class RecordError(NewsgraphError, ValueError):
    """An extraction record that breaks one of the laws of the record."""


class QueryError(NewsgraphError, ValueError):
    """A query that cannot be run."""
