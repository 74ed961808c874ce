// Start: read, draw, listen.

import { act, app, data } from "./app.js";
import { drawArticle, readArticle } from "./article.js";
import { drawScene, openCanvas, setTheme } from "./canvas.js";
import { readData } from "./data.js";
import { drawDisputes } from "./disputes.js";
import { $ } from "./dom.js";
import { copyLink, savePicture, saveTable } from "./export.js";
import { drawFacets, refilter, resetFilters, toggleFilters } from "./facets.js";
import { listenToKeys } from "./keys.js";
import { drawLegend } from "./legend.js";
import { readLink, writeLink } from "./link.js";
import { isDark, swellingAt } from "./looks.js";
import { drawNotice, hush, tell } from "./notice.js";
import { drawOverview, hasFront, opensWithFront } from "./overview.js";
import { drawPanel } from "./panel.js";
import { arrangeFocus, bringIn, expand, focusOn, leaveFocus, pick, selectEdge, selectStatement, showMore, startPath, stopPath, takeOut, togglePin } from "./paths.js";
import { arrange, placeScene, stand } from "./placing.js";
import { linkedAmong, makeScene } from "./scene.js";
import { openSearch } from "./search.js";
import { EMPTY, redo, remember, selection, undo, update, VIEWS } from "./state.js";
import { drawTable } from "./table.js";
import { fit, isNarrow, watchSize, zoom } from "./view.js";

function showState() {
  writeLink();
  drawSteps();
  refresh();
}

function drawSteps() {
  $("undo").disabled = !app.past.length;
  $("redo").disabled = !app.future.length;
}

function refresh() {
  makeScene();
  placeScene();
  drawScene();
  drawPanel();
  drawFacets();
  drawLegend();
  drawNotice();
  drawView();
}

const VIEW_PARTS = { overview: "overview", graph: "stage", table: "table", article: "article", disputes: "disputes" };

function drawView() {
  const { view } = app.state;
  const returns = view === "graph" && $("stage").hidden;
  for (const [name, part] of Object.entries(VIEW_PARTS)) {
    $(part).hidden = name !== view;
    $(`show-${name}`).setAttribute("aria-pressed", String(name === view));
  }
  $("panel").hidden = view !== "graph" && !selection().kind;
  document.body.dataset.view = view;
  drawOverview();
  drawTable();
  drawArticle();
  drawDisputes();
  if (returns) { app.network.setSize("100%", "100%"); app.network.redraw(); fit({ moving: false }); }
}

function showView(view) {
  if (view === app.state.view) return;
  update({ view });
}

function tidy() {
  remember();
  drawSteps();
  arrange();
  drawScene();
  fit();
}

Object.assign(act, {
  show: showState, fit, tell, hush, tidy, showView, refilter, resetFilters, toggleFilters, readArticle,
  pick, selectStatement, selectEdge, bringIn, showMore, expand, focusOn, leaveFocus, takeOut, togglePin, startPath, stopPath,
});

function listen() {
  const actions = {
    ...Object.fromEntries(VIEWS.map((view) => [`show-${view}`, () => showView(view)])),
    "show-filters": toggleFilters,
    undo,
    redo,
    "save-png": savePicture,
    "save-csv": saveTable,
    "copy-link": copyLink,
    theme: () => setTheme(isDark() ? "light" : "dark"),
    "show-help": () => $("help").showModal(),
    "zoom-in": () => zoom(1.3),
    "zoom-out": () => zoom(1 / 1.3),
    "zoom-fit": () => fit(),
    tidy,
  };
  for (const [id, run] of Object.entries(actions)) $(id).addEventListener("click", run);
  const menu = document.querySelector("details.menu");
  menu.addEventListener("click", ({ target }) => { if (target.closest("button")) menu.open = false; });
  document.addEventListener("pointerdown", ({ target }) => { if (!menu.contains(target)) menu.open = false; });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!document.documentElement.dataset.theme) setTheme(""); });
  addEventListener("hashchange", () => { readLink(); if (app.state.focus) arrangeFocus(); refresh(); fit(); });
  openSearch();
  watchSize();
  listenToKeys();
}

const READABLE = 20; // nodes whose names a telephone has room for

// A telephone opens with the foremost nodes only, laid out for it.
function openNarrow() {
  if (app.opening.size <= READABLE) { stand(); return; }
  app.opening = new Set(linkedAmong([...app.opening].sort((left, right) => left - right).slice(0, READABLE)));
  app.places.length = 0;
}

async function start() {
  app.state = EMPTY;
  await readData();
  data.nodes.x.forEach((x, node) => { if (x !== null) { app.places[node] = { x, y: data.nodes.y[node] }; app.opening.add(node); } });
  $("show-overview").hidden = !hasFront();
  $("show-disputes").hidden = !data.disputes.length && !data.figures.length;
  EMPTY.view = opensWithFront() ? "overview" : "graph";
  openCanvas();
  if (isNarrow()) openNarrow();
  readLink();
  makeScene();
  if (app.state.focus) arrangeFocus();
  placeScene();
  drawLegend();
  fit({ moving: false }); // first, for the zoom tells how large things are drawn
  app.swelling = swellingAt(app.network.getScale());
  refresh();
  fit({ moving: false });
  listen();
  $("graph").setAttribute("aria-label", `${data.title}: ${$("summary").textContent}`);
  document.body.classList.add("ready");
  performance.mark("newsgraph-drawn");
}

start().catch((error) => {
  $("failure").hidden = false;
  $("failure").textContent = `The page could not be opened: ${error.message}`;
  throw error;
});
