// Shortest paths, and the edges of two nodes.

// Shortest path through statements that pass, either direction; among equals through the most important entities.
// Each step: the node it leads to and the lines it may take.

import { index } from "./app.js";
import { rowsOf } from "./data.js";
import { isPassing, neighboursOf, otherEnd } from "./scene.js";

export function pathBetween(from, to) {
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
  for (let node = to; node !== from; node = before.get(node)) steps.unshift({ node, edges: edgesBetween(before.get(node), node) });
  return steps;
}

export const edgesBetween = (one, two) => Array.from(rowsOf(index.edgesAt, one)).filter((edge) => otherEnd(edge, one) === two && isPassing(edge));
