"""``newsgraph`` and ``python -m newsgraph`` are the command line."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line; Ctrl-C is obeyed while its modules are still being loaded, too."""
    try:
        from newsgraph.cli import main
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        sys.exit(130)
    main()


if __name__ == "__main__":
    run()
