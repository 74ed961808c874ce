// What the shapes and lines in view mean.

import { app, data } from "./app.js";
import { $, el, lineIcon, shapeIcon } from "./dom.js";
import { isNarrow } from "./view.js";

const someOf = (table, keys) => { const seen = new Set(keys); return Object.entries(table).filter(([key]) => seen.has(key)); };
export const groupsInView = () => someOf(data.groups, [...app.scene.nodes].map((node) => data.nodes.group[node]));
export const kindsInView = () => someOf(data.kinds, app.scene.edges.map((edge) => app.scene.bundles.get(edge).kind));

export function drawLegend() {
  const item = (picture, text) => el("li", {}, picture, text);
  const open = $("legend").firstChild?.open ?? !isNarrow();
  $("legend").hidden = !app.scene.nodes.size;
  $("legend").replaceChildren(el("details", { open }, el("summary", {}, "Legend"),
    el("ul", {}, groupsInView().map(([group, { name }]) => item(shapeIcon(group), name))),
    el("ul", {}, kindsInView().map(([kind, { name }]) => item(lineIcon(kind), name)))));
}
