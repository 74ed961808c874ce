"""Where quotations start and end."""

import pytest
import spacy

from newsgraph.extract.attribution.quotations import find_quotes, number_paragraphs, quote_around
from newsgraph.extract.syntax.tree import read_tree

NLP = spacy.blank("en")


def quoted(text):
    """The quotations of a text as text."""
    doc = NLP(text)
    tree = read_tree(doc)
    return [doc[quote.start : quote.end + 1].text for quote in find_quotes(tree)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we won” today.", ["“we won”"]),
        ('He said "we won" and "they lost" today.', ['"we won"', '"they lost"']),
        ("He said ``we won'' today.", ["``we won''"]),
        ("‘We won,’ he said. ‘They’re angry.’", ["‘We won,’", "‘They’re angry.’"]),
        ("'We won,' she said. It's the players' day.", ["'We won,'"]),
        ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”"]),
        ("It's the voters' choice, isn't it?", []),
        ("The '90s were good.", []),
        ('He used a "private” box and a “public.”', ['"private”', "“public.”"]),
        ('"He said “no” to me," she said.', ['"He said “no” to me,"']),
    ],
)
def test_marks(text, expected):
    """All usual marks; apostrophes are none of them."""
    assert quoted(text) == expected


def test_left_open_quotation_ends_with_its_paragraph():
    """And the next paragraph opens anew."""
    assert quoted("“We won.\n\n“They lost,” he said.") == ["“We won.", "“They lost,”"]


def test_single_line_breaks_part_paragraphs_only_after_a_sentence():
    """A line break inside a sentence is layout."""
    tree = read_tree(NLP("One line\ngoes on.\nThe next."))
    assert number_paragraphs(tree)[-1] == 1


def test_the_quotation_around_a_word_is_found_by_its_place():
    """Its marks are not inside it, and neither are words between two quotations."""
    tree = read_tree(NLP("Then “yes” and “no” again."))
    around = [quote_around(tree, token) for token in range(len(tree))]
    words = {tree.text[token]: quote.start for token, quote in enumerate(around) if quote}
    assert words == {"yes": tree.text.index("“"), "no": tree.text.index("no") - 1}
