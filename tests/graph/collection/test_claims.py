"""One thing that several articles say is one claim, however they word it, and counts by origins."""

import random
from collections import defaultdict
from dataclasses import replace

import pytest

from newsgraph.graph.collection.background import Squares, word_weights
from newsgraph.graph.collection.collection import Collection, collection_of
from newsgraph.graph.collection.corroboration import Claim
from newsgraph.graph.collection.evidence import likeness
from newsgraph.graph.knowledge.lexicon import opposites, verb_families
from newsgraph.graph.model.record import ExtractionRecord
from tests.graph.collection.articles import BOUGHT, DENIED, Said, article, graph_of

OTHER = (
    "Ona Reyes opened the bridge in Halsund.",
    Said("Ona Reyes", "opened", "the bridge", roleset="open.01"),
)


def claims(*records) -> tuple[Claim, ...]:  # type: ignore[no-untyped-def]
    """Return the claims of articles, among some that have nothing to do with them."""
    others = [article(f"z{n}", OTHER, date=f"2025-0{n + 1}-01", publisher=f"Z{n}") for n in range(1)]
    return Collection(graph_of(*records, *others)).claims


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Kelda acquired Vardo Mining.", Said("Kelda", "acquired", "Vardo Mining", roleset="acquire.01", event="acquisition")),
        (
            "Vardo Mining was bought by Kelda.",
            Said("Vardo Mining", "was bought", None, roleset="buy.01", event="acquisition", passive=True),
        ),
        ("Kelda took over Vardo Mining.", Said("Kelda", "took over", "Vardo Mining", roleset="take_over.12", base="take over", particle="over")),
        ("Kelda purchase of Vardo Mining.", Said("Kelda", "purchase of", "Vardo Mining", roleset="purchase.01", event="acquisition")),
        ("Kelda plans to buy Vardo Mining.", Said("Kelda", "buy", "Vardo Mining", roleset="buy.01", event="acquisition", modality="planned")),
    ],
)  # fmt: skip
def test_wordings_of_one_thing_are_one_claim(words: str, said: Said) -> None:
    """Verb, noun, voice and modality do not part what is one."""
    (claim,) = claims(
        article("a", ("Kelda bought Vardo Mining on Monday.", BOUGHT), publisher="Halsund Courier"),
        article("b", (words, said), publisher="Brinmark Daily"),
    )
    assert claim.documents == ("a", "b")
    assert [origin.key for origin in claim.origins] == ["brinmarkdaily", "halsundcourier"]
    assert claim.summary == "reported by 2 independent sources (2 articles)"


@pytest.mark.parametrize(
    ("publishers", "summary"),
    [
        ((None, None), "reported by 2 articles of unknown origin"),
        (("Halsund Courier", None), "reported by 2 sources, 1 of unknown origin (2 articles)"),
        (("Halsund Courier", "Halsund Courier"), "reported by one source (2 articles)"),
    ],
)
def test_only_known_outlets_are_called_independent(
    publishers: tuple[str | None, str | None], summary: str
) -> None:
    """Articles that name no outlet may be of one; whoever counts them says so."""
    sentences = ("Kelda bought Vardo Mining on Monday.", "A deal of the year: Kelda bought Vardo Mining.")
    told = zip("ab", sentences, publishers, strict=True)
    (claim,) = claims(*(article(name, (words, BOUGHT), publisher=by) for name, words, by in told))
    assert claim.summary == summary


def test_one_wording_of_two_occasions_is_no_claim() -> None:
    """Who meets somebody in January and in June does so twice; articles of near days tell of one occasion."""
    met = Said("Ona Reyes", "met", "Tarek Vold", roleset="meet.02", event="meeting")
    january, next_day, june = (
        article(name, ("Ona Reyes met Tarek Vold in Halsund.", met), date=date, publisher=name)
        for name, date in (("a", "2026-01-07"), ("b", "2026-01-08"), ("c", "2026-06-22"))
    )
    assert not claims(january, june)
    (claim,) = claims(january, next_day, june)
    assert claim.documents == ("a", "b")


