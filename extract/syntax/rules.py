"""Rules with names: tables of them, which can be switched off by name and watched as they fire.

A rule is a plain function with a name that its statements keep, so that a reader can ask which rule made what and
the ledger (``benchmarks/rules.py``) what each rule earns. After PredPatt (White et al., 2016), whose predicates and
arguments carry the rules that made them.

    >>> LONG = Rule("long-word", lambda word: len(word) > 3)
    >>> with switched_off("long-word"):
    ...     LONG.is_on
    False
    >>> with watched() as firings:
    ...     LONG.fire(7)
    >>> firings
    [Firing(rule='long-word', token=7, added='')]
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from .tree import Tree


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that found something: its name, the token it stands at, and what it added, in words."""

    rule: str
    token: int
    added: str = ""


_OFF: ContextVar[frozenset[str]] = ContextVar("off", default=frozenset())
_WATCH: ContextVar[list[Firing] | None] = ContextVar("watch", default=None)


@dataclass(frozen=True, slots=True)
class Rule:
    """A function with a name.

    ``name`` is in kebab-case and stands for one rule in the product; ``apply`` is what the rule does, its signature
    being that of its table; ``cites`` names what it rests on (a relation of Universal Dependencies, a role of
    PropBank, a paper).
    """

    name: str
    apply: Callable[..., Any]
    cites: str = ""

    @property
    def is_on(self) -> bool:
        """Whether nobody has switched the rule off."""
        return self.name not in _OFF.get()

    def fire(self, token: int, added: str = "") -> None:
        """Tell who watches that the rule found something at ``token``."""
        watch = _WATCH.get()
        if watch is not None:
            watch.append(Firing(self.name, token, added))


@dataclass(frozen=True, slots=True)
class PlacedRule(Rule):
    """A rule that is tried at words of these relations, parts of speech and labels of names only; at all where none are given."""

    deps: Collection[str] = ()
    pos: Collection[str] = ()
    labels: Collection[str] = ()

    def is_asked(self, dep: str, pos: str = "", label: str = "") -> bool:
        """May it find something at such a word?"""
        return (
            (not self.deps or dep in self.deps)
            and (not self.pos or pos in self.pos)
            and (not self.labels or label in self.labels)
        )


R = TypeVar("R", bound=Rule, covariant=True)
P = TypeVar("P", bound=PlacedRule)


class RuleTable(Sequence[R], Generic[R]):
    """The rules of one area, in the order in which they are tried."""

    def __init__(self, area: str, *rules: R) -> None:
        names = [rule.name for rule in rules]
        assert len(set(names)) == len(names), f"two rules of {area} have one name"
        self.area = area
        self._rules = rules

    def active(self) -> tuple[R, ...]:
        """The rules that are not switched off, in order."""
        off = _OFF.get()
        return tuple(rule for rule in self._rules if rule.name not in off) if off else self._rules

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[R, ...]: ...
    def __getitem__(self, index: int | slice) -> R | tuple[R, ...]:
        return self._rules[index]

    def __len__(self) -> int:
        return len(self._rules)


def asked(table: RuleTable[P], dep: str, pos: str = "", label: str = "") -> tuple[P, ...]:
    """The rules of a table that may find something at such a word and are not switched off, in order."""
    return _asked(table, _OFF.get(), dep, pos, label)


@lru_cache(maxsize=8192)
def _asked(table: RuleTable[P], off: frozenset[str], dep: str, pos: str, label: str) -> tuple[P, ...]:
    return tuple(rule for rule in table if rule.name not in off and rule.is_asked(dep, pos, label))


def first_words(table: RuleTable[Rule], tree: Tree, token: int) -> tuple[int, ...]:
    """The words that the first rule which knows any adds to a token; none where no rule does."""
    for rule in table.active():
        found: tuple[int, ...] = rule.apply(tree, token)
        if found:
            rule.fire(token, " ".join(tree.text[word] for word in found))
            return found
    return ()


@contextmanager
def switched_off(*names: str) -> Iterator[None]:
    """Read without these rules, in this thread and context only."""
    token = _OFF.set(_OFF.get() | set(names))
    try:
        yield
    finally:
        _OFF.reset(token)


def is_watched() -> bool:
    """Whether somebody collects what fires, in this thread and context."""
    return _WATCH.get() is not None


@contextmanager
def watched() -> Iterator[list[Firing]]:
    """Collect what fires, in this thread and context only."""
    firings: list[Firing] = []
    token = _WATCH.set(firings)
    try:
        yield firings
    finally:
        _WATCH.reset(token)
