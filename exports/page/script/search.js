// The search box: completion over names and aliases, by keyboard first (WAI-ARIA combobox).

import { act, app, data, index } from "./app.js";
import { rowsOf } from "./data.js";
import { $, el, icon, quoted, shapeIcon } from "./dom.js";
import { folded, number } from "./words.js";

const MATCH_LIMIT = 12;

function makeNames() {
  app.names = data.entities.aliases.flatMap((aliases, node) => [
    { node, text: folded(data.nodes.label[node]), alias: null },
    ...aliases.map((alias) => ({ node, text: folded(alias), alias })),
  ]);
}

// Names that begin with the words go first, then names with a word that does, then names that contain them.
function findNames(typed) {
  if (!app.names) makeNames();
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  const best = new Map();
  for (const name of app.names) {
    const at = name.text.indexOf(wanted);
    if (at < 0) continue;
    const rank = name.text === wanted ? 0 : at === 0 ? 1 : name.text[at - 1] === " " ? 2 : 3;
    const known = best.get(name.node);
    if (!known || rank < known.rank) best.set(name.node, { ...name, rank });
  }
  return [...best.values()].sort((left, right) => left.rank - right.rank || left.node - right.node);
}

export function openSearch() {
  const box = $("search");
  box.addEventListener("input", showMatches);
  box.addEventListener("focus", showMatches);
  box.addEventListener("blur", hideMatches); // a press on a match takes no focus: choose() sees to that
  box.addEventListener("keydown", searchKey);
}

function showMatches() {
  const typed = $("search").value;
  const found = findNames(typed);
  app.matches = found.slice(0, MATCH_LIMIT);
  app.active = app.matches.length ? 0 : -1;
  const items = app.matches.map((match, position) => matchItem(match, position));
  if (typed.trim() && app.pathFrom === null) items.push(wordsItem(typed.trim(), app.matches.length));
  if (found.length > MATCH_LIMIT) items.push(el("li", { role: "presentation", class: "soft small" }, `${number(MATCH_LIMIT)} of ${number(found.length)} names; type more letters`));
  $("matches").replaceChildren(...items);
  $("matches").hidden = !items.length;
  $("search").setAttribute("aria-expanded", String(items.length > 0));
  markActive();
}

function matchItem({ node, alias }, position) {
  const count = rowsOf(index.touching, node).length;
  return el("li", { role: "option", id: `match-${position}`, onmousedown: (event) => choose(event, position) },
    shapeIcon(data.nodes.group[node]),
    el("span", { class: "name" }, quoted(data.nodes.label[node]), alias ? el("span", { class: "soft" }, " ", quoted(alias)) : null),
    el("span", { class: "soft" }, app.scene.nodes.has(node) ? number(count) : `${number(count)} · hidden`));
}

const wordsItem = (typed, position) =>
  el("li", { role: "option", id: `match-${position}`, class: "words", onmousedown: (event) => choose(event, position) }, icon("search"),
    el("span", { class: "name" }, "Statements with the words “", quoted(typed), "”"));

const options = () => [...$("matches").querySelectorAll("[role=option]")];

function markActive() {
  const items = options();
  if (app.active < 0 && items.length) app.active = 0;
  items.forEach((item, position) => item.setAttribute("aria-selected", String(position === app.active)));
  if (items[app.active]) $("search").setAttribute("aria-activedescendant", items[app.active].id);
  else $("search").removeAttribute("aria-activedescendant");
  items[app.active]?.scrollIntoView({ block: "nearest" });
}

function choose(event, position) {
  event.preventDefault();
  const typed = $("search").value.trim();
  hideMatches();
  if (position < app.matches.length) {
    $("search").value = "";
    act.pick(app.matches[position].node, { move: true });
  } else if (typed) act.refilter({ text: typed });
}

function hideMatches() {
  $("matches").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
}

function searchKey(event) {
  const count = options().length;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && count) {
    event.preventDefault();
    app.active = (app.active + step + count) % count;
    markActive();
  } else if (event.key === "Enter" && app.active >= 0 && !$("matches").hidden) {
    choose(event, app.active);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (app.pathFrom !== null) act.stopPath();
    if ($("matches").hidden || !$("search").value) { $("search").value = ""; $("search").blur(); $("graph").focus(); }
    hideMatches();
  }
}
