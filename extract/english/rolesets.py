"""PropBank's rolesets: the senses of verbs, nouns and adjectives, with roles that people understand.

Data: ``frames/rolesets.jsonl.gz``, made from propbank-frames by ``python -m training.rolesets`` under CC BY-SA 4.0
(``frames/LICENSE``). Palmer, Gildea & Kingsbury (2005), "The Proposition Bank".
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

DATA = "frames/rolesets.jsonl.gz"


class RoleType(msgspec.Struct, frozen=True, array_like=True):
    """A numbered role of a roleset.

    ``function`` is PropBank's tag: PAG (agent), PPT (patient or theme), GOL (goal, recipient), DIR (source), LOC, ...
    ``verbnet`` and ``framenet`` name the role there, empty where nobody has linked it.
    """

    name: str  # "ARG0"
    function: str
    description: str
    verbnet: str
    framenet: str


class Roleset(msgspec.Struct, frozen=True, array_like=True):
    """One sense of a predicate.

    ``aliases`` are (part of speech, lemma): v, n, j. ``argument_nouns`` are (role, noun) of nouns that name an argument:
    a buyer is the ARG0 of "buy.01".
    """

    id: str  # "buy.01"
    name: str
    roles: tuple[RoleType, ...]
    aliases: tuple[tuple[str, str], ...]
    argument_nouns: tuple[tuple[str, str], ...]
    verbnet: tuple[str, ...]
    framenet: tuple[str, ...]

    def role(self, name: str) -> RoleType | None:
        """The role called ``name``; the prefixes of relative pronouns and continuations do not matter."""
        bare = name.removeprefix("R-").removeprefix("C-")
        return next((role for role in self.roles if role.name == bare), None)


@cache
def rolesets() -> Mapping[str, Roleset]:
    """All rolesets by id, in alphabetical order."""
    packed = (files(__package__) / DATA).read_bytes()
    rows = b",".join(gzip.decompress(packed).splitlines())
    entries = msgspec.json.decode(b"[" + rows + b"]", type=list[Roleset])
    return MappingProxyType({entry.id: entry for entry in entries})


def roleset(name: str) -> Roleset | None:
    """The roleset of this id, or None where the inventory has none of it.

    >>> buy = roleset("buy.01")
    >>> buy.role("ARG2").description, buy.framenet
    ('seller', ('Commerce_buy',))
    """
    return rolesets().get(name)