@pytest.mark.parametrize(("people", "found"), [("Norwegian", 1), ("Norwegians", 0)])
def test_the_adjective_of_a_state_is_that_state(people: str, found: int) -> None:
    """A Norwegian purchase is one of Norway; Norwegians who buy something are not."""
    bought = replace(BOUGHT, subject="Norway")
    noun = replace(bought, subject=people, predicate="purchase of", roleset="purchase.01")
    told = claims(
        article("a", ("Norway bought Vardo Mining on Monday.", bought), publisher="A"),
        article("b", (f"{people} purchase of Vardo Mining on Monday.", noun), publisher="B"),
    )
    assert len(told) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Vardo Mining bought Kelda.", Said("Vardo Mining", "bought", "Kelda", roleset="buy.01", event="acquisition")),
        ("Kelda bought Tarek Vold.", Said("Kelda", "bought", "Tarek Vold", roleset="buy.01", event="acquisition")),
        ("Kelda sued Vardo Mining.", Said("Kelda", "sued", "Vardo Mining", roleset="sue.02", event="trial")),
        (
            "Kelda bought Vardo Mining in 1998.",
            Said("Kelda", "bought", "Vardo Mining", roleset="buy.01", event="acquisition", time="1998=1998"),
        ),
    ],
)  # fmt: skip
def test_other_things_are_other_claims(words: str, said: Said) -> None:
    """Who, what and when tell claims apart."""
    bought = Said(
        "Kelda", "bought", "Vardo Mining", roleset="buy.01", event="acquisition", time="Monday=2026-03-02"
    )
    assert not claims(
        article("a", ("Kelda bought Vardo Mining on Monday.", bought), publisher="Halsund Courier"),
        article("b", (words, said), publisher="Brinmark Daily"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "verb", "roleset", "is_one"),
    [
        (
            "Ona Reyes shut the bridge across the northern river to lorries on Monday.",
            "shut",
            "shut.01",
            True,
        ),
        ("For a calendar Ona Reyes painted the bridge.", "painted", "paint.01", False),
    ],
)
def test_other_verbs_may_say_the_same_where_the_sentences_do(
    words: str, verb: str, roleset: str, is_one: bool
) -> None:
    """Who and what alone do not make a claim; with much else in common, an unknown synonym is no hindrance."""
    closed = Said("Ona Reyes", "closed", "the bridge", roleset="close.01")
    found = claims(
        article("a", ("On Monday Ona Reyes closed the bridge across the northern river to lorries.", closed), publisher="A"),
        article("b", (words, Said("Ona Reyes", verb, "the bridge", roleset=roleset)), publisher="B"),
    )  # fmt: skip
    assert bool(found) == is_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Said("Kelda", "opened", "the mine", roleset="open.01"), Said("Kelda", "shut", "the mine", roleset="shut.01")),
        (Said("Kelda", "won", "the tender", roleset="win.01"), Said("Kelda", "lost", "the tender", roleset="lose.03")),
        (
            Said("Kelda", "moved to", "Halsund", roleset="move.01", base="move to", preposition="to"),
            Said("Kelda", "moved from", "Halsund", roleset="move.01", base="move from", preposition="from"),
        ),
    ],
)  # fmt: skip
def test_opposites_are_never_one_claim(one: Said, other: Said) -> None:
    """However much else two sentences share; nor are they a dispute: nobody denies the other."""

    def told(name: str, said: Said) -> ExtractionRecord:
        words = (
            f"{said.subject} {said.predicate} {said.object} near Brinmark after years of talks with miners."
        )
        return article(name, (words, said), publisher=name)

    assert claims(told("a", one), told("b", one))
    assert not claims(told("a", one), told("b", other))
    assert not Collection(graph_of(told("a", one), told("b", other))).disputes


def test_verbs_that_news_uses_for_one_another_are_no_opposites() -> None:
    """The lists of families and of opposites agree."""
    for mark in ("|", "<>"):
        sides: defaultdict[str, set[int]] = defaultdict(set)
        for verb, families in verb_families().items():
            for family in families:
                sides[family].update(opposites(mark).get(verb, ()))
        assert opposites(mark)
        assert not [family for family, found in sides.items() if any(-side in found for side in found)]


