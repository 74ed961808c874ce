"""What articles say against each other is told with both sentences; what does not clash is not."""

from dataclasses import replace

import pytest

from newsgraph.graph.collection.collection import Collection
from newsgraph.graph.collection.disputes import Dispute
from newsgraph.graph.model.record import Amount, Cue, ExtractionRecord
from tests.graph.collection.articles import BOUGHT, DENIED, Said, article, graph_of


def disputes(*records: ExtractionRecord) -> tuple[Dispute, ...]:
    """Return the disputes among articles."""
    return Collection(graph_of(*records)).disputes


def toll(
    name: str, count: str, number: float, date: str, words: str = "A blast killed {} miners in Halsund."
) -> ExtractionRecord:
    """Return an article that counts the dead of one blast."""
    amount = Amount(number=number, unit="miner")
    said = Said("A blast", "killed", f"{count} miners", roleset="kill.01", event="killing", amount=amount)
    return article(name, (words.format(count), said), date=date, publisher=f"{name} Post")


def test_a_denial_stands_against_an_assertion() -> None:
    """Each side has its sentence, its source and its day."""
    (found,) = disputes(
        article("a", ("Kelda bought Vardo Mining.", BOUGHT), publisher="A"),
        article(
            "b",
            ("Tarek Vold denied that Kelda bought Vardo Mining.", DENIED),
            publisher="B",
            date="2026-03-03",
        ),
    )
    assert (found.kind, found.values) == ("denial", ("asserted", "denied"))
    assert [side.text for side in found.sides] == [
        "Kelda bought Vardo Mining.",
        "Tarek Vold denied that Kelda bought Vardo Mining.",
    ]
    assert found.sides[1].source == "Tarek Vold"


def test_members_of_a_party_do_not_contradict_each_other() -> None:
    """Some Tarnists bought what others did not."""
    bought = replace(BOUGHT, subject="Tarnists")
    negative = replace(bought, polarity="negative")
    assert not disputes(
        article("a", ("Tarnists bought Vardo Mining.", bought), publisher="A"),
        article(
            "b", ("Tarnists did not buy Vardo Mining.", replace(negative, predicate="buy")), publisher="B"
        ),
    )


def test_a_plan_is_no_denial_of_what_did_not_happen() -> None:
    """Only what is stated as fact stands against a denial."""
    planned = Said("Kelda", "buy", "Vardo Mining", roleset="buy.01", event="acquisition", modality="planned")
    negative = Said(
        "Kelda", "buy", "Vardo Mining", roleset="buy.01", event="acquisition", polarity="negative"
    )
    assert not disputes(
        article("a", ("Kelda plans to buy Vardo Mining.", planned), publisher="A"),
        article("b", ("Kelda did not buy Vardo Mining.", negative), publisher="B"),
    )


def test_whoever_says_both_in_one_article_does_not_dispute() -> None:
    """An article that seems to deny itself was misread, not contradicted, however many print it."""
    negative = Said(
        "Kelda", "bought", "Vardo Mining", roleset="buy.01", event="acquisition", polarity="negative"
    )
    both = [("Kelda bought Vardo Mining on Monday.", BOUGHT), ("Kelda never bought Vardo Mining.", negative)]
    assert not disputes(article("a", *both, publisher="A"), article("b", *both, publisher="B"))


def test_a_refusal_is_not_denied_by_what_follows_it() -> None:
    """Who refused on Monday may agree on Monday; who refuses on Tuesday takes back what is said to be."""
    refused = Said("Kelda", "buy", "Vardo Mining", roleset="buy.01", event="acquisition", polarity="negative")
    record = article("b", ("Kelda refused to buy Vardo Mining.", refused), publisher="B")
    (statement,) = record.statements
    cue = Cue("negative", ((6, 13),), "refused")
    record = replace(record, statements=(replace(statement, factuality=(cue,)),))
    bought = ("Kelda bought Vardo Mining.", BOUGHT)
    assert not disputes(article("a", bought, publisher="A"), record)
    assert disputes(article("a", bought, publisher="A", date="2026-03-01"), record)


