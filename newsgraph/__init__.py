"""newsgraph turns text into a knowledge graph that can be checked."""
