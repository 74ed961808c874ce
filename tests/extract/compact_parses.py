"""Parsed documents written by hand, a word as ``word/TAG/relation/head/label``.

``head`` counts words of the sentence from 1, 0 is the root; ``label`` opens a named entity, ``+`` goes on with it;
the word ``¶`` is a blank line.
"""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

_POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON",
    "DT": "DET", "IN": "ADP", "VBD": "VERB", "VBZ": "VERB", "VBN": "VERB", "VB": "VERB", "JJ": "ADJ", "POS": "PART", "RB": "ADV",
    "CC": "CCONJ", "CD": "NUM", "MD": "AUX", "AUX": "AUX", ".": "PUNCT", ",": "PUNCT", "``": "PUNCT", "''": "PUNCT", "TO": "PART",
    "_SP": "SPACE",
}  # fmt: skip
_LEMMAS = {
    "was": "be",
    "is": "be",
    "said": "say",
    "countries": "country",
    "officials": "official",
    "talks": "talk",
    "boats": "boat",
    "became": "become",
    "elected": "elect",
}


def parse(*sentences: str) -> Doc:
    """Build a Doc, a sentence per argument."""
    words, tags, deps, heads, ents, starts = [], [], [], [], [], []
    for sentence in sentences:
        base = len(words)
        inside = ""
        for number, item in enumerate(sentence.split()):
            word, tag, dep, head, *label = item.split("/")
            words.append("\n\n" if word == "¶" else word)
            tags.append(tag)
            deps.append("ROOT" if head == "0" else dep)
            heads.append(base + (number if head == "0" else int(head) - 1))
            inside = "" if not label else inside if label[0] == "+" else label[0]
            ents.append("O" if not label else f"{'I' if label[0] == '+' else 'B'}-{inside}")
            starts.append(number == 0)
    return Doc(
        Vocab(),
        words=words,
        tags=tags,
        pos=[_POS[tag] for tag in tags],
        lemmas=[_LEMMAS.get(word.lower(), word.lower()) for word in words],
        deps=deps,
        heads=heads,
        ents=ents,
    )