def test_two_days_of_birth_are_a_dispute() -> None:
    """They differ in the month alone, and one tells the place as well."""

    def birth(name: str, day: str, date: str) -> ExtractionRecord:
        said = Said("Ona Reyes", "was born", roleset="bear.02", time=f"{day}={date}", passive=True)
        return article(name, (f"Ona Reyes was born in Halsund on {day}.", said), publisher=name)

    (found,) = disputes(birth("a", "3 May 1950", "1950-05-03"), birth("b", "3 June 1950", "1950-06-03"))
    assert (found.kind, set(found.values)) == ("value", {"1950-05-03", "1950-06-03"})
    assert not disputes(birth("a", "3 May 1950", "1950-05-03"), birth("b", "1950", "1950"))


def test_counts_of_one_thing_are_a_series() -> None:
    """A toll that moves is kept in order of days, with all numbers."""
    collection = Collection(
        graph_of(
            toll("b", "11", 11, "2026-03-03"),
            toll("a", "9", 9, "2026-03-02"),
            toll("c", "11", 11, "2026-03-04"),
        )
    )
    (figure,) = collection.figures
    assert [(point.day, point.number) for point in figure.points] == [
        ("2026-03-02", 9), ("2026-03-03", 11), ("2026-03-04", 11),
    ]  # fmt: skip
    assert figure.summary == "from 9 to 11 (3 articles)"
    (found,) = collection.disputes
    assert (found.kind, found.values) == ("figure", ("9", "11"))
    large = replace(
        figure, points=tuple(replace(point, number=point.number * 250_000_000) for point in figure.points)
    )
    assert large.summary == "from 2.25 billion to 2.75 billion (3 articles)"


def test_wordings_of_a_toll_are_one_figure() -> None:
    """Killed, died and the death toll count the same people."""
    died = Said("11 miners", "died", roleset="die.01", event="death")
    (figure,) = Collection(
        graph_of(
            toll("a", "9", 9, "2026-03-02", "A blast killed {} miners in Halsund on Monday."),
            article(
                "b",
                ("In Halsund 11 miners died in a blast on Monday.", died),
                date="2026-03-03",
                publisher="B",
            ),
        )
    ).figures
    assert figure.values == (9, 11)


def test_members_of_a_people_are_counted() -> None:
    """Two Tarnists who were killed are not the four of another article, though both phrases are linked to the people."""

    def killed(name: str, count: str) -> ExtractionRecord:
        said = Said("A blast", "killed", f"{count} Tarnists", roleset="kill.01", event="killing")
        record = article(name, (f"A blast killed {count} Tarnists.", said), publisher=name)
        (statement,) = record.statements
        assert statement.object
        return replace(
            record, statements=(replace(statement, object=replace(statement.object, entity="e0")),)
        )

    assert len(Collection(graph_of(killed("a", "two"), killed("b", "two"))).claims) == 1
    assert not Collection(graph_of(killed("a", "two"), killed("b", "four"))).claims


def test_whose_parents_are_spoken_of_are_some_of_the_dead() -> None:
    """Two of nine have parents who sue; a blast that took the lives of two killed no nine."""
    nine = toll("a", "9", 9, "2026-03-02")
    parents = "The parents of {} miners whom A blast killed in Halsund sued."
    assert not disputes(nine, toll("b", "2", 2, "2026-03-03", parents))
    assert disputes(
        nine, toll("b", "2", 2, "2026-03-03", "Of {} miners A blast killed in Halsund he said nothing.")
    )


def test_a_toll_of_one_place_is_one_figure_however_it_is_told() -> None:
    """What else the sentences say does not count; a toll of another place is another figure."""
    died = Said("14 miners", "died", roleset="die.01", event="death")
    hurry = "After a night of searching 14 miners died in Halsund, the mayor told a crowd by the gate."
    first = toll("a", "9", 9, "2026-03-02")
    (figure,) = Collection(graph_of(first, article("b", (hurry, died), publisher="B"))).figures
    assert set(figure.values) == {9, 14}
    elsewhere = hurry.replace("Halsund", "Brinmark")
    assert not Collection(graph_of(first, article("b", (elsewhere, died), publisher="B"))).figures


