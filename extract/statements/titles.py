"""Roles that stand before a name: "palace envoy Anna Berg", "Judges Lund and Dahl"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import FORMS_OF_ADDRESS
from ..english.titles import GENERATIONS, bare
from ..factuality.modality import Factuality
from ..syntax.phrases import conjunct_phrases, noun_phrase
from ..syntax.possessors import is_style
from .extraction import Extraction
from .holders import is_no_holder
from .roles import holders, is_second_title, role_extraction, role_statements, role_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree


def title_statements(tree: Tree, name: int) -> Iterator[Extraction]:
    """Roles that stand before a name."""
    if tree.pos[name] != "PROPN":
        return
    for role in titles_of(tree, name):
        holder = noun_phrase(tree, name, titles=False)
        owner = tree.child(name, "nmod:poss")
        for one in holders(tree, name, role):
            shared = noun_phrase(tree, one, titles=False)
            yield from role_statements(tree, shared, role, Factuality(), "title", owner=owner)
        for kid in tree.children(name, "nmod"):
            preposition = tree.cases(kid)
            if tree.words(preposition) in ("of", "for"):
                words = tuple(sorted({*role_words(tree, role), *preposition}))
                for phrase in conjunct_phrases(tree, kid):
                    yield role_extraction(tree, holder, words, role, phrase, Factuality(), "title")


def titles_of(tree: Tree, name: int) -> list[int]:
    """The roles before a name, also one before another ("ministry spokeswoman Colonel Petrak")."""
    titles = tree.children(name, "nmod:desc")
    for title in titles:
        titles.extend(kid for kid in tree.kids[title] if kid < title and is_second_title(tree, kid))
    return [
        title
        for title in sorted(titles)
        if _says_a_role(tree, title)
        and not _is_of_several(tree, title, name)
        and not is_no_holder(tree, title, name)
    ]


def _is_of_several(tree: Tree, title: int, name: int) -> bool:
    """A role in the plural beside one name is a slip of the parse ("the candidates' estimates Lund will accept")."""
    joined = tree.dep[name] == "conj" or tree.child(name, "conj") is not None
    return tree.tag[title] in ("NNS", "NNPS") and not joined


def _says_a_role(tree: Tree, title: int) -> bool:
    """Neither "Mr" nor "Jr." nor "His Highness" says what somebody is."""
    return (
        tree.lower[title] not in FORMS_OF_ADDRESS
        and bare(tree.lower[title]) not in GENERATIONS
        and not is_style(tree, title)
    )
