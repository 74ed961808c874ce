"""spaCy's English tokenizer, guarded: its time is quadratic in runs without spaces, so long runs are broken first."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.attrs import ORTH
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

LONGEST_RUN = 500
"""Characters without a space that go to spaCy's tokenizer in one piece."""

_HYPHEN_AFTER_ABBREVIATION = r"(?<=[A-Za-z]\.)-(?=[A-Za-z])"
"""Splits "U.S.-led" as "American-led" is split; spaCy's own rules leave it whole."""

_WHOLE = frozenset({"Wed", "wed"})
"""Words that spaCy takes for a contraction without its apostrophe ("we'd"): in news they are a weekday and a wedding."""

_BRACKET_AFTER_WORD = r"(?<=[A-Za-zÀ-ɏ]{3})\((?=[A-Z0-9À-Þ])"
"""Splits "Fund(IMF)" at its bracket; "file(s)" and "f(X)" stay whole."""

_DASH_BEHIND_MARK = (r"[”\"](?=[—―–])", r"(?<=[”\"])[—―–]")
"""Parts the closing mark of a quotation from the dash before who signs it: "...”―Jane Moss"."""

_DASHES_BEFORE_WORD, _DASHES_BEHIND_WORD = r"--+(?=[A-ZÀ-Þ“\"])", r"(?<=\w)--+"
"""Part a dash from the word that it touches on one side: "OSLO, Norway --Anna Berg", "the dam-- it held"."""

_ABBREVIATED_TITLES = tuple(
    "Sr. Lt. Sgt. Maj. Capt. Col. Cpl. Pvt. Cmdr. Brig. Supt. Insp. Pres. Rt. Hon. Msgr. Fr. Amb. Det. Atty. Asst. Sens. Reps. Cpt. "
    "Pte. Spc. Sec. Mme. Mlle.".split()
)
"""Titles whose full stop spaCy's own rules take for the end of a sentence; treebanks keep it on them."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


@registry.tokenizers("newsgraph.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], GuardedTokenizer]:
    """Factory for a pipeline's config."""
    standard = registry.tokenizers.get("spacy.Tokenizer.v1")()

    def make(nlp: Language) -> GuardedTokenizer:
        return GuardedTokenizer(_adapted(standard(nlp)))

    return make


def _adapted(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer with the rules above beside spaCy's own; stored ones are replaced, so that code and model agree."""
    infixes = [
        *(English.Defaults.infixes or []),
        _HYPHEN_AFTER_ABBREVIATION,
        _BRACKET_AFTER_WORD,
        *_DASH_BEHIND_MARK,
    ]
    tokenizer.prefix_search = compile_prefix_regex(
        [*(English.Defaults.prefixes or []), _DASHES_BEFORE_WORD]
    ).search
    tokenizer.suffix_search = compile_suffix_regex(
        [*(English.Defaults.suffixes or []), _DASHES_BEHIND_WORD]
    ).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.rules = {word: parts for word, parts in tokenizer.rules.items() if word not in _WHOLE}
    for title in _ABBREVIATED_TITLES:
        tokenizer.add_special_case(title, [{ORTH: title}])
    return tokenizer


class GuardedTokenizer:
    """Tokenizes as ``inner`` does, except that a run of over LONGEST_RUN characters is broken every LONGEST_RUN."""

    def __init__(self, inner: Tokenizer) -> None:
        self.inner = inner
        self.vocab = inner.vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize one text; the Doc's text is the text."""
        if not _LONG_RUN.search(text):
            doc: Doc = self.inner(text)
            return doc
        words: list[str] = []
        spaces: list[bool] = []
        start = 0
        for run in _LONG_RUN.finditer(text):
            self._add(text[start : run.start()], words, spaces)
            for i in range(run.start(), run.end(), LONGEST_RUN):
                self._add(text[i : min(i + LONGEST_RUN, run.end())], words, spaces)
            start = run.end()
            if text[start : start + 1] == " ":
                spaces[-1] = True
                start += 1
        self._add(text[start:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def _add(self, text: str, words: list[str], spaces: list[bool]) -> None:
        doc = self.inner(text)
        words += [token.text for token in doc]
        spaces += [bool(token.whitespace_) for token in doc]

    def to_disk(self, path: Path, **options: Any) -> None:
        """As spaCy's."""
        self.inner.to_disk(path, **options)

    def from_disk(self, path: Path, **options: Any) -> GuardedTokenizer:
        """As spaCy's."""
        self.inner.from_disk(path, **options)
        _adapted(self.inner)
        return self

    def to_bytes(self, **options: Any) -> bytes:
        """As spaCy's."""
        return bytes(self.inner.to_bytes(**options))

    def from_bytes(self, data: bytes, **options: Any) -> GuardedTokenizer:
        """As spaCy's."""
        self.inner.from_bytes(data, **options)
        _adapted(self.inner)
        return self

    def explain(self, text: str) -> list[tuple[str, str]]:
        """As spaCy's."""
        return list(self.inner.explain(text))
