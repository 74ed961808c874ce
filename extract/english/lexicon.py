"""Lists of English words that the rules read: closed classes, and open ones as far as news needs them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Split words at white space into a set."""
    return frozenset(words.split())


# attribution
SPEAKING = word_set(
    """
    say tell add announce declare state claim report note explain insist argue warn confirm deny admit
    acknowledge reveal disclose stress emphasize emphasise reiterate repeat suggest assert maintain
    contend allege charge accuse comment remark observe reply respond answer ask inquire question write
    tweet post testify recall describe predict forecast estimate conclude concede complain boast joke quip
    mention point indicate signal caution counter recount relate swear vow pledge promise propose urge
    advise recommend request demand order rule find affirm agree disagree object protest exclaim shout
    yell scream whisper mutter murmur cry laugh sigh snap retort rejoin interject continue begin quote
    cite lament mourn praise criticize criticise blame deplore denounce condemn applaud hail welcome
    divulge certify proclaim pronounce broadcast publish underline underscore highlight reason theorize
    theorise posit opine muse speculate clarify elaborate specify assure reassure remind inform notify
    brief alert apprise convince persuade teach call dub label brand term show demonstrate prove hint
    imply warrant dispute refute reject dismiss guarantee bet wager confess chant chide scold preach read
    sing text email e-mail blog intone plead beg implore appeal bemoan grumble gripe moan fume rail
    thunder gush enthuse marvel venture volunteer offer translate summarize summarise reckon figure echo
    chime attest vouch depict portray credit voice insinuate intimate confide blurt postulate aver grouse
    """
)
THINKING = word_set(
    """
    think believe know feel hope fear expect suspect suppose assume imagine guess doubt wonder realize
    realise recognize recognise understand remember forget learn discover hear see notice consider decide
    determine worry anticipate presume judge conclude agree plan want wish intend appreciate regret
    dream foresee envision envisage perceive sense gather accept deem ponder calculate surmise infer
    deduce foretell trust prefer concern convince lie fib
    """
)
SAYING_NOUNS = word_set(
    """
    claim statement report allegation accusation assertion argument suggestion announcement warning
    complaint comment remark belief view opinion idea notion fear hope concern suspicion feeling sense
    conviction conclusion finding prediction forecast estimate evidence rumor rumour news word promise
    pledge vow assurance guarantee denial admission confession insistence recognition contention charge
    declaration hint indication indicator sign proof understanding impression perception doubt question
    theory hypothesis expectation confidence criticism testimony disappointment regret surprise anger
    threat demand proposal recommendation observation revelation disclosure confirmation reminder message
    tweet thought position stance speculation reports emphasis acknowledgment acknowledgement consensus assessment
    judgment judgement insinuation boast lie myth prophecy explanation ruling verdict guess hunch sentiment worry
    """
)
SHOWING = word_set("show demonstrate prove imply underline underscore highlight")
"""Cues whose subject may be what the writer concludes from."""
INQUIRIES = word_set("report study survey review inquiry probe search investigation examination information")
"""Nouns of events or acts that are also what one reads of them."""
ACCUSING = word_set("accuse charge suspect convict blame")
APPEALING = word_set("call appeal plead")
OPEN_CUES = word_set(
    """
    claim deny admit acknowledge confess report recall remember regret allege profess
    """
)

