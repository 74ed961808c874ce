"""The terse form: what follows by rule is left out, which halves the file. ``graph.ttl`` of a folder has it.

:mod:`newsgraph.exports.sandbox.entailed` has the rules, and puts back whatever is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newsgraph.graph.model.record import MODALITIES

from ..sandbox.entailed import COMMON_RULE, LETTERS, TERSE, phrase_id
from ..sandbox.namespaces import MODAL_PREFIXES
from . import vocabulary as v
from .resource import Pair, Resource
from .terms import Iri, LiteralTerm, Term

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LETTER = {Iri(property.value): letter for letter, property in LETTERS.items()}
_START = dict[Term | None, str](
    (v.individual(modality), words.replace(" ", "_") + "_") for modality, words in MODAL_PREFIXES.items()
)
_POSITIVE, _NEGATIVE, _ACTUAL = map(v.individual, ("positive", "negative", "actual"))
_MODAL = {v.individual(name) for name in MODALITIES} - {_ACTUAL}
_LABEL_OF: Mapping[Term, str] = {
    v.CONCEPT: "CONCEPT",
    **dict[Term, str]((kind, label) for label, kind in v.CLASS_OF_CATEGORY.items()),
}
_AFTER_HEAD = re.compile("[ ._].*$", re.DOTALL)
_FROM_OTHERS = {v.EARLIEST, v.LATEST, v.INVOLVES}
_CLAUSE = (v.RULE, LiteralTerm(COMMON_RULE))
_FIRST = LiteralTerm("0", v.INTEGER)


def shorten(resources: Iterable[Resource], base: str) -> Iterator[Resource]:
    """Yield ``resources``, of the full form, without what follows by rule. The first one says so.

    Whom sentences mention and claims involve may be left out already.
    """
    yield Resource(Iri(base), [(v.FORM, LiteralTerm(TERSE.value))])
    name = ""  # of the entity that was described last
    for resource in resources:
        predicate, value = resource.pairs[0]
        if predicate == v.TYPE:
            if value == v.ENTITY:
                name = _chars(dict(resource.pairs)[v.PREF_LABEL])
            pairs = _SHORTER.get(value, _unchanged)(resource)
        elif predicate == v.DERIVED_FROM and resource.pairs[1][0] == v.HAS_EVIDENCE:  # of a claim
            pairs = resource.pairs[1:]
        elif predicate == v.DERIVED_FROM:
            plain: Pair = (v.LOCAL_ID, LiteralTerm(phrase_id(name)))
            pairs = [pair for pair in resource.pairs if pair != plain]
        elif isinstance(value, LiteralTerm) and predicate.startswith(v.REL):
            continue  # of the direct layer, edges between entities stand in the file
        else:
            pairs = resource.pairs
        if pairs:
            yield Resource(resource.node, pairs, resource.documents, resource.across)


def _unchanged(resource: Resource) -> Sequence[Pair]:
    return resource.pairs


def _chars(term: Term) -> str:
    """Return the characters of a literal or an IRI."""
    return term if isinstance(term, Iri) else term.value if isinstance(term, LiteralTerm) else ""


def _entity(resource: Resource) -> Sequence[Pair]:
    """Leave out what follows from a class of an entity: the more general classes, and its label."""
    kinds = {value for predicate, value in resource.pairs if predicate == v.TYPE}
    if v.CONCEPT not in kinds:
        general: set[Term] = {v.ENTITY} if len(kinds) > 1 else set()
    else:
        general = {v.ENTITY, v.UNNAMED_ENTITY} if v.UNNAMED_ENTITY in kinds else set()
    plain: set[Pair] = {(v.TYPE, kind) for kind in general}
    labels = {_LABEL_OF[kind] for kind in kinds if kind in _LABEL_OF}
    if len(labels) == 1:
        plain.add((v.CATEGORY, LiteralTerm(labels.pop())))
    return [pair for pair in resource.pairs if pair not in plain]


def _claim(resource: Resource) -> Sequence[Pair]:
    """Leave out what the parts of a claim say, what is plain, and what its relation has in its name."""
    said = dict(resource.pairs)
    status = said[v.STATUS]
    plain: set[Pair] = {(v.POLARITY, _NEGATIVE if status == _NEGATIVE else _POSITIVE), *_day(said)}
    plain.add((v.MODALITY, status if status in _MODAL and v.STANCE not in said else _ACTUAL))
    base = said.get(v.PREDICATE_BASE)
    if base is not None:
        plain.add((v.LEMMA, LiteralTerm(_AFTER_HEAD.sub("", _chars(said.get(v.ROLESET, base))))))
    words = None if v.SCHEMA_RELATION in said else _words(said[v.PREDICATE], said[v.MODALITY])
    if words is not None:
        plain.add((v.PREDICATE_BASE, LiteralTerm(words)))
    pairs = [pair for pair in resource.pairs if pair[0] not in _FROM_OTHERS and pair not in plain]
    return [*pairs, (v.PREDICATE_BASE, v.ABSENT)] if words is not None and base is None else pairs


def _day(said: Mapping[Iri, Term]) -> Iterator[Pair]:
    """Yield the first and the last day of a claim whose time is a day."""
    time = said.get(v.TIME)
    if isinstance(time, LiteralTerm) and time.datatype == v.EDTF_DATE and _DAY.fullmatch(time.value):
        yield from ((bound, LiteralTerm(time.value, v.DATE)) for bound in (v.NOT_BEFORE, v.NOT_AFTER))


def _words(relation: Term, modality: Term | None = None) -> str | None:
    """Return the plain wording that the name of a relation has, None for a name that is no words."""
    name = _chars(relation).removeprefix(v.REL)
    if not _PLAIN.fullmatch(name):
        return None
    start = _START.get(modality, "")
    return name.partition(start)[2].replace("_", " ") if start else name.replace("_", " ")


def _evidence(resource: Resource) -> Sequence[Pair]:
    """Write all places of a piece of evidence as one text."""
    places = [
        _LETTER[predicate] + _chars(value).replace("char=", "")
        for predicate, value in resource.pairs
        if predicate in _LETTER
    ]
    pairs = [pair for pair in resource.pairs[1:] if pair[0] not in _LETTER and pair != _CLAUSE]
    pairs.insert(1, (v.PLACES, LiteralTerm("".join(places))))
    return pairs if v.RULE in dict(resource.pairs) else [*pairs, (v.RULE, v.ABSENT)]


def _part(resource: Resource) -> Sequence[Pair]:
    """Leave out the class, and the position of the first."""
    return [pair for pair in resource.pairs[1:] if pair != (v.POSITION, _FIRST)]


def _sentence(resource: Resource) -> Sequence[Pair]:
    """Leave out what the IRI of a sentence and its words say, and whom it mentions."""
    said = dict(resource.pairs)
    begin, end, words = (_chars(said[name]) for name in (v.BEGIN_INDEX, v.END_INDEX, v.ANCHOR_OF))
    left_out = {v.MENTIONS, v.EXACT}
    if int(end) - int(begin) == len(words):
        left_out |= {v.POSITION, v.REFERENCE_CONTEXT, v.END_INDEX}
    is_whole = v.END_INDEX in left_out
    return [
        pair
        for pair in resource.pairs
        if pair[0] not in left_out and not (is_whole and pair == (v.TYPE, v.SENTENCE))
    ]


def _relation(resource: Resource) -> Sequence[Pair]:
    """Leave out the class and the label of a relation that has its words as its name."""
    words = _words(resource.node)
    plain: set[Pair] = {(v.TYPE, v.PROPERTY)}
    if words is not None and (v.PREF_LABEL, LiteralTerm(words)) in resource.pairs:
        plain |= {(v.TYPE, v.RELATION), (v.PREF_LABEL, LiteralTerm(words))}
    return [pair for pair in resource.pairs if pair not in plain]


_SHORTER: Mapping[Term, Callable[[Resource], Sequence[Pair]]] = {
    v.ENTITY: _entity,
    v.CLAIM: _claim,
    v.EVIDENCE: _evidence,
    v.QUALIFIER: _part,
    v.ARGUMENT: _part,
    v.INVOLVEMENT: _part,
    v.FACTUALITY_CUE: _part,
    v.MEMBER: lambda resource: resource.pairs[1:],
    v.SENTENCE: _sentence,
    v.RELATION: _relation,
}
