"""What persons and bodies are called: which noun may take up which, and nouns of harm, blame and kinds of bodies."""

from __future__ import annotations

from .lexicon import ROLE_NOUNS

_ANYBODY = frozenset(
    "man woman boy girl person individual teenager youth youngster adult figure guy gentleman lady native veteran newcomer "
    "candidate hopeful old resident citizen national hero star celebrity favourite favorite champion "
    "winner loser finalist expert professional businessman businesswoman".split()
)
"""Nouns that take up a person whatever role was given."""

OFFICES = ROLE_NOUNS | {"nominee", "frontrunner", "front-runner", "contender"}
"""Roles that are public."""
_OF_THE_LAW = frozenset(
    "judge justice prosecutor attorney lawyer sheriff officer detective inspector sergeant superintendent".split()
)
TAKEN_FOR_GRANTED = OFFICES - _OF_THE_LAW
"""Roles of which news need not say who has them; whoever deals with a case is mostly not told, and not the one it is about."""
HELD_BY_ONE = frozenset(
    "president vice-president premier minister chancellor secretary director chairman chairwoman chair chairperson head chief leader "
    "governor mayor ambassador commissioner commander general king queen emperor pope archbishop ceo cfo cto coo coach speaker "
    "treasurer principal dean rector superintendent sheriff".split()
)
"""Offices that one person has at a time, so that the same words mean the same person."""

_CLASSES = tuple(
    frozenset(words.split())
    for words in (
        "lawmaker legislator mp mep msp parliamentarian member congressman congresswoman senator representative deputy politician backbencher",
        "politician president minister premier pm chancellor senator governor mayor leader councillor candidate secretary",
        "leader president head chief premier pm chancellor minister chairman chairwoman boss ruler king queen dictator statesman",
        "doctor physician surgeon cardiologist oncologist neurologist psychiatrist pediatrician paediatrician gp medic consultant "
        "epidemiologist virologist pathologist dermatologist neurosurgeon",
        "lawyer attorney barrister solicitor counsel prosecutor advocate", "judge justice magistrate",
        "journalist reporter correspondent columnist editor broadcaster anchor",
        "author writer novelist poet playwright biographer essayist historian",
        "player footballer striker midfielder defender goalkeeper winger forward captain quarterback batsman bowler cricketer "
        "pitcher sportsman athlete international",
        "athlete runner sprinter swimmer cyclist skier boxer wrestler gymnast golfer rider player racer jumper",
        "singer musician artist songwriter rapper vocalist performer guitarist drummer composer pianist",
        "actor actress performer comedian entertainer",
        "artist painter sculptor photographer designer",
        "officer policeman policewoman detective inspector sergeant constable sheriff",
        "soldier officer general colonel commander captain lieutenant major sergeant marine serviceman",
        "executive ceo director chairman chairwoman manager boss chief head president founder entrepreneur owner banker",
        "official minister secretary commissioner spokesman spokeswoman spokesperson officer diplomat envoy ambassador administrator",
        "diplomat envoy ambassador consul mediator negotiator",
        "scientist researcher physicist chemist biologist professor academic astronomer geologist economist epidemiologist",
        "professor academic lecturer scholar teacher",
        "coach trainer manager boss",
        "priest cleric clergyman pastor bishop archbishop cardinal pope pontiff imam rabbi vicar preacher",
        "killer murderer gunman attacker assailant shooter suspect perpetrator",
        "defendant accused suspect convict prisoner inmate",
        "plaintiff complainant accuser victim petitioner",
        "pilot aviator captain", "driver motorist", "student pupil graduate undergraduate", "child boy girl kid toddler baby infant", "hero heroine protagonist character",
        "husband spouse partner", "wife spouse partner", "monarch king queen emperor ruler", "activist campaigner protester dissident",
        "worker employee staffer labourer laborer", "billionaire millionaire businessman tycoon mogul entrepreneur magnate industrialist financier investor",
    )
)  # fmt: skip
"""Nouns of one kind of person: each may take up the others."""

