"""Stories, claims and disputes of a folder: on the command line, in the library, with outlets of the user."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import newsgraph
from newsgraph.cli import main
from newsgraph.graph import write_records
from tests.graph.collection.articles import BOUGHT, DENIED, article


def run(*arguments: str) -> Result:
    """A command in this process."""
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three articles about one deal."""
    home = tmp_path_factory.mktemp("across")
    records = [
        article(
            "a", ("Kelda bought Vardo Mining on Monday.", BOUGHT), publisher="Halsund Courier", title="Deal"
        ),
        article(
            "b", ("Yesterday Kelda bought Vardo Mining.", BOUGHT), publisher="Brinmark Daily", title="A deal"
        ),
        article(
            "c",
            ("Tarek Vold denied that Kelda bought Vardo Mining.", DENIED),
            publisher="Kelda Post",
            date="2026-03-03",
            title="No deal",
        ),
    ]
    (home / "records.jsonl").write_text("".join(write_records(records)), encoding="utf8")
    assert run("assemble", str(home / "records.jsonl"), "-o", str(home / "kg")).exit_code == 0
    return home / "kg"


def test_claims_are_printed_with_their_sources_and_sentences(folder: Path) -> None:
    """The first line is the claim, the second how widely it is reported, then who says it where."""
    result = run("claims", str(folder))
    lines = result.stdout.splitlines()
    assert lines[0] == "Kelda bought Vardo Mining"
    assert lines[1].strip().startswith("reported by 2 independent sources (3 articles); denied in one source")
    assert any("denies (denied), citing Tarek Vold, 2026-03-03, Kelda Post:" in line for line in lines)
    assert result.stderr == "1 claim\n"
    assert run("claims", str(folder), "--least", "3").stdout == ""


@pytest.mark.parametrize("command", ["stories", "claims", "disputes"])
def test_json_is_what_the_library_has(folder: Path, command: str) -> None:
    """One line for each, with the ids that the library knows."""
    (told,) = map(json.loads, run(command, str(folder), "--json").stdout.splitlines())
    (found,) = getattr(newsgraph, command)(folder)
    (same,) = getattr(newsgraph.load(folder), command)()
    assert told["id"] == found.id == same.id


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("claims", {"least": 3}),
        ("claims", {"least": 1, "about": "kelda", "limit": 1}),
        ("disputes", {"kind": "date"}),
        ("disputes", {"kind": "denial", "about": "Tarek Vold"}),
        ("stories", {"about": "Vardo Mining", "limit": 1}),
    ],
)
def test_options_choose_the_same_in_the_library(
    folder: Path, command: str, options: dict[str, str | int]
) -> None:
    """The call, the method of a graph and the command take options of one name and agree on what is left."""
    given = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    told = [
        json.loads(line)["id"] for line in run(command, str(folder), "--json", *given).stdout.splitlines()
    ]
    assert [found.id for found in getattr(newsgraph, command)(folder, **options)] == told
    assert [found.id for found in getattr(newsgraph.load(folder), command)(**options)] == told


def test_unknown_names_and_kinds_are_refused(folder: Path) -> None:
    """The library says so as the command does."""
    with pytest.raises(newsgraph.InputError, match="Nobody Known"):
        newsgraph.stories(folder, about="Nobody Known")
    with pytest.raises(newsgraph.InputError, match="not a kind of dispute"):
        newsgraph.disputes(folder, kind="quarrel")


def test_disputes_and_stories_are_printed(folder: Path) -> None:
    """Each side has its sentence; a story its names."""
    printed = run("disputes", str(folder), "--kind", "denial").stdout
    assert printed.startswith("denial: Kelda bought Vardo Mining\n")
    assert "Tarek Vold denied that Kelda bought Vardo Mining." in printed
    assert run("disputes", str(folder), "--kind", "date").stdout == ""
    assert "Kelda, Vardo Mining" in run("stories", str(folder)).stdout.splitlines()[0]


def test_about_keeps_what_involves_a_name(folder: Path) -> None:
    """An unknown name is an error for people."""
    assert run("claims", str(folder), "--about", "kelda").stdout
    result = run("claims", str(folder), "--about", "Nobody Known")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Nobody Known" in result.stderr


def test_outlets_of_the_user_stay_with_the_folder(folder: Path, tmp_path: Path) -> None:
    """Two papers of one owner are one source; a list with a mistake changes nothing."""
    rows = "Halsund Courier\tnorth-press\nBrinmark Daily\tnorth-press\n"
    (tmp_path / "outlets.tsv").write_text(rows, encoding="utf8")
    (tmp_path / "bad.tsv").write_text("Halsund Courier\n", encoding="utf8")
    records = folder.parent / "records.jsonl"
    kg = tmp_path / "kg"
    assert run("assemble", str(records), "-o", str(kg)).exit_code == 0
    (empty := tmp_path / "news").mkdir()
    (empty / "d.txt").write_text("Ona Reyes opened the bridge in Halsund on Monday.", encoding="utf8")
    bad = run("add", str(kg), str(empty), "--outlets", str(tmp_path / "bad.tsv"), "-j", "1")
    assert bad.exit_code == 2
    assert "line 1" in bad.stderr
    assert (
        run("add", str(kg), str(empty), "--outlets", str(tmp_path / "outlets.tsv"), "-j", "1").exit_code == 0
    )
    (claim,) = newsgraph.claims(kg, least=1)
    assert [origin.key for origin in claim.origins] == ["north-press"]


