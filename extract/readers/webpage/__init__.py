"""Saved web pages: the article in them, and what they declare about it."""

from .page import read_html

__all__ = ["read_html"]
