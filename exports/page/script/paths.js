// Picking, exploring and paths: what a person does with entities and lines.

const EXPAND_LIMIT = 30; // neighbours that one step brings in
let pathFrom = null; // the node a path is being picked from

function pick(node, { move = false } = {}) {
  if (isValue(node)) {
    selectStatement(statementOfValue(node));
    return;
  }
  if (pathFrom !== null && pathFrom !== node) {
    endPath(node);
    return;
  }
  const added = scene.nodes.has(node) ? state.added : [...state.added, node];
  update({ selected: `e:${entityKey(node)}`, added, removed: state.removed.filter((other) => other !== node) });
  if (move) approach(node);
  announce(`${data.nodes.label[node]}, ${typeName(data.entities.type[node])}, ${plural(rowsOf(index.touching, node).length, "statement")}`);
}

const selectStatement = (row) => update({ selected: `s:${statementKey(row)}`, ...withEnds(row) });
const selectEdge = (edge) => selectStatement(passingOf(edge)[0]);

// Both ends of a statement come into view with it.
function withEnds(row) {
  const ends = [data.statements.subject[row], data.statements.object[row]].filter((node) => node >= 0 && !scene.nodes.has(node));
  return ends.length ? bringing(ends) : {};
}

const bringing = (nodes) => ({
  added: [...new Set([...state.added, ...nodes])],
  removed: state.removed.filter((node) => !nodes.includes(node)),
});

function bringIn(nodes) {
  update(bringing(nodes));
  reveal(nodes);
}

const MORE = 60; // entities that one press brings in

// Entities that could come into view, most important first; where nothing is filtered, also those that nothing is said of.
function hiddenEntities() {
  if (state.focus) return [];
  const pool = isFiltered() ? nodePool(scene.failed) : data.entities.named.keys();
  return [...pool].filter((node) => sortOf(node) === "named" && !scene.nodes.has(node)).sort((left, right) => left - right);
}

function showMore() {
  bringIn(hiddenEntities().slice(0, MORE));
  fit();
}

function expand(node) {
  if (isValue(node)) return;
  const hidden = hiddenNeighbours(node);
  const coming = hidden.slice(0, EXPAND_LIMIT);
  update({ selected: `e:${entityKey(node)}`, ...bringing([node, ...coming].filter((each) => !scene.nodes.has(each))) });
  if (coming.length) reveal([node, ...coming]);
  const text = hidden.length ? `${number(coming.length)} of ${plural(hidden.length, "hidden neighbour")} brought in` : "All neighbours are in view";
  tell(text);
}

const FOCUS_LIMIT = 200; // neighbours that a focus shows at first
let placesOutside = null; // where nodes stood before the focus

function focusOn(node) {
  if (!state.focus) placesOutside = placesNow();
  update({ selected: `e:${entityKey(node)}`, focus: [node, ...neighboursOf(node).slice(0, FOCUS_LIMIT)], added: [], removed: [] });
  arrange();
  drawScene();
  fit();
}

// A focus that comes with a link.
function arrangeFocus() {
  placesOutside ??= placesNow();
  makeScene();
  arrange();
}

function leaveFocus() {
  remember();
  if (placesOutside) putBack(placesOutside);
  update({ focus: null, added: [], removed: [] }, { step: false });
  fit();
}

function takeOut(node) {
  const pins = { ...state.pins };
  delete pins[node];
  update({ selected: "", pins, removed: [...state.removed, node], added: state.added.filter((other) => other !== node) });
}

function togglePin(node) {
  const pins = { ...state.pins };
  if (pins[node]) delete pins[node];
  else {
    if (!places[node]) bringIn([node]);
    pins[node] = [Math.round(places[node].x), Math.round(places[node].y)];
  }
  update({ pins });
}

function startPath(node) {
  pathFrom = node;
  tell(`Path from ${data.nodes.label[node]}: click an entity, or find it by name. Esc stops.`, { stays: true });
  $("graph").focus();
}

function endPath(node) {
  const from = pathFrom;
  pathFrom = null;
  hush();
  const steps = pathBetween(from, node) ?? [];
  const nodes = [from, node, ...steps.map((step) => step.node)].filter((each) => !scene.nodes.has(each));
  update({ selected: `p:${entityKey(from)}:${entityKey(node)}`, ...bringing(nodes) });
  reveal([from, ...steps.map((step) => step.node)]);
  announce(steps.length ? `Path of ${plural(steps.length, "step")}` : "No path");
}

// Shortest path through statements that pass, either direction; among equals through the most important entities.
// Each step: the node it leads to and the lines it may take.
function pathBetween(from, to) {
  const before = new Map([[from, -1]]);
  let front = [from];
  while (front.length && !before.has(to)) {
    const next = [];
    for (const node of front.sort((left, right) => left - right)) {
      for (const other of neighboursOf(node)) if (!before.has(other)) { before.set(other, node); next.push(other); }
    }
    front = next;
  }
  if (!before.has(to)) return null;
  const steps = [];
  for (let node = to; node !== from; node = before.get(node)) steps.unshift({ node, edges: linesBetween(before.get(node), node) });
  return steps;
}

const linesBetween = (one, two) => Array.from(rowsOf(index.edgesAt, one))
  .filter((edge) => (data.edges.from[edge] === one ? data.edges.to[edge] : data.edges.from[edge]) === two && passingOf(edge).length);
