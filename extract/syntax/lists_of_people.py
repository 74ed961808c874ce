"""Whose role it is in a list of people, whatever the parse hangs it on: "Ada Lind, head of Kelda, Alden chairman Otto Krug"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tree import Tree


def holder_beside(tree: Tree, role: int) -> int | None:
    """A word of the person's name right behind a role, else of the one before its comma."""
    if tree.label[role + 1 : role + 2] == ["PERSON"]:
        return role + 1
    first = tree.left[role]
    while first < role and tree.pos[first] in ("PUNCT", "SPACE"):
        first += 1
    is_set_off = (
        first > 1
        and tree.pos[first] != "CCONJ"
        and tree.text[first - 1] == ","
        and tree.label[first - 2] == "PERSON"
    )
    return first - 2 if is_set_off else None
