"""Readable cases beside each rule: ``tests/cases/<area>/<rule>.md``.

A file is named after its rule and holds one or more cases:

    # A passive takes its subject from "by"

    > The bridge was built by Anna Lund.

    ```parse
    The   the   DET  DT  det 2  -
    ...
    ```

    - Anna Lund | built | the bridge | rule=clause
    - not: the bridge | built | *
    - same: Anna Lund = She

``- a | b | c | key=value`` must be among the statements read from the parse; a field that is ``*`` or left out may be
anything, ``-`` means there is none, and a field in ``~words~`` must contain the words. Keys are rule, polarity, modality,
source, stance, relation, time, steps, args, event. ``not:`` lines must not be found. ``same:`` forms belong to one
entity, ``apart:`` forms do not. ``label: Lund = PERSON`` holds if all mentions of this form are labelled so.

    python -m tests.cases --new statements/passive-agent "The bridge was built by Anna Lund."
    python -m tests.cases --write tests/cases/statements/passive-agent.md
    python -m tests.cases --reparse tests/cases/statements/passive-agent.md

``--new`` makes a skeleton from a sentence, or adds it to the file, ``--write`` rewrites the statements of every case of the file
with all that is read, ``--reparse`` takes the parse that the shipped pipeline gives today.
"""
