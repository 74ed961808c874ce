// The keyboard.

import { act, app, data } from "./app.js";
import { isValue } from "./data.js";
import { $ } from "./dom.js";
import { best } from "./placing.js";
import { statementsOf } from "./scene.js";
import { redo, selectedNode, selection, undo, update, VIEWS } from "./state.js";
import { fit, zoom } from "./view.js";

const KEYS = {
  "/": () => $("search").focus(),
  f: () => act.toggleFilters(),
  v: () => stepView(),
  t: () => act.tidy(),
  p: () => { const node = selectedNode(); if (node !== null) act.togglePin(node); },
  n: () => stepStatement(1),
  N: () => stepStatement(-1),
  "?": () => $("help").showModal(),
  "+": () => zoom(1.3),
  "=": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => fit(),
  Delete: () => { const node = selectedNode(); if (node !== null) act.takeOut(node); },
  Escape: back,
};

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) {
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    if (event.target === $("graph") && graphKey(event)) return;
    const command = KEYS[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  });
}

function graphKey(event) {
  const node = selectedNode();
  if (ARROWS[event.key]) {
    event.preventDefault();
    const next = node === null || !app.scene.nodes.has(node) ? Math.min(...app.scene.nodes) : nearestIn(node, ARROWS[event.key]);
    if (Number.isFinite(next)) act.pick(next, { move: true });
    return true;
  }
  if (event.key === "Enter" && node !== null) {
    act.expand(node);
    return true;
  }
  return false;
}

// The nearest node in a direction; what lies to the side counts double.
function nearestIn(node, [x, y]) {
  let best;
  let least = Infinity;
  for (const other of app.scene.nodes) {
    if (isValue(other)) continue;
    const ahead = (app.places[other].x - app.places[node].x) * x + (app.places[other].y - app.places[node].y) * y;
    const aside = Math.abs((app.places[other].x - app.places[node].x) * y) + Math.abs((app.places[other].y - app.places[node].y) * x);
    if (other !== node && ahead > 1 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = other; }
  }
  return best;
}

// Go through the statements of the selected entity, then through those of its line.
function stepStatement(step) {
  const chosen = selection();
  if (chosen.kind !== "entity" && chosen.kind !== "statement") return;
  const node = chosen.kind === "entity" ? chosen.rows[0] : data.statements.subject[chosen.rows[0]];
  const rows = statementsOf(node);
  const at = chosen.kind === "entity" ? (step > 0 ? -1 : 0) : rows.indexOf(chosen.rows[0]);
  const row = rows[(at + step + rows.length) % rows.length];
  if (row !== undefined) act.selectStatement(row);
}

// The next view that this page has.
function stepView() {
  const views = VIEWS.filter((view) => !$(`show-${view}`).hidden);
  act.showView(views[(views.indexOf(app.state.view) + 1) % views.length]);
}

// Leave the innermost thing that is open.
function back() {
  const menu = document.querySelector("details.menu[open]");
  if (menu) menu.open = false;
  else if (app.pathFrom !== null) act.stopPath();
  else if (!$("filters").hidden && $("filters").contains(document.activeElement)) act.toggleFilters();
  else if (app.state.selected) update({ selected: "" });
  else if (app.state.focus) act.leaveFocus();
}
