"""English word lists that tell kinds of things and sexes of first names apart; read on first use."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_FEMALE_ENDINGS = ("a", "ie", "ine", "elle", "ette", "eth", "lyn")
_PERSON_ENDINGS = (
    "ist", "ician", "man", "woman", "person", "eer", "ographer", "maker", "holder", "goer", "keeper", "worker", "writer", "player",
    "driver", "leader", "fighter", "owner",
)  # fmt: skip


@cache
def noun_types() -> dict[str, str]:
    """The entity label of English common nouns, by lemma: "spokesman" is a PERSON."""
    return _read("noun_types.txt", " ")


@cache
def given_names() -> dict[str, str]:
    """Whether a first name (lower-cased) is female or male; M. Kantrowitz's Names Corpus, see the file."""
    return _read("given_names.txt", "\t")


@cache
def _common_names() -> dict[str, str]:
    """The sex of first names that the Names Corpus has in both of its lists, where nearly all who bear them have one."""
    return _read("common_names.txt", " ")


def first_name_sex(name: str) -> str:
    """The sex a first name (lower-cased) is given to, or "" for a name of both or an unknown one.

    >>> first_name_sex("george"), first_name_sex("robin")
    ('male', '')
    """
    return given_names().get(name) or _common_names().get(name, "")


def guess_gender(name: str) -> str:
    """The likelier sex of a first name by the list, else by its ending; a hint, no evidence.

    >>> guess_gender("olga")
    'female'
    """
    return given_names().get(name) or ("female" if name.endswith(_FEMALE_ENDINGS) else "male")


def noun_type(lemma: str) -> str:
    """The entity label of a common noun, or "" where neither the list nor its ending tells."""
    known = noun_types().get(lemma)
    if known is not None:
        return known
    tail = lemma.rsplit("-", 1)[-1]
    if tail != lemma and tail in noun_types():
        return noun_types()[tail]
    if lemma.endswith("men") and f"{lemma[:-3]}man" in noun_types():  # a plural that was left as it is
        return noun_types()[f"{lemma[:-3]}man"]
    return "PERSON" if len(lemma) > 6 and lemma.endswith(_PERSON_ENDINGS) else ""


def _read(name: str, separator: str) -> dict[str, str]:
    found: dict[str, str] = {}
    block = ""
    for line in (_DATA / name).read_text("utf8").splitlines():
        if line.startswith("["):
            block = line.strip("[]")
        elif line and not line.startswith("#"):
            for word in line.split(separator):
                found.setdefault(word.strip(), block)
    return found
