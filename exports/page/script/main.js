// Start: read, draw, listen.

let data;
let index;
let opening; // the nodes that the page opens with

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

function drawView() {
  const table = state.view === "table";
  $("panel").hidden = table && !selection().kind;
  $("table").hidden = !table;
  $("stage").hidden = table;
  $("show-table").setAttribute("aria-pressed", String(table));
  $("show-graph").setAttribute("aria-pressed", String(!table));
  drawTable();
}

function showView(view) {
  if (view === state.view) return;
  update({ view });
  if (view === "graph") { network.redraw(); fit({ moving: false }); }
}

const someOf = (table, keys) => { const seen = new Set(keys); return Object.entries(table).filter(([key]) => seen.has(key)); };
const groupsInView = () => someOf(data.groups, [...scene.nodes].map((node) => data.nodes.group[node]));
const kindsInView = () => someOf(data.kinds, scene.edges.map((edge) => data.edges.kind[edge]));

// What the shapes and lines in view mean.
function drawLegend() {
  const item = (picture, text) => el("li", {}, picture, text);
  const open = $("legend").firstChild?.open ?? !isNarrow();
  $("legend").hidden = !scene.nodes.size;
  $("legend").replaceChildren(el("details", { open }, el("summary", {}, "Legend"),
    el("ul", {}, groupsInView().map(([group, { name }]) => item(shapeIcon(group), name))),
    el("ul", {}, kindsInView().map(([kind, { name }]) => item(lineIcon(kind), name)))));
}

// What is in view, and what is not.
function drawNotice() {
  const shown = scene.nodes.size;
  const counts = sortCounts();
  const total = data.entities.named.reduce((sum, named) => sum + named, 0);
  const named = [...scene.nodes].filter((node) => sortOf(node) === "named").length;
  $("summary").textContent = `${number(named)} of ${plural(total, "entity", "entities")} · ${plural(scene.statements.length, "statement")} in view`;
  const parts = [];
  const button = (act, ...content) => el("button", { type: "button", onclick: act }, ...content);
  if (state.focus) parts.push(...focusNotice());
  if (!shown && isFiltered()) parts.push("Nothing passes these filters. ", button(resetFilters, "Reset"));
  if (!shown && !total) parts.push("No named entity was found.");
  if (scene.spared) parts.push(`${number(scene.edges.length)} strongest of ${number(scene.edges.length + scene.spared)} lines drawn`);
  for (const [sort, [one, many, more]] of Object.entries(SORTS)) {
    if (!counts[sort]) continue;
    const [verb, wanted] = state[sort] ? ["Hide", false] : ["Show", true];
    const inView = [...scene.nodes].filter((node) => sortOf(node) === sort).length;
    const some = state[sort] && inView < counts[sort] ? `${number(inView)} of ` : "";
    parts.push(button(() => refilter({ [sort]: wanted }), `${verb} ${some}${plural(counts[sort], one, many)}`, more && el("span", { class: "long" }, counts[sort] === 1 ? more : `${more}s`)));
  }
  const rest = hiddenEntities().length;
  if (shown && rest) parts.push(button(showMore, `Show ${rest > MORE ? `${MORE} of ${number(rest)}` : number(rest)} more`, el("span", { class: "long" }, rest === 1 ? " entity" : " entities")));
  $("notice").classList.toggle("quiet", !message && shown > 0);
  redraw($("notice"), message ? [message] : parts, { instead: $("graph") });
  $("notice").hidden = !$("notice").textContent;
}

// How much of the neighbourhood is in view, and the way out.
function focusNotice() {
  const [node] = state.focus;
  const around = neighboursOf(node);
  const shown = around.filter((other) => scene.nodes.has(other)).length;
  return [
    el("span", { class: "only" }, "Only ", quoted(shorten(data.nodes.label[node], 40)), ` and ${shown < around.length ? `${number(shown)} of ` : ""}${plural(around.length, "neighbour")}`),
    el("button", { type: "button", onclick: leaveFocus }, "Leave focus"),
  ];
}

let message = "";
let hushing = 0;

function tell(text, { stays = false } = {}) {
  message = text;
  clearTimeout(hushing);
  if (!stays) hushing = setTimeout(hush, 4000);
  drawNotice();
  announce(text);
}

function hush() {
  message = "";
  drawNotice();
}

function tidy() {
  remember();
  arrange();
  drawScene();
  fit();
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  readTheme();
  drawn.nodes.clear();
  drawn.edges.clear();
  drawScene();
}

const isDark = () => {
  const { theme: chosen } = document.documentElement.dataset;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

function listen() {
  const actions = {
    "show-graph": () => showView("graph"),
    "show-table": () => showView("table"),
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
  for (const [id, act] of Object.entries(actions)) $(id).addEventListener("click", act);
  const menu = document.querySelector("details.menu");
  menu.addEventListener("click", ({ target }) => { if (target.closest("button")) menu.open = false; });
  document.addEventListener("pointerdown", ({ target }) => { if (!menu.contains(target)) menu.open = false; });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!document.documentElement.dataset.theme) setTheme(""); });
  addEventListener("hashchange", () => { readLink(); if (state.focus) arrangeFocus(); refresh(); fit(); });
  openSearch();
  watchSize();
  listenToKeys();
}

async function start() {
  data = await readData();
  index = makeIndexes(data);
  opening = new Set();
  data.nodes.x.forEach((x, node) => { if (x !== null) { places[node] = { x, y: data.nodes.y[node] }; opening.add(node); } });
  openCanvas();
  if (isNarrow()) stand();
  readLink();
  makeScene();
  if (state.focus) arrangeFocus();
  placeScene();
  drawLegend();
  fit({ moving: false }); // first, for the zoom tells how large things are drawn
  swelling = swellingAt(network.getScale());
  refresh();
  fit({ moving: false });
  listen();
  $("graph").setAttribute("aria-label", `${data.title}: ${$("summary").textContent}`);
  document.body.classList.add("ready");
  performance.mark("newsgraph-drawn");
}

start().catch((error) => {
  $("failure").hidden = false;
  $("failure").textContent = typeof DecompressionStream === "undefined"
    ? "This browser is too old to open the page: a Chromium, Firefox or Safari of 2023 or later is needed."
    : `The page could not be opened: ${error.message}`;
  throw error;
});