def slide(
    name: str,
    date: str,
    words: str,
    said: Said,
    opening: str = "Mud of the slide buried Ostrava Bay near Halsund.",
) -> ExtractionRecord:
    """Return an article about one landslide that counts the dead in a sentence without names."""
    return article(name, (opening,), (words, said), date=date, publisher=f"{name} Post")


def test_articles_of_one_story_count_one_toll() -> None:
    """Sentences with no word in common count one toll where the articles tell of one slide, days apart, not weeks."""
    killed = Said(
        "It", "killed", "23 people", roleset="kill.01", event="killing", amount=Amount(23, "people")
    )
    dead = Said("At least 31 villagers", "dead")
    first = slide("a", "2026-03-02", "It killed 23 people.", killed)
    (found,) = disputes(first, slide("b", "2026-03-03", "At least 31 villagers are dead.", dead))
    assert found.values == ("23", "31")
    assert not disputes(first, slide("b", "2026-03-23", "At least 31 villagers are dead.", dead))
    blast = "A blast shook the port of Brinmark."
    assert not disputes(first, slide("b", "2026-03-03", "At least 31 villagers are dead.", dead, blast))
    war = Said("The war", "killed", "9,000 people", roleset="kill.01", event="killing", amount=Amount(9000))
    assert not disputes(first, slide("b", "2026-03-03", "The war killed 9,000 people.", war))
    women = replace(dead, subject="Six women")
    assert not disputes(first, slide("b", "2026-03-03", "Six women are dead.", women))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "They found more, bringing the number of dead to 31.",
            Said("They", "bringing", "the number of dead", roleset="bring.01", role="ARG2=31"),
        ),
        ("The toll climbed to 31.", Said("The toll", "climbed to", "31", amount=Amount(31.0))),
        ("31 bodies were found.", Said("31 bodies", "were found", roleset="find.01", passive=True)),
        (
            "It claimed the lives of 31 people.",
            Said("It", "claimed", "the lives of 31 people", roleset="claim.01"),
        ),
    ],
)
def test_a_toll_is_told_in_many_ways(words: str, said: Said) -> None:
    """A tally has its number beside it, and bodies and lives are counted as the dead are."""
    killed = Said(
        "It", "killed", "23 people", roleset="kill.01", event="killing", amount=Amount(23, "people")
    )
    first = slide("a", "2026-03-02", "It killed 23 people.", killed)
    (found,) = disputes(first, slide("b", "2026-03-03", words, said))
    assert found.values == ("23", "31")


def shelling(name: str, day: str, date: str, dead: str, number: int) -> ExtractionRecord:
    """Return an article that says in one sentence what was hit on which day and how many were killed."""
    hit = Said("Shells", "hit", "a school", roleset="hit.01", time=f"{day}={date}")
    killed = Said(
        "Shells", "killed", f"{dead} people", roleset="kill.01", event="killing", amount=Amount(number)
    )
    brief = Said("Shells", "kill", dead, roleset="kill.01", event="killing", amount=Amount(number))
    return article(
        name,
        (f"Shells kill {dead} in Halsund.", brief),
        (f"Shells hit a school in Halsund on {day} and killed {dead} people.", hit, killed),
        date=date,
        publisher=f"{name} Post",
    )


def test_a_toll_is_of_the_day_that_its_sentence_tells() -> None:
    """Those killed where shells hit on Monday are not those killed on Wednesday, in the headline neither."""
    first = shelling("a", "Monday", "2026-03-02", "five", 5)
    assert not disputes(first, shelling("b", "Wednesday", "2026-03-04", "nine", 9))
    assert disputes(first, shelling("b", "Monday", "2026-03-02", "nine", 9))


def test_a_day_of_mourning_is_no_day_of_death() -> None:
    """What others do on Monday with those who died says nothing of when they died."""
    five = Said(
        "Shells", "killed", "five people", roleset="kill.01", event="killing", time="Sunday=2026-03-01"
    )
    mourned = Said("A crowd", "mourned", "the nine people", roleset="mourn.01", time="Monday=2026-03-02")
    nine = Said("Shells", "killed", "nine people", roleset="kill.01", event="killing")
    first = slide("a", "2026-03-01", "Shells killed five people on Sunday.", five)
    words = "A crowd mourned on Monday the nine people whom Shells killed: nine people."
    second = article(
        "b", ("Mud of the slide buried Ostrava Bay near Halsund.",), (words, mourned, nine), date="2026-03-02"
    )
    (found,) = disputes(first, second)
    assert found.values == ("5", "9")


