"""One pipeline read from several threads gives right records."""

from concurrent.futures import ThreadPoolExecutor

import newsgraph

TEXTS = [
    f"{first} {last} met Olaf Brandt in Bergen on Sunday. She sold the ferry to Baltic Lines."
    for first in ("Marta", "Ingrid", "Karin", "Astrid")
    for last in ("Lindqvist", "Solberg", "Hagen", "Moe")
]


def read(text: str) -> str:
    """The record of a text as JSON."""
    return newsgraph.build(text).to_records()


def test_four_threads_read_what_one_reads() -> None:
    """Calls wait for each other; none fails and none is silently wrong."""
    alone = [read(text) for text in TEXTS]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, TEXTS * 3)) == alone * 3
