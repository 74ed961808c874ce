"""Mentions: the places where a text refers to something."""
