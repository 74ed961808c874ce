"""Our mentions as the full noun phrases that OntoNotes and OntoGUM mark, so that scores compare like with like."""

from __future__ import annotations

from newsgraph.extract.coreference import Chain
from newsgraph.extract.mentions.detection import MentionSpan, is_relative
from newsgraph.extract.syntax.tree import Tree

_OUTSIDE_LEFT = frozenset(
    {"case", "cc", "cc:preconj", "punct", "cop", "mark", "aux", "aux:pass", "nsubj", "nsubj:pass", "nsubj:outer", "csubj",
     "discourse", "expl", "obl", "advcl", "vocative", "dislocated", "parataxis", "reparandum", "obl:unmarked", "advmod"}
)  # fmt: skip
_OUTSIDE_RIGHT = frozenset(
    {"cc", "conj", "punct", "cop", "aux", "mark", "discourse", "advcl", "parataxis", "vocative", "dislocated", "nsubj", "obl",
     "obl:unmarked", "advmod", "ccomp", "orphan", "csubj", "dep", "list"}
)  # fmt: skip


def phrase(tree: Tree, mention: MentionSpan) -> tuple[int, int]:
    """The whole phrase of a mention: determiners, titles, complements, relative clauses, appositions, "'s"."""
    head = mention.head
    if mention.kind == "pronoun":
        return mention.start, mention.end + _has_quantifier(tree, mention)
    predicate = tree.child(head, "cop") is not None
    start, end = mention.start, mention.end
    for kid in tree.kids[head]:
        if kid < head and tree.dep[kid] not in _OUTSIDE_LEFT:
            start = min(start, tree.left[kid])
        elif (
            kid > head
            and tree.dep[kid] not in _OUTSIDE_RIGHT
            and not (predicate and tree.dep[kid] in ("acl:relcl",))
            and not _is_year(tree, kid)
        ):
            end = max(end, tree.right[kid] + 1)
    while end > start + 1 and (
        tree.pos[end - 1] in ("PUNCT", "SPACE") and tree.text[end - 1] not in (")", "]", '"', "”")
    ):
        end -= 1
    return start, end


def _is_year(tree: Tree, kid: int) -> bool:
    """Is it the date behind a name, of a life or of what was written ("Ruse (1998)")?"""
    return tree.dep[kid] == "nmod:unmarked" and (tree.label[kid] == "DATE" or tree.pos[kid] == "NUM")


def _has_quantifier(tree: Tree, pronoun: MentionSpan) -> bool:
    """Does "all" or "both" follow a pronoun ("all of us" as "us all")?"""
    behind = pronoun.end
    return tree.lower[behind : behind + 1] in (["all"], ["both"]) and tree.head[behind] == pronoun.head


def scored_mentions(tree: Tree, chain: Chain) -> list[MentionSpan]:
    """Mentions of a chain that OntoGUM marks: no relative pronouns, predicates, appositions, titles, nationality adjectives.

    Nor has it a mention inside another one of the same thing ("agents who inflate their pretence").
    """
    heads = {mention.head for mention in chain.mentions}
    kept = [mention for mention in chain.mentions if not _left_out(tree, mention, heads)]
    spans = [phrase(tree, mention) for mention in kept]
    return [mention for mention, span in zip(kept, spans, strict=True) if not _is_inside(span, spans)]


def _is_inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


def _left_out(tree: Tree, mention: MentionSpan, heads: set[int]) -> bool:
    head = mention.head
    if mention.kind == "pronoun":
        return is_relative(tree, head)
    if mention.label == "NORP" and tree.dep[head] in ("amod", "compound", "nmod:desc"):
        return True
    if tree.dep[head] in ("appos", "nmod:desc"):
        return tree.head[head] in heads
    return mention.kind == "nominal" and tree.child(head, "cop") is not None
