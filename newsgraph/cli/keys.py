"""Single keys from a terminal."""

from __future__ import annotations

import os
import sys

import click

END = "\x04"
"""Control-D: the end of what is typed."""


def read_key() -> str:
    """Return the next key in lower case, without waiting for a line; what was typed ahead counts.

    The end of the input is "q". (``click.getchar`` throws away what was typed ahead.)
    """
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return click.getchar().lower()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        key = os.read(terminal, 1).decode("utf8", "replace").lower()
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    return "q" if key in ("", END) else key
