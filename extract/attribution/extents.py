"""How far a report reaches: to the marks of the sentence it quotes, not into the writer's brackets, a denial not to what it grants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..english.lexicon import DEFINITE, INDEFINITE, INQUIRIES, SAYING_NOUNS, SPEAKING
from ..english.word_classes import word_class
from ..syntax.predicates import finite_word
from ..syntax.rules import Rule
from ..syntax.tree import SUBJECT_DEPS
from .noun_cues import closes_sentence
from .quoted_speech import is_speech, merged, root_of
from .source_phrases import begins_sentence
from .stance import DENIES, stance_of

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .cues import Attribution
    from .quotations import Quote

_OPENINGS, _CLOSINGS = frozenset({"(", "-LRB-"}), frozenset({")", "-RRB-"})
_LINKS = frozenset({"PUNCT", "SPACE", "ADV"})
_LEADING = frozenset({":", ",", ".", "?", "!", "”", '"', "''", ";"})
_KNOWN = DEFINITE | {"his", "her", "its", "their"}
_FIRST_PERSON = frozenset({"I", "I'm", "I’m"})


def confine(tree: Tree, attribution: Attribution, quotes: list[Quote], within: list[int]) -> Attribution:
    """ "Berg was late. “We sold it,” he said when asked about the yard": the report is what stands in the marks."""
    cue = attribution.cue
    if cue is None or within[cue] >= 0 or tree.pos[cue] != "VERB":
        return attribution
    number = _quote_before(tree, min(cue, attribution.source.tokens[0]), quotes, within)
    if number is None or not is_speech(tree, quotes[number]):
        return attribution
    quote = quotes[number]
    if not any(start <= quote.end and end >= quote.start for start, end in attribution.content):
        return attribution  # what is said stands behind the cue
    first = quote.start if _begins_sentence(tree, quote) else attribution.content[0][0]
    said = {t for start, end in attribution.content for t in range(start, end + 1) if t >= first}
    said = {t for t in said if within[t] >= 0 or t < quote.start} | set(range(quote.start, quote.end + 1))
    content = merged([(t, t) for t in sorted(said)])
    if content == attribution.content:
        return attribution
    head = attribution.head if attribution.head in said else root_of(tree, quote)
    CONFINED.fire(head, tree.words(attribution.source.tokens))
    return replace(attribution, content=content, head=head, quoted=True)


def leave_out_asides(tree: Tree, attribution: Attribution, aside: frozenset[int]) -> Attribution:
    """ "Lund said the firm (which owns a yard) would close": what stands in brackets, ``aside``, the writer adds."""
    spans = [range(start, end + 1) for start, end in attribution.content]
    cue = attribution.cue
    if (
        not aside
        or cue is None
        or tree.lemma[cue] not in SPEAKING
        or not aside.isdisjoint((attribution.head, cue))
    ):
        return attribution
    left = [(t, t) for span in spans for t in span if t not in aside]
    if len(left) == sum(map(len, spans)):
        return attribution
    ASIDE.fire(attribution.head, tree.words(attribution.source.tokens))
    return replace(attribution, content=merged(left))


def leave_out_granted(tree: Tree, attribution: Attribution, within: list[int]) -> Attribution:
    """ "Lund denied that he had lied, as calls for him to go grew": a denial does not reach what goes on meanwhile.

    Nor does it reach the relative clauses of names and definite nouns in it: they tell who or what is meant. A request
    ("told them to leave after the yard had failed") does not reach what has happened.
    """
    cue, head = attribution.cue, attribution.head
    if cue is None or within[head] >= 0:
        return attribution
    if stance_of(tree, cue, head) == DENIES:
        is_granted = _is_granted
    elif tree.dep[head] == "xcomp" and tree.words(tree.marks(head)) == "to":
        is_granted = _has_happened
    else:
        return attribution
    tokens = {t for start, end in attribution.content for t in range(start, end + 1)}
    granted = [t for t in tokens if t != head and within[t] < 0 and is_granted(tree, t)]
    left = tokens.difference(*(range(tree.left[t], tree.right[t] + 1) for t in granted))
    if len(left) == len(tokens) or head not in left:
        return attribution
    GRANTED.fire(head, tree.words(attribution.source.tokens))
    return replace(attribution, content=merged([(t, t) for t in sorted(left)]))


def _is_granted(tree: Tree, token: int) -> bool:
    if tree.dep[token] == "acl:relcl":  # "denied having a firm that makes bombs" grants no such firm
        noun = tree.head[token]
        return tree.is_named(noun) or any(
            tree.lower[kid] in _KNOWN for kid in tree.children(noun, "det", "nmod:poss")
        )
    when = any(tree.lower[kid] == "when" for kid in tree.children(token, "advmod"))
    meanwhile = tree.dep[token] == "advcl" and (
        when or tree.words(tree.marks(token)) in word_class("meanwhile")
    )
    return meanwhile and tree.child(token, *SUBJECT_DEPS) is not None


def _has_happened(tree: Tree, token: int) -> bool:
    """Is it a clause in the past behind "after", "as", "when" or "because"?"""
    if tree.dep[token] != "advcl" or tree.child(token, *SUBJECT_DEPS) is None:
        return False
    opened = tree.words(tree.marks(token)) in ("after", "as", "because", "when")
    opened = opened or any(tree.lower[kid] == "when" for kid in tree.children(token, "advmod"))
    finite = finite_word(tree, token)
    return opened and finite is not None and tree.tag[finite] == "VBD"


def asides(tree: Tree, within: list[int]) -> frozenset[int]:
    """The tokens of the writer's own clauses in a report: in brackets, in "according to", in "a claim that Lund disputes"."""
    spans = (*_brackets(tree), *_closing_sources(tree), *_comments(tree), *_behind_quotes(tree, within))
    stated = [
        (start, end)
        for start, end in spans
        if any(tree.dep[t] in SUBJECT_DEPS for t in range(start, end + 1))
    ]
    return frozenset(
        token
        for start, end in (*stated, *_media(tree))
        if within[start] < 0
        for token in range(start, end + 1)
    )


