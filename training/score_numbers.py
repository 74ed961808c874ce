"""Score numbers and dates, those of the rules or of a pipeline, on the IEER news sample (NIST 1999).

IEER's scheme differs from OntoNotes, so classes are collapsed as far as it goes:

- DATE and DURATION accept DATE (TIME too when "night" or "morning" follows); TIME accepts TIME; a DURATION
  shorter than a day (hours, minutes, "one night", race times "4:07.36") accepts TIME; MONEY accepts MONEY
  (and CARDINAL for bond prices without a currency); PERCENT accepts PERCENT; CARDINAL accepts CARDINAL.
- MEASURE holds more than quantities. Ages ("26, a student", "43-year-old") accept DATE, their OntoNotes
  label, and, when bare, CARDINAL; rates of money ("$1,300 a week") MONEY; everything else QUANTITY or, where
  there is no unit of measurement ("16-team", "four times a year"), CARDINAL.
- ORDINAL does not exist in IEER: such predictions are dropped.
- IEER does not mark dates and times without a calendar word or a count ("today", "this month", "annual",
  "years"): such predictions are right if gold overlaps and are dropped if it does not.

Spans: IEER leaves out modifiers ("more than", "early"), determiners, "ago", "night" after a weekday, and
splits ranges ("20 to 100" is "20" and "100"). *Strict* asks for equal borders after those words are stripped
from both sides, where the two ends of a range may be two gold spans; *overlap* asks for one common character.

    python -m training.score_numbers ../shared/corpora/ieer/ieer.jsonl.gz [--errors]
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.numbers import LABELS, find_numbers

Span = tuple[int, int, str]
Gold = tuple[int, int, tuple[str, ...]]

_SHORT_DURATION = re.compile(r"hour|minute|second|night|\d:\d|half-hour", re.IGNORECASE)
_CURRENCY = re.compile(
    r"[$€£]|RM|dlrs|dollar|cents?\b|yen\b|ringgit|kroner|penny|dime|francs|marks|pounds", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"[-\s]*(?:years?[-\s]*)?(?:olds?\b|of\s+age)")
_DAYTIME_AFTER = re.compile(r"\s+(?:morning|afternoon|evening|night)")
_UNITS = re.compile(
    r"\b(?:\w*met(?:er|re)s?|miles?|mph|feet|foot|inch(?:es)?|yards?|(?:kilo)?grams?|pounds?|ounces?"
    r"|tons?|tonnes|acres|litres|"
    r"liters|gallons?|barrels?|degrees|cups?|teaspoons?|tablespoons?|hectares?)\b|\d+K\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:today|yesterday|tomorrow|tonight|overnight|annual|annually|daily|weekly|monthly|quarterly|yearly|hourly"
    r"|this|last|next|that|the|each|every|past|recent|previous|same|following|these|those|all|early|late|earlier"
    r"|later|mid|days|weeks|months|years|decades|centuries|weekends|hours|minutes|seconds)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|few|several|dozen|hundreds?|half|couple|"
    r"[a-z]+teen|[a-z]+ty)\b"
)
_ABSOLUTE = re.compile(
    r"\d|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb"
    r"|Sept|Oct|Nov|Dec)\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
)
_STRIP_START = re.compile(
    r"(?:(?:more|less|fewer|greater|higher|lower)\s+than|at\s+(?:least|most)|as\s+(?:many|much|few"
    r"|little)\s+as|over|under|about|around|nearly|almost|roughly"
    r"|approximately|up\s+to|some|close\s+to|an\s+estimated|another|the|this|last|next|past|first|early"
    r"|late|later|earlier|mid|a|an|"
    r"year|each|every|that|between|these|previous|following|same|end\s+of|only|just|recent)[\s-]+",
    re.IGNORECASE,
)
_STRIP_END = re.compile(
    r"(?:\s+(?:ago|earlier|later|old|before|morning|afternoon|evening|night)|-olds?|['’]s?)\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one label: right and all predictions, found and all gold."""

    right: int
    predicted: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of predictions that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def accepted_labels(text: str, start: int, end: int, label: str) -> tuple[str, ...]:
    """Return the OntoNotes labels that a gold IEER span may have, best first; empty for names."""
    span = text[start:end]
    if label == "DATE" and _DAYTIME_AFTER.match(text, end):
        return ("TIME", "DATE")
    if label in ("DATE", "TIME", "PERCENT", "CARDINAL"):
        return (label,)
    if label == "DURATION":
        return ("TIME",) if _SHORT_DURATION.search(span) else ("DATE",)
    if label == "MONEY":
        return ("MONEY",) if _CURRENCY.search(span) else ("MONEY", "CARDINAL")
    if label == "MEASURE":
        return _accepted_measure(text, span, end)
    return ()