def test_the_dead_of_a_year_are_not_those_of_a_day() -> None:
    """A count since January is of all that happened since."""
    died = Said("Eleven people", "drowned", roleset="drown.01", event="death", time="Monday=2026-03-02")
    year = Said("40 people", "drowned", roleset="drown.01", event="death", time="this year=2026")
    first = slide("a", "2026-03-02", "Eleven people drowned on Monday.", died)
    assert not disputes(first, slide("b", "2026-03-03", "40 people drowned this year.", year))
    day = replace(year, time="Monday=2026-03-02")
    assert disputes(first, slide("b", "2026-03-03", "40 people drowned on Monday.", day))


def test_who_joins_a_strike_is_on_strike() -> None:
    """Other verbs count the same workers; who came to work is another number."""
    strike = Said("5,000 miners", "went on", "strike", roleset="go.02")
    joined = Said("8,000 workers", "joined", "the strike", roleset="join.04")
    first = slide(
        "a", "2026-03-02", "5,000 miners went on strike.", strike, "A strike stopped Kelda in Halsund."
    )
    second = (
        "2026-03-03",
        "8,000 workers joined the strike.",
        joined,
        "The strike at Kelda in Halsund went on.",
    )
    (found,) = disputes(first, slide("b", *second))
    assert found.values == ("5000", "8000")
    came = Said("8,000 workers", "came to", "work", roleset="come.01")
    opening = "The strike at Kelda in Halsund went on."
    assert not disputes(first, slide("b", "2026-03-03", "8,000 workers came to work.", came, opening))


def holding(name: str, count: int, unit: str = "seat", date: str = "2026-03-02") -> ExtractionRecord:
    """Return an article that counts what Kelda has."""
    amount = Amount(number=count, unit=unit)
    said = Said("Kelda", "has", f"{count} {unit}s", base="have", roleset="have.03", amount=amount)
    return article(name, (f"Kelda has {count} {unit}s.", said), date=date, publisher=f"{name} Post")


def test_what_somebody_has_is_a_series() -> None:
    """The count moves with the days."""
    (found,) = disputes(holding("a", 12), holding("b", 31, date="2026-04-20"))
    assert (found.kind, found.values) == ("figure", ("12", "31"))


@pytest.mark.parametrize("unit", ["ship", "percent"])
def test_other_things_are_no_series(unit: str) -> None:
    """Seats are no ships, and no share of anything."""
    assert not disputes(holding("a", 12), holding("b", 31, unit))


def test_what_was_had_months_ago_is_no_other_number() -> None:
    """A series is of days that are near."""
    assert not disputes(holding("a", 12), holding("b", 31, date="2026-08-02"))


def test_what_is_counted_has_to_be_what_somebody_has() -> None:
    """A lead of seats is no seats."""
    amount = Amount(number=3, unit="seat")
    lead = Said("Kelda", "has", "a lead of 3 seats", base="have", roleset="have.03", amount=amount)
    assert not disputes(holding("a", 12), article("b", ("Kelda has a lead of 3 seats.", lead), publisher="B"))


def test_equal_and_rounded_numbers_do_not_disagree() -> None:
    """About 10 is not against 11."""
    about = Said(
        "A blast", "killed", "about 10 miners", roleset="kill.01", event="killing",
        amount=Amount(number=10, unit="miner", approx="about"),
    )  # fmt: skip
    other = article("b", ("A blast killed about 10 miners in Halsund.", about), publisher="B")
    assert not disputes(toll("a", "11", 11, "2026-03-02"), other)


