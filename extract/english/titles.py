"""Titles before the names of persons and what stands behind them: "President", "Sir", "Jr."."""

from __future__ import annotations

from .lexicon import ROLE_NOUNS

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame lord lady madam madame mme mlle monsieur messrs rev reverend fr father brother sister mother "
    "rabbi imam sheikh sheik shaikh mullah ayatollah hojatoleslam pope saint st st. hon honorable honourable herr frau señor señora "
    "don doña signor signora begum haji hajj ustad pandit shri smt king queen prince princess emperor empress emir sultan duke duchess baron count earl tsar".split()
)
"""Forms of address, without their full stops."""

RANKS = frozenset(
    "gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private adm admiral cmdr commander "
    "commodore brig brigadier marshal field vice rear staff chief warrant officer petty master sen senator rep representative "
    "congressman congresswoman gov governor pres president vice-president prime premier minister chancellor secretary speaker judge "
    "justice attorney ambassador professor doctor mayor councilman councilwoman councillor sheriff detective inspector constable "
    "director chairman chairwoman ceo coach bishop archbishop cardinal pastor foreign defense defence deputy acting former ex "
    "interim incoming outgoing then-president ex-president majority minority leader supreme crown first".split()
)
"""Offices and ranks written before a name, and the words that go with them."""

FEMALE_TITLES = frozenset(
    "mrs ms miss dame lady madam madame mme mlle sister mother queen princess empress duchess baroness congresswoman chairwoman "
    "spokeswoman councilwoman policewoman businesswoman actress señora doña frau signora first-lady".split()
)
MALE_TITLES = frozenset(
    "mr sir lord monsieur fr father brother king prince emperor duke baron sultan emir pope congressman chairman spokesman councilman "
    "policeman businessman señor don herr signor imam rabbi ayatollah mullah sheikh sheik".split()
)
OFFICES_IN_LETTERS = frozenset("mp mps mep msp mla mna mk td pm".split())
"""Offices that are written in letters, before a name or behind it."""
OFFICES_SPELT_OUT = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor", "govs": "governor",
    "pres": "president", "gen": "general", "lt": "lieutenant", "col": "colonel", "capt": "captain", "sgt": "sergeant",
    "cpl": "corporal", "adm": "admiral", "cmdr": "commander", "prof": "professor", "dr": "doctor", "rev": "reverend",
    "pm": "prime minister",
}  # fmt: skip
"""What offices and ranks that are written short stand for."""
_INITIAL_TITLES = HONORIFICS | RANKS | ROLE_NOUNS | OFFICES_IN_LETTERS
SUFFIXES = frozenset("jr sr i ii iii iv v vi vii viii ix x esq".split()) | frozenset(
    "phd md qc kc mp mep msp obe cbe mbe kbe dbe frs".split()
)
"""What may follow a name; those of ``GENERATIONS`` tell father from son."""
BEFORE_GENERAL = frozenset(
    "adjutant advocate attorney auditor comptroller consul director governor inspector postmaster prosecutor secretary solicitor "
    "surgeon".split()
)
"""Titles that "general" follows: an attorney general is no general."""
_OF_A_FIELD = frozenset("minister secretary".split())
_FIELDS = frozenset("justice".split())
"""What such an office may be for and a role is called too."""
GENERATIONS = frozenset("jr sr ii iii iv".split())
HONOURS = frozenset("phd md qc kc mp mep msp obe cbe mbe kbe dbe frs".split())
"""Honours and offices in letters behind a name, which are no part of it."""
TITLES_AND_NAMES = frozenset("baron dean don duke earl".split())
"""Titles that are first names as well, and rather these before a single name."""
REGNAL = frozenset(
    "pope king queen prince princess emperor empress saint st lord lady emir sultan tsar sheikh sheik imam".split()
)
"""Titles that stay with a single first name, which is not enough alone: "Pope Francis"."""


def bare(word: str) -> str:
    """The word lower-cased, without full stops: "Jr." is "jr"."""
    return word.replace(".", "").lower()


def spelt_out(word: str) -> list[str]:
    """The words of an office or rank, lower-cased, that may be written short.

    >>> spelt_out("Sen."), spelt_out("PM"), spelt_out("Mayor")
    (['senator'], ['prime', 'minister'], ['mayor'])
    """
    return OFFICES_SPELT_OUT.get(bare(word), word.lower()).split()


def is_title(word: str) -> bool:
    """May the word stand before a person's name as a title? "M.S." is not a title but two initials."""
    return "." not in word[:-1] and bare(word) in _INITIAL_TITLES


def is_one_office(first: str, second: str) -> bool:
    """Do two words name one office, so that its holder is not also what the first says?

    >>> is_one_office("attorney", "general"), is_one_office("justice", "minister"), is_one_office("colonel", "minister")
    (True, True, False)
    """
    return second == "general" or (second in _OF_A_FIELD and first in _FIELDS)


def count_titles(words: list[str]) -> int:
    """How many words at the start of a person's name are titles; at least one word is left as the name.

    >>> count_titles(["Prime", "Minister", "Anna", "Berg"])
    2
    """
    count = 0
    while count < len(words) - 1 and is_title(words[count]):
        count += 1
    left = [word for word in words[count:] if bare(word) not in SUFFIXES]
    stays = REGNAL | TITLES_AND_NAMES
    return count - 1 if count and len(left) == 1 and bare(words[count - 1]) in stays else count


def count_suffixes(words: list[str]) -> int:
    """How many words at the end of a person's name are suffixes with their comma, the first word never."""
    count = 0
    while count < len(words) - 1 and (bare(words[-1 - count]) in SUFFIXES or words[-1 - count] == ","):
        count += 1
    return count
