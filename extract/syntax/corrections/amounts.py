"""Amounts in the parse: a number belongs to its unit, a preposition to both, and what is given to the verb."""

from __future__ import annotations

from ...english.word_classes import word_class
from .arrays import Columns

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_NOT_GIVEN = frozenset(
    {"xcomp", "nmod:unmarked", "appos", "obj", "flat", "nmod", "obl:unmarked", "dep", "list"}
)
_COUNTS = _AMOUNTS | {"CARDINAL"}
_LEVELS = frozenset({"to", "from", "at", "by"})
"""Prepositions of how much something comes to or changes."""
_LONGEST_RECEIVER = 8
_REACH = 8
_WIDE = 20
"""How far away the object of a verb is looked for."""


def join_units(columns: Columns) -> None:
    """Hang numbers on their units, and prepositions before numbers on both."""
    for token, pos in enumerate(columns.pos[:-1]):
        if pos == "NUM":
            _join_unit(columns, token, token + 1)
        elif pos == "ADP" and columns.label[token + 1] in _AMOUNTS:
            if columns.dep[token] == "compound:prt" and columns.text[token] in _LEVELS:
                _join_particle(columns, token)
            elif columns.dep[token] == "case":
                _join_case(columns, token)


def give(columns: Columns) -> None:
    """Hang the amount that somebody is given on the verb, beside who receives it."""
    for token, label in enumerate(columns.label):
        if label == "MONEY" and (
            columns.pos[token] in ("NOUN", "SYM", "NUM") or columns.text[token].islower()
        ):
            _give(columns, token)


def pay(columns: Columns, price: int) -> None:
    """ "Signed Ada Lind from Ajax for 3 million euros", "beat Kelda 3-1": a price or a score is the verb's, not the name's."""
    name = columns.head[price]
    verb = columns.head[name]
    if columns.dep[name] != "obj" or columns.pos[name] != "PROPN" or columns.pos[verb] != "VERB":
        return
    between = range(name + 1, price)
    dear = columns.label[price] == "MONEY" and any(
        columns.head[t] == price and columns.text[t].lower() == "for" for t in between
    )
    if dear:
        columns.head[price], columns.dep[price] = verb, "obl"
    elif _is_score(columns, price):
        columns.head[price], columns.dep[price] = verb, "obl:unmarked"


def _is_score(columns: Columns, number: int) -> bool:
    """Two small numbers with a dash between them."""
    parts = columns.text[number : number + 3]
    return len(parts) == 3 and parts[1] in ("-", "–") and parts[0].isdecimal() and parts[2].isdecimal()


def join_ranges(columns: Columns) -> None:
    """ "Earned between $2,500 and $5,000": two ends of one amount, and no place between them; years and hours are times."""
    for between, text in enumerate(columns.text[:-1]):
        if text.lower() == "between":
            first = _numbers(columns, between + 1)
            second = _numbers(columns, first.stop + 1)
            if first and second and columns.text[first.stop] == "and":
                _join_range(columns, between, first, second)


def _numbers(columns: Columns, start: int) -> range:
    """The words of an amount from ``start`` on: numbers, their signs and the unit behind."""
    stop = start
    while stop < len(columns.text) and (
        (columns.pos[stop] in ("NUM", "SYM") and columns.label[stop] in _COUNTS)
        or (stop > start and columns.label[stop] in _AMOUNTS and columns.text[stop] != "and")
    ):
        stop += 1
    return range(start, stop)


