// Picking, exploring and paths: what a person does with entities and lines.

import { act, app, data, index } from "./app.js";
import { drawScene } from "./canvas.js";
import { isValue, rowsOf, statementOfValue } from "./data.js";
import { $, announce, typeName } from "./dom.js";
import { isFiltered } from "./filters.js";
import { entityKey, statementKey } from "./identity.js";
import { pathBetween } from "./path_finding.js";
import { arrange } from "./placing.js";
import { hiddenNeighbours, makeScene, neighboursOf, nodePool, passingOf, sortOf } from "./scene.js";
import { placesNow, putBack, remember, update } from "./state.js";
import { approach, fit, reveal } from "./view.js";
import { number, plural } from "./words.js";

const EXPAND_LIMIT = 30; // neighbours that one step brings in

export function pick(node, { move = false } = {}) {
  if (isValue(node)) {
    selectStatement(statementOfValue(node));
    return;
  }
  if (app.pathFrom !== null && app.pathFrom !== node) {
    endPath(node);
    return;
  }
  const added = app.scene.nodes.has(node) ? app.state.added : [...app.state.added, node];
  const view = move && ["overview", "disputes"].includes(app.state.view) ? "graph" : app.state.view; // where it can be seen
  update({ view, selected: `e:${entityKey(node)}`, added, removed: app.state.removed.filter((other) => other !== node) });
  if (move) approach(node);
  announce(`${data.nodes.label[node]}, ${typeName(data.entities.type[node])}, ${plural(rowsOf(index.touching, node).length, "statement")}`);
}

export const selectStatement = (row) => update({ selected: `s:${statementKey(row)}`, ...withEnds(row) });

// A line that carries one statement leads to it, one that carries more to all of them.
export function selectEdge(edge) {
  const rows = passingOf(edge);
  const { from, to } = data.edges;
  if (rows.length === 1) selectStatement(rows[0]);
  else update({ selected: `l:${entityKey(from[edge])}:${entityKey(to[edge])}` });
}

// Both ends of a statement come into view with it.
function withEnds(row) {
  if (app.state.view !== "graph") return {};
  const ends = [data.statements.subject[row], data.statements.object[row]].filter((node) => node >= 0 && !app.scene.nodes.has(node));
  return ends.length ? bringing(ends) : {};
}

const bringing = (nodes) => ({
  added: [...new Set([...app.state.added, ...nodes])],
  removed: app.state.removed.filter((node) => !nodes.includes(node)),
});

export function bringIn(nodes) {
  update(bringing(nodes));
  reveal(nodes);
}

export const MORE = 60; // entities that one press brings in

// Entities that could come into view, most important first; where nothing is filtered, also those that nothing is said of.
export function hiddenEntities() {
  if (app.state.focus) return [];
  const pool = isFiltered() ? nodePool(app.scene.failed) : data.entities.named.keys();
  return [...pool].filter((node) => sortOf(node) === "named" && !app.scene.nodes.has(node)).sort((left, right) => left - right);
}

export function showMore() {
  bringIn(hiddenEntities().slice(0, MORE));
  fit();
}

export function expand(node) {
  if (isValue(node)) return;
  const hidden = hiddenNeighbours(node);
  const coming = hidden.slice(0, EXPAND_LIMIT);
  update({ selected: `e:${entityKey(node)}`, ...bringing([node, ...coming].filter((each) => !app.scene.nodes.has(each))) });
  if (coming.length) reveal([node, ...coming]);
  const text = hidden.length ? `${number(coming.length)} of ${plural(hidden.length, "hidden neighbour")} brought in` : "All neighbours are in view";
  act.tell(text);
}

const FOCUS_LIMIT = 40; // neighbours that a focus shows at first

export function focusOn(node, { step = true } = {}) {
  if (!app.state.focus) app.placesOutside = placesNow();
  update({ view: "graph", selected: `e:${entityKey(node)}`, focus: [node, ...neighboursOf(node).slice(0, FOCUS_LIMIT)], added: [], removed: [] }, { step });
  arrange();
  drawScene();
  fit();
}

// A focus that comes with a link.
export function arrangeFocus() {
  app.placesOutside ??= placesNow();
  makeScene();
  arrange();
}

export function leaveFocus() {
  remember();
  if (app.placesOutside) putBack(app.placesOutside);
  update({ focus: null, added: [], removed: [] }, { step: false });
  fit();
}

export function takeOut(node) {
  const pins = { ...app.state.pins };
  delete pins[node];
  update({ selected: "", pins, removed: [...app.state.removed, node], added: app.state.added.filter((other) => other !== node) });
}

export function togglePin(node) {
  const pins = { ...app.state.pins };
  if (pins[node]) delete pins[node];
  else {
    if (!app.places[node]) bringIn([node]);
    pins[node] = [Math.round(app.places[node].x), Math.round(app.places[node].y)];
  }
  update({ pins });
}

const FIND = "Find a name or a word";

export function startPath(node) {
  app.pathFrom = node;
  act.tell(`Path from ${data.nodes.label[node]}: type a name, or click an entity. Esc stops.`, { stays: true });
  $("search").value = "";
  $("search").placeholder = "Path to …";
  $("search").focus(); // what is typed is the name of the other end, whatever letters it has
}

export function stopPath() {
  app.pathFrom = null;
  $("search").placeholder = FIND;
  act.hush();
}

function endPath(node) {
  const from = app.pathFrom;
  stopPath();
  const steps = pathBetween(from, node) ?? [];
  const nodes = [from, node, ...steps.map((step) => step.node)].filter((each) => !app.scene.nodes.has(each));
  update({ selected: `p:${entityKey(from)}:${entityKey(node)}`, ...bringing(nodes) });
  reveal([from, ...steps.map((step) => step.node)]);
  announce(steps.length ? `Path of ${plural(steps.length, "step")}` : "No path");
}