def test_two_who_head_one_body_at_one_time() -> None:
    """An office has one holder; a former one is no dispute, nor is one of another year, nor who follows somebody who died."""

    def holder(name: str, text: str, who: str, date: str) -> ExtractionRecord:
        said = Said(who, "chief executive of", "Kelda", relation="ceo_of")
        record = article(name, (text.format(who), said), date=date, publisher=name)
        (statement,) = record.statements
        return replace(record, statements=(replace(statement, method="apposition"),))

    words = "{}, chief executive of Kelda, spoke."
    first = holder("a", words, "Ona Reyes", "2026-03-02")
    (found,) = disputes(first, holder("b", words, "Tarek Vold", "2026-03-05"))
    assert (found.kind, set(found.values)) == ("value", {"Ona Reyes", "Tarek Vold"})
    assert not disputes(first, holder("b", words, "Tarek Vold", "2024-03-05"))
    died = Said("Ona Reyes", "died", roleset="die.01", event="death")
    assert not disputes(
        first,
        holder("b", words, "Tarek Vold", "2026-03-05"),
        article("c", ("Ona Reyes died.", died), publisher="c"),
    )
    for left, found_again in (("Vardo Mining", True), ("Kelda", False)):
        quit_another = Said("Ona Reyes", "quit", left, roleset="quit.01", event="resignation")
        told = article("c", (f"Ona Reyes quit {left}.", quit_another), publisher="c")
        second = holder("b", words, "Tarek Vold", "2026-03-05")
        assert bool(disputes(first, second, told)) is found_again
    for past in (
        "{}, former chief executive of Kelda, spoke.",
        "{}, at the time chief executive of Kelda, spoke.",
    ):
        assert not disputes(first, holder("b", past, "Tarek Vold", "2026-03-05"))


def aged(name: str, age: int, person: str = "Tarek Vold") -> ExtractionRecord:
    """Return an article that tells how old Tarek Vold is, under a name of his."""
    said = Said(person, "is", f"{age} years old", base="be")
    sentences = (("Tarek Vold came.",), (f"Then {person} is {age} years old.", said))
    record = article(name, *sentences, publisher=f"{name} Post")
    (statement,) = record.statements
    return replace(record, statements=(replace(statement, subject=replace(statement.subject, entity="e0")),))


def test_two_ages_of_one_person_are_a_dispute() -> None:
    """Years between the articles would explain them."""
    (found,) = disputes(aged("a", 54), aged("b", 57))
    assert (found.kind, found.text, found.values) == ("value", "age of Tarek Vold", ("54", "57"))


def test_a_family_name_alone_counts_beside_the_full_one() -> None:
    """An article that calls him Tarek Vold first means him by "Vold", where nobody else of the name is around."""
    (found,) = disputes(aged("a", 54), aged("b", 57, "Vold"))
    assert found.values == ("54", "57")
    brother = article("c", ("Mira Vold came.",))
    assert not disputes(aged("a", 54), aged("b", 57, "Vold"), brother)


@pytest.mark.parametrize("person", ["Mr. Vold", "Vold Jr.", "the elder Vold"])
def test_a_family_name_is_of_several_people(person: str) -> None:
    """Whoever has it with a title or a generation may be a relative: no dispute stands on it."""
    assert not disputes(aged("a", 54), aged("b", 57, person))


def test_a_day_that_is_the_object_is_a_day() -> None:
    """ "Died on March 14" is not what "died in Brinmark" of the thirteenth says."""
    on = Said("Ona Reyes", "died on", "March 14", roleset="die.01", event="death", relation="died_on")
    at = Said("Ona Reyes", "died in", "Brinmark", roleset="die.01", event="death", time="March 13=2026-03-13")
    first = article("a", ("Ona Reyes died on March 14 in Brinmark.", on), publisher="A")
    other = article("b", ("Ona Reyes died in Brinmark on March 13.", at), publisher="B")
    assert not Collection(graph_of(first, other)).claims


def test_what_happens_once_has_one_day() -> None:
    """Two days of one death are a dispute."""

    def death(name: str, day: str, date: str) -> ExtractionRecord:
        said = Said("Ona Reyes", "died", roleset="die.01", event="death", time=f"{day}={date}")
        return article(name, (f"Ona Reyes died in Halsund on {day}.", said), publisher=name)

    (found,) = disputes(death("a", "Monday", "2026-03-02"), death("b", "Sunday", "2026-03-01"))
    assert (found.kind, set(found.values)) == ("date", {"2026-03-01", "2026-03-02"})
    assert not disputes(death("a", "Monday", "2026-03-02"), death("b", "Monday", "2026-03-02"))


