// What is in view: the nodes and edges that follow from the state.

import { app, data, index } from "./app.js";
import constants from "./constants.json" with { type: "json" };
import { isValue, rowsOf } from "./data.js";
import { failures, isFiltered } from "./filters.js";
import { selection } from "./state.js";
import { shortLabel } from "./words.js";

const EDGE_LIMIT = 450; // above it, only the strongest lines are drawn, and all of what is selected

export function makeScene() {
  const failed = failures();
  const mattering = matteringNodes(failed);
  app.scene = { ...app.scene, failed, mattering };
  const pool = nodePool(failed);
  const nodes = visibleNodes(pool, failed);
  const bundles = new Map();
  data.edges.from.forEach((from, edge) => {
    if (!nodes.has(from) || !nodes.has(data.edges.to[edge])) return;
    const bundle = bundleOf(edge, failed);
    if (bundle) bundles.set(edge, bundle);
  });
  app.scene = { failed, mattering, nodes, bundles, ...sparse([...bundles.keys()], bundles), statements: statementsInView(nodes, bundles, failed) };
}

// What an edge carries of what passes: its lines, those that say something of both ends first, then by interest.
export function bundleOf(edge, failed = app.scene.failed) {
  const { statement, kind, back, label } = data.lines;
  const passing = Array.from(rowsOf(index.linesOf, edge)).filter((line) => !failed[statement[line]]);
  if (!passing.length) return null;
  const { rank } = data.statements;
  const lines = passing.sort((left, right) => Number(kind[left] > 0) - Number(kind[right] > 0) || rank[statement[left]] - rank[statement[right]] || left - right);
  const rows = [...new Set(lines.map((line) => statement[line]))];
  const [first] = lines;
  const said = lines.filter((line) => kind[line] === 0);
  return {
    lines,
    rows, // statements
    kind: kind[first] === SOURCE ? "reported" : data.statements.kind[statement[first]],
    says: said.length > 0, // something of both ends, not only that they take part in something
    words: wordsOf(first),
    back: Boolean(back[first]),
    both: said.some((line) => back[line] !== back[first]),
  };
}

// A source joins whom it speaks of by that alone, whatever its verb: "A added B" would be no more than what somebody said.
export const SOURCE = constants.lineKinds.indexOf("source");

const wordsOf = (line) => {
  const { kind, label, statement } = data.lines;
  if (kind[line] === SOURCE) return "speaks of";
  return shortLabel(label[line] ?? data.statements.predicate[statement[line]]);
};

export const passingOf = (edge, failed = app.scene.failed) => bundleOf(edge, failed)?.rows ?? [];
export const isPassing = (edge, failed = app.scene.failed) => rowsOf(index.linesOf, edge).some((line) => !failed[data.lines.statement[line]]);

// The edge from the subject of a statement to its object, -1 for one that has none.
export function edgeOf(row) {
  const line = rowsOf(index.linesAt, row).find((each) => data.lines.kind[each] === 0);
  return line === undefined ? -1 : data.lines.edge[line];
}

export const otherEnd = (edge, node) => (data.edges.from[edge] === node ? data.edges.to[edge] : data.edges.from[edge]);

// What has no name is of use where it stands between two that have one.
function matteringNodes(failed) {
  const named = new Map(); // node -> how many with a name it is joined to
  data.edges.from.forEach((from, edge) => {
    const to = data.edges.to[edge];
    if (isValue(to) || !rowsOf(index.linesOf, edge).some((line) => data.lines.kind[line] !== SOURCE && !failed[data.lines.statement[line]])) return;
    for (const [node, other] of [[from, to], [to, from]]) {
      if (!data.entities.named[node] && data.entities.named[other]) named.set(node, (named.get(node) ?? 0) + 1);
    }
  });
  return new Set([...named].filter(([, count]) => count > 1).map(([node]) => node));
}

// Nodes that could be shown: named, of use or asked for, with a statement that passes.
export function nodePool(failed) {
  const { subject } = data.statements;
  const pool = new Set();
  const add = (node) => { if (isShowable(node)) pool.add(node); };
  for (let row = 0; row < failed.length; row += 1) if (!failed[row]) add(subject[row]);
  data.edges.from.forEach((from, edge) => {
    if (isPassing(edge, failed)) { add(from); add(data.edges.to[edge]); }
  });
  return pool;
}