def test_a_family_holds_verbs_of_several_kinds_of_event() -> None:
    """Whoever is beaten in a final is not attacked, though news uses one verb for the other."""
    attacked = Said("Kelda", "attacked", "Vardo Mining", roleset="attack.01", event="attack")
    beat = Said("Kelda", "beat", "Vardo Mining", roleset="beat.03", event="contest")
    sentence = "Kelda {} Vardo Mining in Halsund on Monday, and nobody saw it coming."
    one, same, other = (
        article(name, (sentence.format(said.predicate), said), publisher=name)
        for name, said in (("a", attacked), ("b", attacked), ("c", beat))
    )
    assert claims(one, same)
    assert not claims(one, other)


def test_words_are_as_rare_in_two_articles_as_in_many() -> None:
    """Common words say little in few articles too, rare ones much; but none all that a word can."""
    weights = [word_weights([("state", "scaffold", f"w{n}") for n in range(count)]) for count in (2, 5)]
    for few in weights:
        squares = Squares.of(few)
        assert squares["state"] < 0.2 < 0.3 < squares["scaffold"] < squares["w1"] < 0.6
    many = word_weights([("state", "scaffold", f"w{n}") for n in range(20_000)])
    assert many["state"] == many["scaffold"] < 0.01  # where each sentence has them, that counts


def test_whom_one_beats_that_one_loses_to() -> None:
    """What excludes each other in one person is one match where two are told of."""
    won = Said("Kelda", "won against", "Vardo Mining", roleset="win.01", event="contest")
    lost = Said("Vardo Mining", "lost to", "Kelda", roleset="lose.03", event="contest")
    same = replace(lost, subject="Kelda", object="Vardo Mining")
    sentence = "{0.subject} {0.predicate} {0.object} in the cup final at Halsund."
    one, two, three = (
        article(name, (sentence.format(said), said), publisher=name)
        for name, said in zip("abc", (won, lost, same), strict=True)
    )
    assert claims(one, two)
    assert not claims(one, three)


def test_a_call_not_to_do_it_denies_nothing() -> None:
    """That she should not buy is no denial of the buying."""
    against = Said(
        "Kelda", "buy", "Vardo Mining", roleset="buy.01", event="acquisition", polarity="negative", modality="obligatory"
    )  # fmt: skip
    assert not claims(
        article("a", ("Kelda bought Vardo Mining.", BOUGHT), publisher="A"),
        article("b", ("Kelda should not buy Vardo Mining.", against), publisher="B"),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("About 20,000 people", "Some 5,000 people"), ("9,100 people", "9,700 people")],
)
def test_other_numbers_are_other_claims(one: str, other: str) -> None:
    """Thousands are counted as such, and what they count is what stands behind them."""
    march = [
        article(name, (f"{who} marched in Halsund.", Said(who, "marched", roleset="march.01", event="protest")), publisher=name)
        for name, who in (("a", one), ("b", other))
    ]  # fmt: skip
    assert not claims(*march)


def test_days_written_out_tell_claims_apart() -> None:
    """Two days of death are no claim of both articles."""
    died = [
        article(name, (f"Ona Reyes died on {day}.", Said("Ona Reyes", "died on", day, roleset="die.01", event="death")), publisher=name)
        for name, day in (("a", "March 13"), ("b", "March 14"))
    ]  # fmt: skip
    assert not claims(*died)


def test_a_verb_that_says_nothing_is_no_news() -> None:
    """ "Kelda does" claims nothing, however many print it."""
    does = ("That is what Kelda does.", Said("Kelda", "does", roleset="do.02"))
    assert not claims(article("a", does, publisher="A"), article("b", does, publisher="B"))


def test_titles_are_no_news() -> None:
    """That somebody is minister is no claim, however many say so."""
    title = ("The minister Ona Reyes spoke.", Said("Ona Reyes", "minister", relation="minister_of"))
    assert not claims(article("a", title, publisher="A"), article("b", title, publisher="B"))


