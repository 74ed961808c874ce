"""The terse form of the graph in RDF: what follows by rule is left out of the file, and put back when it is read.

``graph.ttl`` of a folder has this form (:mod:`newsgraph.exports.rdf.terse` writes it). After loading, a store holds the
triples of the full form, no more and no less: nobody who asks it can tell which form the file had.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from newsgraph.graph.knowledge.english import ARTICLE

from .namespaces import CLASSES, MODAL_PREFIXES, VOCABULARIES

NG, RELATION = VOCABULARIES["ng"], VOCABULARIES["rel"]

FORM = NamedNode(f"{NG}form")
"""The property of the base of a terse file's IRIs that says that it is one."""

TERSE = Literal("terse")

PLACES = NamedNode(f"{NG}places")
"""All places of a piece of evidence in one text, each part after its letter: ``s12,17 20,25p30,34``."""

ABSENT = NamedNode(f"{NG}absent")
"""What a property has that a rule would give a value but that has none."""

LETTERS = {
    "s": NamedNode(f"{NG}subjectSpan"),
    "p": NamedNode(f"{NG}predicateSpan"),
    "o": NamedNode(f"{NG}objectSpan"),
    "a": NamedNode(f"{NG}attributionSpan"),
    "v": NamedNode(f"{NG}viaSpan"),
    "c": NamedNode(f"{NG}cueSpan"),
    "x": NamedNode(f"{NG}auxiliarySpan"),
    "n": NamedNode(f"{NG}negationSpan"),
}
"""The properties that :data:`PLACES` stands for, by their letters."""

PARTS = {
    "ng:evidence": "ng:Evidence",
    "ng:qualifier": "ng:Qualifier",
    "ng:argument": "ng:Argument",
    "ng:involvement": "ng:Involvement",
    "ng:factualityCue": "ng:FactualityCue",
}
"""The class of what a property leads to."""

SHORTHANDS = {"ev": "text/evidence-", "m": "text/m_", **{letter: f"claim/{letter}_" for letter in "aciq"}}
"""Prefixes that a terse file has for the names of parts, beside the empty one for our words."""

COMMON_RULE = "clause"
"""The rule that reads most claims."""

_STARTS = {f"ng:{modality}": words.replace(" ", "_") + "_" for modality, words in MODAL_PREFIXES.items()}
"""What the name of a relation starts with where the claim has this modality."""

_LABELS = {**{name: label for label, name in CLASSES.items()}, "ng:Concept": "CONCEPT"}
"""The label of an entity of this class, unless it has another."""

_ARTICLE = re.compile(ARTICLE)


def _rows(table: Mapping[str, str]) -> str:
    """Return rows of VALUES: a name and a text each."""
    return " ".join(f'({name} "{text}")' for name, text in table.items())


_WORDS = f"""STRAFTER(STR(?relation), "{RELATION}")"""
_IS_PLAIN = f"""FILTER (REGEX({_WORDS}, "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"))"""

