// What the selection lights up: the selected nodes, their neighbours, and the lines between.

import { app, data, index } from "./app.js";
import { rowsOf } from "./data.js";
import { edgesBetween, pathBetween } from "./path_finding.js";
import { edgeOf, isEndOf } from "./scene.js";
import { selection } from "./state.js";

export function lit() {
  app.litCache ??= litSelection();
  return app.litCache;
}

function litSelection() {
  const chosen = selection();
  const found = { active: false, main: null, selected: new Set(), nodes: new Set(), edges: new Set() };
  if (chosen.kind === "entity" && app.scene.nodes.has(chosen.rows[0])) lightNode(found, chosen.rows[0]);
  if (chosen.kind === "statement") lightStatement(found, chosen.rows[0]);
  if (chosen.kind === "line") lightEdges(found, edgesBetween(...chosen.rows), true);
  if (chosen.kind === "path") lightEdges(found, (pathBetween(...chosen.rows) ?? []).flatMap((step) => step.edges), false);
  return found;
}

function lightNode(found, node) {
  found.active = true;
  found.selected.add(node);
  found.nodes.add(node);
  for (const edge of app.scene.edges) {
    if (!isEndOf(edge, node)) continue;
    found.edges.add(edge);
    found.nodes.add(data.edges.from[edge]).add(data.edges.to[edge]);
  }
}

// All who take part in a statement; the line from its subject to its object most.
function lightStatement(found, row) {
  const main = edgeOf(row);
  lightEdges(found, [main], true);
  lightEdges(found, [...new Set(Array.from(rowsOf(index.linesAt, row), (line) => data.lines.edge[line]))].filter((edge) => edge !== main), false);
}

function lightEdges(found, edges, single) {
  const inView = new Set(app.scene.edges);
  for (const edge of edges.filter((each) => inView.has(each))) {
    found.active = true;
    if (single) found.main = edge;
    found.edges.add(edge);
    for (const end of [data.edges.from[edge], data.edges.to[edge]]) { found.nodes.add(end); found.selected.add(end); }
  }
}

export const isFaint = (node) => lit().active && !lit().nodes.has(node);
export const isFaintEdge = (edge) => lit().active && !lit().edges.has(edge);