def test_one_family_counts_once_and_who_denies_is_told() -> None:
    """Two papers of one owner are one source; a denial is no confirmation."""
    (claim,) = claims(
        article("a", ("Kelda bought Vardo Mining.", BOUGHT), publisher="New York Post"),
        article("b", ("On Monday Kelda bought Vardo Mining.", BOUGHT), publisher="The Wall Street Journal"),
        article("c", ("Tarek Vold denied that Kelda bought Vardo Mining.", DENIED), publisher="Kelda Post", date="2026-03-04"),
    )  # fmt: skip
    assert [origin.key for origin in claim.origins] == ["news-corp"]
    assert claim.disputed
    assert [voice.source for voice in claim.by("denies")] == ["Tarek Vold"]
    assert claim.summary == "reported by one source (3 articles); denied in one source"
    assert (claim.first, claim.last) == ("2026-03-02", "2026-03-04")


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("An earlier version of this article", ("denies", "retracted")),
        ("Earlier reports", ("relays", "reported")),
    ],
)
def test_what_an_earlier_version_said_is_taken_back(source: str, voice: tuple[str, str]) -> None:
    """An article that corrects itself does not report once more what it corrects; what others reported stays reported."""
    (claim,) = claims(
        article("a", ("Kelda bought Vardo Mining.", BOUGHT), publisher="A"),
        article(
            "b", (f"{source} said Kelda bought Vardo Mining.", replace(BOUGHT, by=source)), publisher="B"
        ),
    )
    assert [(v.role, v.status) for v in claim.by(voice[0])] == [voice]
    assert bool(claim.retractions) == (voice[1] == "retracted")
    assert not claim.disputed
    assert ("taken back by one source" in claim.summary) == bool(claim.retractions)


def test_what_an_article_takes_back_and_still_says_it_takes_back_in_part() -> None:
    """ "An earlier version said that he was arrested in Ostby. He was arrested in Halsund": nobody denies the arrest."""
    earlier = "An earlier version of this article"
    (claim,) = claims(
        article("a", ("Kelda bought Vardo Mining.", BOUGHT), publisher="A"),
        article(
            "b",
            (f"{earlier} said Kelda bought Vardo Mining in May.", replace(BOUGHT, by=earlier)),
            ("Kelda bought Vardo Mining in June.", BOUGHT),
            publisher="B",
        ),
    )
    assert [(voice.document, voice.role) for voice in claim.voices] == [("a", "asserts"), ("b", "asserts")]


def test_an_outlet_that_relays_another_counts_for_the_other() -> None:
    """What Axios found out and two others repeat has one origin."""
    (claim,) = claims(
        article("a", ("Kelda bought Vardo Mining, Axios reported.", BOUGHT), publisher="Halsund Courier"),
        article("b", ("On Monday Kelda bought Vardo Mining, according to Axios.", BOUGHT), publisher="Brinmark Daily"),
        article("c", ("It was Monday when Kelda bought Vardo Mining.", BOUGHT), publisher="Axios"),
    )  # fmt: skip
    assert [origin.name for origin in claim.origins] == ["Axios"]
    assert {voice.role for voice in claim.voices} == {"relays", "asserts"}


def test_a_sentence_that_both_print_has_one_origin() -> None:
    """A release is one source, also in articles that are no copies."""
    words = "In a deal that took all of a long winter to agree, Kelda bought Vardo Mining for its pits."
    (claim,) = claims(
        article("a", (words, BOUGHT), publisher="Halsund Courier", date="2026-03-01"),
        article("b", (words, BOUGHT), publisher="Brinmark Daily"),
    )
    assert [origin.key for origin in claim.origins] == ["halsundcourier"]


def test_all_that_cite_one_person_are_told_as_such() -> None:
    """Two papers that heard the same man are two sources, and the summary says whom they cite."""
    said = Said("Kelda", "bought", "Vardo Mining", roleset="buy.01", event="acquisition", by="Tarek Vold")
    (claim,) = claims(
        article("a", ("Kelda bought Vardo Mining, Tarek Vold said.", said), publisher="Halsund Courier"),
        article("b", ("Tarek Vold said that Kelda bought Vardo Mining.", said), publisher="Brinmark Daily"),
    )
    assert claim.only_source == "Tarek Vold"
    assert "all citing Tarek Vold" in claim.summary