@pytest.mark.parametrize(
    "words", ["denied that", "disputed that", "rejected the claim that", "said it was not true that"]
)
def test_a_denial_that_was_read_confirms_nothing(words: str) -> None:
    """Whatever the words of the denial: as the reader writes it, not as a fixture would."""
    texts = {
        "Alpha": "Sirius Ltd. bought Robur Inc. on Monday.",
        "Beta": f"Otto Krug {words} Sirius Ltd. bought Robur Inc.",
    }
    kg = newsgraph.build(
        [replace(newsgraph.Document.from_text(text, name), publisher=name) for name, text in texts.items()]
    )
    assert [(dispute.kind, sorted(dispute.values)) for dispute in kg.disputes()] == [
        ("denial", ["asserted", "denied"])
    ]
    (claim,) = kg.claims(least=0)
    assert claim.disputed


APART = {
    "a toll": [
        "A fire at a mill in Halsund left 17 workers dead on Monday, the police said.",
        "At least twenty-three people died in the fire at the mill in Halsund, doctors said.",
    ],
    "votes": [
        "The parliament of Norland passed the dam law by 112 votes to 95.",
        "Norland's parliament passed the dam law by 121 votes to 95, the speaker said.",
    ],
    "years": ["Ona Reyes, 54, heads Sirius Ltd.", "Ona Reyes, who is 57, told Robur Inc. to wait."],
    "years old": ["Ona Reyes, 54, heads Sirius Ltd.", "Ona Reyes is 57 years old."],
    "a capital": ["Halsund is the capital of Norland.", "Brinmark, the capital of Norland, was under water."],
    "figure": [
        "Sirius Ltd. bought Robur Inc. for $40 million on Monday.",
        "On Monday Sirius Ltd. bought Robur Inc. for $60 million.",
    ],
    "value": [
        "Ona Reyes heads the Free Valley Front.",
        "Jonas Petrel, leader of the Free Valley Front, called for talks.",
    ],
    "age": ["Ona Reyes, 54, heads Sirius Ltd.", "Ona Reyes, 57, told Robur Inc. to wait."],
    "correction": [
        "About 20,000 people marched against the dam in Halsund on Monday.",
        "Some 900 marched in Halsund on Monday. An earlier version of this article misstated the name of the dam.",
    ],
}
_KINDS = {
    "age": "value",
    "years old": "value",
    "years": "value",
    "a capital": "value",
    "a toll": "figure",
    "votes": "figure",
}
TOGETHER = [
    [
        "Ona Reyes heads the Free Valley Front.",
        "Jonas Petrel, a leader of the Free Valley Front, called for talks.",
    ],
    ["Ona Reyes, head of Sirius Ltd., spoke.", "Jonas Petrel, former head of Sirius Ltd., called for talks."],
    ["Ona Reyes, 54, heads Sirius Ltd.", "Ona Reyes, 54, told Robur Inc. to wait."],
    ["A fire at a mill in Halsund killed 17 workers.", "Five women died in the fire at the mill in Halsund."],
    [
        "Sirius Ltd. bought the brewery for $40 million.",
        "Sirius Ltd. bought a cheese factory for $20 million.",
    ],
    [
        "The party New Dawn won 31 percent of the vote in Halsund.",
        "The Liberals won 24 percent of the vote in Halsund.",
    ],
    [
        "Jonas Petrel won the first round in Norland with 41 percent of the vote.",
        "Jonas Petrel won the runoff in Norland with 58 percent of the vote.",
    ],
    ["Jonas Petrel submitted his resignation on Monday.", "Jonas Petrel did not resign on Monday."],
    ["Norland sold tanks to Brinmark.", "Norland never sold submarines to Brinmark."],
    [
        "Sirius Ltd. bought Robur Inc. for $40 million on Monday.",
        "On Monday Sirius Ltd. bought Robur Inc. for about $40 million.",
    ],
]


def told_apart(texts: list[str]) -> list[str]:
    """Return the kinds of disputes between articles of two outlets, as the reader reads them."""
    day = date(2026, 3, 2)
    articles = [
        replace(newsgraph.Document.from_text(text, name, date=day), publisher=name)
        for name, text in zip(("Alpha", "Beta"), texts, strict=True)
    ]
    found = newsgraph.build(articles).disputes()
    assert all(len({side.document for side in dispute.sides}) == 2 for dispute in found)
    return [dispute.kind for dispute in found]


@pytest.mark.parametrize("case", APART)
def test_what_cannot_both_be_is_told_with_both_sides(case: str) -> None:
    """Prices, leaders, ages and corrections."""
    assert _KINDS.get(case, case) in told_apart(APART[case])


@pytest.mark.parametrize("texts", TOGETHER)
def test_what_may_both_be_is_no_dispute(texts: list[str]) -> None:
    """One of several leaders, a former head, one age, one price."""
    assert told_apart(texts) == []
