"""Write the frames by which claims of several articles compare predicates: ``python -m training.roleset_frames``."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

from newsgraph.extract.english.rolesets import rolesets

OUT = Path("graph/knowledge/data/roleset_frames.tsv.gz")
MOST_FRAMES = 3
"""A roleset of more frames than this is too vague to be told by them."""
MOST_ROLESETS = 60
"""A frame of more rolesets than this (ways of moving, of saying) tells no event from another."""


def rows() -> list[str]:
    """Return a row for each roleset that a FrameNet frame tells from most others: id, frames."""
    counts = Counter(frame for entry in rolesets().values() for frame in entry.framenet)
    found = {
        id: sorted(frame for frame in entry.framenet if counts[frame] <= MOST_ROLESETS)
        for id, entry in rolesets().items()
        if len(entry.framenet) <= MOST_FRAMES
    }
    return [f"{id}\t{' '.join(frames)}\n" for id, frames in sorted(found.items()) if frames]


def main() -> None:
    """Write the table; its bytes depend on the rolesets alone."""
    OUT.write_bytes(gzip.compress("".join(rows()).encode("utf8"), mtime=0))


if __name__ == "__main__":
    main()
