// The keyboard.

const KEYS = {
  "/": () => $("search").focus(),
  f: toggleFilters,
  v: () => showView(state.view === "table" ? "graph" : "table"),
  t: () => tidy(),
  p: () => { const node = selectedNode(); if (node !== null) togglePin(node); },
  n: () => stepStatement(1),
  N: () => stepStatement(-1),
  "?": () => $("help").showModal(),
  "+": () => zoom(1.3),
  "=": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => fit(),
  Delete: () => { const node = selectedNode(); if (node !== null) takeOut(node); },
  Escape: back,
};

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]):not([type=range]), textarea");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) {
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    if (event.target === $("graph") && graphKey(event)) return;
    if (pathFrom !== null && /^\p{L}$/u.test(event.key)) {
      $("search").focus(); // the letter begins the name that the path is to lead to
      return;
    }
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function graphKey(event) {
  const node = selectedNode();
  if (ARROWS[event.key]) {
    event.preventDefault();
    const next = node === null || !scene.nodes.has(node) ? mostConnected(1)[0]?.[0] : nearestIn(node, ARROWS[event.key]);
    if (next !== undefined) pick(next, { move: true });
    return true;
  }
  if (event.key === "Enter" && node !== null) {
    expand(node);
    return true;
  }
  return false;
}

const selectedNode = () => { const { kind, rows } = selection(); return kind === "entity" ? rows[0] : null; };

// The nearest node in a direction; what lies to the side counts double.
function nearestIn(node, [x, y]) {
  let best;
  let least = Infinity;
  for (const other of scene.nodes) {
    if (isValue(other)) continue;
    const ahead = (places[other].x - places[node].x) * x + (places[other].y - places[node].y) * y;
    const aside = Math.abs((places[other].x - places[node].x) * y) + Math.abs((places[other].y - places[node].y) * x);
    if (other !== node && ahead > 1 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = other; }
  }
  return best;
}

// Go through the statements of the selected entity, then through those of its line.
function stepStatement(step) {
  const chosen = selection();
  if (!chosen.rows.length || chosen.kind === "path") return;
  const node = chosen.kind === "entity" ? chosen.rows[0] : data.statements.subject[chosen.rows[0]];
  const rows = statementsOf(node);
  const at = chosen.kind === "entity" ? (step > 0 ? -1 : 0) : rows.indexOf(chosen.rows[0]);
  const row = rows[(at + step + rows.length) % rows.length];
  if (row !== undefined) selectStatement(row);
}

// Leave the innermost thing that is open.
function back() {
  const menu = document.querySelector("details.menu[open]");
  if (menu) menu.open = false;
  else if (pathFrom !== null) { pathFrom = null; hush(); }
  else if (!$("filters").hidden && $("filters").contains(document.activeElement)) toggleFilters();
  else if (state.selected) update({ selected: "" });
  else if (state.focus) leaveFocus();
}
