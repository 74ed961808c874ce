"""The core: extraction records in, a knowledge graph out. Imports neither extract nor exports."""
