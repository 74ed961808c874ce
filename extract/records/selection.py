"""Whether a verb is likely to be said of its subject: an economy praises nobody, but a minister does."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from ..english import pronouns
from ..english.verb_subjects import share_of_somebody
from ..syntax.conjuncts import is_agent
from ..syntax.somebody import is_somebody

if TYPE_CHECKING:
    from ..statements import Extraction
    from ..syntax.tree import Tree

_SOMEBODY = (pronouns.OF_PERSONS | pronouns.INDEFINITE | {"they", "nobody"}) - {"whose"}
_UNTOLD = frozenset(
    "there one all some many most both each such another others these those what this that which it".split()
)
_NOUNS = frozenset({"NOUN", "PROPN"})


def is_somebody_or_thing(tree: Tree, noun: int) -> bool | None:
    """Is it a person or a body, or else a thing? None where the word does not tell."""
    word = tree.lower[noun]
    if word in _SOMEBODY:
        return True
    if (
        word in _UNTOLD
        or tree.pos[noun] not in _NOUNS
        or (tree.pos[noun] == "PROPN" and not tree.label[noun])
    ):
        return None
    return is_somebody(tree, noun)


def selection(tree: Tree, extraction: Extraction, content: int) -> dict[str, float]:
    """What the kind of the subject tells of a verb, which is the word ``content``: features of confidence."""
    subject, item = extraction.subject_head, extraction.object_head
    somebody = is_somebody_or_thing(tree, subject)
    if tree.pos[content] != "VERB" or somebody is None:
        return {}
    turned = is_agent(tree, subject) or (item is not None and tree.dep[item] == "nsubj:pass")
    share = share_of_somebody(tree.lemma[content], passive=_is_done_to(tree, content) and not turned)
    if somebody:
        return {"subject unlike somebody": -log2(share)}
    unlike = -log2(1 - share)
    found = {"subject thing": 1.0, "subject unlike thing": unlike, "thing does": share}
    if tree.head[subject] != content:
        found["borrowed subject unlike thing"] = unlike
    return found


def _is_done_to(tree: Tree, verb: int) -> bool:
    participle = tree.tag[verb] == "VBN" and tree.dep[verb] == "acl"
    return participle or tree.child(verb, "aux:pass", "nsubj:pass") is not None
