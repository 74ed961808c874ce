"""A process of its own, with limits, for what comes from outside: queries and RDF files of strangers."""
