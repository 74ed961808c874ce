// What the page shows, as one value: it goes into the link, and into the past for undo.

const FACETS = ["type", "relation", "document", "source", "standing"];
const EMPTY = {
  view: "graph",
  selected: "", // "e:ID" an entity, "s:ID" a statement, "p:ID:ID" a path
  added: [], // nodes brought in, beyond those the page opens with
  removed: [], // nodes taken out
  focus: null, // only these nodes and what is added
  pins: {}, // node -> [x, y]
  unnamed: false, // show unnamed participants
  text: "", // words that a statement or its sentences contain
  from: null, // first day
  to: null, // last day
  confidence: 0, // percent
  ...Object.fromEntries(FACETS.map((facet) => [facet, []])),
};

let state = { ...EMPTY };
const past = [];
const future = [];
const PAST_LIMIT = 200;

// Change the state; `step` is false for changes that undo should skip.
function update(changes, { step = true } = {}) {
  if (step) {
    past.push(state);
    if (past.length > PAST_LIMIT) past.shift();
    future.length = 0;
  }
  state = { ...state, ...changes };
  afterChange();
}

function travel(from, to) {
  if (!from.length) return;
  to.push(state);
  state = from.pop();
  afterChange();
  fit();
}
const undo = () => travel(past, future);
const redo = () => travel(future, past);

function afterChange() {
  writeLink();
  $("undo").disabled = !past.length;
  $("redo").disabled = !future.length;
  refresh();
}

// Links name entities and statements by the end of their id, which is a hash of what they are.
const KEY_LENGTH = 10;
const keyOf = (id) => id.slice(-KEY_LENGTH);
const entityKey = (node) => keyOf(data.entities.id[node]);
const statementKey = (row) => keyOf(data.statements.id[row]);

const lookups = {};
function rowOfKey(table, key) {
  lookups[table] ??= new Map(data[table].id.map((id, row) => [keyOf(id), row]));
  return lookups[table].get(key) ?? -1;
}

// What is selected: {kind: "entity" | "statement" | "path" | "", rows: [...]}.
function selection() {
  const [kind, ...keys] = state.selected.split(":");
  const table = kind === "s" ? "statements" : "entities";
  const rows = keys.map((key) => rowOfKey(table, key));
  const name = { e: "entity", s: "statement", p: "path" }[kind];
  const known = name && rows.length === (kind === "p" ? 2 : 1) && rows.every((row) => row >= 0);
  return known ? { kind: name, rows } : { kind: "", rows: [] };
}

function linkOf(shown) {
  const link = new URLSearchParams();
  const put = (name, value) => { if (value !== "" && value !== null && value !== undefined) link.set(name, value); };
  if (shown.view !== "graph") put("view", shown.view);
  put("sel", shown.selected);
  put("add", shown.added.map(entityKey).join("."));
  put("out", shown.removed.map(entityKey).join("."));
  if (shown.focus) put("only", shown.focus.map(entityKey).join("."));
  put("pin", Object.entries(shown.pins).map(([node, [x, y]]) => `${entityKey(node)},${x},${y}`).join("."));
  if (shown.unnamed) put("unnamed", "1");
  put("text", shown.text);
  if (shown.from !== null) put("from", new Date(shown.from * DAY).toISOString().slice(0, 10));
  if (shown.to !== null) put("to", new Date(shown.to * DAY).toISOString().slice(0, 10));
  if (shown.confidence) put("sure", shown.confidence);
  for (const facet of FACETS) for (const value of shown[facet]) link.append(facet, value);
  return link.toString();
}

function stateOf(text) {
  const link = new URLSearchParams(text);
  const nodes = (name) => (link.get(name) ?? "").split(".").map((key) => rowOfKey("entities", key)).filter((row) => row >= 0);
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(link.get(name)) ? Math.round(Date.parse(link.get(name)) / DAY) : null);
  const pins = (link.get("pin") ?? "").split(".").map((pin) => pin.split(","))
    .map(([key, x, y]) => [rowOfKey("entities", key), [Math.round(x), Math.round(y)]])
    .filter(([node, place]) => node >= 0 && place.every(Number.isFinite));
  return {
    ...EMPTY,
    view: link.get("view") === "table" ? "table" : "graph",
    selected: link.get("sel") ?? "",
    added: nodes("add"),
    removed: nodes("out"),
    focus: link.has("only") ? nodes("only") : null,
    pins: Object.fromEntries(pins),
    unnamed: link.get("unnamed") === "1",
    text: (link.get("text") ?? "").slice(0, 200),
    from: day("from"),
    to: day("to"),
    confidence: Math.min(100, Math.max(0, Number.parseInt(link.get("sure"), 10) || 0)),
    ...Object.fromEntries(FACETS.map((facet) => [facet, link.getAll(facet)])),
  };
}

function writeLink() {
  const link = linkOf(state);
  try {
    history.replaceState(null, "", link ? `#${link}` : location.pathname + location.search);
  } catch {
    // A frame without an address of its own (a notebook) has no link to keep.
  }
}

function readLink() {
  state = stateOf(location.hash.slice(1));
}