def _join_range(columns: Columns, between: int, first: range, second: range) -> None:
    inside = {between, first.stop, *first, *second}
    top = next((t for t in first if columns.head[t] not in (*first, *second)), None)
    unit = next((t for t in second if columns.head[t] not in second), second[-1])
    if second.stop in (columns.head[unit], None if top is None else columns.head[top]):
        unit = second.stop
    bare = unit in second and columns.label[unit] not in _AMOUNTS  # "between 7 and 10"
    if top is None or bare or columns.head[between] not in (*first, unit):
        return
    if columns.head[unit] in first or columns.head[unit] == columns.head[top]:
        columns.head[unit], columns.dep[unit] = columns.head[top], columns.dep[top]
        for token in range(max(0, between - _REACH), min(len(columns.head), second.stop + _REACH)):
            if columns.head[token] == top and token not in inside:
                columns.head[token] = unit
    if columns.head[top] != unit:
        columns.head[top], columns.dep[top] = unit, "nummod"
    for token in (between, first.stop):
        columns.head[token] = unit
    columns.dep[between], columns.pos[between] = "advmod", "ADV"
    _govern(columns, unit)


def _govern(columns: Columns, unit: int) -> None:
    """Without a preposition of its own an amount is the object of a verb that has none, or tells how much it does."""
    verb, kids = columns.head[unit], range(max(0, unit - _WIDE), min(len(columns.head), unit + _WIDE))
    led = any(columns.head[t] == unit and columns.dep[t] == "case" for t in kids)
    if columns.dep[unit] != "obl" or led or columns.pos[verb] != "VERB":
        return
    taken = any(columns.head[t] == verb and columns.dep[t] == "obj" for t in kids)
    if not taken and columns.lemma[verb] not in word_class("intransitive"):
        columns.dep[unit] = "obj"
    else:
        columns.dep[unit] = "obl:unmarked"


def close_amount(columns: Columns, word: int) -> None:
    """ "200 euros or less", "30,000 tonnes, or a fifth of the crop": the second is no further amount."""
    first = columns.head[word]
    either = next((t for t in range(first + 1, word) if columns.text[t] == "or"), None)
    if either is None or columns.head[either] != word:
        return
    if columns.text[word].lower() in word_class("open_ends") and either + 1 == word:
        columns.dep[word] = "advmod"
    elif columns.label[word] in _COUNTS and columns.text[either - 1] == "," and _is_counted(columns, first):
        columns.dep[word] = "appos"


def _is_counted(columns: Columns, noun: int) -> bool:
    """Is it an amount, or does one hang on it right behind ("losses of 30,000 tonnes")?"""
    behind = range(noun, min(noun + _REACH, len(columns.head)))
    return any(columns.label[t] in _COUNTS for t in behind)


def _join_unit(columns: Columns, number: int, unit: int) -> None:
    """ "Fell 6 percent to 12.40 euros": the number is of the euros, and "to" stands before both."""
    same = columns.label[number] == columns.label[unit] and columns.label[unit] in _AMOUNTS
    counted = columns.pos[unit] in ("NOUN", "SYM") or columns.text[unit].isalpha()
    if same and counted and number not in (columns.head[unit], unit):
        columns.head[number], columns.dep[number] = unit, "nummod"
    before = number - 1
    if columns.head[number] != unit or before < 0 or columns.pos[unit] == "VERB":
        return  # "who in 2015 began"
    if columns.dep[before] == "case" and columns.head[before] == number:
        columns.head[before] = unit
        if columns.dep[unit] == "obj":
            columns.dep[unit] = "obl"


def _join_case(columns: Columns, case: int) -> None:
    """ "Damages of 2 million euros to Ada Lind": the preposition before an amount is not that of the name behind."""
    amount, noun = _amount(columns, case + 1), columns.head[case]
    unit = _unit(columns, amount)
    after = amount[-1] + 1
    beyond = noun >= after and any(
        columns.head[t] == noun and columns.dep[t] == "case" for t in range(after, noun)
    )
    if unit is None or not (beyond or noun in amount):
        return
    columns.head[case] = unit
    if not beyond:
        return
    if columns.pos[case - 1] == "NOUN" and columns.head[unit] == columns.head[case - 1]:
        columns.head[unit], columns.dep[unit] = case - 1, "nmod"


