"""Out: RDF, SPARQL, the page and other formats of a KnowledgeGraph."""
