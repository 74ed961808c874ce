"""Attachments that other evidence puts right."""

from newsgraph.extract.mending import Columns, mend


def columns(rows, labels=()):
    """Columns from ``lemma tag dep head`` rows, heads counted from 0."""
    table = [row.split() for row in rows]
    pos = ["VERB" if tag.startswith("VB") else "PROPN" if tag == "NNP" else "NOUN" for _, tag, _, _ in table]
    label = [dict(labels).get(number, "") for number in range(len(table))]
    return Columns(
        [int(r[3]) for r in table],
        [r[2] for r in table],
        [r[1] for r in table],
        pos,
        [r[0] for r in table],
        label,
    )


def test_finite_verb_joins_the_finite_verb_above():
    """ "Admitted renting a van but refuses": it is he who refuses."""
    parse = columns(["he PRP nsubj 1", "admit VBD ROOT 1", "rent VBG xcomp 1", "refuse VBZ conj 2"])
    mend(parse)
    assert parse.head[3] == 1


def test_reporter_goes_on():
    """ "Said the strike was illegal and accused the union"; a person could do the accusing."""
    rows = [
        "Holt NNP nsubj 1",
        "say VBD ROOT 1",
        "strike NN nsubj 3",
        "hurt VBD ccomp 1",
        "accuse VBD conj 3",
    ]
    parse = columns(rows)
    mend(parse)
    assert parse.head[4] == 1
    parse = columns(rows, labels=[(2, "PERSON")])
    mend(parse)
    assert parse.head[4] == 3


def test_role_and_name_are_one_subject():
    """ "Prosecutor Holt said" with two subjects."""
    parse = columns(["prosecutor NN nsubj 2", "Holt NNP nsubj 2", "say VBD ROOT 2"])
    mend(parse)
    assert (parse.head[0], parse.dep[0]) == (1, "nmod:desc")
