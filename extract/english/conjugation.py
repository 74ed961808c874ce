"""Forms of English verbs: third person, past and participle from the base form, and the table of irregular ones."""

from __future__ import annotations

from functools import cache

from newsgraph.graph.knowledge.english import with_s

_TABLE = """
arise arose arisen|awake awoke awoken|bear bore borne|bear bore born|beat beat beaten|become became become|begin began begun|
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|
breed bred bred|bring brought brought|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|
dive dove dived|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|dwell dwelt dwelt|
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|
fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|
forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|get got got|get got gotten|
give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|
hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|
leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lied lied|lie lay lain|light lit lit|lose lost lost|
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
IRREGULAR: tuple[tuple[str, str, str], ...] = tuple(
    (base, past, participle)
    for base, past, participle in (entry.split() for entry in _TABLE.replace("\n", "").split("|"))
)
"""Base form, past and past participle of irregular verbs; some have two lines."""

_PREFIXES = ("over", "under", "with", "fore", "out", "mis", "un", "up", "re")
_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PAST = {"be": "was", "refer": "referred", "occur": "occurred", "prefer": "preferred", "admit": "admitted", "permit": "permitted",
         "commit": "committed", "submit": "submitted", "control": "controlled", "transfer": "transferred", "rebel": "rebelled",
         "expel": "expelled", "compel": "compelled", "propel": "propelled", "patrol": "patrolled", "equip": "equipped",
         "kidnap": "kidnapped", "deter": "deterred", "incur": "incurred", "recur": "recurred", "concur": "concurred",
         "omit": "omitted", "regret": "regretted", "acquit": "acquitted", "infer": "inferred", "defer": "deferred"}  # fmt: skip
_VOWELS = frozenset("aeiou")


def third_person(verb: str) -> str:
    """Return the third person singular of the present.

    >>> [third_person(verb) for verb in ("have", "carry", "pass", "lead", "play")]
    ['has', 'carries', 'passes', 'leads', 'plays']
    """
    return _THIRD.get(verb) or with_s(verb)


def past(verb: str) -> str:
    """Return the simple past, of "be" the singular.

    Of two verbs of one form it is that of the first in the table: who is told of in an article lied more often than lay.

    >>> [past(verb) for verb in ("sell", "withdraw", "carry", "ban", "expel", "free", "visit", "lie")]
    ['sold', 'withdrew', 'carried', 'banned', 'expelled', 'freed', 'visited', 'lied']
    """
    return _irregular(verb, 0) or _regular(verb)


def past_participle(verb: str) -> str:
    """Return the past participle.

    >>> [past_participle(verb) for verb in ("sell", "overthrow", "bomb", "take")]
    ['sold', 'overthrown', 'bombed', 'taken']
    """
    return "been" if verb == "be" else _irregular(verb, 1) or _regular(verb)


@cache
def _forms() -> dict[str, tuple[str, str]]:
    return {base: (simple, participle) for base, simple, participle in reversed(IRREGULAR)}


def _irregular(verb: str, place: int) -> str | None:
    forms = _forms()
    if verb in forms:
        return forms[verb][place]
    for prefix in _PREFIXES:
        rest = verb.removeprefix(prefix)
        if rest != verb and rest in forms:
            return prefix + forms[rest][place]
    return None


def _regular(verb: str) -> str:
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    doubled = (
        len(verb) > 2 and verb[-1] not in "wxy" and not {verb[-1], verb[-3]} & _VOWELS and verb[-2] in _VOWELS
    )
    return f"{verb}{verb[-1]}ed" if doubled and _syllables(verb) == 1 else f"{verb}ed"


def _syllables(verb: str) -> int:
    return sum(a in _VOWELS and b not in _VOWELS for a, b in zip(verb, verb[1:] + ".", strict=True))
