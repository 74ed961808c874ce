"""The page for everyone: keyboard, names for screen readers, contrast, small windows, calm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]

CONTRASTS = """(pairs) => {
    const probe = document.body.appendChild(document.createElement("i"));
    const rgb = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number); };
    const light = (name) => rgb(name).slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
    return pairs.map(([ink, ground]) => { const both = [light(ink), light(ground)].sort((a, b) => b - a); return (both[0] + 0.05) / (both[1] + 0.05); });
}"""
WORDS = [
    *((ink, ground) for ink in ("ink", "muted") for ground in ("paper", "sheet", "wash")),
    ("ink", "subject"), ("ink", "object"), ("on-accent", "accent"), ("accent", "sheet"), ("ink", "accent-wash"),
    *((f"{kind}-words", "paper") for kind in ("stated", "reported", "planned", "possible", "denied")),
]  # fmt: skip
LINES = [(kind, "paper") for kind in ("stated", "reported", "planned", "possible", "denied")]
SHAPES = [
    (f"{group}-line", "paper")
    for group in ("person", "organisation", "place", "people", "event", "thing", "concept", "value")
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_wcag_aa(strike_html: str, open_page: Open, scheme: str) -> None:
    """Words have 4.5 to 1, lines and outlines 3 to 1, in light and in dark."""
    page = open_page(strike_html, color_scheme=scheme)
    for pairs, least in ((WORDS, 4.5), (LINES + SHAPES, 3)):
        found = page.evaluate(CONTRASTS, pairs)
        assert {pair: ratio for pair, ratio in zip(pairs, found, strict=True) if ratio < least} == {}


DRAWN_CONTRASTS = """() => {
    const parts = (colour) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
    const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
    const ground = (e) => { if (!e) return [255, 255, 255, 1];
        const own = parts(getComputedStyle(e).backgroundColor); return own[3] === 1 ? own : over(own, ground(e.parentElement)); };
    const light = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const e = text.parentElement;
        if (!text.data.trim() || !e.checkVisibility({ visibilityProperty: true }) || e.closest("script, style, :disabled")) continue;
        const behind = ground(e);
        const both = [light(over(parts(getComputedStyle(e).color), behind)), light(behind)].sort((a, b) => b - a);
        found.push([text.data.trim().slice(0, 30), (both[0] + 0.05) / (both[1] + 0.05)]);
    }
    return found;
}"""
"""The contrast of every text in view with the ground it really stands on."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_all_that_is_written(strike_html: str, open_page: Open, scheme: str) -> None:
    """Every text of the panel, the filters, the table, the matches and the help has 4.5 to 1."""
    page = open_page(strike_html, color_scheme=scheme)
    seen = []
    for step in (
        lambda: page.click("#show-filters"),
        lambda: page.check("#standing-planned"),
        lambda: page.click("#panel .claims button"),
        lambda: page.click("#panel .entity"),
        lambda: page.fill("#search", "the"),
        lambda: page.click("#show-table"),
        lambda: page.click("#show-help"),
    ):
        step()
        seen += page.evaluate(DRAWN_CONTRASTS)
    assert len(seen) > 400
    assert [(text, round(ratio, 2)) for text, ratio in seen if ratio < 4.5] == []


def test_roles_are_whole(strike_page: Page) -> None:
    """What roles ask for is there: ids that are referred to, states of switches, one main, headings in order."""
    strike_page.click("#show-filters")
    strike_page.fill("#search", "the")
    faults = """() => {
        const all = (selector) => [...document.querySelectorAll(selector)];
        const ids = all("[id]").map((e) => e.id);
        const broken = ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant", "for"].flatMap((name) =>
            all(`[${name}]`).filter((e) => !document.getElementById(e.getAttribute(name))).map((e) => `${name} of ${e.outerHTML.slice(0, 60)}`));
        const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
        const strays = all("[role=option]").filter((e) => !e.closest("[role=listbox]") || !e.hasAttribute("aria-selected"));
        const pictures = all("svg").filter((e) => e.getAttribute("aria-hidden") !== "true");
        const levels = all("h1, h2, h3, h4").filter((e) => e.checkVisibility()).map((e) => Number(e.tagName[1]));
        const jumps = levels.filter((level, at) => at && level > levels[at - 1] + 1);
        return [broken, twice, strays.length, pictures.length, jumps, all("main").length, all("h1").length,
            all("img:not([alt]), [tabindex]:not([tabindex='0']):not([tabindex='-1'])").length, document.documentElement.lang];
    }"""
    assert strike_page.evaluate(faults) == [[], [], 0, 0, [], 1, 1, 0, "en"]


