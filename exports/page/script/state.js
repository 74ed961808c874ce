// What the page shows, as one value: it goes into the link, and into the past for undo.

import { act, app } from "./app.js";
import { nodeOfKey, rowOfKey } from "./identity.js";

export const FACETS = ["type", "event", "relation", "document", "source", "standing"];
export const VIEWS = ["overview", "graph", "table", "article", "disputes"];
export const EMPTY = {
  view: "graph",
  selected: "", // "e:ID" an entity, "s:ID" a statement, "l:ID:ID" the line of two entities, "p:ID:ID" a path
  article: -1, // the document that the article view shows; -1 the first
  added: [], // nodes brought in, beyond those the page opens with
  removed: [], // nodes taken out
  focus: null, // only these nodes and what is added
  pins: {}, // node -> [x, y]
  all: false, // show statements below the bound of interest, too
  unnamed: false, // show all unnamed participants
  phrases: false, // show all phrases that statements are about
  values: false, // show values that are no entities
  sort: "", // column that the table is sorted by, with "-" before it from high to low; "" by interest
  text: "", // words that a statement or its sentences contain
  from: null, // first day
  to: null, // last day
  confidence: 0, // percent
  ...Object.fromEntries(FACETS.map((facet) => [facet, []])),
};

const PAST_LIMIT = 200;

const moment = () => ({ state: app.state, places: placesNow() });

export const placesNow = () => app.places.map(({ x, y }) => ({ x, y }));

// The places of another moment; what was not placed then is placed anew when it is shown.
export function putBack(those) {
  app.places.length = 0;
  those.forEach((place, node) => { app.places[node] = { ...place }; });
}

// Let what is now be what undo comes back to.
export function remember() {
  app.past.push(moment());
  if (app.past.length > PAST_LIMIT) app.past.shift();
  app.future.length = 0;
}

// Change the state; `step` is false for changes that undo should skip.
export function update(changes, { step = true } = {}) {
  if (step) remember();
  app.state = { ...app.state, ...changes };
  act.show();
}

function travel(from, to) {
  if (!from.length) return;
  to.push(moment());
  const { state, places } = from.pop();
  app.state = state;
  putBack(places);
  act.show();
  act.fit();
}
export const undo = () => travel(app.past, app.future);
export const redo = () => travel(app.future, app.past);

const SELECTIONS = { __proto__: null, e: ["entity", 1], s: ["statement", 1], l: ["line", 2], p: ["path", 2] };

// What is selected: {kind: "entity" | "statement" | "line" | "path" | "", rows: [...]}.
export function selection() {
  const [kind, ...keys] = app.state.selected.split(":");
  const [name, count] = SELECTIONS[kind] ?? ["", -1];
  const rows = name === "statement" ? keys.map((key) => rowOfKey("statements", key)) : keys.map(nodeOfKey);
  return rows.length === count && rows.every((row) => row >= 0) ? { kind: name, rows } : { kind: "", rows: [] };
}

export const selectedNode = () => { const { kind, rows } = selection(); return kind === "entity" ? rows[0] : null; };
export const selectedStatement = () => { const { kind, rows } = selection(); return kind === "statement" ? rows[0] : null; };