// Named entities, unnamed participants ("a foreign leader"), phrases that statements are about ("the talks"), and values.
export const sortOf = (node) => (isValue(node) ? "values" : data.entities.concept[node] ? "phrases" : data.entities.named[node] ? "named" : "unnamed");
const isShowable = (node) => sortOf(node) === "named" || app.state[sortOf(node)] || app.scene.mattering.has(node) || app.opening.has(node);

function visibleNodes(pool, failed) {
  const { focus, all, added, removed, pins, values } = app.state;
  const isExtra = (node) => all || (sortOf(node) !== "named" && app.state[sortOf(node)]);
  const base = focus ?? (isFiltered() ? foremost(pool, failed) : [...app.opening, ...foremost(pool, failed, isExtra)]);
  const nodes = new Set([...base, ...added]);
  if (isFiltered()) for (const node of nodes) if (!pool.has(node)) nodes.delete(node);
  for (const node of removed) nodes.delete(node);
  for (const node of Object.keys(pins)) nodes.add(Number(node));
  return new Set([...[...nodes].filter((node) => !isValue(node)), ...(values ? valuesOf(nodes, failed) : [])]);
}

const VALUE_LIMIT = 120;

// The values of what is in view, the most wanted where there are too many.
function valuesOf(nodes, failed) {
  const { subject, literal, rank } = data.statements;
  const rows = [];
  literal.forEach((text, row) => { if (text !== null && !failed[row] && nodes.has(subject[row])) rows.push(row); });
  rows.sort((left, right) => rank[left] - rank[right]);
  return rows.slice(0, VALUE_LIMIT).map((row) => data.edges.to[edgeOf(row)]);
}

const FEW = 40; // nodes that a filter shows: more cannot be read at once

// The most important nodes of a pool that have a line to another, as many as the page opens with; all, where none has.
function foremost(pool, failed, fits = () => true) {
  const nodes = [...pool].filter((node) => !isValue(node) && fits(node)).sort((left, right) => left - right);
  const linked = nodes.filter((node) => neighboursOf(node, failed).length);
  return (linked.length ? linked : nodes).slice(0, FEW);
}

// Keep the strongest lines where there are too many to see, at least one per node and all of what is selected.
function sparse(edges, bundles) {
  if (edges.length <= EDGE_LIMIT) return { edges, spared: 0 };
  const strength = new Map(edges.map((edge) => [edge, strengthOf(bundles.get(edge))]));
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

const strengthOf = ({ rows, says }) => rows.reduce((sum, row) => sum + data.statements.interest[row], 0) * (says ? 1 : 0.5);

// Statements of which a line is drawn, or which end in no other node.
function statementsInView(nodes, bundles, failed) {
  const { subject, object } = data.statements;
  const rows = new Set([...bundles.values()].flatMap((bundle) => bundle.rows));
  for (let row = 0; row < failed.length; row += 1) {
    if (!failed[row] && nodes.has(subject[row]) && object[row] < 0) rows.add(row);
  }
  return [...rows].sort((left, right) => left - right);
}

// Entities next to a node through statements that pass, most important first.
export function neighboursOf(node, failed = app.scene.failed) {
  const found = new Set();
  for (const edge of rowsOf(index.edgesAt, node)) {
    const other = otherEnd(edge, node);
    if (other !== node && !isValue(other) && isShowable(other) && isPassing(edge, failed)) found.add(other);
  }
  return [...found].sort((left, right) => left - right);
}

// Those of some nodes that a wanted statement joins to another of them; all of them, where none is.
export function linkedAmong(nodes) {
  const inside = new Set(nodes);
  const wanted = (edge) => rowsOf(index.linesOf, edge).some((line) => data.statements.wanted[data.lines.statement[line]]);
  const linked = nodes.filter((node) => rowsOf(index.edgesAt, node).some((edge) => otherEnd(edge, node) !== node && inside.has(otherEnd(edge, node)) && wanted(edge)));
  return linked.length ? linked : nodes;
}

export const hiddenNeighbours = (node) => neighboursOf(node).filter((other) => !app.scene.nodes.has(other));
export const isEndOf = (edge, node) => node !== null && (data.edges.from[edge] === node || data.edges.to[edge] === node);

// Statements that a node is the subject or object of, and those that involve it otherwise, as far as they pass.
export const statementsOf = (node) => Array.from(rowsOf(index.touching, node)).filter((row) => !app.scene.failed[row]);

export function involvedIn(node) {
  const own = new Set(rowsOf(index.touching, node));
  const rows = Array.from(rowsOf(index.edgesAt, node)).flatMap((edge) => passingOf(edge));
  return [...new Set(rows)].filter((row) => !own.has(row));
}
