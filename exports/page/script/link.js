// The state in the address of the page, so that a view can be kept and sent.

import { app } from "./app.js";
import { dayOf, isoOf } from "./days.js";
import { documentKey, entityKey, nodeOfKey, rowOfKey } from "./identity.js";
import { EMPTY, FACETS, VIEWS } from "./state.js";

const FLAGS = ["all", "unnamed", "phrases", "values"];

function linkOf(shown) {
  const link = new URLSearchParams();
  const put = (name, value) => { if (value !== "" && value !== null && value !== undefined) link.set(name, value); };
  if (shown.view !== EMPTY.view) put("view", shown.view);
  put("sel", shown.selected);
  if (shown.article >= 0) put("article", documentKey(shown.article));
  put("add", shown.added.map(entityKey).join("."));
  put("out", shown.removed.map(entityKey).join("."));
  if (shown.focus) put("only", shown.focus.map(entityKey).join("."));
  put("pin", Object.entries(shown.pins).map(([node, [x, y]]) => `${entityKey(Number(node))},${x},${y}`).join("."));
  for (const flag of FLAGS) if (shown[flag]) put(flag, "1");
  put("sort", shown.sort);
  put("text", shown.text);
  if (shown.from !== null) put("from", isoOf(shown.from));
  if (shown.to !== null) put("to", isoOf(shown.to));
  if (shown.confidence) put("sure", shown.confidence);
  for (const facet of FACETS) for (const value of shown[facet]) link.append(facet, value);
  return link.toString();
}

function stateOf(text) {
  const link = new URLSearchParams(text);
  const nodes = (name) => (link.get(name) ?? "").split(".").map(nodeOfKey).filter((row) => row >= 0);
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(link.get(name)) ? dayOf(link.get(name)) : null);
  const pins = (link.get("pin") ?? "").split(".").map((pin) => pin.split(","))
    .map(([key, x, y]) => [nodeOfKey(key), [Math.round(x), Math.round(y)]])
    .filter(([node, place]) => node >= 0 && place.every(Number.isFinite));
  return {
    ...EMPTY,
    view: VIEWS.includes(link.get("view")) ? link.get("view") : EMPTY.view,
    selected: link.get("sel") ?? "",
    article: rowOfKey("documents", link.get("article")),
    added: nodes("add"),
    removed: nodes("out"),
    focus: nodes("only").length ? nodes("only") : null,
    pins: Object.fromEntries(pins),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, link.get(flag) === "1"])),
    sort: /^-?[a-z]+$/.test(link.get("sort") ?? "") ? link.get("sort") : "",
    text: (link.get("text") ?? "").slice(0, 200),
    from: day("from"),
    to: day("to"),
    confidence: Math.min(100, Math.max(0, Number.parseInt(link.get("sure"), 10) || 0)),
    ...Object.fromEntries(FACETS.map((facet) => [facet, link.getAll(facet)])),
  };
}

export function writeLink() {
  const link = linkOf(app.state);
  try {
    history.replaceState(null, "", link ? `#${link}` : location.pathname + location.search);
  } catch {
    // A frame without an address of its own (a notebook) has no link to keep.
  }
}

export function readLink() {
  app.state = stateOf(location.hash.slice(1));
}
