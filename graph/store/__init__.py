"""A graph's folder: one SQLite file holds documents, texts, records and judgements; all else is made from it."""