GENERIC_ORGANISATIONS = frozenset(
    "company firm group organisation organization corporation conglomerate business body agency institution giant manufacturer "
    "maker retailer producer developer operator carrier startup start-up lender insurer brand team side".split()
)
"""Nouns that take up a body whose name does not say what it is."""
FIRMS = GENERIC_ORGANISATIONS - frozenset(
    "group organisation organization body agency institution team side".split()
)
"""Those that are for a firm only."""

_BODY_CLASSES = tuple(
    frozenset(words.split())
    for words in (
        "club side team outfit", "company firm corporation business giant conglomerate startup manufacturer maker producer developer operator "
        "retailer supplier contractor subsidiary", "newspaper paper daily tabloid weekly broadsheet", "airline carrier",
        "bank lender", "university school college institution academy", "charity nonprofit ngo organisation organization foundation",
        "broadcaster network channel station", "hospital clinic", "magazine weekly monthly journal", "carmaker automaker",
        "watchdog regulator authority agency", "union federation", "band group",
        "hotel resort", "restaurant eatery cafe bistro", "museum gallery",
        *(f"{kind} company firm" for kind in "brewer drugmaker carmaker chipmaker miner insurer lender airline utility".split()),
    )
)  # fmt: skip
"""Nouns of one kind of body: each may take up the others."""

BODIES_IN_LETTERS = frozenset({"party", "bureau"})
"""Kinds of bodies that are mostly called by their initials, which do not say the kind."""
ANY_THINGS = frozenset(
    "building structure facility site property complex premises vehicle aircraft plane jet vessel ship boat craft device machine "
    "product weapon item".split()
)
"""Nouns that take up a building, vehicle or product which was called by another."""

_SECOND = frozenset("vice deputy assistant associate sub".split())
DEPUTIES = _SECOND | {"junior"}
"""Words before a role that make its holder the second."""
OTHER_ROLE = _SECOND | {"under", "honorary", "would-be", "shadow"}
"""Words before a role that make it another one: who is deputy chief of something is not its chief."""

VICTIMS = frozenset("victim complainant plaintiff accuser survivor petitioner".split())
ACCUSED = frozenset(
    "accused suspect defendant attacker assailant perpetrator gunman killer murderer offender shooter robber thief rapist culprit "
    "convict bomber kidnapper".split()
)
ACCUSING = frozenset(
    "arrest detain jail charge convict accuse indict prosecute sentence imprison apprehend handcuff suspect acquit try remand "
    "extradite condemn fine custody".split()
)
"""Verbs done to the accused."""
HARMING = frozenset(
    "kill wound attack rob rape stab shoot assault injure beat murder hit abuse abduct kidnap harass molest strangle threaten "
    "ambush maim torture hurt mug".split()
)
"""Verbs done to victims."""


def is_anybody(noun: str) -> bool:
    """Does a noun take up a person whatever role was given ("the man")?"""
    return noun in _ANYBODY


def may_take_up(noun: str, known: str) -> bool:
    """May a noun take up a person who was called by another?

    >>> may_take_up("doctor", "cardiologist"), may_take_up("plaintiff", "defendant"), may_take_up("man", "plumber")
    (True, False, True)
    """
    if noun == known or is_anybody(noun) or (is_anybody(known) and noun not in VICTIMS | ACCUSED):
        return True
    return are_akin(noun, known)


def are_akin(one: str, other: str) -> bool:
    """Are two nouns names of one kind of role ("lawmaker", "senator")?"""
    return any(one in kind and other in kind for kind in _CLASSES)


def are_bodies_akin(one: str, other: str) -> bool:
    """Are two nouns names of one kind of body?

    >>> are_bodies_akin("club", "side"), are_bodies_akin("club", "bank")
    (True, False)
    """
    return any(one in kind and other in kind for kind in _BODY_CLASSES)