# modality
NEGATORS = word_set(
    """
    not n't n’t never neither nor hardly scarcely nowhere
    """
)
NEGATIVE_NOMINALS = word_set(
    """
    no none nobody nothing neither
    """
)
PLANNING = word_set(
    """
    plan intend aim hope want wish seek vow pledge promise agree decide mean prepare offer threaten expect
    schedule set due slate poise propose aspire opt choose resolve determine undertake go would-like
    commit ready willing keen eager move tempt desire consider contemplate mull await arrange try attempt
    strive struggle guarantee swear volunteer look gon
    """
)
REQUESTING = word_set(
    """
    ask urge request demand call order instruct command advise encourage invite beg implore press push
    appeal recommend suggest insist tell warn direct petition lobby pressure exhort plead beseech challenge
    """
)
OBLIGING_LINKS = word_set(
    """
    have need require oblige necessary bind obligate suppose ought
    """
)
ALLOWING = word_set(
    """
    allow permit enable let authorize authorise able appear seem likely unlikely possible free
    eligible entitle qualify empower license poised dare afford capable certain sure bound liable prone
    apt
    """
)
BELIEVING = word_set(
    """
    think believe suspect suppose assume imagine guess fear worry hope expect predict forecast speculate
    estimate doubt wonder question seem appear presume feel consider anticipate project allege imply
    theorize theorise reckon lie fib
    """
)
WISHING = word_set(
    """
    want wish hope expect intend plan propose prefer demand suggest recommend insist urge ensure await
    desire
    """
)
POSSIBLE_NOUNS = word_set(
    """
    possibility chance risk fear threat danger prospect likelihood allegation suspicion claim rumor rumour
    speculation theory accusation concern hope expectation belief idea suggestion charge hint potential
    doubt hypothesis worry assumption notion presumption premise
    """
)
DEFINITE = word_set("the this that these those")
"""Determiners of what is known, or was spoken of."""
INDEFINITE = word_set("a an")
"""Articles of what is new."""
ARTICLES = INDEFINITE | {"the"}
QUANTIFIERS = word_set("no each every any neither either")
"""Determiners of none in particular."""
PLAN_NOUNS = word_set(
    """
    plan intention decision proposal offer promise pledge vow bid effort attempt agreement commitment aim
    goal order deal desire wish move ambition mission mandate willingness readiness bill campaign pressure
    push determination scheme threat vote way time need duty
    obligation request call demand appeal
    """
)
VERBS_OF_NOUNS = {
    "agreement": "agree", "aim": "aim", "ambition": "seek", "attempt": "attempt", "bid": "seek", "campaign": "seek",
    "decision": "decide", "desire": "want", "drive": "seek", "effort": "seek", "goal": "aim", "intention": "intend",
    "offer": "offer", "plan": "plan", "pledge": "pledge", "promise": "promise", "proposal": "propose", "push": "seek",
    "quest": "seek", "threat": "threaten", "vow": "vow", "wish": "want",
}  # fmt: skip
"""What somebody does with an infinitive who has such a noun with one: "the decision to leave"."""
REQUEST_NOUNS = word_set(
    """
    request call demand appeal order plea petition ultimatum condition stipulation proviso
    """
)
DENIED_NOUNS = word_set(
    """
    denial refusal failure inability reluctance unwillingness hesitancy lack absence
    """
)
HEDGES = word_set(
    """
    possibly perhaps maybe probably likely reportedly allegedly supposedly potentially presumably
    apparently purportedly conceivably seemingly
    """
)
CONDITIONS = word_set(
    """
    if unless whether lest provided providing assuming supposing
    """
)
SAID_ONCE = word_set("agree decide offer pledge promise propose threaten vow")
"""Verbs of nouns for what has been said or settled before anybody tells of it."""
MODAL_VERBS = word_set("need dare")
"""Verbs that are modals before a "not"."""
AS_LONG = frozenset({"as long as", "so long as"})
"""What opens a condition, or tells how long something past went on."""
ASKING = word_set(
    """
    ask question inquire enquire wonder
    """
)
"""Verbs whose "if" opens a question, not a condition."""

