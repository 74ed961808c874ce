"""The terms of our RDF: standard vocabularies first, ``ng:`` for what they lack.

Their namespaces stand in :mod:`newsgraph.exports.sandbox.namespaces`.

The three layers of the model (direct, claim, text) are explained in ``newsgraph.ttl``, the ontology.
"""

from __future__ import annotations

from functools import cache
from typing import get_args

from pyoxigraph import NamedNode

from newsgraph.graph.errors import InputError

from ..sandbox import entailed, namespaces

VOCABULARIES = namespaces.VOCABULARIES
"""Prefixes that do not depend on the base."""

NG, REL = VOCABULARIES["ng"], VOCABULARIES["rel"]
DEFAULT_BASE = "https://w3id.org/newsgraph/data/"
"""Where the IRIs of entities, claims and documents stand unless the caller names another base."""

RDF, RDFS, OWL, XSD = (VOCABULARIES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd"))
SKOS, SCHEMA, PROV, DCTERMS = (VOCABULARIES[prefix] for prefix in ("skos", "schema", "prov", "dcterms"))
NIF, ITSRDF, SEM, EDTF, OA = (VOCABULARIES[prefix] for prefix in ("nif", "itsrdf", "sem", "edtf", "oa"))
WDT = VOCABULARIES["wdt"]

BASES = ("https", "http", "urn", "tag")
"""Schemes that a base may have: pages make links of IRIs, and a browser runs those of some others."""


def check_base(base: str) -> None:
    """Raise :class:`InputError` if ``base`` is no absolute IRI of one of these schemes that ends in a slash."""
    try:
        NamedNode(base)
    except ValueError as error:
        raise InputError(f"{base!r} is no base for IRIs: {error}") from error
    if base.partition(":")[0].lower() not in BASES:
        raise InputError(f"{base!r} is no base for IRIs: it starts with none of {', '.join(BASES)}.")
    if not base.endswith("/"):
        raise InputError(f"The base for IRIs must end in a slash: write {base + '/'!r}.")


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return every prefix our files declare and our queries may use without declaring it, sorted.

    Raises :class:`InputError` if ``base`` is no absolute IRI that ends in a slash.
    """
    check_base(base)
    own = {
        "ent": f"{base}entity/",
        "claim": f"{base}claim/",
        "doc": f"{base}document/",
        "text": f"{base}text/",
    }
    return dict(sorted((VOCABULARIES | own).items()))


def short_prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return the prefixes of the terse form: as :func:`prefixes`, but none for our words, and some for names of parts."""
    parts = {prefix: base + start for prefix, start in entailed.SHORTHANDS.items()}
    return {"": NG} | {prefix: iri for prefix, iri in sorted((prefixes(base) | parts).items()) if iri != NG}


# RDF and SKOS
TYPE = NamedNode(RDF + "type")
SUBJECT = NamedNode(RDF + "subject")
PREDICATE = NamedNode(RDF + "predicate")
OBJECT = NamedNode(RDF + "object")
REIFIES = NamedNode(RDF + "reifies")
PROPERTY = NamedNode(RDF + "Property")
PREF_LABEL = NamedNode(SKOS + "prefLabel")
ALT_LABEL = NamedNode(SKOS + "altLabel")
EXACT_MATCH = NamedNode(SKOS + "exactMatch")
CLOSE_MATCH = NamedNode(SKOS + "closeMatch")
DEFINITION = NamedNode(SKOS + "definition")
SUB_PROPERTY_OF = NamedNode(RDFS + "subPropertyOf")
INVERSE_OF = NamedNode(OWL + "inverseOf")
SYMMETRIC_PROPERTY = NamedNode(OWL + "SymmetricProperty")
IDENTIFIER = NamedNode(DCTERMS + "identifier")

# Datatypes
DECIMAL = NamedNode(XSD + "decimal")
INTEGER = NamedNode(XSD + "integer")
BOOLEAN = NamedNode(XSD + "boolean")
DATE = NamedNode(XSD + "date")
EDTF_DATE = NamedNode(EDTF + "EDTF")

# Text layer
NEWS_ARTICLE = NamedNode(SCHEMA + "NewsArticle")
CONTEXT = NamedNode(NIF + "Context")
SENTENCE = NamedNode(NIF + "Sentence")
PHRASE = NamedNode(NIF + "Phrase")
SOURCE = NamedNode(DCTERMS + "source")
HEADLINE = NamedNode(SCHEMA + "headline")
DATE_PUBLISHED = NamedNode(SCHEMA + "datePublished")
IN_LANGUAGE = NamedNode(SCHEMA + "inLanguage")
URL = NamedNode(SCHEMA + "url")
PUBLISHER = NamedNode(SCHEMA + "publisher")
DOCUMENT_AUTHOR = NamedNode(SCHEMA + "author")
ENCODING_FORMAT = NamedNode(SCHEMA + "encodingFormat")
DATE_FROM = NamedNode(NG + "dateFrom")
PAGE = NamedNode(NG + "page")
PAGE_START = NamedNode(NG + "pageStart")
OTHER_SOURCE = NamedNode(NG + "otherSource")
TEXT_QUOTE = NamedNode(OA + "TextQuoteSelector")
EXACT = NamedNode(OA + "exact")
SHA256 = NamedNode(SCHEMA + "sha256")
BEGIN_INDEX = NamedNode(NIF + "beginIndex")
END_INDEX = NamedNode(NIF + "endIndex")
ANCHOR_OF = NamedNode(NIF + "anchorOf")
REFERENCE_CONTEXT = NamedNode(NIF + "referenceContext")
IN_SENTENCE = NamedNode(NIF + "sentence")
IDENT_REF = NamedNode(ITSRDF + "taIdentRef")
POSITION = NamedNode(NG + "position")
MENTION_OF = NamedNode(NG + "mentionOf")
MENTION_KIND = NamedNode(NG + "mentionKind")
MENTIONS = NamedNode(NG + "mentions")
MENTION_SPANS = {kind: NamedNode(f"{NG}{kind}Span") for kind in ("name", "nominal", "pronoun")}
"""Places where a member is mentioned, by the kind of the mentions."""
MEMBER = NamedNode(NG + "Member")
LOCAL_ID = NamedNode(NG + "localId")
MEMBER_NAME = NamedNode(NG + "memberName")
SPECIALIZATION_OF = NamedNode(PROV + "specializationOf")
DERIVED_FROM = NamedNode(PROV + "wasDerivedFrom")

# Entities and relations
ENTITY = NamedNode(NG + "Entity")
UNNAMED_ENTITY = NamedNode(NG + "UnnamedEntity")
CONCEPT = NamedNode(NG + "Concept")
CATEGORY = NamedNode(NG + "category")
LINK_TEXT = NamedNode(NG + "linkText")
RELATION = NamedNode(NG + "Relation")
BASE_RELATION = NamedNode(NG + "baseRelation")

CLASS_OF_CATEGORY = {label: NamedNode(namespaces.expand(name)) for label, name in namespaces.CLASSES.items()}
"""Class of an entity by its label; an unknown label is just an ``ng:Entity``."""

# Claims
CLAIM = NamedNode(NG + "Claim")
PREDICATE_TEXT = NamedNode(NG + "predicateText")
PREDICATE_BASE = NamedNode(NG + "predicateBase")
PARTICLE = NamedNode(NG + "particle")
PREPOSITION = NamedNode(NG + "preposition")
PASSIVE = NamedNode(NG + "passive")
ROLESET = NamedNode(NG + "roleset")
EVENT_CLASS = NamedNode(NG + "eventClass")
LEMMA = NamedNode(NG + "lemma")
SCHEMA_RELATION = NamedNode(NG + "schemaRelation")
OBJECT_VALUE = NamedNode(NG + "objectValue")
OBJECT_CATEGORY = NamedNode(NG + "objectCategory")
POLARITY = NamedNode(NG + "polarity")
MODALITY = NamedNode(NG + "modality")
STATUS = NamedNode(NG + "status")
STANCE = NamedNode(NG + "stance")
ATTRIBUTED_TO = NamedNode(NG + "attributedTo")
ATTRIBUTION_TEXT = NamedNode(NG + "attributionText")
TIME = NamedNode(NG + "time")
NOT_BEFORE = NamedNode(NG + "notBefore")
NOT_AFTER = NamedNode(NG + "notAfter")
EARLIEST = NamedNode(SEM + "hasEarliestBeginTimeStamp")
LATEST = NamedNode(SEM + "hasLatestEndTimeStamp")
CONFIDENCE = NamedNode(NG + "confidence")
INTEREST = NamedNode(NG + "interest")
HAS_EVIDENCE = NamedNode(NG + "evidence")
HAS_QUALIFIER = NamedNode(NG + "qualifier")
HAS_ARGUMENT = NamedNode(NG + "argument")
HAS_INVOLVEMENT = NamedNode(NG + "involvement")
INVOLVES = NamedNode(NG + "involves")

# Qualifiers, arguments, involvements
QUALIFIER = NamedNode(NG + "Qualifier")
ARGUMENT = NamedNode(NG + "Argument")
INVOLVEMENT = NamedNode(NG + "Involvement")
ROLE = NamedNode(NG + "role")
LABEL = NamedNode(NG + "label")
TEXT = NamedNode(NG + "text")
SPAN = NamedNode(NG + "span")
VALUE = NamedNode(NG + "value")
PART_ENTITY = NamedNode(NG + "entity")
IN_EVIDENCE = NamedNode(NG + "inEvidence")
NUMBER = NamedNode(NG + "number")
LOW = NamedNode(NG + "low")
HIGH = NamedNode(NG + "high")
UNIT = NamedNode(NG + "unit")
CURRENCY = NamedNode(NG + "currency")
APPROX = NamedNode(NG + "approx")

_STATUSES_OF_FACTS = ("asserted", "reported", "denied")

# Evidence
EVIDENCE = NamedNode(NG + "Evidence")
EVIDENCE_PARTS = {
    name: (NamedNode(f"{NG}{name}Text"), NamedNode(f"{NG}{name}Span"))
    for name in ("subject", "predicate", "object", "attribution", "via")
}
"""Text and place of each part of a sentence that a statement was read from."""
EVIDENCE_SPANS = {
    name: NamedNode(f"{NG}{term}")
    for name, term in (
        ("cue_spans", "cueSpan"),
        ("auxiliaries", "auxiliarySpan"),
        ("negation", "negationSpan"),
    )
}
"""Place of words that stand inside another part, by the field of :class:`Evidence` that has them."""
VIA = NamedNode(NG + "via")
CUE = NamedNode(NG + "cue")
QUOTED = NamedNode(NG + "quoted")
METHOD = NamedNode(NG + "method")
RULE = NamedNode(NG + "rule")
HAS_CUE = NamedNode(NG + "factualityCue")
FACTUALITY_CUE = NamedNode(NG + "FactualityCue")
EFFECT = NamedNode(NG + "effect")

# Across articles
NAME = NamedNode(SCHEMA + "name")
CLAIM_GROUP = NamedNode(NG + "ClaimGroup")
ORIGIN = NamedNode(NG + "Origin")
STORY = NamedNode(NG + "Story")
DISPUTE = NamedNode(NG + "Dispute")
DISPUTE_SIDE = NamedNode(NG + "DisputeSide")
HAS_ORIGIN = NamedNode(NG + "origin")
NEAR_COPY_OF = NamedNode(NG + "nearCopyOf")
GROUPS = NamedNode(NG + "groups")
ASSERTED_BY = NamedNode(NG + "assertedBy")
DENIED_BY = NamedNode(NG + "deniedBy")
ORIGINS = NamedNode(NG + "origins")
ARTICLES = NamedNode(NG + "articles")
HAS_ARTICLE = NamedNode(NG + "article")
ABOUT = NamedNode(NG + "about")
FIRST_SEEN = NamedNode(NG + "firstSeen")
LAST_SEEN = NamedNode(NG + "lastSeen")
HAS_GROUP = NamedNode(NG + "claimGroup")
HAS_DISPUTE = NamedNode(NG + "dispute")
DISPUTE_KIND = NamedNode(NG + "disputeKind")
HAS_SIDE = NamedNode(NG + "side")
SAID_IN = NamedNode(NG + "saidIn")
SIDE_CLAIM = NamedNode(NG + "claim")

# The terse form
FORM, PLACES, ABSENT = entailed.FORM, entailed.PLACES, entailed.ABSENT

# Judgements
JUDGEMENT = NamedNode(NG + "Judgement")
LEFT = NamedNode(NG + "left")
RIGHT = NamedNode(NG + "right")
VERDICT = NamedNode(NG + "verdict")
SCORE = NamedNode(NG + "score")
AUTHOR = NamedNode(NG + "author")


def item(number: int) -> NamedNode:
    """Return the property of the ``number``-th item of an ``rdf:Seq``, from 1: a reason, a step, an author."""
    return NamedNode(f"{RDF}_{number}")


@cache
def declared_terms() -> frozenset[NamedNode]:
    """Return every term that this module spells, the individuals included."""
    from newsgraph.graph.model.judgement import Verdict  # loads what queries do without
    from newsgraph.graph.model.record import MODALITIES, POLARITIES, STANCES

    names = (*POLARITIES, *MODALITIES, *STANCES, *_STATUSES_OF_FACTS, *get_args(Verdict))
    spelled = {term for term in globals().values() if isinstance(term, NamedNode)}
    parts = {term for pair in EVIDENCE_PARTS.values() for term in pair}
    parts |= {*EVIDENCE_SPANS.values(), *MENTION_SPANS.values()}
    return frozenset({individual(name) for name in names} | spelled | parts)


def individual(name: str) -> NamedNode:
    """Return the ``ng:`` individual of a polarity, modality, stance, status or verdict, such as ``ng:planned``."""
    return NamedNode(NG + name)