def test_the_order_of_articles_does_not_matter() -> None:
    """Claims are a function of the set of articles, and a graph has them once."""
    records = [
        article(f"d{n}", (f"On day {n} Kelda bought Vardo Mining.", BOUGHT), publisher=f"Paper {n}")
        for n in range(5)
    ]
    first = Collection(graph_of(*records)).claims
    random.Random(0).shuffle(records)
    graph = graph_of(*records)
    assert Collection(graph).claims == first
    assert collection_of(graph) is collection_of(graph)


class Word(str):
    """A word that stands where it is told to in a set: that of a plain one is drawn anew in each process."""

    place: int

    def __hash__(self) -> int:
        return self.place


def test_words_weigh_the_same_in_any_order() -> None:
    """The last digit of a score decides which of two equal pairs is joined first, so no order of sets may show in it."""
    chance = random.Random(7)
    words = [Word(f"word{number}") for number in range(50)]
    weights = {str(word): chance.random() * 9 for word in words}
    found = set()
    for _ in range(20):
        chance.shuffle(words)
        for place, word in enumerate(words):
            word.place = place
        squares = Squares.of({word: weights[str(word)] for word in words})
        found.add(likeness(frozenset(words), frozenset(w for w in words if w != "word7"), squares))
    assert len(found) == 1


MET = Said("Ona Reyes", "met", "Tarek Vold", roleset="meet.02", event="meeting")
WORDS = "Ona Reyes met Tarek Vold in Halsund."


def test_a_wording_in_very_many_articles_loses_none() -> None:
    """Each outlet counts, however many print the same few words."""
    (claim,) = claims(*(article(f"a{n:02}", (WORDS, MET), publisher=f"Paper {n}") for n in range(40)))
    assert claim.summary == "reported by 40 independent sources (40 articles)"


def test_articles_that_come_later_rename_no_claim() -> None:
    """Only the second occasion of one wording is named by an article, the one that had it first."""
    january = [article(name, (WORDS, MET), date="2026-01-07", publisher=name) for name in "yz"]
    later = article("a", (WORDS, MET), date="2026-01-08", publisher="a")
    june = [article(name, (WORDS, MET), date="2026-06-22", publisher=name) for name in "cd"]
    last = article("b", (WORDS, MET), date="2026-06-23", publisher="b")
    (claim,) = claims(*january)
    assert [found.id for found in claims(*january, later)] == [claim.id]
    two = {found.first: found.id for found in claims(*january, *june)}
    assert two["2026-01-07"] == claim.id != two["2026-06-22"]
    assert {found.first: found.id for found in claims(*january, later, *june, last)} == two


def test_an_occasion_is_asked_for_beside_other_wordings_too() -> None:
    """That June is told in other words as well does not make January one with it."""
    words = "In Halsund Ona Reyes was meeting Tarek Vold."
    meeting = replace(MET, predicate="was meeting", base="be meeting")
    told = [
        article(name, (WORDS, MET), date=date, publisher=name)
        for name, date in (("a", "2026-01-07"), ("b", "2026-06-22"))
    ]
    other = article("c", (words, replace(meeting, roleset="meet.03")), date="2026-06-22", publisher="c")
    assert [claim.documents for claim in claims(*told, other)] == [("b", "c")]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("At least 14 people", "16 people", False),
        ("At least 14 people", "14 people", True),
        ("More than 14,000 people", "14,900 people", True),
        ("Crews in two provinces", "Crews in three provinces", False),
        ("Crews in two provinces", "Crews in 2 provinces", True),
    ],
)
def test_numbers_part_claims_wherever_they_stand(one: str, other: str, is_one: bool) -> None:
    """What has been counted by then is a number; what is rounded may be another that is near."""
    where = "followed Ona Reyes across the northern harbour of Halsund"
    followed = Said("", "followed", "Ona Reyes", roleset="follow.01")
    found = claims(
        *(
            article(name, (f"{who} {where}.", replace(followed, subject=who)), publisher=name)
            for name, who in (("a", one), ("b", other))
        )
    )
    assert bool(found) == is_one