RULES = (
    # the parts of a claim, and the members of an entity, are known by what leads to them
    *((f"?x a {kind}", f"?whole {leads} ?x") for leads, kind in PARTS.items()),
    ("?x a ng:Member", "?x prov:specializationOf ?entity"),
    (
        "?x ng:position 0",
        "?whole ng:factualityCue|ng:argument ?x FILTER NOT EXISTS { ?x ng:position ?position }",
    ),
    (f'?x ng:rule "{COMMON_RULE}"', "?claim ng:evidence ?x FILTER NOT EXISTS { ?x ng:rule ?rule }"),
    # a sentence: its article and number stand in its IRI, its end follows from its words
    (
        "?s a nif:Sentence ; ng:position ?number ; nif:referenceContext ?article ; nif:endIndex ?end",
        """?s nif:beginIndex ?begin ; nif:anchorOf ?words FILTER NOT EXISTS { ?s nif:endIndex ?given }
        BIND (?begin + STRLEN(?words) AS ?end)
        BIND (STRDT(REPLACE(STR(?s), "^.*_s", ""), xsd:integer) AS ?number)
        BIND (IRI(REPLACE(STR(?s), "text/([^/]*)_s[0-9]+$", "document/$1")) AS ?article)""",
    ),
    ("?s oa:exact ?words", "?s a oa:TextQuoteSelector ; nif:anchorOf ?words"),
    # a claim: what its status tells, or is plain, is not said
    ("?c ng:polarity ng:negative", "?c ng:status ng:negative"),
    (
        "?c ng:modality ?status",
        """VALUES ?status { ng:planned ng:possible ng:conditional ng:obligatory ng:requested } ?c ng:status ?status
        FILTER NOT EXISTS { ?c ng:modality ?given } FILTER NOT EXISTS { ?c ng:stance ?stance }""",
    ),
    ("?c ng:polarity ng:positive", "?c a ng:Claim FILTER NOT EXISTS { ?c ng:polarity ?polarity }"),
    ("?c ng:modality ng:actual", "?c a ng:Claim FILTER NOT EXISTS { ?c ng:modality ?modality }"),
    (
        "?c ng:predicateBase ?base",
        f"""?c rdf:predicate ?relation ; ng:modality ?modality {_IS_PLAIN}
        FILTER NOT EXISTS {{ ?c ng:schemaRelation ?known }} FILTER NOT EXISTS {{ ?c ng:predicateBase ?given }}
        OPTIONAL {{ VALUES (?modality ?start) {{ {_rows(_STARTS)} }} }}
        BIND (REPLACE(STRAFTER({_WORDS}, COALESCE(?start, "")), "_", " ") AS ?base)""",
    ),
    (
        "?c ng:lemma ?lemma",
        """?c a ng:Claim ; ng:predicateBase ?base FILTER NOT EXISTS { ?c ng:lemma ?given }
        OPTIONAL { ?c ng:roleset ?roleset }
        BIND (REPLACE(COALESCE(?roleset, ?base), "[ ._].*$", "", "s") AS ?lemma)""",
    ),
    (
        "?c ng:notBefore ?day ; ng:notAfter ?day",
        """?c ng:time ?time FILTER (DATATYPE(?time) = edtf:EDTF && REGEX(STR(?time), "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
        BIND (STRDT(STR(?time), xsd:date) AS ?day)""",
    ),
    ("?c sem:hasEarliestBeginTimeStamp ?day", "?c ng:notBefore ?day"),
    ("?c sem:hasLatestEndTimeStamp ?day", "?c ng:notAfter ?day"),
    # a claim: whom it involves, and what it was read from
    ("?c prov:wasDerivedFrom ?article", "?c ng:evidence/nif:sentence/nif:referenceContext ?article"),
    (
        "?c ng:involves ?entity",
        """?c rdf:subject|rdf:object|ng:attributedTo|ng:evidence/ng:via|
          ng:qualifier/ng:entity|ng:argument/ng:entity|ng:involvement/ng:entity ?entity FILTER isIRI(?entity)""",
    ),
    # relations and the direct layer
    (
        "?relation a ng:Relation ; skos:prefLabel ?label",
        f"""?x rdf:predicate|ng:baseRelation|owl:inverseOf|rdfs:subPropertyOf ?relation {_IS_PLAIN}
        FILTER NOT EXISTS {{ ?relation skos:prefLabel ?given }}
        BIND (REPLACE({_WORDS}, "_", " ") AS ?label)""",
    ),
    ("?relation a rdf:Property", "?relation a ng:Relation"),
    (
        "?subject ?relation ?object",
        """?c rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object
        FILTER NOT EXISTS { ?c ng:polarity ng:negative } FILTER NOT EXISTS { ?c ng:modality ng:conditional }
        FILTER NOT EXISTS { ?c ng:stance ?stance }""",
    ),
    # entities: one that is its own member has an id like those of phrases, and a concept no name unless it is called an entity
    (
        "?x ng:localId ?id",
        f"""?x skos:prefLabel ?name ; prov:wasDerivedFrom ?article FILTER NOT EXISTS {{ ?x ng:localId ?given }}
        BIND (CONCAT("phrase:", REPLACE(LCASE(?name), "{ARTICLE}", "")) AS ?id)""",
    ),
    ("?x a ng:UnnamedEntity", "?x a ng:Concept FILTER NOT EXISTS { ?x a ng:Entity }"),
    (
        "?x a ng:Entity",
        f"VALUES ?kind {{ ng:UnnamedEntity {' '.join(_LABELS)} }} ?x a ?kind ; skos:prefLabel ?name",
    ),
    (
        "?x ng:category ?label",
        f"""VALUES (?kind ?label) {{ {_rows(_LABELS)} }} ?x a ?kind ; skos:prefLabel ?name
        FILTER NOT EXISTS {{ ?x ng:category ?given }}""",
    ),
)
"""What is left out, and what it follows from, as SPARQL; later rules build on earlier ones."""