@pytest.mark.parametrize("between", [(), (("HALSUND",),)])
def test_a_correction_under_a_heading_of_its_own_is_one(between: tuple[tuple[str], ...]) -> None:
    """The heading and the sentence that says what was wrong are one correction; a dateline between them corrects nothing."""
    (found,) = disputes(
        article(
            "a", ("Kelda paid nine million for the pits of Vardo Mining in Halsund.",), date="2026-03-01"
        ),
        article(
            "b",
            ("Kelda and Vardo Mining agreed in Halsund.",),
            ("Correction:",),
            *between,
            ("An earlier version of this article misstated what Kelda paid for the pits of Vardo Mining.",),
        ),
    )
    assert (found.kind, "misstated" in found.sides[-1].text) == ("correction", True)


def test_a_correction_is_told_with_what_it_supersedes() -> None:
    """The sentence most like it in an earlier article is the other side."""
    (found,) = disputes(
        article(
            "a",
            ("Kelda paid nine million for the pits of Vardo Mining in Halsund.",),
            ("It rained.",),
            date="2026-03-01",
        ),
        article(
            "b",
            ("Kelda and Vardo Mining agreed in Halsund.",),
            (
                "Correction: An earlier version of this article misstated what Kelda paid for the pits of Vardo Mining.",
            ),
        ),
    )
    assert found.kind == "correction"
    assert [(side.value, side.document) for side in found.sides] == [
        ("before the correction", "a"),
        ("correction", "b"),
    ]


@pytest.mark.parametrize(
    ("notice", "behind", "is_right"),
    [
        ("An earlier version of this article said that Vardo Mining had 22 pits.", "The firm has since put the number at 20.", True),
        ("An earlier version of this article misstated what Kelda paid for the pits of Vardo Mining.", "It was in fact six million.", True),
        ("An earlier version of this article said that Vardo Mining had 22 pits.", "The article was amended on 3 May.", False),
        ("An earlier version of this article said that Vardo Mining had 22 pits, not 20.", "The firm has 300 workers.", False),
        ("An earlier version of this article said that Vardo Mining had 22 pits.", "Tarek Vold was in Halsund.", False),
        ("An earlier version of this article said that Vardo Mining had 22 pits.", "It has 20 pits.", True),
        ("An earlier version of this article said that Vardo Mining had 22 pits.", "Its shares fell 4% on Monday.", False),
        ("An earlier version of this article said that Vardo Mining had 22 pits.", "The owner, 61, was moved to tears.", False),
        ("An earlier version of this article said that Vardo Mining lost 400 crowns.", "Tarek Vold was jailed for 6 months.", False),
        ("An earlier version of this article said that Vardo Mining opened in 1998.", "The firm opened in 1989.", True),
        ("An earlier version of this article said that Vardo Mining had 22 pits in Halsund.", "It bid for a port in Halsund by 2027.", False),
        ("An earlier version of this article said that Vardo Mining had 22 pits.", "We regret the error of 2 May.", False),
    ],
)  # fmt: skip
def test_what_is_right_may_stand_behind_the_notice(notice: str, behind: str, is_right: bool) -> None:
    """The sentence that gives the right number is a side against the notice; when the text was amended says nothing."""
    (found,) = disputes(
        article("a", ("Kelda paid for the 22 pits of Vardo Mining in Halsund.",), date="2026-03-01"),
        article("b", ("Kelda and Vardo Mining agreed in Halsund.",), (notice,), (behind,)),
    )
    assert (found.kind, found.text) == ("correction", notice)
    assert [side.text for side in found.sides if side.document == "b"] == (
        [notice, behind] if is_right else [notice]
    )


@pytest.mark.parametrize(
    "behind", ["The firm put it at 20.", "The firm put it at 20, after two of them were counted twice."]
)
def test_a_correction_sets_the_old_figure_against_the_new_one(behind: str) -> None:
    """Both numbers, and who else had the old one; an article that already had the new one said nothing wrong."""
    notice = "An earlier version of this article said that Vardo Mining had 22 pits."
    (found,) = disputes(
        article("a", ("Kelda paid for the 22 pits of Vardo Mining in Halsund.",), date="2026-03-01"),
        article("b", ("Kelda and Vardo Mining agreed in Halsund.",), (notice,), (behind,)),
    )
    assert [(side.value, side.document) for side in found.sides] == [("22", "a"), ("22", "b"), ("20", "b")]