def test_one_verb_is_told_once() -> None:
    """Two readings of "cancelled a visit to Halsund" are one claim; whom else a sentence names is another."""
    visit = Said("Ona Reyes", "cancelled", "a visit to Halsund", roleset="cancel.01")
    to = Said(
        "Ona Reyes",
        "cancelled a visit to",
        "Halsund",
        roleset="cancel.01",
        base="cancel visit to",
        preposition="to",
    )
    words = "Ona Reyes cancelled a visit to Halsund."
    assert len(claims(*(article(name, (words, visit, to), publisher=name) for name in "ab"))) == 1
    held = [
        Said("Kelda", "sued", who, roleset="sue.02", relation="sued") for who in ("Tarek Vold", "Brinmark")
    ]
    words = "Kelda sued Tarek Vold and Brinmark."
    assert len(claims(*(article(name, (words, *held), publisher=name) for name in "ab"))) == 2


def test_what_befalls_somebody_seldom_is_one_event() -> None:
    """An arrest of one person, however two articles of two days tell it."""
    held = Said("Police", "held", "Tarek Vold", roleset="detain.01", event="arrest")
    passive = Said("Tarek Vold", "was arrested", roleset="arrest.01", event="arrest", passive=True)
    one = article(
        "a",
        ("Police held Tarek Vold at dawn in a cellar.", held),
        ("Kelda and Brinmark are calm.",),
        publisher="a",
    )
    near, later = (
        article(
            "b",
            ("Tarek Vold was arrested after months in hiding.", passive),
            ("Ona Reyes is in Halsund with Vardo Mining.",),
            publisher="b",
            date=day,
        )
        for day in ("2026-03-04", "2026-04-04")
    )
    assert claims(one, near)
    assert not claims(one, later)


ARRESTED = ("Police arrested Tarek Vold in Halsund.", Said("Police", "arrested", "Tarek Vold", roleset="arrest.01", event="arrest"))  # fmt: skip
SUED = ("Ona Reyes sued Kelda in Halsund.", Said("Ona Reyes", "sued", "Kelda", roleset="sue.02"))
BANNED = ("Halsund banned cars on Monday.", Said("Halsund", "banned", "cars", roleset="ban.01", event="sanction"))  # fmt: skip
SORRY = ("Ona Reyes apologised to Tarek Vold.", Said("Ona Reyes", "apologised to", "Tarek Vold", roleset="apologize.01", preposition="to"))  # fmt: skip
RESIGNED = ("Ona Reyes resigned in Halsund.", Said("Ona Reyes", "resigned", roleset="resign.01", event="resignation"))  # fmt: skip
APPEALED = ("Ona Reyes appealed to voters in Halsund.", Said("Ona Reyes", "appealed to", "voters", roleset="appeal.01", preposition="to"))  # fmt: skip
FELL = ("The bridge in Halsund collapsed.", Said("The bridge in Halsund", "collapsed", roleset="collapse.01"))