def _join_particle(columns: Columns, particle: int) -> None:
    """ "Fell to 87 million euros": what stands before an amount of the same verb is no particle of it."""
    unit = _unit(columns, _amount(columns, particle + 1))
    if unit is not None and columns.head[unit] == columns.head[particle]:
        columns.head[particle], columns.dep[particle] = unit, "case"
        columns.dep[unit] = "obl"


def _amount(columns: Columns, start: int) -> range:
    """The words from ``start`` on that share its label."""
    after = start + 1
    while after < len(columns.text) and columns.label[after] == columns.label[start]:
        after += 1
    return range(start, after)


def _unit(columns: Columns, amount: range) -> int | None:
    """The word of an amount that hangs on another word than its own."""
    return next((t for t in amount if columns.head[t] not in amount), None)


def _give(columns: Columns, unit: int) -> None:
    """ "Lent Wega SA 40 million euros", "fined Kelda 20,000 euros": what stands between verb and amount receives it."""
    if (
        unit + 1 < len(columns.label)
        and columns.label[unit + 1] == "MONEY"
        and _is_of_amount(columns, unit + 1)
    ):
        return
    start = unit
    while start > 0 and columns.label[start - 1] == "MONEY" and _is_of_amount(columns, start - 1):
        start -= 1
    first = start
    if start > 0 and _is_name(columns, start - 1):
        while start - first < _LONGEST_RECEIVER and first > 0 and _receives(columns, first - 1):
            first -= 1
    if first == start:  # "lent the shipyard 18 million kroner"
        first = _noun_start(columns, start)
    verb = first - 1
    if (
        verb < 0
        or first == start
        or columns.pos[verb] != "VERB"
        or columns.lemma[verb] not in word_class("giving")
    ):
        return
    if columns.dep[unit] not in _NOT_GIVEN or (
        verb in (unit, columns.head[verb]) and columns.dep[verb] != "ROOT"
    ):
        return
    receiver = _join(columns, first, start)
    if receiver is not None:
        columns.head[receiver], columns.dep[receiver] = verb, "iobj"
        columns.head[unit], columns.dep[unit] = verb, "obj"


def _join(columns: Columns, first: int, end: int) -> int | None:
    """Make the words one phrase; returns its head. A noun right before a name says what it is."""
    name = end
    while name > first and _is_name(columns, name - 1):
        name -= 1
    is_called = first < name < end and columns.pos[name - 1] == "NOUN"
    words = range(name if is_called else first, end)
    tops = [token for token in words if columns.head[token] not in words]
    for token in tops[1:]:
        columns.head[token], columns.dep[token] = tops[0], "flat"
    if is_called:
        columns.head[name - 1], columns.dep[name - 1] = tops[0], "nmod:desc"
    return tops[0] if tops else None


def _is_of_amount(columns: Columns, token: int) -> bool:
    return columns.pos[token] != "PROPN" or columns.text[token].islower()


def _receives(columns: Columns, token: int) -> bool:
    """Is it a word of a name, or of what the name is called ("the mining company Tessel NV", "the city of Bergen")?"""
    if columns.pos[token] == "VERB":
        return columns.dep[token] == "amod"
    if columns.text[token] in ("of", "its", "his", "her", "their"):
        return True
    return _is_name(columns, token) or columns.pos[token] in ("DET", "ADJ", "NOUN")


def _noun_start(columns: Columns, end: int) -> int:
    """Where the noun with an article right before ``end`` begins; ``end`` where there is none."""
    first = end
    while (
        end - first < _LONGEST_RECEIVER and first > 0 and columns.pos[first - 1] in ("NOUN", "ADJ", "PROPN")
    ):
        first -= 1
    determined = first > 0 and columns.tag[first - 1] in ("DT", "PRP$")
    return first - 1 if first < end and determined and columns.pos[end - 1] == "NOUN" else end


def _is_name(columns: Columns, token: int) -> bool:
    """Is it a word of a name? Short ones in capitals ("AB", "SA") are tagged as signs at times."""
    return columns.pos[token] == "PROPN" or columns.text[token].isupper()
