"""The terms of our RDF: standard vocabularies first, ``ng:`` for what they lack.

Their namespaces stand in :mod:`newsgraph.exports.sandbox.namespaces`.

The three layers of the model (direct, claim, text) are explained in ``newsgraph.ttl``, the ontology.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import get_args

from newsgraph.graph.errors import InputError

from ..sandbox import entailed, namespaces
from .terms import Iri, checked_iri

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
        checked_iri(base)
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
TYPE = Iri(RDF + "type")
SUBJECT = Iri(RDF + "subject")
PREDICATE = Iri(RDF + "predicate")
OBJECT = Iri(RDF + "object")
REIFIES = Iri(RDF + "reifies")
PROPERTY = Iri(RDF + "Property")
PREF_LABEL = Iri(SKOS + "prefLabel")
ALT_LABEL = Iri(SKOS + "altLabel")
EXACT_MATCH = Iri(SKOS + "exactMatch")
CLOSE_MATCH = Iri(SKOS + "closeMatch")
DEFINITION = Iri(SKOS + "definition")
SUB_PROPERTY_OF = Iri(RDFS + "subPropertyOf")
INVERSE_OF = Iri(OWL + "inverseOf")
SYMMETRIC_PROPERTY = Iri(OWL + "SymmetricProperty")
IDENTIFIER = Iri(DCTERMS + "identifier")

# Datatypes
DECIMAL = Iri(XSD + "decimal")
INTEGER = Iri(XSD + "integer")
BOOLEAN = Iri(XSD + "boolean")
DATE = Iri(XSD + "date")
EDTF_DATE = Iri(EDTF + "EDTF")

# Text layer
NEWS_ARTICLE = Iri(SCHEMA + "NewsArticle")
CONTEXT = Iri(NIF + "Context")
SENTENCE = Iri(NIF + "Sentence")
PHRASE = Iri(NIF + "Phrase")
SOURCE = Iri(DCTERMS + "source")
HEADLINE = Iri(SCHEMA + "headline")
DATE_PUBLISHED = Iri(SCHEMA + "datePublished")
IN_LANGUAGE = Iri(SCHEMA + "inLanguage")
URL = Iri(SCHEMA + "url")
PUBLISHER = Iri(SCHEMA + "publisher")
DOCUMENT_AUTHOR = Iri(SCHEMA + "author")
ENCODING_FORMAT = Iri(SCHEMA + "encodingFormat")
DATE_FROM = Iri(NG + "dateFrom")
PAGE = Iri(NG + "page")
PAGE_START = Iri(NG + "pageStart")
OTHER_SOURCE = Iri(NG + "otherSource")
TEXT_QUOTE = Iri(OA + "TextQuoteSelector")
EXACT = Iri(OA + "exact")
SHA256 = Iri(SCHEMA + "sha256")
BEGIN_INDEX = Iri(NIF + "beginIndex")
END_INDEX = Iri(NIF + "endIndex")
ANCHOR_OF = Iri(NIF + "anchorOf")
REFERENCE_CONTEXT = Iri(NIF + "referenceContext")
IN_SENTENCE = Iri(NIF + "sentence")
IDENT_REF = Iri(ITSRDF + "taIdentRef")
POSITION = Iri(NG + "position")
MENTION_OF = Iri(NG + "mentionOf")
MENTION_KIND = Iri(NG + "mentionKind")
MENTIONS = Iri(NG + "mentions")
MENTION_SPANS = {kind: Iri(f"{NG}{kind}Span") for kind in ("name", "nominal", "pronoun")}
"""Places where a member is mentioned, by the kind of the mentions."""
MEMBER = Iri(NG + "Member")
LOCAL_ID = Iri(NG + "localId")
MEMBER_NAME = Iri(NG + "memberName")
SPECIALIZATION_OF = Iri(PROV + "specializationOf")
DERIVED_FROM = Iri(PROV + "wasDerivedFrom")

# Entities and relations
ENTITY = Iri(NG + "Entity")
UNNAMED_ENTITY = Iri(NG + "UnnamedEntity")
CONCEPT = Iri(NG + "Concept")
CATEGORY = Iri(NG + "category")
LINK_TEXT = Iri(NG + "linkText")
RELATION = Iri(NG + "Relation")
BASE_RELATION = Iri(NG + "baseRelation")

CLASS_OF_CATEGORY = {label: Iri(namespaces.expand(name)) for label, name in namespaces.CLASSES.items()}
"""Class of an entity by its label; an unknown label is just an ``ng:Entity``."""

# Claims
CLAIM = Iri(NG + "Claim")
PREDICATE_TEXT = Iri(NG + "predicateText")
PREDICATE_BASE = Iri(NG + "predicateBase")
PARTICLE = Iri(NG + "particle")
PREPOSITION = Iri(NG + "preposition")
PASSIVE = Iri(NG + "passive")
ROLESET = Iri(NG + "roleset")
EVENT_CLASS = Iri(NG + "eventClass")
LEMMA = Iri(NG + "lemma")
SCHEMA_RELATION = Iri(NG + "schemaRelation")
OBJECT_VALUE = Iri(NG + "objectValue")
OBJECT_CATEGORY = Iri(NG + "objectCategory")
POLARITY = Iri(NG + "polarity")
MODALITY = Iri(NG + "modality")
STATUS = Iri(NG + "status")
STANCE = Iri(NG + "stance")
ATTRIBUTED_TO = Iri(NG + "attributedTo")
ATTRIBUTION_TEXT = Iri(NG + "attributionText")
TIME = Iri(NG + "time")
NOT_BEFORE = Iri(NG + "notBefore")
NOT_AFTER = Iri(NG + "notAfter")
EARLIEST = Iri(SEM + "hasEarliestBeginTimeStamp")
LATEST = Iri(SEM + "hasLatestEndTimeStamp")
CONFIDENCE = Iri(NG + "confidence")
INTEREST = Iri(NG + "interest")
HAS_EVIDENCE = Iri(NG + "evidence")
HAS_QUALIFIER = Iri(NG + "qualifier")
HAS_ARGUMENT = Iri(NG + "argument")
HAS_INVOLVEMENT = Iri(NG + "involvement")
INVOLVES = Iri(NG + "involves")

# Qualifiers, arguments, involvements
QUALIFIER = Iri(NG + "Qualifier")
ARGUMENT = Iri(NG + "Argument")
INVOLVEMENT = Iri(NG + "Involvement")
ROLE = Iri(NG + "role")
LABEL = Iri(NG + "label")
TEXT = Iri(NG + "text")
SPAN = Iri(NG + "span")
VALUE = Iri(NG + "value")
PART_ENTITY = Iri(NG + "entity")
IN_EVIDENCE = Iri(NG + "inEvidence")
NUMBER = Iri(NG + "number")
LOW = Iri(NG + "low")
HIGH = Iri(NG + "high")
UNIT = Iri(NG + "unit")
CURRENCY = Iri(NG + "currency")
APPROX = Iri(NG + "approx")

_STATUSES_OF_FACTS = ("asserted", "reported", "denied")

# Evidence
EVIDENCE = Iri(NG + "Evidence")
EVIDENCE_PARTS = {
    name: (Iri(f"{NG}{name}Text"), Iri(f"{NG}{name}Span"))
    for name in ("subject", "predicate", "object", "attribution", "via")
}
"""Text and place of each part of a sentence that a statement was read from."""
EVIDENCE_SPANS = {
    name: Iri(f"{NG}{term}")
    for name, term in (
        ("cue_spans", "cueSpan"),
        ("auxiliaries", "auxiliarySpan"),
        ("negation", "negationSpan"),
    )
}
"""Place of words that stand inside another part, by the field of :class:`Evidence` that has them."""
VIA = Iri(NG + "via")
CUE = Iri(NG + "cue")
QUOTED = Iri(NG + "quoted")
METHOD = Iri(NG + "method")
RULE = Iri(NG + "rule")
HAS_CUE = Iri(NG + "factualityCue")
FACTUALITY_CUE = Iri(NG + "FactualityCue")
EFFECT = Iri(NG + "effect")

# Across articles
NAME = Iri(SCHEMA + "name")
CLAIM_GROUP = Iri(NG + "ClaimGroup")
ORIGIN = Iri(NG + "Origin")
STORY = Iri(NG + "Story")
DISPUTE = Iri(NG + "Dispute")
DISPUTE_SIDE = Iri(NG + "DisputeSide")
HAS_ORIGIN = Iri(NG + "origin")
NEAR_COPY_OF = Iri(NG + "nearCopyOf")
GROUPS = Iri(NG + "groups")
ASSERTED_BY = Iri(NG + "assertedBy")
DENIED_BY = Iri(NG + "deniedBy")
ORIGINS = Iri(NG + "origins")
ARTICLES = Iri(NG + "articles")
HAS_ARTICLE = Iri(NG + "article")
ABOUT = Iri(NG + "about")
FIRST_SEEN = Iri(NG + "firstSeen")
LAST_SEEN = Iri(NG + "lastSeen")
HAS_GROUP = Iri(NG + "claimGroup")
HAS_DISPUTE = Iri(NG + "dispute")
DISPUTE_KIND = Iri(NG + "disputeKind")
HAS_SIDE = Iri(NG + "side")
SAID_IN = Iri(NG + "saidIn")
SIDE_CLAIM = Iri(NG + "claim")

# The terse form
FORM, PLACES, ABSENT = (Iri(term.value) for term in (entailed.FORM, entailed.PLACES, entailed.ABSENT))

# Judgements
JUDGEMENT = Iri(NG + "Judgement")
LEFT = Iri(NG + "left")
RIGHT = Iri(NG + "right")
VERDICT = Iri(NG + "verdict")
SCORE = Iri(NG + "score")
AUTHOR = Iri(NG + "author")


def item(number: int) -> Iri:
    """Return the property of the ``number``-th item of an ``rdf:Seq``, from 1: a reason, a step, an author."""
    return Iri(f"{RDF}_{number}")


@cache
def declared_terms() -> frozenset[Iri]:
    """Return every term that this module spells, the individuals included."""
    from newsgraph.graph.model.judgement import Verdict  # loads what queries do without
    from newsgraph.graph.model.record import MODALITIES, POLARITIES, STANCES

    names = (*POLARITIES, *MODALITIES, *STANCES, *_STATUSES_OF_FACTS, *get_args(Verdict))
    spelled = {term for term in globals().values() if isinstance(term, Iri)}
    parts = {term for pair in EVIDENCE_PARTS.values() for term in pair}
    parts |= {*EVIDENCE_SPANS.values(), *MENTION_SPANS.values()}
    return frozenset({individual(name) for name in names} | spelled | parts)


@lru_cache(maxsize=1 << 8)
def individual(name: str) -> Iri:
    """Return the ``ng:`` individual of a polarity, modality, stance, status or verdict, such as ``ng:planned``."""
    return Iri(NG + name)
