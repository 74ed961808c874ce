"""The scripts of the page: how they are bundled, and their pure parts, run by node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from newsgraph.exports.page import bundle
from newsgraph.exports.page.bundle import BundleError, bundled, imports_of
from newsgraph.exports.page.coding import coded_numbers

SCRIPTS = Path(bundle.__file__).parent / "script"


def test_modules_are_joined_after_what_they_import() -> None:
    """Imports and exports go, constants of JSON become code, comments and indents are left out."""
    sources = {
        "main.js": 'import { twice } from "./sums.js";\n\n// Start.\nconsole.log(\n  twice(2));\n',
        "sums.js": 'import numbers from "./numbers.json" with { type: "json" };\n\nexport const twice = (n) => numbers.two * n;\n',
        "numbers.json": '{"two": 2}\n',
    }
    lines = bundled(sources, "main.js").splitlines()
    assert lines == [
        "(() => {", '"use strict";', 'const numbers = {"two": 2};', "const twice = (n) => numbers.two * n;",
        "console.log(", "twice(2));", "})();",
    ]  # fmt: skip


def test_a_circle_of_imports_is_refused() -> None:
    """Two modules that need each other cannot be put in order."""
    sources = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(BundleError, match="import each other"):
        bundled(sources, "a.js")


def test_a_name_is_declared_once() -> None:
    """Joined modules share one scope, so one name must not mean two things."""
    sources = {"a.js": 'import { b } from "./b.js";\nconst one = 1;\n', "b.js": "const one = 2;\n"}
    with pytest.raises(BundleError, match=r"one is declared in b\.js and in a\.js"):
        bundled(sources, "a.js")


def test_every_module_is_used() -> None:
    """What stands in the folder is reached from the start; each module has one subject and is short."""
    reached, waiting = set(), ["main.js"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += imports_of((SCRIPTS / name).read_text(encoding="utf-8"))
    assert reached == {path.name for path in SCRIPTS.iterdir()}
    assert all(len(path.read_text(encoding="utf-8").splitlines()) < 310 for path in SCRIPTS.iterdir())


def run(module: str, expression: str) -> Any:
    """Return what an expression over the exports (``m``) of a module gives, as JSON."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed (on Debian: apt-get install nodejs)")
    code = f'import * as m from "{(SCRIPTS / module).as_uri()}"; console.log(JSON.stringify({expression}));'
    command = [node, "--no-warnings", "--input-type=module", "--eval", code]
    found = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


def test_numbers_of_python_are_read_back() -> None:
    """Both sides take the same constants from one file."""
    numbers = [0, 1, 32, 33, 3_566, 3_567, 200_000, 1_600_000]
    assert run("coding.js", f"[...m.decodedNumbers({json.dumps(coded_numbers(numbers))})]") == numbers


def test_a_link_opens_the_page_at_the_sentence() -> None:
    """Long sentences are given by first and last words; what means something in a fragment is escaped."""
    short = 'm.fragmentLink("https://example.org/a", "Two-day talks, they said.")'
    assert run("words.js", short) == "https://example.org/a#:~:text=Two%2Dday%20talks%2C%20they%20said."
    long = f'm.fragmentLink("https://example.org/a#top", "{" ".join("abcdefghijkl")}")'
    assert run("words.js", long) == "https://example.org/a#top:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "", None])
def test_only_web_addresses_are_links(address: str | None) -> None:
    """Nothing but http and https is one."""
    assert run("words.js", f"m.isWeb({json.dumps(address)})") is False


def test_time_has_a_step_for_each_day_with_statements() -> None:
    """One old day is one step, however far it lies from the others; many days give as many steps as asked for."""
    assert run("days.js", "m.stepsOf([739000, 738999, 472000, 739000])") == [472_000, 738_999, 739_000]
    many = run("days.js", "m.stepsOf(Array.from({length: 5000}, (_, day) => day), 50)")
    assert len(many) == 50
    assert (many[0], many[-1]) == (0, 4_999)


def test_text_is_cut_where_marks_begin_and_end() -> None:
    """Marks that overlap give a stretch with both roles."""
    marks = '[{start: 0, end: 5, role: "subject"}, {start: 3, end: 8, role: "cue"}]'
    cuts = run("marks.js", f"m.cutText(10, {marks}).map(({{start, end, roles}}) => [start, end, roles])")
    assert cuts == [[0, 3, ["subject"]], [3, 5, ["subject", "cue"]], [5, 8, ["cue"]], [8, 10, []]]


def test_a_column_sorts_numbers_before_words_and_blanks_last() -> None:
    """Amounts go by their number, not by their digits, in both directions."""
    values = '[[0, "b"], [1, 900], [2, null], [3, 24], [4, "a"], [5, 3100000]]'
    order = f"m.sortedBy([0, 1, 2, 3, 4, 5], (row) => new Map({values}).get(row), %s)"
    assert run("table.js", order % "false") == [3, 1, 5, 4, 0, 2]
    assert run("table.js", order % "true") == [5, 1, 3, 0, 4, 2]


def test_large_numbers_are_written_in_words() -> None:
    """Nobody counts the digits of a price."""
    assert run("words.js", "[9, 12500, 2600000000].map(m.amount)") == ["9", "12,500", "2.6 billion"]


def test_a_long_label_keeps_its_two_ends() -> None:
    """The verb and the words next to the name stay; a short label is left alone."""
    labels = ["is talking to", "died", "moved between several warehouses … 120 km west of", "x" * 50 + " of"]
    assert run("words.js", f"{json.dumps(labels)}.map(m.shortLabel)") == [
        "is talking to", "died", "moved between … 120 km west of", "x" * 50 + " … of",
    ]  # fmt: skip


def test_a_label_is_set_in_lines_of_one_length() -> None:
    """Two lines share the words; one that fits stays one."""
    texts = ["told", "vice-presidential nominee of", "overstepped regulatory … under"]
    assert run("words.js", f"{json.dumps(texts)}.map((text) => m.balanced(text, 20, 2))") == [
        ["told"], ["vice-presidential", "nominee of"], ["overstepped", "regulatory … under"],
    ]  # fmt: skip


def test_who_takes_part_stands_once() -> None:
    """By a role that has a name rather than by a code; what is said of no node, by its words."""
    parts = [
        ["ARG2", "Kelda", None, 4], ["buyer", "Kelda", None, 4], ["to", "to Kelda", None, 4],
        ["on", "on Twitter", None, -1], ["on", "Twitter", None, -1], ["time", "today", None, -1],
    ]  # fmt: skip
    told = run("evidence.js", f"m.participantsOf({json.dumps(parts)}).map(([role, text]) => [role, text])")
    assert told == [["buyer", "Kelda"], ["on", "on Twitter"]]


def test_a_chart_places_points_by_day_and_number() -> None:
    """The first day is left, the least number at the bottom; one day or number alone stands in the middle."""
    points = '[["2026-03-01", 9], ["2026-03-03", 11], ["2026-03-11", 19]]'
    assert run("disputes.js", f"m.chartPlaces({points})") == [[0, 0], [0.2, 0.2], [1, 1]]
    assert run("disputes.js", 'm.chartPlaces([["", 5], ["2026-03-01", 5]])') == [[0.5, 0.5], [0.5, 0.5]]
