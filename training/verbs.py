"""The verbs of English that the pipeline knows: VerbNet's, those the treebanks use twice, those the statements' rules know."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

from newsgraph.extract.english import lexicon
from newsgraph.extract.english.word_classes import word_class

from .evaluate import treebank_documents

_READ = (
    lexicon.SPEAKING
    | lexicon.THINKING
    | lexicon.REQUESTING
    | word_class("denying")
    | lexicon.BELIEVING
    | lexicon.ACCUSING
)
_MEMBER = re.compile(r'<MEMBER[^>]*?name="([a-z]{2,})"')


def verbs(corpora: Path) -> list[str]:
    """Base forms in lower case, sorted; from VerbNet 3.3 and the train splits of EWT and GUM."""
    found: set[str] = set()
    with zipfile.ZipFile(corpora / "lexicons/verbnet3/verbnet3.zip") as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                found.update(_MEMBER.findall(archive.read(name).decode("utf8")))
    counts = Counter(
        lemma
        for treebank in ("ewt", "gum")
        for document in treebank_documents(corpora, treebank, "train")
        for sentence in document
        for lemma, upos in zip(sentence.lemmas, sentence.upos, strict=True)
        if upos == "VERB" and re.fullmatch("[a-z]{2,}", lemma)
    )
    found.update(lemma for lemma, count in counts.items() if count > 1)
    return sorted(found | {verb for verb in _READ if verb.isalpha()})