_MENTIONED = """SELECT ?entity ?article ?places {
  ?member ng:nameSpan|ng:nominalSpan|ng:pronounSpan ?places ; prov:wasDerivedFrom ?article ;
    prov:specializationOf? ?entity . ?entity a ng:Entity }"""
_PHRASES = """CONSTRUCT { ?s ng:mentions ?entity } {
  ?mention ng:mentionOf ?member ; nif:sentence ?s . ?member prov:specializationOf ?entity }"""
_SENTENCES = """SELECT ?article ?begin ?s { ?s nif:referenceContext ?article ; nif:beginIndex ?begin } ORDER BY ?article ?begin"""

_PART = re.compile(rf"([{''.join(LETTERS)}])(\d+,\d+(?: \d+,\d+)*)")
_START = re.compile(r"char=(\d+)")
_BATCH = 300_000


def phrase_id(name: str) -> str:
    """Return the id that an article has for most phrases that stand for somebody or something.

    >>> phrase_id("The old harbour")
    'phrase:old harbour'
    """
    return "phrase:" + _ARTICLE.sub("", name.lower()) if name.isascii() else ""


def whole(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield ``quads`` and, where they are of a terse file, which begins by saying so, all that follows from them."""
    rest = iter(quads)
    for first in rest:
        if (first.predicate, first.object) == (FORM, TERSE):
            store = Store()
            fill(store, chain([first], rest))
            yield from store
        else:
            yield first
            yield from rest


def fill(store: Store, quads: Iterable[Quad], *, on_disk: bool = False) -> bool:
    """Put ``quads`` into an empty ``store`` and, where they are of a terse file, all that follows; return whether they are."""
    rest = iter(quads)
    first = next(rest, None)
    if first is None:
        return False
    if (first.predicate, first.object) != (FORM, TERSE):
        _extend(store, chain([first], rest))
        return False
    _extend(store, _with_places(rest))
    for then, given in RULES:
        if on_disk:  # an update keeps all that it inserts in memory
            found: Any = store.query(f"CONSTRUCT {{ {then} }} {{ {given} }}", prefixes=VOCABULARIES)
            _extend(store, (Quad(*triple) for triple in found))
        else:
            store.update(f"INSERT {{ {then} }} WHERE {{ {given} }}", prefixes=VOCABULARIES)
    _extend(store, _mentions(store))
    for quad in list(store.quads_for_pattern(None, None, ABSENT)):
        store.remove(quad)
    return True


def _extend(store: Store, quads: Iterable[Quad]) -> None:
    """Add quads many at a time: ``bulk_load``, which takes the whole file, needs four times the memory."""
    rest = iter(quads)
    while batch := list(islice(rest, _BATCH)):
        store.bulk_extend(batch)


def _with_places(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield ``quads`` with the places of evidence as single properties."""
    for quad in quads:
        if quad.predicate != PLACES:
            yield quad
            continue
        subject, _, value, graph = quad
        for letter, spans in _PART.findall(value.value):
            yield Quad(subject, LETTERS[letter], Literal("char=" + spans.replace(" ", " char=")), graph)


def _mentions(store: Store) -> Iterator[Quad]:
    """Yield whom each sentence mentions: the last one that begins at or before a mention has it."""
    mentions = NamedNode(f"{NG}mentions")
    begins: dict[Any, list[int]] = defaultdict(list)
    sentences: dict[Any, list[Any]] = defaultdict(list)
    rows: Any = store.query(_SENTENCES, prefixes=VOCABULARIES)
    for article, begin, sentence in rows:
        begins[article].append(int(begin.value))
        sentences[article].append(sentence)
    rows = store.query(_MENTIONED, prefixes=VOCABULARIES)
    for entity, article, places in rows:
        for at in {bisect_right(begins[article], int(start)) for start in _START.findall(places.value)}:
            yield Quad(sentences[article][at - 1], mentions, entity)
    found: Any = store.query(_PHRASES, prefixes=VOCABULARIES)
    yield from (Quad(*triple) for triple in found)
