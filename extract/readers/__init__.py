"""Readers: a file of any kind becomes a Document."""
