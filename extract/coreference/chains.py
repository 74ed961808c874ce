"""Chains: all mentions of one thing in a document, with its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..english.titles import REGNAL, bare
from ..mentions.detection import MentionSpan
from ..mentions.scripts import is_foreign
from ..syntax.tree import Tree, read_tree
from .anaphora import link_by_rules
from .candidates import Candidates, QuotedSpan
from .drafting import make_draft
from .names import Name, country_keys
from .plurals import shared_plurals
from .ranked import link_by_model
from .ranker import Ranker, shipped_ranker
from .siblings import shared_surname

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing in text order.

    ``name`` is its fullest proper name without titles, ``aliases`` its other forms; a chain without a name
    has ``named=False`` and ``name=None``. ``label`` is an OntoNotes label, "" where the kind of thing is unknown.
    """

    mentions: tuple[MentionSpan, ...]
    label: str
    name: str | None
    aliases: tuple[str, ...]
    named: bool
    plurals: tuple[MentionSpan, ...] = ()
    """Plural mentions that stand for this thing and others together ("they")."""
    support: Mapping[int, float] = field(default_factory=dict, compare=False)
    """For heads of mentions that a model linked, the share of the odds that spoke for the link."""


def resolve(
    doc: Doc,
    mentions: list[MentionSpan],
    *,
    quotes: Iterable[QuotedSpan] = (),
    tree: Tree | None = None,
    ranker: Ranker | None = None,
) -> list[Chain]:
    """Group mentions into chains, in order of first mention.

    ``quotes`` are quotations as (first token, token after the last, head token of the speaker or None); "I" inside one
    is its speaker. A name or nominal without any other mention is a chain of one; a pronoun alone is dropped.
    ``tree`` is ``read_tree(doc)`` where the caller has it already; ``ranker`` takes the shipped model's place. A Doc
    without vectors is resolved by rules alone.
    """
    tree = tree or read_tree(doc)
    draft = make_draft(tree, mentions, quotes)
    ranker = ranker or shipped_ranker()
    plurals = shared_plurals(draft)
    if ranker is not None and len(doc.tensor) == len(doc):
        link_by_model(doc, draft, ranker, settled=plurals)
    else:
        link_by_rules(draft)
    groups = draft.clusters.groups()
    kept = (group for group in groups if len(group) > 1 or mentions[group[0]].kind != "pronoun")
    chains = {group[0]: _chain(draft, group) for group in kept}
    for plural, people in plurals.items():
        for root in (draft.clusters.of(person).first for person in people):
            if root in chains and draft.clusters.of(plural).first != root:
                known = chains[root]
                chains[root] = replace(known, plurals=(*known.plurals, mentions[plural]))
    return list(chains.values())


def _chain(draft: Candidates, group: list[int]) -> Chain:
    tree, mentions, names = draft.tree, draft.mentions, draft.names
    support = {mentions[i].head: draft.support[i] for i in group if i in draft.support}
    members = tuple(mentions[i] for i in group)
    named = [i for i in group if i in names]
    cluster = draft.clusters.of(group[0])
    is_person = cluster.unknown and cluster.kind == "person"
    label = "PERSON" if is_person else _label([mentions[i] for i in named] or list(members))
    if not named:
        return Chain(members, label, None, (), False, support=support)
    forms = Counter(_surface(tree, mentions[i]) for i in named)
    name = _fullest([(i, _surface(tree, mentions[i])) for i in named], names, label)
    if label == "PERSON" and " " not in name:
        family = shared_surname(tree, mentions[named[0]], mentions)
        name = f"{name} {family}" if family else name
    aliases = tuple(form for form in dict.fromkeys([*forms, *_untitled(name, label)]) if form != name)
    return Chain(members, label, name, aliases, True, support=support)


def _untitled(name: str, label: str) -> list[str]:
    """The first name alone of who is named with a title, as others may call them ("Harald" of "King Harald")."""
    title, _, first = name.partition(" ")
    return [first] if label == "PERSON" and bare(title) in REGNAL and first and " " not in first else []


def _label(members: list[MentionSpan]) -> str:
    counts = Counter(member.label for member in members if member.label)
    return max(counts, key=lambda label: counts[label]) if counts else ""


def _surface(tree: Tree, mention: MentionSpan) -> str:
    parts = [
        tree.text[token] + (" " if tree.spaced[token] else "") for token in range(mention.start, mention.end)
    ]
    return " ".join("".join(parts).split()).rstrip("-–—")


def _fullest(forms: list[tuple[int, str]], names: dict[int, Name], label: str) -> str:
    """The name with the most words; no acronym or name in other letters where there is a long form; a country by its usual name."""
    if label in ("GPE", "LOC"):
        usual = next(
            (country for i, _ in forms if (country := country_keys().get(" ".join(names[i].words)))), None
        )
        if usual is not None:
            return usual
    best = max(
        forms,
        key=lambda form: (
            not any(map(is_foreign, form[1].split())),
            not names[form[0]].acronym,
            len(names[form[0]].words),
            len(form[1]),
            -form[0],
        ),
    )
    return best[1]
