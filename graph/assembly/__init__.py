"""Records become entities and statements, and these a graph."""
