"""Who reports: hearers taken for speakers, reporting clauses taken for circumstances, speakers torn from their verb."""

from __future__ import annotations

from functools import cache

from ...english.conjugation import third_person
from ...english.lexicon import SPEAKING, THINKING
from ...english.word_classes import word_class
from .arrays import FINITE, Columns, ancestors

_REACH = 24
"""Words of a speaker before the reporting verb."""
_FAR = 80
"""What follows a report begins within so many words of the word it is wrongly hung on."""
_BEFORE_SPEAKER = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PUNCT", "ADV"})
_CLOSING = frozenset({"”", "''", '"', "’"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OF_NOUN = frozenset({"det", "amod", "compound", "nmod:poss", "nmod:desc", "nummod"})
_OPENING = frozenset({",", "”", "''", '"', "’"})


def turn_hearer(columns: Columns, noun: int) -> None:
    """ "“...,” Lund told NTV": of two subjects around a verb of telling the one behind is whom it is told."""
    verb = columns.head[noun]
    if not columns.is_subject(noun) or noun < verb or columns.lemma[verb] not in word_class("telling"):
        return
    if not any(t < verb for t in columns.subjects[verb]):
        return
    if any(columns.head[t] == verb and columns.dep[t] == "expl" for t in range(max(0, verb - 6), verb)):
        return
    columns.dep[noun] = "iobj"
    columns.subjects[verb].remove(noun)


def insert_report(columns: Columns, cue: int) -> None:
    """ "..., an envoy aware of the talks told NTV": a reporting clause behind its content, with whoever speaks in it."""
    if columns.tag[cue] not in ("VBD", "VBZ"):
        return
    clause = columns.head[cue]
    marked = any(
        columns.head[t] == cue and (columns.dep[t] == "mark" or columns.tag[t] == "WRB")
        for t in range(max(0, cue - _REACH), cue)
    )
    if columns.lemma[cue] not in SPEAKING or marked or clause > cue:
        return
    start = _speaker_start(columns, cue)
    if start is None or start <= clause:
        return
    if cue not in columns.subjects:
        speaker = _speaker(columns, start, cue)
        if speaker is None or columns.head[speaker] in range(start, cue):
            return
        join_speaker(columns, speaker, start, cue)
    columns.dep[cue] = "parataxis"


def raise_report(columns: Columns, cue: int) -> None:
    """ "Lund said the yard was old and predicted that it would close": who reports goes on reporting, in the same tense."""
    first = columns.head[cue]
    report = columns.head[first]
    if not report < first < cue or columns.dep[first] != "ccomp" or cue in columns.subjects:
        return
    reporting = SPEAKING | THINKING
    tags = columns.tag[report], columns.tag[cue]
    alike = columns.tag[report] in FINITE and (tags[0] == tags[1] or tags == ("VBP", "VB"))
    if (
        not alike
        or not {columns.lemma[report], columns.lemma[cue]} <= reporting
        or (columns.lemma[first] in reporting and columns.tag[first] == tags[1])
    ):
        return
    if any(
        columns.head[t] == cue and columns.dep[t] == "ccomp"
        for t in range(cue, min(cue + _FAR, len(columns.head)))
    ):
        columns.head[cue] = report


def lower_content(columns: Columns, clause: int) -> None:
    """ "Lund explained that it was late, the paper said": what "that" opens right behind a report is its content."""
    said = columns.head[clause]
    for that in range(max(1, clause - _FAR), clause if clause < said else 0):
        opens = columns.text[that] == "that" and columns.dep[that] == "mark" and columns.head[that] == clause
        cue = that - 1
        if opens and columns.head[cue] == said and columns.dep[cue] == "ccomp":
            if columns.tag[cue] in FINITE and columns.lemma[cue] in SPEAKING | THINKING:
                columns.head[clause] = cue
            return


def read_report(columns: Columns, clause: int) -> None:
    """ "The union worries that the yard will close": a plural before "that", with who reports before it, is a verb."""
    verb = columns.head[clause]
    lemma = _reporting_forms().get(columns.text[verb])
    if columns.tag[verb] != "NNS" or lemma is None or columns.head[verb] != verb:
        return
    if not verb < clause or columns.text[verb + 1] != "that" or columns.head[verb - 1] != verb:
        return
    speaker = verb - 1
    if columns.tag[speaker] not in ("NN", "NNP") or columns.dep[speaker] not in ("compound", "nsubj"):
        return
    columns.pos[verb], columns.tag[verb], columns.lemma[verb] = "VERB", "VBZ", lemma
    columns.dep[speaker] = "nsubj"
    columns.subjects[verb] = [speaker]
    for token in range(max(0, speaker - _REACH), speaker):
        if columns.head[token] == verb and columns.dep[token] in _OF_NOUN:
            columns.head[token] = speaker


@cache
def _reporting_forms() -> dict[str, str]:
    return {third_person(verb): verb for verb in SPEAKING | THINKING}


def find_speaker(columns: Columns, cue: int) -> None:
    """ "Norland will pay, an official close to the talks told NTV": a reporting verb that ends a sentence without a subject."""
    if columns.pos[cue] != "VERB" or cue in columns.subjects or columns.tag[cue] not in FINITE:
        return
    if columns.lemma[cue] not in SPEAKING:
        return
    start = _speaker_start(columns, cue)
    said = any(columns.head[t] == cue and columns.dep[t] == "ccomp" for t in range(max(0, cue - 60), cue))
    if start is None or not said:
        return
    speaker = _speaker(columns, start, cue)
    if speaker is not None:
        join_speaker(columns, speaker, start, cue)


def join_speaker(columns: Columns, speaker: int, start: int, cue: int) -> None:
    """Make a noun the subject of the reporting verb, and what stands between them depend on the noun."""
    above = ancestors(columns, cue) or set()
    if speaker in above:
        return
    columns.head[speaker], columns.dep[speaker] = cue, "nsubj"
    if columns.pos[speaker] == "ADJ":
        columns.pos[speaker], columns.tag[speaker] = "NOUN", "NN"
    columns.subjects[cue] = [speaker]
    for token in range(start, cue):
        if token != speaker and not start <= columns.head[token] < cue:
            columns.head[token] = speaker
            columns.dep[token] = "amod" if columns.pos[token] == "ADJ" else columns.dep[token]
    for token in range(start, speaker):
        if columns.pos[token] == "DET":
            columns.head[token] = speaker


def lower_behind_report(columns: Columns, word: int) -> None:
    """ "“We sold it,” said Lund when asked about the ferry": what follows the report is the reporter's, not the speaker's."""
    said = columns.head[word]
    if not 0 < word - said < _FAR:
        return
    marks = [t for t in range(said + 1, word) if columns.text[t] in _CLOSING]
    cue = _report_of(columns, said, marks[-1], word) if marks else None
    if cue is not None:
        columns.head[word] = cue


def _report_of(columns: Columns, said: int, mark: int, end: int) -> int | None:
    """The reporting verb of a quoted word between the mark that closes the quotation and ``end``."""
    above = columns.head[said]
    cues = (
        above,
        *(t for t in range(mark + 1, end) if columns.head[t] == said and columns.dep[t] == "parataxis"),
    )
    return next((t for t in cues if mark < t < end and columns.lemma[t] in SPEAKING), None)


def _speaker_start(columns: Columns, cue: int) -> int | None:
    """The word behind the last comma or quotation mark before the cue, and before what is set beside the speaker."""
    for token in range(_before_apposition(columns, cue) - 1, max(-1, cue - _REACH), -1):
        if columns.text[token] in _OPENING:
            return token + 1 if token + 1 < cue else None
        if columns.pos[token] in ("VERB", "AUX") and columns.tag[token] in FINITE:
            return None
    return None


def _before_apposition(columns: Columns, cue: int) -> int:
    """The comma before a name between commas ("its lawyer, Ada Lund, said"), else the cue."""
    token = cue - 1
    if token < 0 or columns.text[token] != ",":
        return cue
    token -= 1
    while token > 0 and columns.label[token] == "PERSON":
        token -= 1
    return token if token < cue - 2 and columns.text[token] == "," else cue


def _speaker(columns: Columns, start: int, cue: int) -> int | None:
    """The first noun, or adjective in place of one ("an official close to"), that may speak."""
    for token in range(start, cue):
        following = columns.pos[token + 1] if token + 1 < len(columns.pos) else ""
        if columns.tag[min(token + 1, cue)] in ("POS", "HYPH"):  # "Chad's envoy", "a 17-year-old"
            continue
        if columns.pos[token] in _NOUNS and following not in _NOUNS:
            return token
        if columns.pos[token] == "ADJ" and (following in ("ADJ", "ADP") or token + 1 == cue):
            return token
        if columns.tag[token] not in ("PRP$", "POS") and columns.pos[token] not in _BEFORE_SPEAKER:
            return None
    return None