def _accepted_measure(text: str, span: str, end: int) -> tuple[str, ...]:
    if _CURRENCY.search(span) and not re.search(r"pounds", span):
        return ("MONEY",)
    if _AGE_AFTER.match(text, end) or re.search(r"years?\b", span):
        return ("DATE", "CARDINAL")
    if re.fullmatch(r"\d{1,2}", span):
        return ("DATE", "CARDINAL", "QUANTITY")
    return ("QUANTITY",) if _UNITS.search(span) else ("QUANTITY", "CARDINAL", "DATE")


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut off the words on which IEER and OntoNotes differ."""
    while found := _STRIP_START.match(text, start, end):
        start = found.end()
    while found := _STRIP_END.search(text, start, end):
        end = found.start()
    return start, end


def _outside_scheme(text: str, span: Span) -> bool:
    matched = text[span[0] : span[1]]
    if span[2] == "ORDINAL":
        return True
    counted = _ABSOLUTE.search(matched) or _COUNT.search(matched)
    return span[2] in ("DATE", "TIME") and not counted and bool(_RELATIVE.match(matched))


def _covered(text: str, span: Span, gold: list[Gold], strict: bool) -> list[Gold]:
    """Return the gold spans that make `span` right: one, or both ends of a range; none if wrong."""
    touched = [one for one in gold if span[2] in one[2] and span[0] < one[1] and one[0] < span[1]]
    if not touched or not strict:
        return touched
    whole = _core(text, touched[0][0], touched[-1][1])
    return touched if whole == _core(text, span[0], span[1]) else []


def _read(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            spans = [
                (start, end, accepted_labels(text, start, end, label)) for start, end, label in record["ents"]
            ]
            yield text, [span for span in spans if span[2]]


def score(
    path: Path,
    find: Callable[[str], Iterable[Span]] = find_numbers,
    *,
    strict: bool,
    errors: Counter[str] | None = None,
) -> dict[str, Score]:
    """Score what `find` finds in the texts of an IEER file, per label and for "all"; `errors` collects examples.

    A gold span counts under the label it was found with, or under its first accepted label when missed.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for text, gold in _read(path):
        found_as: dict[Gold, str] = {}
        for span in find(text):
            covered = _covered(text, span, gold, strict)
            found_as.update(dict.fromkeys(covered, span[2]))
            touched = any(span[0] < one[1] and one[0] < span[1] for one in gold)
            if not touched and _outside_scheme(text, span):
                continue
            counts["predicted", span[2]] += 1
            counts["right", span[2]] += bool(covered)
            if not covered and errors is not None:
                errors[f"+{span[2]}\t{_context(text, span[0], span[1])}"] += 1
        for one in gold:
            label = found_as.get(one, one[2][0])
            counts["gold", label] += 1
            counts["found", label] += one in found_as
            if one not in found_as and errors is not None:
                errors[f"-{label}\t{_context(text, one[0], one[1])}"] += 1
    return _scores(counts)


def _context(text: str, start: int, end: int) -> str:
    shown = f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 25]}"
    return re.sub(r"\s+", " ", shown)


def _scores(counts: Counter[tuple[str, str]]) -> dict[str, Score]:
    fields = ("right", "predicted", "found", "gold")
    scores = {
        label: Score(*(counts[field, label] for field in fields)) for label in LABELS if label != "ORDINAL"
    }
    scores["all"] = Score(
        *(sum(counts[field, label] for label in LABELS if label != "ORDINAL") for field in fields)
    )
    return scores


def main() -> None:
    """Print the scores of the rules on an IEER file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, help="ieer.jsonl.gz")
    parser.add_argument(
        "--errors", action="store_true", help="also print what was missed (-) and wrongly found (+)"
    )
    arguments = parser.parse_args()
    for strict in (True, False):
        errors: Counter[str] | None = Counter() if arguments.errors and not strict else None
        print("strict" if strict else "overlap")
        for label, value in score(arguments.path, strict=strict, errors=errors).items():
            print(
                f"  {label:9} P {value.precision:.3f}  R {value.recall:.3f}  F {value.f1:.3f}  gold"
                f" {value.gold}"
            )
        for line, count in sorted((errors or Counter()).items()):
            print(f"{count}\t{line}")


if __name__ == "__main__":
    main()