def test_walk_through_by_keyboard_alone(strike_page: Page) -> None:
    """Find, read, focus, go back, filter, read in the table: never a mouse, and the focus is never lost."""
    keys = strike_page.keyboard

    def where() -> str:
        return strike_page.evaluate(
            "(document.activeElement.closest('[id]') ?? document.activeElement).id || document.activeElement.tagName"
        )

    def tab_to(words: str) -> None:
        for _ in range(80):
            keys.press("Tab")
            if words in strike_page.evaluate("document.activeElement.textContent"):
                return
        raise AssertionError(words)

    keys.press("/")
    keys.type("dastan")
    keys.press("Enter")
    assert strike_page.inner_text("#panel h2") == "Mirela Dastan"
    tab_to("Focus")
    keys.press("Enter")
    assert "Only Mirela Dastan" in strike_page.inner_text("#notice")
    assert where() == "panel"
    keys.press("Escape")
    keys.press("Escape")
    assert strike_page.inner_text("#panel h2") == "At a glance"
    keys.press("f")
    assert where() != "BODY"
    tab_to("Person")
    strike_page.focus("#type-PERSON")
    keys.press("Space")
    assert where() == "type-PERSON"
    assert strike_page.inner_text("#filter-count") == "1"
    keys.press("Escape")
    assert where() == "show-filters"
    keys.press("v")
    for _ in range(60):
        keys.press("Tab")
        if strike_page.evaluate("document.activeElement.matches('#table button.text')"):
            break
    keys.press("Enter")
    assert strike_page.locator("#panel blockquote").count() >= 1
    assert where() == "table"


def test_everything_has_a_name(strike_page: Page) -> None:
    """Controls have names that a screen reader can say."""
    strike_page.click("#show-filters")
    nameless = """() => [...document.querySelectorAll("button, input, summary, [role=application], aside, section[aria-label]")]
        .filter((e) => e.offsetParent && !(e.getAttribute("aria-label") || e.textContent.trim() || e.closest("label")?.textContent.trim()))
        .map((e) => e.outerHTML)"""
    assert strike_page.evaluate(nameless) == []


def test_keyboard_reaches_all_with_visible_focus(strike_page: Page) -> None:
    """Tab goes through search, tools, graph and panel; each shows that it has the focus."""
    reached, unseen = set(), []
    for _ in range(40):
        strike_page.keyboard.press("Tab")
        where, outline = strike_page.evaluate(
            "() => { const e = document.activeElement; const s = getComputedStyle(e);"
            "return [e.id || e.closest('[id]')?.id, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2]; }"
        )
        reached.add(where)
        unseen += [] if outline or where is None else [where]  # None: the window itself
    assert {"search", "show-table", "show-filters", "theme", "graph", "zoom-fit", "panel"} <= reached
    assert unseen == []


def test_table_lists_every_statement(strike_page: Page) -> None:
    """The table has heads, row heads and all statements, facts without a second entity among them."""
    strike_page.keyboard.press("v")
    assert strike_page.locator("#table tbody tr").count() == 35
    assert strike_page.locator("#table thead th[scope=col]").count() == 8
    assert strike_page.locator("#table tbody th[scope=row]").count() == 35
    assert strike_page.get_by_role("cell", name="12 million tonnes", exact=True).count() == 1


def test_telephone(strike_html: str, open_page: Open) -> None:
    """At 360 pixels nothing sticks out, and all controls are large enough to touch."""
    page = open_page(strike_html, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for button in ("#show-table", "#show-graph", "#show-filters"):
        page.tap(button)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = "() => [...document.querySelectorAll('#top button, .zoom button')].filter((e) => e.offsetParent && e.offsetHeight < 24).length"
    assert page.evaluate(small) == 0


def test_theme_can_be_chosen(strike_page: Page) -> None:
    """The button turns light into dark, whatever the system says."""
    ground = "getComputedStyle(document.body).backgroundColor"
    light = strike_page.evaluate(ground)
    strike_page.click("#theme")
    assert strike_page.evaluate(ground) != light
    strike_page.click("#theme")
    assert strike_page.evaluate(ground) == light


def test_selection_is_announced(strike_page: Page) -> None:
    """A live region says what is selected."""
    strike_page.focus("#graph")
    strike_page.keyboard.press("ArrowRight")
    strike_page.wait_for_function("document.getElementById('live').textContent.includes('statements')")
    assert strike_page.inner_text("#live") == "Meridian Ports, Organisation, 14 statements"


def test_a_telephone_opens_with_what_it_has_room_for(newsroom_html: str, open_page: Open) -> None:
    """The foremost twenty entities, each with a line to another; what is selected stays in sight above the panel."""
    page = open_page(newsroom_html, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.click("#show-graph")
    drawn = int(page.inner_text("#summary").split(" of ")[0])
    assert 2 <= drawn <= 20
    page.locator("#panel .claims button").first.click()
    page.wait_for_timeout(200)
    box = page.locator("#graph").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= page.locator("#panel").bounding_box()["y"] + 1  # type: ignore[index]
