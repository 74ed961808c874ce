"""Articles about one affair are one story, whatever the order in which they came."""

from dataclasses import replace
from itertools import permutations

import pytest

from newsgraph.graph.collection.affairs import affairs_in
from newsgraph.graph.collection.collection import Collection
from newsgraph.graph.collection.stories import AFFAIR, LINK, NAME, PLACE, ArticleProfile, likeness_of
from newsgraph.graph.collection.story import Story
from newsgraph.graph.model.record import ExtractionRecord
from tests.graph.collection.articles import Said, article, graph_of

BOUGHT = Said(
    "Kelda", "bought", "Vardo Mining", roleset="buy.01", event="acquisition", time="Monday=2026-03-02"
)


def deal(name: str, words: str, date: str | None = "2026-03-02") -> ExtractionRecord:
    """Return an article about a deal in Halsund."""
    return article(
        name,
        (f"Kelda bought Vardo Mining on Monday {words}.", BOUGHT),
        ("The pits lie near Halsund.",),
        date=date,
        publisher=f"{name} Post",
        title=f"Kelda buys Vardo Mining {words}",
    )


BRIDGE = article(
    "z",
    ("Ona Reyes opened a bridge in Brinmark.", Said("Ona Reyes", "opened", "a bridge", roleset="open.01")),
    date="2026-03-02",
    title="Bridge opened",
)
ARTICLES = (deal("a", "for cash"), deal("b", "after talks", "2026-03-03"), deal("c", "at last", "2026-03-04"))


def stories(*records: ExtractionRecord) -> tuple[Story, ...]:
    """Return the stories of articles."""
    return Collection(graph_of(*records)).stories


def test_articles_about_one_deal_are_one_story() -> None:
    """It is named by who, what, where and when, and has a timeline."""
    (story,) = stories(*ARTICLES, BRIDGE)
    assert story.documents == ("a", "b", "c")
    assert set(story.who) == {"Kelda", "Vardo Mining"}
    assert (story.what, story.where) == ("acquisition", ("Halsund",))
    assert (story.first, story.last) == ("2026-03-02", "2026-03-04")
    assert story.title.endswith("acquisition (Halsund, 2026-03-02 to 2026-03-04)")
    assert story.headline.startswith("Kelda buys Vardo Mining")
    assert [(entry.day, entry.text) for entry in story.timeline] == [
        ("2026-03-02", "Kelda bought Vardo Mining")
    ]
    assert len(story.origins) == 3
    assert len(story.claims) == 1


def test_a_deal_is_of_the_day_it_was_made_not_planned() -> None:
    """What is planned first and then done stands in the timeline when it is done, as done."""
    done = replace(BOUGHT, time=None)

    def told(name: str, words: str, said: Said, date: str) -> ExtractionRecord:
        return article(
            name, (words, said), ("The pits lie near Halsund.",), date=date, publisher=name, title=words
        )

    (story,) = stories(
        told("p", "Kelda plans to buy Vardo Mining for cash.", replace(done, predicate="buy", modality="planned"), "2026-02-27"),
        told("q", "Kelda bought Vardo Mining for cash.", done, "2026-03-02"),
        told("r", "Kelda bought Vardo Mining for cash at last.", done, "2026-03-03"),
        BRIDGE,
    )  # fmt: skip
    assert story.documents == ("p", "q", "r")
    assert [(entry.day, entry.text) for entry in story.timeline] == [
        ("2026-03-02", "Kelda bought Vardo Mining")
    ]


def test_a_dateline_is_no_headline() -> None:
    """A story of articles without titles is named by their first sentence that is one."""
    bare = [
        article(
            name,
            ("Brinmark.",),
            ("Kelda bought Vardo Mining on Monday near Halsund.", BOUGHT),
            date="2026-03-02",
        )
        for name in "ab"
    ]
    (story,) = stories(*bare)
    assert story.headline == "Kelda bought Vardo Mining on Monday near Halsund."


def test_the_same_names_a_year_later_are_another_story() -> None:
    """Days tell affairs of the same people apart."""
    later = [deal("d", "again", "2027-03-02"), deal("e", "once more", "2027-03-03")]
    assert sorted(story.documents for story in stories(*ARTICLES, *later, BRIDGE)) == [
        ("a", "b", "c"),
        ("d", "e"),
    ]


def test_adding_articles_one_by_one_gives_what_all_at_once_gives() -> None:
    """Stories are a function of the set of articles."""
    found = {stories(*order, BRIDGE) for order in permutations(ARTICLES)}
    assert len(found) == 1


def test_one_name_is_no_affair() -> None:
    """Two articles about one person who does two things are two affairs; a place in common makes one."""
    bridge = ArticleProfile("a", {"reyes": 0.9, "halsund": 0.4}, {"bridge": 0.9, "open": 0.4}, 1)
    calendar = ArticleProfile(
        "b", {"reyes": 0.9, "mira": 0.4}, {"calendar": 0.9, "open": 0.1, "bridge": 0.1}, 1
    )
    river = replace(calendar, names={"reyes": 0.9, "halsund": 0.4})
    assert likeness_of(bridge, calendar) == 0
    assert likeness_of(bridge, river) > LINK


