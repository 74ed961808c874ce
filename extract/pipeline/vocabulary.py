"""A fresh vocabulary for a pipeline whose words have become too many."""

from __future__ import annotations

from spacy.language import Language
from spacy.vocab import create_vocab

from .tokenizer import GuardedTokenizer, make_tokenizer


def renew(nlp: Language) -> bool:
    """Give a pipeline of ours the vocabulary it was loaded with; return whether it is one of ours.

    Documents that were read before keep the old vocabulary, which goes with the last of them. spaCy's own memory zones
    empty a vocabulary too, but its hash tables grow with every word that was ever in them.
    """
    if not isinstance(nlp.tokenizer, GuardedTokenizer) or nlp._path is None:
        return False
    rules = nlp.tokenizer.to_bytes(exclude=["vocab"])
    nlp.vocab = create_vocab(nlp.lang, nlp.Defaults, nlp.vocab.vectors.name).from_disk(nlp._path / "vocab")
    nlp.tokenizer = make_tokenizer()(nlp).from_bytes(rules, exclude=["vocab"])
    return True