# phrases
FOCUS = word_set(
    """
    not only also even just particularly especially mainly mostly namely again then however
    """
)
FORMER = word_set("former retired ex ex- late one-time onetime outgoing erstwhile")
"""Words before a role that its holder has no longer."""
IN_LAW = ["-", "in", "-", "law"]
"""What stands behind "son" in "son-in-law", token by token."""
SIBLING_NOUNS = word_set("brothers sisters siblings twins")
"""Nouns for several people of one family name."""
KINSHIP = word_set(
    """
    father mother parent son daughter child brother sister sibling husband wife spouse partner fiance fiancé
    fiancee fiancée widow widower uncle aunt nephew niece cousin grandfather grandmother grandson
    granddaughter grandchild stepson stepdaughter stepfather stepmother stepbrother stepsister twin ex-wife
    ex-husband girlfriend boyfriend father-in-law mother-in-law son-in-law daughter-in-law brother-in-law
    sister-in-law great-grandson great-granddaughter
    """
)
ROLE_NOUNS = word_set(
    """
    president vice-president premier minister chancellor secretary undersecretary director chairman
    chairwoman chair chairperson head chief leader governor mayor senator congressman congresswoman
    representative lawmaker deputy ambassador envoy consul spokesman spokeswoman spokesperson commissioner
    commander general colonel captain major lieutenant sergeant officer marshal admiral king queen prince
    princess emperor duke bishop archbishop pope cardinal ayatollah imam rabbi judge justice attorney
    lawyer prosecutor sheriff founder co-founder owner ceo cfo cto coo executive manager editor professor
    analyst economist coach striker author writer journalist reporter correspondent adviser advisor aide
    assistant coordinator negotiator mediator speaker treasurer principal dean rector superintendent
    inspector detective supervisor administrator
    """
)
"""Common English nouns for offices and occupations, which news writes with or without a capital."""

# clauses
NO_SUBJECT = word_set(
    """
    difficulty trouble time problem experience success fun luck interest way method process practice act
    idea
    """
)
NO_GAP = word_set(
    """
    time day week month year moment night way reason place fact idea hour period era case
    """
)

PARTICLE_ADVERBS = word_set(
    """
    away back forward forwards backward backwards together apart aside ahead forth
    """
)
"""Adverbs that right behind a verb belong to it as particles do ("walk away from")."""

OBJECT_CONTROL = word_set(
    """
    train teach help allow enable cause force lead prompt persuade convince get compel oblige require permit authorize
    authorise let make drive inspire motivate tempt push pressure lure coax incite empower equip free
    """
)
"""In "train them to jump" it is the object that jumps."""

# clauses
LIGHT_VERBS = word_set(
    """
    take make have give lose gain play pay set keep hold catch find
    """
)
LIGHT_NOUNS = word_set(
    """
    place part effect control action advantage care charge shape aim refuge note leave hold root flight sense way
    progress use contact peace headway room birth rise notice chase touch track ground sight host havoc tribute attention
    homage heed sail foot pace watch sway shelter fault stock issue exception precedence lead
    """
)
"""Nouns that with such a verb are one predicate ("take place", "lose control")."""
RECIPROCAL = word_set(
    """
    meet marry wed divorce clash ally merge
    """
)

# roles
FORMS_OF_ADDRESS = word_set(
    """
    mr mr. mrs mrs. ms ms. miss sir dame lady madam madame monsieur mx mx. dr dr. prof prof. rev rev. hon hon. st st. hh h.h. hrh h.r.h. h.e.
    """
)
RANKS = word_set(
    """
    prime vice deputy major lieutenant brigadier assistant first foreign general chief
    """
)

# events
EVENT_NOUNS = word_set(
    """
    attack assault raid strike airstrike war visit trip tour meeting talk talks summit call speech vote
    bid claim threat ban boycott embargo blockade siege coup protest march murder kidnap hijack theft
    robbery bombing purchase sale takeover buyout loan gift aid help support praise criticism rebuke
    request demand order plan pledge promise offer push campaign search probe inquiry review survey study
    report lawsuit suit appeal win victory defeat loss return retreat withdrawal exit entry arrival
    departure flight contact deal pact treaty contract fight battle clash crackdown control rule hold grip
    influence pressure response reply reaction merger marriage divorce role use abuse reform cut
    """
)
NOT_EVENTS = word_set(
    """
    government parliament department ministry apartment document instrument element moment cement building
    ceiling wedding morning evening king ring thing spring string wing hospital capital official general
    animal material journal festival metal criminal individual professional nation station population
    region religion mission commission million billion opinion union passion administration organization
    organisation institution constitution foundation corporation association federation delegation
    audience science conference residence intelligence finance ambulance insurance village image page
    language message package garage age stage wage manual arsenal principal rival terminal tribunal
    cardinal admiral painting being parking section position location situation condition generation
    edition tradition access experience
    """
)
