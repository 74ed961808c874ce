"""One thread for numpy's matrix products: they are small, and more threads only wait for each other."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """While this is open, the process's linear algebra runs on one thread."""
    return _controller().limit(limits=1, user_api="blas")  # type: ignore[no-any-return]