@pytest.mark.parametrize(
    ("behind", "is_right"),
    [
        ("He was arrested in Brinmark.", True),
        ("He has two sons.", False),
        ("Police arrested a woman too.", False),
    ],
)
def test_what_is_said_again_of_him_is_right(behind: str, is_right: bool) -> None:
    """ "He was arrested in Brinmark" behind "said that Vold had been arrested in Halsund" amends it without a number."""
    notice = "An earlier version of this article said that Tarek Vold was arrested in Halsund."
    (found,) = disputes(article("a", ("Tarek Vold is the head of Kelda in Norland.",), (notice,), (behind,)))
    assert (found.values == ("before the correction", "as it reads now")) is is_right


def test_a_corrected_article_no_longer_has_what_was_wrong() -> None:
    """What it says of the same is how it stands now."""
    (found,) = disputes(
        article(
            "a",
            ("Kelda paid nine million for the pits of Vardo Mining in Halsund.",),
            ("It rained.",),
            ("Correction: An earlier version of this article misstated what Kelda paid for the pits of Vardo Mining.",),
        )
    )  # fmt: skip
    assert {side.value for side in found.sides} == {"correction", "as it reads now"}


def test_a_sentence_that_states_it_twice_is_one_side() -> None:
    """Two statements of one sentence are one piece of evidence to a reader."""
    twice = [replace(BOUGHT, base="bought"), replace(BOUGHT, base="bought", object="Vardo Mining")]
    denied = ("Tarek Vold denied that Kelda bought Vardo Mining.", DENIED)
    (found,) = disputes(
        article("a", ("Kelda bought Vardo Mining.", *twice), publisher="A"),
        article("b", denied, publisher="B", date="2026-03-03"),
    )
    assert [side.value for side in found.sides] == ["asserted", "denied"]


def counted(name: str, words: str, said: Said, number: float, unit: str, **more: str) -> ExtractionRecord:
    """Return an article that counts something."""
    return article(
        name, (words, replace(said, amount=Amount(number=number, unit=unit))), publisher=name, **more
    )


def cut(name: str, verb: str, roleset: str, number: int, place: str = "Halsund") -> ExtractionRecord:
    """Return an article about jobs at Kelda."""
    said = Said("Kelda", verb, f"{number} jobs", roleset=roleset, place=place)
    return counted(name, f"Kelda will {verb} {number} jobs in {place}.", said, number, "job")


def test_verbs_of_one_family_count_one_thing() -> None:
    """News cuts, sheds and axes the same jobs; those of another plant are others."""
    (found,) = disputes(cut("a", "cut", "cut.01", 1200), cut("b", "shed", "shed.01", 1500))
    assert (found.kind, found.values) == ("figure", ("1200", "1500"))
    assert not disputes(cut("a", "cut", "cut.01", 1200), cut("b", "cut", "cut.01", 300, "Brinmark"))


def test_counts_of_other_months_are_no_dispute() -> None:
    """A share that rises from month to month is given one number for each."""
    said = Said("Kelda", "sold", "7 ships", roleset="sell.01", time="February=2026-02")
    other = replace(said, object="9 ships", time="March=2026-03")
    one = counted("a", "Kelda sold 7 ships of Halsund in February.", said, 7, "ship")
    two = counted("b", "Kelda sold 9 ships of Halsund in March.", other, 9, "ship")
    assert not disputes(one, two)
    (found,) = disputes(
        one,
        counted(
            "b", "Kelda sold 9 ships of Halsund in February.", replace(said, object="9 ships"), 9, "ship"
        ),
    )
    assert found.values == ("7", "9")


