"""The page in Firefox: it opens, shows evidence on a click, and its policy holds."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator

import pytest
from firefox import Firefox

NAMES = ("firefox-esr", "firefox")


@pytest.fixture(scope="module")
def firefox(strike_html: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Start a headless Firefox with the page of the strike, or skip."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Firefox is installed (on Debian: apt-get install firefox-esr)")
    path = tmp_path_factory.mktemp("page") / "graph.html"
    path.write_text(strike_html, encoding="utf-8")
    firefox = Firefox(program, tmp_path_factory.mktemp("profile"))
    try:
        firefox.ask("WebDriver:Navigate", url=path.as_uri())
        wait(firefox, "document.body.classList.contains('ready')")
        yield firefox
    finally:
        firefox.close()


def wait(firefox: Firefox, condition: str) -> None:
    """Wait until a condition holds in the page."""
    end = time.monotonic() + 30
    while not firefox.run(f"return {condition}"):
        assert time.monotonic() < end, condition
        time.sleep(0.1)


def text(firefox: Firefox, selector: str) -> str:
    """Return what stands in an element."""
    return str(firefox.run(f"return document.querySelector({selector!r}).innerText"))


def test_opens_drawn_and_shows_evidence(firefox: Firefox) -> None:
    """Title, a drawing, a statement with its sentence on a click; nothing on the console."""
    assert text(firefox, "h1") == "Dockers shut the Port of Valmera as Meridian drops wage accord"
    ink = """const c = document.querySelector("#graph canvas");
        return c.getContext("2d").getImageData(0, 0, c.width, c.height).data.filter((v, at) => at % 4 === 3 && v).length"""
    assert firefox.run(ink) > 10_000
    firefox.click("#panel .claims button")
    assert firefox.run("return document.querySelectorAll('#panel blockquote mark.subject').length") >= 1
    firefox.run("document.activeElement.blur(); document.getElementById('search').focus()")
    firefox.type("#search", "Hruby\ue007")
    assert text(firefox, "#panel h2") == "Pavel Hruby"
    assert "sel=e" in firefox.run("return location.hash")
    assert firefox.errors() == []


def test_a_click_on_a_line_shows_its_statement(firefox: Firefox) -> None:
    """Where two entities alone are in view, the line between them runs through the middle."""
    firefox.run("location.hash = ''")
    wait(firefox, "document.querySelector('#panel h2').innerText === 'At a glance'")
    firefox.type("#search", "Harbour Days\ue007")
    firefox.click("#panel .actions button")  # focus
    wait(firefox, "location.hash.includes('only=')")
    box = "const b = document.getElementById(%r).getBoundingClientRect(); return [b.left, b.top, b.width, b.height]"
    left, top, width, height = firefox.run(box % "graph")
    above, below = (firefox.run(box % id)[3] for id in ("notice", "legend"))
    firefox.press(left + width / 2 - 45, top + (height + above - below - 8) / 2)
    assert firefox.run("return document.querySelectorAll('#panel blockquote').length") == 1
    assert "Harbour Days" in text(firefox, "#panel .claim")


def test_policy_holds(firefox: Firefox) -> None:
    """What document text could try is refused."""
    firefox.run("""const tried = document.createElement("div");
        document.body.append(tried);
        tried.innerHTML = `<img src="x:" onerror="window.attacked = 1">`;
        const script = document.createElement("script");
        script.textContent = "window.attacked = 2";
        document.body.append(script);""")
    assert firefox.run("return window.attacked ?? null") is None
    assert any("Content-Security-Policy" in line for line in firefox.errors())
