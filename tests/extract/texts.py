"""Texts of odd shapes, as long as one likes: what a hostile or broken source may hold."""

from collections.abc import Callable
from itertools import count, islice

ARTICLE = (
    "The port of Turin reopened on Friday after a strike of nine days. “We have an agreement,” said Nora Falk, who led "
    "the talks. Veltra Shipping, which runs two terminals, lost 14 million euros. Its chairman, Jon Moe, thanked the "
    "dockers and the mayor. The union had asked for 6 percent more pay; it got 4. Ida Holm, a crane driver, said that "
    "she would vote for the deal. The vote is to be held on March 12.\n\n"
)


def repeated(part: str) -> Callable[[int], str]:
    """A text of one part again and again."""
    return lambda length: (part * (length // len(part) + 1))[:length]


def numbered(pattern: str) -> Callable[[int], str]:
    """A text of parts that differ by a number, written with letters in names."""

    def make(length: int) -> str:
        parts, total = [], 0
        for i in islice(count(), length):
            name = "".join(chr(97 + (i // 26**k) % 26) for k in range(4))
            parts.append(pattern.format(i=i, name=name.title()))
            total += len(parts[-1])
            if total > length:
                break
        return "".join(parts)[:length]

    return make


def nested(opening: str, closing: str) -> Callable[[int], str]:
    """A text whose first half opens what its second half closes."""

    def make(length: int) -> str:
        half = length // 2
        return (opening * (half // len(opening) + 1))[:half] + (closing * (half // len(closing) + 1))[:half]

    return make


SHAPES: dict[str, Callable[[int], str]] = {
    "no sentence end": repeated("the man and the woman saw the dog with the bone near the house and "),
    "one word": repeated("a"),
    "hyphens": repeated("a-"),
    "blanks": repeated(" "),
    "blanks and words": repeated("word                                        "),
    "line breaks": repeated("\n"),
    "words in lines": repeated("word\n"),
    "tabs": repeated("Ada\tLund\t12\n"),
    "opening quotation marks": repeated("“"),
    "straight quotation marks": repeated('" '),
    "quotations": repeated("“Yes,” he said. "),
    "quotations without an end": repeated("“Yes, she said. "),
    "brackets": nested("(", ")"),
    "words in brackets": nested("(he ", "she) "),
    "names": numbered("{name} Holm met {name} Moe. "),
    "names in a list": numbered("{name} Holm, "),
    "one name": repeated("Nora Falk met Nora Falk. "),
    "one-word names": numbered("{name} "),
    "pronouns": repeated("He saw her and she saw him. "),
    "list of nouns": repeated("apples, pears, plums, "),
    "list with and": repeated("Ida and Jon and "),
    "relative clauses": repeated("the man who saw the dog that bit the cat which ate "),
    "that said that": repeated("Nora said that "),
    "of of of": repeated("the roof of the house of the friend of "),
    "numbers": numbered("{i} "),
    "amounts": numbered("{i} million euros to {i} percent of $3m and "),
    "dates": repeated("on Monday, March 3, 2025 from May to June until 1998-04 "),
    "full stops": repeated("."),
    "abbreviations": repeated("Inc. Corp. U.S. Ltd. "),
    "capitals": repeated("THE MINISTER MET THE UNION. "),
    "apostrophes": repeated("Nora's brother's friend's "),
    "addresses": numbered("https://example.org/{i}?a={name}&b=c "),
    "markup": repeated("<p><b>Nora</b> met <i>Jon</i></p>&amp;"),
    "other scripts": repeated("Министр встретил профсоюз 大臣は会った "),
    "combining marks": repeated("a\u0301\u0302\u0303"),
    "zero-width": repeated("No\u200bra \u202emet\u202c Jon "),
    "titles": repeated("President Prime Minister Chief Executive Dr. Mr. "),
    "appositions": repeated("Nora Falk, the mayor, a lawyer, the head of the board, "),
    "conditions": repeated("if he would have gone and if she had not been about to be almost "),
}
