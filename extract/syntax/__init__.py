"""The tree, its few corrections, phrases and clauses."""
