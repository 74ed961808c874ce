"""News outlets: whose they are, by name or by web host. Outlets of one owner, a family, are one source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from ..bounded import read_text
from ..errors import InputError
from ..identity import normal_key
from .gazetteer import candidates
from .lexicon import table

KINDS = ("agency", "outlet", "aggregator")
"""Agencies write for others; aggregators only pass on what others wrote."""

_NOT_LETTERS = re.compile(r"[^\w]+")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})
_GENERIC = re.compile(
    r"^(?:the )?(?P<name>.+?)(?:'s)?(?: (?:news ?agency|newspaper|magazine|website|in english))?$"
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency or station. ``family`` names its owner, ``hosts`` its web hosts, ``names`` its other names."""

    name: str
    family: str
    kind: str = KINDS[1]
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Outlets:
    """A table of outlets, to look things up in; later rows replace earlier ones of the same name."""

    __slots__ = ("_by_host", "_by_name", "all")

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        rows = {outlet.name: outlet for outlet in outlets}
        self.all = tuple(rows[name] for name in sorted(rows))
        self._by_name = {key: o for o in self.all for name in (*o.names, o.name) for key in _keys(name)}
        self._by_host = {host: o for o in self.all for host in o.hosts}

    def named(self, text: str) -> Outlet | None:
        """Return the outlet that is called ``text``, with or without "the" or "news agency"; else None."""
        return self._by_name.get(_plain(text)) or self._by_name.get(_key(text))

    def at(self, url: str | None) -> Outlet | None:
        """Return the outlet whose host or a subdomain of it ``url`` points to; else None."""
        labels = _host(url).split(".")
        hosts = (".".join(labels[at:]) for at in range(len(labels) - 1))
        return next((self._by_host[host] for host in hosts if host in self._by_host), None)

    def family_of(self, publisher: str | None, url: str | None) -> str | None:
        """Return the family of an article's publisher, known or made from its name or host; None for neither.

        >>> family = built_in_outlets().family_of
        >>> family("New York Post", None) == family(None, "https://www.wsj.com/x")
        True
        >>> family("Vardo Times", None) == family(None, "http://www.vardotimes.example/a/1")
        True
        """
        found = (publisher and (self.named(publisher) or self.at(f"//{publisher}"))) or self.at(url)
        if found:
            return found.family
        if publisher and not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", publisher):
            return _squashed(publisher)
        return _squashed(_site(_host(url) or publisher or "")) or None


def _plain(name: str) -> str:
    return normal_key(name).replace("’", "'").strip(" .,'\"").removeprefix("the ")


def _key(name: str) -> str:
    plain = _plain(name)
    match = _GENERIC.match(plain)
    return match["name"] if match else plain


def _keys(name: str) -> Iterator[str]:
    """Yield what an outlet is looked up by: its name, and without "news agency" unless that leaves a place."""
    plain, short = _plain(name), _key(name)
    yield plain
    if short != plain and not candidates(short):
        yield short


def _squashed(name: str) -> str:
    return _NOT_LETTERS.sub("", normal_key(name).removeprefix("the ")).removeprefix("the")


def _host(url: str | None) -> str:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # an address that is none
        host = ""
    return host.removeprefix("www.")


def _site(host: str) -> str:
    """Return the label that people register: "vardotimes" of "news.vardotimes.co.uk"."""
    labels = host.removeprefix("www.").split(".")
    if len(labels) > 1:
        labels.pop()
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1]


def read_outlets(path: str | Path) -> tuple[Outlet, ...]:
    """Return the outlets of a tab-separated file: name, family, kind, hosts, further names.

    Lines that begin with ``#`` are comments; hosts and names are separated by ``|`` and may be left out. Raises
    InputError that names the line.
    """
    return outlets_in(read_text(path), str(path))


def outlets_in(text: str, source: str = "outlets") -> tuple[Outlet, ...]:
    """Return the outlets of the text of such a file. Raises InputError that names ``source`` and the line."""
    return tuple(_rows(text.splitlines(), source))


def _rows(lines: Iterable[str], source: str) -> Iterator[Outlet]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            columns = [*(column.strip() for column in line.split("\t")), "", "", ""]
            if len(columns) < 5 or not columns[0] or not columns[1]:
                raise InputError(f"{source}, line {number}: write name, family, kind, parted by tabs.")
            yield _outlet(columns, f"{source}, line {number}")


def _outlet(columns: list[str], place: str) -> Outlet:
    name, family, kind, hosts, names = columns[:5]
    if kind not in ("", *KINDS):
        raise InputError(f"{place}: {kind!r} is not a kind of outlet; there are {', '.join(KINDS)}.")
    parts = (tuple(part.strip() for part in text.split("|") if part.strip()) for text in (hosts, names))
    return Outlet(name, family, kind or KINDS[1], *parts)


@cache
def built_in_outlets() -> Outlets:
    """Return the table that comes with newsgraph."""
    return Outlets(_rows(("\t".join(row) for row in table("outlets.tsv")), "outlets.tsv"))


def outlets_with(more: Iterable[Outlet]) -> Outlets:
    """Return the built-in outlets with those of the user."""
    added = tuple(more)
    return Outlets([*built_in_outlets().all, *added]) if added else built_in_outlets()
