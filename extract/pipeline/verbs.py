"""Lemmas of English verb forms: irregular ones by a table, regular ones by undoing the ending, given the verbs there are."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|bear bore born|beat beat beaten|become became become|begin began begun|
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|
breed bred bred|bring brought brought|build built built|burn burnt burnt|buy bought bought|cast cast cast|catch caught caught|
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|
dive dove dived|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|dwell dwelt dwelt|
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|
fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|
forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|get got got|get got gotten|
give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|
hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|
leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|
make made made|mean meant meant|meet met met|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|
rend rent rent|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|
seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|
shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|
sleep slept slept|slide slid slid|sling slung slung|slit slit slit|smell smelt smelt|sow sowed sown|speak spoke spoken|
speed sped sped|spell spelt spelt|spend spent spent|spill spilt spilt|spin spun spun|spit spat spat|split split split|
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|
stride strode stridden|strike struck struck|strike struck stricken|string strung strung|strive strove striven|swear swore sworn|
sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|
tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|undergo underwent undergone|
wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|wring wrung wrung|write wrote written
"""
INFLECTED = frozenset({"VBD", "VBN", "VBG", "VBZ"})
"""Penn tags of the forms that are undone here."""

_PREFIXES = ("over", "under", "with", "fore", "out", "mis", "un", "up", "re")
_VOWELS = frozenset("aeiou")


@cache
def _irregular() -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for entry in _IRREGULAR.replace("\n", "").split("|"):
        verb, past, participle = entry.split()
        table.setdefault(("VBD", past), verb)
        table.setdefault(("VBN", participle), verb)
    return table


def verb_lemma(form: str, tag: str, verbs: Container[str]) -> str | None:
    """The lemma of a lower-case verb form with a Penn tag, or None where no verb of ``verbs`` fits.

    >>> verb_lemma("fled", "VBD", set()), verb_lemma("hoping", "VBG", {"hop", "hope"}), verb_lemma("hopping", "VBG", {"hop"})
    ('flee', 'hope', 'hop')
    >>> verb_lemma("withdrew", "VBD", {"withdraw"})
    'withdraw'
    """
    irregular = _irregular()
    if found := irregular.get((tag, form)):
        return found
    for prefix in _PREFIXES:
        verb = irregular.get((tag, form.removeprefix(prefix))) if form.startswith(prefix) else None
        if verb and prefix + verb in verbs:
            return prefix + verb
    return next((verb for verb in _undone(form, tag) if verb in verbs or _american(verb) in verbs), None)


def _american(verb: str) -> str:
    return verb[:-3] + "ize" if verb.endswith("ise") else verb


def _undone(form: str, tag: str) -> Iterator[str]:
    """What the form may come from, likeliest first."""
    if tag == "VBZ":
        if form.endswith("ies"):
            yield form[:-3] + "y"
        if form.endswith("s"):
            yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
    elif tag == "VBG" and form.endswith("ing"):
        if form.endswith("ying"):
            yield form[:-4] + "ie"
        yield from _stems(form[:-3])
    elif tag in ("VBD", "VBN") and form.endswith("ed"):
        if form.endswith("ied"):
            yield form[:-3] + "y"
        yield from _stems(form[:-2])


def _stems(stem: str) -> Iterator[str]:
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem if stem[-1] in "lsfz" else stem[:-1]
        yield stem[:-1] if stem[-1] in "lsfz" else stem
    elif _would_double(stem):
        yield stem + "e"
        yield stem
    else:
        yield stem
        yield stem + "e"


def _would_double(stem: str) -> bool:
    """One syllable with one vowel and one consonant behind it: the verb itself would double its last letter."""
    if len(stem) < 3 or stem[-1] in "aeiouwxy":
        return False
    return stem[-2] in _VOWELS and not any(letter in _VOWELS for letter in stem[:-2].replace("qu", "q"))
