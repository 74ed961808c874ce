// What has no name: shown where it matters, and else when asked for.

// What a page shows only when asked: as a button counts it (one, many, what more there is room for), and as the filters name it.

import { act, app, data } from "./app.js";
import { el } from "./dom.js";
import { isPassing, sortOf } from "./scene.js";
import { number } from "./words.js";

export const SORTS = {
  unnamed: ["unnamed", "unnamed", " participant", "All unnamed participants"],
  phrases: ["phrase", "phrases", "", "All phrases that statements are about"],
  values: ["value", "values", "", "Values and other words that name no entity"],
};

// How many nodes of each sort have statements that pass, shown or not.
export function sortCounts() {
  const { failed } = app.scene;
  const nodes = new Set();
  failed.forEach((bits, row) => { if (!bits) nodes.add(data.statements.subject[row]); });
  data.edges.from.forEach((from, edge) => { if (isPassing(edge)) nodes.add(from).add(data.edges.to[edge]); });
  const counts = { named: 0, unnamed: 0, phrases: 0, values: 0 };
  for (const node of nodes) counts[sortOf(node)] += 1;
  return counts;
}

export function sortFilter() {
  const counts = sortCounts();
  const sorts = Object.keys(SORTS).filter((sort) => counts[sort] || app.state[sort]);
  if (!sorts.length) return null;
  return el("fieldset", {}, el("legend", {}, "Also show"), sorts.map((sort) => el("label", {},
    el("input", { type: "checkbox", id: sort, checked: app.state[sort], onchange: ({ target }) => act.refilter({ [sort]: target.checked }) }),
    el("span", { class: "name" }, SORTS[sort][3]),
    el("span", { class: "count" }, number(counts[sort])))));
}
