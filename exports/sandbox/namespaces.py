"""Namespaces, and the names that both the writer of files and the process that reads them go by.

The process loads as little as it can, so these tables stand here and not in :mod:`newsgraph.exports.rdf.vocabulary`,
which makes terms of them.
"""

from __future__ import annotations

VOCABULARIES = {
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "ng": "https://w3id.org/newsgraph/ns#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rel": "https://w3id.org/newsgraph/relation/",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that do not depend on the base."""

CLASSES = {
    "PERSON": "schema:Person",
    "NORP": "ng:Group",
    "FAC": "schema:CivicStructure",
    "ORG": "schema:Organization",
    "GPE": "schema:AdministrativeArea",
    "LOC": "schema:Place",
    "PRODUCT": "schema:Product",
    "EVENT": "schema:Event",
    "WORK_OF_ART": "schema:CreativeWork",
    "LAW": "schema:Legislation",
    "LANGUAGE": "schema:Language",
}
"""The class of an entity by its label; an entity of another label is just an ``ng:Entity``."""

MODAL_PREFIXES = {
    "planned": "plan to",
    "possible": "may",
    "obligatory": "must",
    "requested": "be asked to",
}
"""What a predicate of this modality starts with: ``rel:plan_to_call`` is never read as ``rel:call``."""


def expand(name: str) -> str:
    """Return the IRI of a prefixed name.

    >>> expand("rdf:type")
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    """
    prefix, _, local = name.partition(":")
    return VOCABULARIES[prefix] + local
