"""One thread for numpy's matrix products: they are small, and more threads only wait for each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import local

from threadpoolctl import ThreadpoolController

_DEPTH = local()


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


@contextmanager
def one_thread() -> Iterator[None]:
    """While this is open, the process's linear algebra runs on one thread; opened inside itself it costs nothing."""
    if getattr(_DEPTH, "open", False):
        yield
        return
    with _controller().limit(limits=1, user_api="blas"):
        _DEPTH.open = True
        try:
            yield
        finally:
            _DEPTH.open = False