def test_rare_names_in_common_tell_an_affair_that_vectors_are_too_far_apart_for() -> None:
    """Articles that each name a dozen people share three of them; two, or a town and its mayor, are not enough."""
    ferry, inquiry = (
        ArticleProfile(id, {"line": 0.3, "captain": 0.3, "port": 0.3, id: 0.85}, {"ferry": 0.4, id: 0.9}, day)
        for id, day in (("a", 1), ("b", 3))
    )
    assert 0 < likeness_of(ferry, inquiry) < LINK

    def tied(*names: str, places: str = "") -> float:
        ties = {NAME: frozenset(names), PLACE: frozenset(places.split())}
        return likeness_of(replace(ferry, ties=ties), replace(inquiry, ties=ties))

    assert tied("line", "captain", places="port island") == tied("line", "captain", places="port") > LINK
    assert tied("captain", places="port") == tied("line", "captain") == likeness_of(ferry, inquiry)


def test_a_town_and_what_befell_it_are_one_affair() -> None:
    """Nobody need be named in both; a town alone is none."""
    quake = ArticleProfile(
        "a", {"halsund": 0.8}, {"quake": 0.3, "town": 0.1}, 1, {PLACE: frozenset({"halsund"})}
    )
    fair = ArticleProfile("b", {"halsund": 0.8}, {"quake": 0.3, "town": 0.1}, 2, quake.ties)
    assert likeness_of(quake, fair) == 0
    two = {"halsund": 0.6, "norway": 0.6}
    match = [replace(one, names=two, ties={PLACE: frozenset(two)}) for one in (quake, fair)]
    assert likeness_of(*match) == 0  # of two countries that talk, and that play each other
    both = {**quake.ties, AFFAIR: frozenset({"earthquake"})}
    assert likeness_of(replace(quake, ties=both), replace(fair, ties=both)) > LINK


def told(name: str, headline: str, opening: str, event: str | None = None) -> ExtractionRecord:
    """Return an article of two sentences, the second of which tells of an event of Ona Reyes."""
    said = Said("Ona Reyes", "met", "Mira Vold", event=event)
    return article(
        name,
        (opening,),
        ("Ona Reyes met Mira Vold in Brinmark.", said),
        date="2026-03-02",
        publisher=name,
        title=headline,
    )


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        (("Two trains collide", "Trains hit each other."), ("Minister visits", "After the crash of two trains, she came."), "crash"),
        (("Nurses walk out", "The strike of nurses began."), ("Talks fail", "The strike over pay goes on."), "strike"),
        (("Jury sees film", "The trial began."), ("Murder trial", "She was murdered."), "trial"),
        (("Ship leaves", "It left."), ("Ship is back", "It came."), "meeting"),
        (("Fire chief named", "She was named fire chief."), ("Fire chief speaks", "The fire chief spoke."), "meeting"),
    ],
)  # fmt: skip
def test_a_story_is_about_what_its_headlines_and_openings_name(
    first: tuple[str, str], second: tuple[str, str], what: str
) -> None:
    """Two articles have to name it, headlines count twice; a meeting names a story where nothing else does."""
    (story,) = stories(told("a", *first, "meeting"), told("b", *second, "meeting"))
    assert story.what == what


def test_a_story_names_nobody_twice() -> None:
    """ "Vardo" of "Vardo Mining" is left out, and who is in the headlines comes first."""
    said = Said("Vardo", "met", "Kelda")
    parts = [(f"Vardo Mining met Ona Reyes {n}.", Said("Vardo Mining", "met", "Ona Reyes")) for n in "ab"]
    records = [
        article(
            name, part, ("Vardo met Kelda.", said), date="2026-03-02", publisher=name, title="Ona Reyes meets"
        )
        for name, part in zip("ab", parts, strict=True)
    ]
    (story,) = stories(*records)
    assert story.who[0] == "Ona Reyes"
    assert not {"Vardo", "Vardo Mining"} <= {*story.who}


@pytest.mark.parametrize(
    "headline",
    [
        "Married couple found dead in Halsund",
        "Ona Reyes quits smoking",
        "Bomb squad chief retires",
        "Primary school closes",
        "Ona Reyes has a heart attack",
        "Coup for Brinmark as striker signs",
        "Drug trial succeeds",
        "Storm over remarks",
        "Kelda flooded with orders",
        "War of words over salt",
        "Kelda wins contract award",
        "Kelda recalls its founder as chief",
        "Ona Reyes talks of her childhood",
    ],
)
def test_words_of_two_meanings_name_no_affair_alone(headline: str) -> None:
    """A coup, an attack or a trial is one beside a word that says so."""
    assert set(affairs_in(headline)).isdisjoint(
        "wedding resignation bombing election attack coup trial storm flood war prize recall talks".split()
    )


@pytest.mark.parametrize(
    ("headline", "affair"),
    [
        ("Brinmark fires coach", "dismissal"),
        ("Army chiefs stage coup", "coup"),
        ("Drone attack kills nine", "attack"),
        ("Minister quits", "resignation"),
        ("Murder trial opens", "trial"),
        ("Peace talks resume", "talks"),
        ("Storm cuts power to homes on the coast", "storm"),
        ("Forest fire spreads", "fire"),
    ],
)
def test_a_second_word_tells_the_affair(headline: str, affair: str) -> None:
    """Which of two meanings is meant stands beside it."""
    assert affair in affairs_in(headline)