def test_the_missing_and_a_number_of_dead_are_tolls() -> None:
    """Who is still missing on Friday is counted on Friday, and "the number of people killed" is a death toll."""
    lost = Said("Twelve miners", "missing")
    still = replace(lost, subject="Seven miners", time="Friday=2026-03-06")
    (found,) = disputes(
        article("a", ("Twelve miners are missing in Halsund.", lost), publisher="A"),
        article(
            "b",
            ("Seven miners were still missing in Halsund on Friday.", still),
            publisher="B",
            date="2026-03-06",
        ),
    )
    assert found.values == ("12", "7")
    rose = Said(
        "The number of miners whom a blast killed in Halsund",
        "rose to",
        "11",
        roleset="rise.01",
        amount=Amount(11.0),
    )
    (found,) = disputes(
        toll("a", "9", 9, "2026-03-02"),
        article(
            "b",
            ("The number of miners whom a blast killed in Halsund rose to 11.", rose),
            publisher="B",
            date="2026-03-03",
        ),
    )
    assert found.values == ("9", "11")


def test_a_deal_has_one_price_however_it_is_told() -> None:
    """Paid for, bought for: between the same two within weeks the sums are prices of one deal."""
    price = Amount(number=40e6, currency="USD")
    paid = Said(
        "Kelda",
        "paid",
        "$40 million",
        roleset="pay.01",
        event="payment",
        amount=price,
        role="ARG3=Vardo Mining",
    )
    sold = replace(BOUGHT, role="ARG3=$65 million", role_amount=replace(price, number=65e6))
    first = article("a", ("Kelda paid $40 million for Vardo Mining.", paid), publisher="A")
    later = article(
        "b", ("Kelda bought Vardo Mining for $65 million.", sold), publisher="B", date="2026-03-05"
    )
    (found,) = disputes(first, later)
    assert (found.kind, found.values) == ("figure", ("40000000", "65000000"))
    assert not disputes(first, replace(later, document=replace(later.document, date="2026-09-05")))


def test_a_person_is_sentenced_to_one_term() -> None:
    """Years in the object and behind "to" are terms; those of another person are others."""

    def term(name: str, years: str, who: str = "Ona Reyes") -> ExtractionRecord:
        said = Said(who, "was sentenced to", years, roleset="sentence.01", event="trial", passive=True)
        return article(name, (f"{who} was sentenced to {years} for fraud.", said), publisher=name)

    (found,) = disputes(term("a", "six years"), term("b", "eight years"))
    assert (found.kind, set(found.values)) == ("figure", {"6", "8"})
    assert not disputes(term("a", "six years"), term("b", "eight years", "Tarek Vold"))


def test_a_signing_has_the_day_that_is_written_out() -> None:
    """March 4 and March 6 are two days; "on Wednesday" is told by the day of its article, and may be read wrongly."""

    def signing(name: str, day: str, date: str) -> ExtractionRecord:
        said = Said(
            "Norway",
            "signed",
            "the border treaty",
            roleset="sign.02",
            relation="signed",
            time=f"{day}={date}",
        )
        words = f"Norway signed the border treaty with Brinmark in Halsund on {day}."
        return article(name, (words, said), publisher=name)

    first, second, third = (
        signing("a", "March 4", "2026-03-04"),
        signing("b", "March 6", "2026-03-06"),
        signing("c", "March 7", "2026-03-07"),
    )
    (found,) = disputes(first, second, third)
    assert (found.kind, set(found.values)) == ("date", {"2026-03-04", "2026-03-06", "2026-03-07"})
    assert not disputes(first, signing("b", "Friday", "2026-03-06"))


def test_some_of_the_dead_are_no_other_toll() -> None:
    """Two who died in hospital are among the 11 that the same article counts."""
    nine = Said(
        "A blast", "killed", "nine miners", roleset="kill.01", event="killing", amount=Amount(number=9)
    )
    eleven = Said("The death toll", "rose to", "11", roleset="rise.01", amount=Amount(number=11))
    two = Said("two miners", "died", roleset="die.01", event="death")
    first = article("a", ("A blast killed nine miners in Halsund.", nine), publisher="a")
    words = "The death toll in Halsund rose to 11 as two miners died."
    second = article("b", (words, eleven, two), publisher="b", date="2026-03-03")
    (found,) = disputes(first, second)
    assert found.values == ("9", "11")