def _behind_quotes(tree: Tree, within: list[int]) -> Iterator[tuple[int, int]]:
    """ "“No,” he said. “Never,” when a reporter asked about it": the clause that tells when it was said."""
    for token, dep in enumerate(tree.dep):
        said, start = tree.head[token], tree.left[token]
        if dep == "advcl" and within[said] >= 0 and within[token] < 0 and said < start:
            when = any(tree.lower[kid] == "when" for kid in tree.children(token, "advmod"))
            if when or tree.words(tree.marks(token)) in ("after", "as", "when"):
                yield start, tree.right[token]


def _media(tree: Tree) -> Iterator[tuple[int, int]]:
    """ "In a memo that Berg wrote, Lund said ...", "said ..., in a paper run by the Herald": where it is said."""
    media = SAYING_NOUNS | INQUIRIES | word_class("texts") | word_class("talks")
    for noun, lemma in enumerate(tree.lemma):
        if tree.dep[noun] not in ("obl", "nmod") or lemma not in media:
            continue
        cases = tree.cases(noun)
        if tree.words(cases) != "in":
            continue
        start, end = cases[0], tree.right[noun]
        opens = begins_sentence(tree, start)
        closes = tree.text[start - 1] == "," and end + 1 < len(tree) and tree.text[end + 1] == "."
        if (opens or closes) and tree.lower[start + 1] in INDEFINITE:
            yield start, end


def _closing_sources(tree: Tree) -> Iterator[tuple[int, int]]:
    """ "..., according to a survey that the firm released"."""
    for token, word in enumerate(tree.lower):
        noun = tree.head[token]
        if word == "according" and tree.dep[token] == "case" and closes_sentence(tree, noun):
            yield token, tree.right[noun]


def _comments(tree: Tree) -> Iterator[tuple[int, int]]:
    """ "..., a claim that Lund disputes", "..., remarks that were aired in Oslo"."""
    for noun, lemma in enumerate(tree.lemma):
        if tree.dep[noun] not in ("appos", "parataxis") or lemma not in SAYING_NOUNS:
            continue
        clause = tree.child(noun, "acl:relcl", "acl")
        item = None if clause is None else tree.child(clause, "obj", *SUBJECT_DEPS)
        taken_up = item is not None and item < (clause or 0) and tree.lower[item] in ("that", "which")
        article = tree.child(noun, "det")
        start = noun if article is None and tree.tag[noun] == "NNS" else article
        if not taken_up or not start or tree.text[start - 1] != ",":
            continue
        if start == noun or tree.lower[start] in INDEFINITE:
            yield start, tree.right[noun]


def _brackets(tree: Tree) -> Iterator[tuple[int, int]]:
    opening = None
    for token, word in enumerate(tree.text):
        if word in _OPENINGS:
            opening = token
        elif word in _CLOSINGS and opening is not None:
            yield opening, token
            opening = None


def _quote_before(tree: Tree, edge: int, quotes: list[Quote], within: list[int]) -> int | None:
    """The quotation that ends right before a token, or before the adverb and comma that lead up to it."""
    token = edge - 1
    while token >= 0 and within[token] < 0 and tree.pos[token] in _LINKS:
        token -= 1
    return within[token] if token >= 0 and within[token] >= 0 else None


def _begins_sentence(tree: Tree, quote: Quote) -> bool:
    """Does a sentence begin with the quotation, or is it the rest of the writer's ("it was late, “and nobody came,” he said")?"""
    before, first = quote.start - 1, quote.start + 1
    if before < 0 or tree.text[before].isspace() or tree.text[before] in ":.?!":
        return True
    proper = tree.text[first] in _FIRST_PERSON or tree.entity[first] >= 0 or tree.pos[first] == "PROPN"
    return tree.text[before] in _LEADING and tree.text[first][:1].isupper() and not proper


GRANTED = Rule("granted-by-denial", leave_out_granted, cites="Karttunen (1973): holes")
ASIDE = Rule("aside-in-brackets", leave_out_asides, cites="PolNeAR; typography of brackets")
CONFINED = Rule("quoted-sentence", confine, cites="typography of quotations")
