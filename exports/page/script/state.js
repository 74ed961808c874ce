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
  phrases: false, // show phrases that statements are about
  values: false, // show values that are no entities
  text: "", // words that a statement or its sentences contain
  from: null, // first day
  to: null, // last day
  confidence: 0, // percent
  ...Object.fromEntries(FACETS.map((facet) => [facet, []])),
};

let state = { ...EMPTY };
const past = []; // states with the places that nodes had
const future = [];
const PAST_LIMIT = 200;

const moment = () => ({ state, places: placesNow() });

// Let what is now be what undo comes back to.
function remember() {
  past.push(moment());
  if (past.length > PAST_LIMIT) past.shift();
  future.length = 0;
  drawSteps();
}

function drawSteps() {
  $("undo").disabled = !past.length;
  $("redo").disabled = !future.length;
}

// Change the state; `step` is false for changes that undo should skip.
function update(changes, { step = true } = {}) {
  if (step) remember();
  state = { ...state, ...changes };
  afterChange();
}

function travel(from, to) {
  if (!from.length) return;
  to.push(moment());
  const { state: then, places: there } = from.pop();
  state = then;
  putBack(there);
  afterChange();
  fit();
}
const undo = () => travel(past, future);
const redo = () => travel(future, past);

function afterChange() {
  writeLink();
  drawSteps();
  refresh();
}

// Links name entities and statements by a hash of what they are, so that they outlive a new build of the page.
const CONTENTS = {
  entities: (node) => [data.nodes.label[node], data.entities.type[node]],
  statements: (row) => {
    const { subject, object, predicate, literal, polarity, modality, time } = data.statements;
    const ends = [subject[row], object[row]].map((node) => (node < 0 ? "" : entityKey(node)));
    return [...ends, predicate[row], literal[row], polarity[row], modality[row], sourceKey(row), time[row]];
  },
};
const keyTables = {}; // table -> {keys: of each row, rows: of each key}

function keysOf(table) {
  if (!keyTables[table]) {
    const keys = [];
    const rows = new Map();
    for (let row = 0; row < (data[table].type ?? data[table].kind).length; row += 1) {
      const content = JSON.stringify(CONTENTS[table](row));
      let key = hashOf(content);
      for (let more = 2; rows.has(key); more += 1) key = hashOf(`${content}${more}`); // of equals, each has its own
      keys.push(key);
      rows.set(key, row);
    }
    keyTables[table] = { keys, rows };
  }
  return keyTables[table];
}

const statementKey = (row) => keysOf("statements").keys[row];
const entityKey = (node) => (isValue(node) ? `~${statementKey(statementOfValue(node))}` : keysOf("entities").keys[node]);
const rowOfKey = (table, key) => (key ? keysOf(table).rows.get(key) ?? -1 : -1);

function nodeOfKey(key) {
  if (!key.startsWith("~")) return rowOfKey("entities", key);
  const row = rowOfKey("statements", key.slice(1));
  return row >= 0 && data.statements.literal[row] !== null ? data.edges.to[data.statements.edge[row]] : -1;
}

// 53 bits of a text (cyrb53 by bryc, in the public domain).
function hashOf(text) {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    high = Math.imul(high ^ text.charCodeAt(at), 2654435761);
    low = Math.imul(low ^ text.charCodeAt(at), 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

// What is selected: {kind: "entity" | "statement" | "path" | "", rows: [...]}.
function selection() {
  const [kind, ...keys] = state.selected.split(":");
  const table = kind === "s" ? "statements" : "entities";
  const rows = keys.map((key) => rowOfKey(table, key));
  const name = { __proto__: null, e: "entity", s: "statement", p: "path" }[kind];
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
  if (shown.phrases) put("phrases", "1");
  if (shown.values) put("values", "1");
  put("text", shown.text);
  if (shown.from !== null) put("from", new Date((shown.from - EPOCH) * DAY).toISOString().slice(0, 10));
  if (shown.to !== null) put("to", new Date((shown.to - EPOCH) * DAY).toISOString().slice(0, 10));
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
    view: link.get("view") === "table" ? "table" : "graph",
    selected: link.get("sel") ?? "",
    added: nodes("add"),
    removed: nodes("out"),
    focus: nodes("only").length ? nodes("only") : null,
    pins: Object.fromEntries(pins),
    unnamed: link.get("unnamed") === "1",
    phrases: link.get("phrases") === "1",
    values: link.get("values") === "1",
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
