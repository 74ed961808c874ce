"""Who "I" is outside quotations, and "he" behind his own words; read by the shipped pipeline."""

import pytest

LETTER = "I have lived in Oslo for years and I teach at Lund School. The council is slow."


@pytest.mark.parametrize(
    "text",
    [
        f"{LETTER}\n\nAda Mensah\nOslo",
        f"{LETTER}\n\nSincerely, Ada Mensah",
        f"To the editor: {LETTER}\n\nAda Mensah",
        f"By Ada Mensah\n\n{LETTER}",
    ],
)
def test_the_writer_of_a_letter_or_column_is_i(are_one, text):
    """By the name that signs it or the byline."""
    assert are_one(text, "Ada Mensah", "I")


def test_the_author_of_a_report_is_not_i(chains):
    """Where only others say "I", in their own words, a byline names nobody of the text."""
    text = 'By Ada Mensah\n\nOtto Lund left Oslo. "I sold the boats and I left," he said.'
    assert not any("Ada Mensah" in chain for chain in chains(text))


def test_he_behind_his_own_words_is_who_was_named(are_one):
    """The "I" of the quotation is no antecedent that would do for a name."""
    text = 'Otto Lund owns the port. "I own the bridge," he said.'
    assert are_one(text, "Otto Lund", "he")


def test_a_relative_in_passing_does_not_take_the_family_name(are_one):
    """Whom the text is about keeps it."""
    assert are_one(
        "Ana Ruiz owns a farm. Her sister Bea Ruiz left Rome. Ruiz sold the farm.", "Ana Ruiz", "Ruiz"
    )
