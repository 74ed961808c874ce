// What is in view: the nodes and edges that follow from the state.

const EDGE_LIMIT = 450; // above it, only the strongest lines are drawn, and all of what is selected

let scene = { failed: null, nodes: new Set(), edges: [], statements: [], spared: 0 };

function makeScene() {
  const failed = failures();
  const pool = nodePool(failed);
  const nodes = visibleNodes(pool, failed);
  const edges = [];
  data.edges.from.forEach((from, edge) => {
    if (nodes.has(from) && nodes.has(data.edges.to[edge]) && passingOf(edge, failed).length) edges.push(edge);
  });
  scene = { failed, nodes, ...sparse(edges, failed), statements: statementsInView(nodes, failed) };
}

const passingOf = (edge, failed = scene.failed) => Array.from(rowsOf(index.ofEdge, edge)).filter((row) => !failed[row]);

// Nodes that could be shown: named (or asked for), with a statement that passes.
function nodePool(failed) {
  const { subject, object } = data.statements;
  const pool = new Set();
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row]) continue;
    if (isShowable(subject[row])) pool.add(subject[row]);
    if (object[row] >= 0 && isShowable(object[row])) pool.add(object[row]);
  }
  return pool;
}

// Named entities, unnamed participants ("a foreign leader"), phrases that statements are about ("the talks"), and values.
const sortOf = (node) => (isValue(node) ? "values" : data.entities.concept[node] ? "phrases" : data.entities.named[node] ? "named" : "unnamed");
const isShowable = (node) => sortOf(node) === "named" || state[sortOf(node)];

function visibleNodes(pool, failed) {
  const base = state.focus ?? (isFiltered() ? foremost(pool, failed) : [...opening, ...foremost(pool, failed, (node) => sortOf(node) !== "named")]);
  const nodes = new Set([...base, ...state.added]);
  if (isFiltered()) for (const node of nodes) if (!pool.has(node)) nodes.delete(node);
  for (const node of state.removed) nodes.delete(node);
  for (const node of Object.keys(state.pins)) nodes.add(Number(node));
  return new Set([...[...nodes].filter((node) => !isValue(node)), ...(state.values ? valuesOf(nodes, failed) : [])]);
}

const VALUE_LIMIT = 120;

// The values of what is in view, the surest where there are too many.
function valuesOf(nodes, failed) {
  const { subject, literal, edge, confidence } = data.statements;
  const rows = [];
  literal.forEach((text, row) => { if (text !== null && !failed[row] && nodes.has(subject[row])) rows.push(row); });
  rows.sort((left, right) => confidence[right] - confidence[left] || left - right);
  return rows.slice(0, VALUE_LIMIT).map((row) => data.edges.to[edge[row]]);
}

const FEW = 60; // nodes up to which also those without a line are shown

// The most important nodes of a pool, as many as the page opens with.
function foremost(pool, failed, fits = () => true) {
  const nodes = [...pool].filter(fits).sort((left, right) => left - right);
  const linked = nodes.length <= FEW ? nodes : nodes.filter((node) => neighboursOf(node, failed).length);
  return linked.slice(0, Math.max(opening.size, FEW));
}

// Keep the strongest lines where there are too many to see, at least one per node and all of what is selected.
function sparse(edges, failed) {
  if (edges.length <= EDGE_LIMIT) return { edges, spared: 0 };
  const strength = new Map(edges.map((edge) => [edge, strengthOf(edge, failed)]));
  const sorted = [...edges].sort((left, right) => strength.get(right) - strength.get(left) || left - right);
  const seen = new Set();
  const chosen = selection();
  const near = new Set(chosen.kind === "entity" ? rowsOf(index.edgesAt, chosen.rows[0]) : []);
  const kept = sorted.filter((edge, position) => {
    const ends = [data.edges.from[edge], data.edges.to[edge]];
    const first = ends.some((node) => !seen.has(node));
    for (const node of ends) seen.add(node);
    return first || near.has(edge) || position < EDGE_LIMIT / 2;
  });
  return { edges: kept.sort((left, right) => left - right), spared: edges.length - kept.length };
}

function strengthOf(edge, failed) {
  return passingOf(edge, failed).reduce((sum, row) => sum + data.statements.confidence[row] * (1 + Math.log(data.statements.places[row] || 1)), 0);
}

function statementsInView(nodes, failed) {
  const { subject, object } = data.statements;
  const rows = [];
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row]) continue;
    if (nodes.has(subject[row]) && (object[row] < 0 || nodes.has(object[row]))) rows.push(row);
  }
  return rows;
}

// Entities next to a node through statements that pass, most important first.
function neighboursOf(node, failed = scene.failed) {
  const found = new Set();
  for (const edge of rowsOf(index.edgesAt, node)) {
    const other = data.edges.from[edge] === node ? data.edges.to[edge] : data.edges.from[edge];
    if (other !== node && !isValue(other) && isShowable(other) && passingOf(edge, failed).length) found.add(other);
  }
  return [...found].sort((left, right) => left - right);
}

const hiddenNeighbours = (node) => neighboursOf(node).filter((other) => !scene.nodes.has(other));
