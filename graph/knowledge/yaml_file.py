"""YAML that a person wrote, read so that no small file becomes a large value or an error of Python's."""

from __future__ import annotations

import re
from typing import Any

MAX_DEPTH = 20
"""Lists and mappings inside each other."""

MAX_VALUES = 200_000
"""Values of a file, those counted again that an alias repeats."""


MAX_DIGITS = 1_000
"""Digits of a number; making a number of many more takes long."""

_NO_NUMBER = re.compile(r"[^0-9a-fA-F_:.+xo-]")


class YamlError(ValueError):
    """Text that is no YAML, or too much of it; the message says where."""


def read_yaml(text: str, place: str) -> Any:
    """Return the value of ``text``. Raises :class:`YamlError` that names ``place``.

    Aliases are counted for all that they repeat: nine lines of nine aliases each are a thousand million values.
    """
    import yaml  # only those who read such a file pay for it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check(yaml.parse(text, Loader=loader), place)
        return yaml.load(text, loader)  # noqa: S506 (both loaders are safe)
    except yaml.YAMLError as error:
        raise YamlError(f"{place} is no valid YAML: {' '.join(str(error).split())}") from error
    except YamlError:
        raise
    except Exception as error:  # whatever Python makes of a value, such as of the date 2026-13-45 or !!bool x
        raise YamlError(f"{place} has a value that cannot be read: {_first(error)}") from error


def _check(events: Any, place: str) -> None:
    """Raise :class:`YamlError` for values nested too deeply, aliases of themselves, and too many values."""
    import yaml

    sizes: list[int] = [0]  # values so far in each list or mapping that is open
    names: list[str | None] = [None]  # their anchors
    known: dict[str, int] = {}
    for event in events:
        anchor = getattr(event, "anchor", None)
        if isinstance(event, yaml.AliasEvent):
            if anchor not in known:
                raise YamlError(f"{place}: the alias *{anchor} stands for itself or for nothing")
            sizes[-1] += known[anchor]
        elif isinstance(event, yaml.ScalarEvent):
            sizes[-1] += 1
            if event.implicit[0] and len(event.value) > MAX_DIGITS and not _NO_NUMBER.search(event.value):
                raise YamlError(f"{place}: a number has {len(event.value):,} digits")
            if anchor:
                known[anchor] = 1
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            sizes.append(1)
            names.append(anchor)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            size, name = sizes.pop(), names.pop()
            sizes[-1] += size
            if name:
                known[name] = size
        if len(sizes) > MAX_DEPTH + 1:
            raise YamlError(f"{place}: lists and mappings are more than {MAX_DEPTH} deep")
        if max(sizes[-1], sizes[0]) > MAX_VALUES:
            raise YamlError(
                f"{place}: it has more than {MAX_VALUES:,} values, those counted that aliases repeat"
            )


def _first(error: Exception) -> str:
    return str(error).partition(";")[0] or type(error).__name__
