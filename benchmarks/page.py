"""How large, how quick and how smooth the page is, for graphs of several sizes, beside pyvis's own page.

    python benchmarks/page.py [ENTITIES ...] [--pyvis ENTITIES ...]

Needs playwright and Chromium. Building is measured in seconds of processor time, drawing from the start of the load
to the first drawing, in milliseconds (the middle of three); frames a second while the drawing is dragged about.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "exports" / "page")]

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from newsgraph.graph.knowledge_graph import KnowledgeGraph

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PATIENCE = 300_000  # milliseconds
DRAG = """async () => {
  const target = document.querySelector("canvas");
  const fire = (type, x, y) => target.dispatchEvent(new PointerEvent(type, {
    bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, pointerType: "mouse", button: 0,
    buttons: type === "pointerup" ? 0 : 1, clientX: x, clientY: y }));
  const { left, top, width, height } = target.getBoundingClientRect();
  const at = (t) => [left + width / 2 + 150 * Math.sin(t / 300), top + height * 0.9 + 50 * Math.cos(t / 300)];
  const frame = () => new Promise(requestAnimationFrame);
  fire("pointerdown", left + width / 2, top + height * 0.9);
  for (let warm = 0; warm < 5; warm += 1) { await frame(); fire("pointermove", ...at(warm)); }
  const start = performance.now();
  let frames = 0;
  while (performance.now() - start < 3000) { await frame(); frames += 1; fire("pointermove", ...at(performance.now())); }
  fire("pointerup", ...at(performance.now()));
  return frames / ((performance.now() - start) / 1000);
}"""
INKED = """() => { const c = document.querySelector("canvas");
  return c && c.width && c.getContext("2d").getImageData(0, 0, c.width, c.height).data.some((v, at) => at % 4 === 3 && v); }"""


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entities", nargs="*", type=int, default=[100, 2_000, 10_000, 50_000])
    parser.add_argument("--pyvis", nargs="*", type=int, default=[], help="sizes for pyvis's own page")
    chosen = parser.parse_args()
    from playwright.sync_api import sync_playwright
    from synthetic import newsroom

    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(
        "| page | entities | statements | build s | MB | drawn ms | frames/s |\n|---|---|---|---|---|---|---|"
    )
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        for count in sorted({*chosen.entities, *chosen.pyvis}):
            kg = newsroom(count, 2 * count)
            if count in chosen.entities:
                report("newsgraph", kg, browser)
            if count in chosen.pyvis:
                report("pyvis", kg, browser)
        browser.close()


def report(page: str, kg: KnowledgeGraph, browser: Browser) -> None:
    """Print a row of the table."""
    start = time.process_time()
    html = (our_page if page == "newsgraph" else pyvis_page)(kg)
    seconds = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(html, encoding="utf-8")
        runs = [
            measured(browser, path, ours=page == "newsgraph") for _ in range(3 if page == "newsgraph" else 1)
        ]
    drawn = statistics.median(run[0] for run in runs)
    frames = statistics.median(run[1] for run in runs)
    size = len(html.encode()) / 1e6
    print(
        f"| {page} | {len(kg.entities):,} | {len(kg):,} | {seconds:.1f} | {size:.2f} | {drawn:,.0f} | {frames:.0f} |",
        flush=True,
    )


def our_page(kg: KnowledgeGraph) -> str:
    """Return the page of newsgraph."""
    from newsgraph.exports.page import write_page

    return write_page(kg)


def pyvis_page(kg: KnowledgeGraph) -> str:
    """Return the page that pyvis makes of the same nodes and edges, as it comes."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for entity in kg.entities:
        network.add_node(entity.id, label=entity.name, title=entity.label)
    for statement in kg.statements:
        if statement.object is not None:
            network.add_edge(statement.subject, statement.object, title=statement.predicate)
    return str(network.generate_html())


def measured(browser: Browser, path: Path, *, ours: bool) -> tuple[float, float]:
    """Return milliseconds to the first drawing, and frames a second while it is dragged."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(PATIENCE)
    start = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    if ours:
        page.wait_for_selector("body.ready")
        drawn = page.evaluate("performance.getEntriesByName('newsgraph-drawn')[0].startTime")
    else:
        page.wait_for_function(INKED, polling=250)
        drawn = (time.perf_counter() - start) * 1000
    frames = page.evaluate(DRAG)
    page.close()
    return drawn, frames


if __name__ == "__main__":
    main()