@pytest.mark.parametrize(
    ("plain", "words", "said", "is_one"),
    [
        (ARRESTED, "Tarek Vold was taken into custody in Halsund.", Said("Tarek Vold", "was taken into", "custody", roleset="take.01", passive=True, preposition="into"), True),
        (ARRESTED, "Tarek Vold was taken into account in Halsund.", Said("Tarek Vold", "was taken into", "account", roleset="take.01", passive=True, preposition="into"), False),
        (ARRESTED, "Tarek Vold took custody of a child in Halsund.", Said("Tarek Vold", "took", "custody", roleset="take.LV"), False),
        (ARRESTED, "The letters of Tarek Vold were taken into custody in Halsund.", Said("The letters of Tarek Vold", "were taken into", "custody", roleset="take.01", passive=True, preposition="into"), False),
        (SUED, "Ona Reyes filed a lawsuit against Kelda in Halsund.", Said("Ona Reyes", "filed", "a lawsuit against Kelda", roleset="file.01"), True),
        (SUED, "Ona Reyes filed no lawsuit against Kelda in Halsund.", Said("Ona Reyes", "filed", "no lawsuit against Kelda", roleset="file.01"), False),
        (SUED, "Ona Reyes filed a report against Kelda in Halsund.", Said("Ona Reyes", "filed", "a report against Kelda", roleset="file.01"), False),
        (SUED, "Ona Reyes took to the court in Kelda in Halsund.", Said("Ona Reyes", "took to", "the court in Kelda", roleset="take.01", preposition="to"), False),
        (BANNED, "Halsund imposed a ban on cars on Monday.", Said("Halsund", "imposed", "a ban on cars", roleset="impose.01"), True),
        (BANNED, "Halsund imposed a ban on kites on Monday.", Said("Halsund", "imposed", "a ban on kites", roleset="impose.01"), False),
        (SORRY, "Ona Reyes made apology to Tarek Vold.", Said("Ona Reyes", "made apology to", "Tarek Vold", roleset="make.01", preposition="to"), True),
        (SORRY, "Ona Reyes made no apology to Tarek Vold.", Said("Ona Reyes", "made no apology to", "Tarek Vold", roleset="make.01", preposition="to"), False),
        (RESIGNED, "Ona Reyes handed in her resignation in Halsund.", Said("Ona Reyes", "handed in", "her resignation", roleset="hand.01", base="hand in", particle="in"), True),
        (RESIGNED, "Ona Reyes handed in the keys in Halsund.", Said("Ona Reyes", "handed in", "the keys", roleset="hand.01", base="hand in", particle="in"), False),
        (APPEALED, "Ona Reyes lodged an appeal against a fine in Halsund.", Said("Ona Reyes", "lodged", "an appeal against a fine", roleset="lodge.03"), False),
        (FELL, "The bridge in Halsund gave way to a ferry.", Said("The bridge in Halsund", "gave way to", "a ferry", roleset="give.01", preposition="to"), False),
    ],
)  # fmt: skip
def test_a_verb_with_a_noun_may_tell_a_deed(
    plain: tuple[str, Said], words: str, said: Said, is_one: bool
) -> None:
    """Taken into custody is arrested, and who files a suit sues; another noun, target, preposition or "no" is another deed."""
    found = claims(article("a", plain, publisher="A"), article("b", (words, said), publisher="B"))
    assert bool(found) == is_one


@pytest.mark.parametrize(
    ("subject", "is_one"),
    [
        ("the engineer", True),
        ("the engineers", False),
        ("a group of engineers", False),
        ("her engineer", False),
    ],
)
def test_what_articles_call_somebody_stands_for_him(subject: str, is_one: bool) -> None:
    """ "The engineer" is whom an article calls so; no person is several, or a group, or whoever is hers."""
    built = Said("Tarek Vold", "built", "the bridge", roleset="build.01")
    title = replace(Said("Tarek Vold", "engineer"), roleset=None)
    named = article(
        "a", ("The engineer Tarek Vold built the bridge in Halsund.", built, title), publisher="A"
    )
    titled = tuple(
        replace(s, predicate=replace(s.predicate, lemma="engineer"), method="title") if s.predicate.text == "engineer" else s
        for s in named.statements
    )  # fmt: skip
    other = article(
        "b", (f"In Halsund {subject} built the bridge.", replace(built, subject=subject)), publisher="B"
    )
    assert bool(claims(replace(named, statements=titled), other)) == is_one


def test_two_accidents_of_a_town_in_a_week_are_two() -> None:
    """A kind of event alone makes no claim of articles about one place, whoever and whatever else they tell of."""
    drowned = Said("A lorry in Halsund", "drowned", "the depot", roleset="drown.01", event="disaster")
    fell = Said("A roof in Halsund", "fell", roleset="fall.01", event="disaster")
    one = article("a", ("A lorry in Halsund drowned the depot.", drowned), publisher="A")
    other = article("b", ("A roof in Halsund fell on the depot.", fell), publisher="B", date="2026-03-03")
    assert not claims(one, other)


@pytest.mark.parametrize("pair", [("fail", "burst"), ("collapse", "burst"), ("raid", "search")])
def test_families_hold_no_unlike_deeds(pair: tuple[str, str]) -> None:
    """Talks that fail are no dam that bursts, and gunmen who raid a bank are no police who search it."""
    first, second = (set(verb_families().get(verb, ())) for verb in pair)
    assert first
    assert not first & second
