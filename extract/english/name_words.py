"""Words that tell what kind of thing a name names: legal forms of firms, storms, ships, diseases, languages, last words."""

from __future__ import annotations

LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co ltd limited plc llc llp lp gmbh ag kg kgaa ug se sa sas sarl srl spa sl slu bv nv vof ab "
    "oy oyj asa as aps ltda eirl jsc ojsc pjsc oao zao ooo doo dd sro kft zrt nyrt rt pte pty sdn bhd tbk kk sae saog".split()
)
"""Legal forms of firms, without full stops, as they end a name."""

TRADES = frozenset(
    "aerospace airlines airways aviation bancorp biotech breweries brewery cafe capital chemicals construction consulting electronics energy engineering "
    "enterprises entertainment ferries finance financial foods gas group healthcare holdings hydro industries instruments insurance investments labs laboratories lines logistics management marine "
    "minerals mining motors oil partners petroleum pharma pharmaceutical pharmaceuticals pictures properties publishing resources retail "
    "sciences securities semiconductor shipping software solutions steel stores studios systems technologies technology telecom "
    "textiles therapeutics trading ventures".split()
)
"""Last words of firms' names that say what the firm does."""

ORGANISATION_TAILS = frozenset(
    "inc corp corporation co company ltd limited plc llc gmbh ag sa group holdings news newspaper agency bank university college "
    "party council association organization organisation foundation institute international network television tv radio airlines "
    "airways energy media press daily magazine broadcasting enterprises industries motors club fc region strip peninsula".split()
)
"""Last words of a body's name that a shorter form leaves out."""

FIRM_TAILS = TRADES | ORGANISATION_TAILS | LEGAL_FORMS

NOUNS_OF_BODIES = {
    "airways": "airline", "airlines": "airline", "times": "newspaper", "herald": "newspaper", "gazette": "newspaper",
    "tribune": "newspaper", "chronicle": "newspaper", "guardian": "newspaper", "telegraph": "newspaper", "daily": "newspaper",
    "fc": "club", "united": "club", "rovers": "club", "wanderers": "club", "breweries": "brewer", "brewery": "brewer",
    "insurance": "insurer", "pharmaceuticals": "drugmaker", "bancorp": "bank", "motors": "carmaker",
    "college": "school", "academy": "school", "clinic": "hospital", "infirmary": "hospital",
}  # fmt: skip
"""Nouns for bodies by the last word of their names, where that is another."""

EXPANSIONS = {
    "us": ("united", "states"), "usa": ("united", "states"), "uk": ("united", "kingdom"),
    "un": ("united", "nations"), "eu": ("european", "union"), "ny": ("new", "york"),
}  # fmt: skip
"""Abbreviations that open longer names ("U.S. Congress")."""

STORMS = frozenset("storm hurricane typhoon cyclone superstorm".split())
"""Nouns that open the name of a storm."""

VESSELS = frozenset(
    "ship vessel ferry tanker frigate destroyer submarine trawler yacht freighter warship boat cruiser corvette icebreaker liner tugboat "
    "schooner steamship steamer carrier lifeboat barge".split()
)
"""Nouns for ships, as they stand before a name."""

BODIES = frozenset(
    "agency alliance army assembly association authority bank board bureau cabinet chamber club coalition college commission committee "
    "confederation conference congress consortium convention corporation council court department directorate federation forum "
    "foundation front fund guard institute institution league ministry mission movement navy organisation organization parliament "
    "pentagon police senate secretariat society tribunal trust union university".split()
)
"""Last words of the names of bodies, which stand alone for the whole ("the Commission")."""

PUBLIC_BODIES = frozenset(
    "army assembly cabinet chamber commission committee congress council court department directorate embassy legislature ministry "
    "navy parliament police senate tribunal".split()
)
"""Words that head the names of bodies which are no firms."""

EPIDEMICS = frozenset("covid covid-19 covid19 ebola h1n1 h5n1 mers mpox sars zika".split())
"""Diseases that are known by their outbreaks."""

LANGUAGES = frozenset(
    "arabic bahasa bengali cantonese catalan creole dari english esperanto farsi gaelic gujarati hebrew hindi kiswahili latin malayalam mandarin "
    "marathi pashto pidgin punjabi sanskrit setswana shona swahili tagalog tamil telugu urdu xhosa yiddish yoruba zulu".split()
)
"""Languages that are not called like the people of a country."""

PARTY_ADJECTIVES = frozenset(
    "communist conservative democrat democratic independent labour liberal nationalist republican socialist tory".split()
)
"""Words for the party of somebody whose full name follows."""

PARTY_WORDS = PARTY_ADJECTIVES | {"dnc", "gop", "national", "party", "rnc"}
"""Words that stand before "convention" where parties meet."""

BROADCASTS = frozenset({"program", "show"})
"""Nouns for events and products that titles stand beside as well."""

GENERATIONS = frozenset("boomer boomers millennial millennials xers zers zoomer zoomers".split())
"""Last words of the names of generations."""

_NO_BODY = frozenset({"EVENT", "LAW", "NORP", "PRODUCT", "WORK_OF_ART"})
_NO_LAW = frozenset({"EVENT", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})
_NO_EVENT = frozenset({"FAC", "LAW", "NORP", "PRODUCT"})
_NO_PLACE = frozenset({"EVENT", "LAW", "NORP", "PRODUCT"})

LAST_WORDS = {
    **dict.fromkeys("accord accords act agreement amendment constitution ordinance plan treaty".split(), ("LAW", _NO_LAW)),
    **dict.fromkeys("agenda policy strategy vision".split(), ("LAW", frozenset({"EVENT", "WORK_OF_ART"}))),
    "bank": ("ORG", frozenset({"FAC", "PRODUCT", "WORK_OF_ART"})),
    "initiative": ("ORG", frozenset({"WORK_OF_ART"})),
    "report": ("WORK_OF_ART", frozenset({"EVENT", "LAW"})),
    **dict.fromkeys("academy agency association bureau commission committee council department federation foundation institute "
                    "ministry university".split(), ("ORG", _NO_BODY)),
    **dict.fromkeys("championship championships elections exhibition expo fair festival marathon olympics paralympics primaries summit tournament".split(),
                    ("EVENT", _NO_EVENT | {"WORK_OF_ART"})),
    **dict.fromkeys("county district governorate municipality prefecture province".split(), ("GPE", _NO_PLACE | {"FAC", "LOC"})),
    **dict.fromkeys("airport bridge highway hotel mosque stadium temple".split(), ("FAC", _NO_PLACE | {"GPE", "LOC"})),
    **dict.fromkeys("desert island islands mountains ocean peninsula river sea".split(), ("LOC", _NO_PLACE)),
}  # fmt: skip
"""Last words that tell what a name of several words names, with the labels that are wrong before them."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and blanks without width, as a table for ``str.translate`` that drops them."""


def visible(word: str) -> str:
    """The word without soft hyphens and blanks without width, unless it is nothing else."""
    return word if word.isascii() else word.translate(_INVISIBLE) or word
