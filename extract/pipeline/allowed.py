"""What a model folder may name: a stranger's configuration decides which functions spaCy calls, so it may name ours only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...graph.errors import InputError

CONFIG = "config.cfg"

FACTORIES = frozenset({"newsgraph_english", "newsgraph_roles"})
"""Components of a pipeline."""

FUNCTIONS = frozenset(
    "newsgraph.Tokenizer.v1 spacy.Vectors.v1 spacy.Corpus.v1 spacy.ConsoleLogger.v1 spacy.batch_by_words.v1 Adam.v1 "
    "compounding.v1".split()
)
"""Registered functions; none of them is a callback, imports a package or reads a file when a pipeline is loaded."""


def check_config(folder: Path) -> None:
    """Refuse a configuration that names anything but our components and what they need.

    Whoever trusts a pipeline of another kind loads it with spaCy and passes it on. Raises OSError where there is no
    configuration, InputError for one that is refused.
    """
    from spacy.util import load_config

    path = folder / CONFIG
    try:
        config = load_config(path, interpolate=False)
    except ValueError as error:
        raise InputError(f"{path} is not the configuration of a pipeline: {error}") from None
    if config.get("nlp", {}).get("lang") != "en":
        raise InputError(f"{path} is not that of an English pipeline.")
    for name in _named(config):
        raise InputError(
            f"{path} names {name!r}, which no pipeline of newsgraph needs; a model folder may not choose what code runs. "
            "If you trust it, load it with spacy.load and pass it as pipeline=."
        )


def _named(section: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a section names and must not: functions, factories, packages."""
    for key, value in section.items():
        if isinstance(value, Mapping):
            yield from _named(value)
        elif key.startswith("@"):
            if value not in FUNCTIONS:
                yield str(value)
        elif key == "source" or (key == "factory" and value not in FACTORIES):
            yield str(value)
