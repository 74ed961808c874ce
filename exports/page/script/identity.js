// Names of entities, statements and documents in links: hashes of what they are, so that they outlive a new build.

// The document itself as the source of a statement.

import { app, data, index } from "./app.js";
import { isValue, rowsOf, statementOfValue } from "./data.js";
import { folded } from "./words.js";

export const ITSELF = "itself";

const CONTENTS = {
  entities: (node) => [data.nodes.label[node], data.entities.type[node]],
  statements: (row) => {
    const { subject, object, predicate, literal, polarity, modality, time } = data.statements;
    const ends = [subject[row], object[row]].map((node) => (node < 0 ? "" : entityKey(node)));
    return [...ends, predicate[row], literal[row], polarity[row], modality[row], sourceKey(row), time[row]];
  },
  documents: (row) => [data.documents.source[row], data.documents.title[row]],
};

function keysOf(table) {
  if (!app.keyTables[table]) {
    const keys = [];
    const rows = new Map();
    const count = (data[table].type ?? data[table].kind ?? data[table].source).length;
    for (let row = 0; row < count; row += 1) {
      const content = JSON.stringify(CONTENTS[table](row));
      let key = hashOf(content);
      for (let more = 2; rows.has(key); more += 1) key = hashOf(`${content}${more}`); // of equals, each has its own
      keys.push(key);
      rows.set(key, row);
    }
    app.keyTables[table] = { keys, rows };
  }
  return app.keyTables[table];
}

export const statementKey = (row) => keysOf("statements").keys[row];
export const documentKey = (row) => keysOf("documents").keys[row];
export const entityKey = (node) => (isValue(node) ? `~${statementKey(statementOfValue(node))}` : keysOf("entities").keys[node]);
export const rowOfKey = (table, key) => (key ? keysOf(table).rows.get(key) ?? -1 : -1);

export function nodeOfKey(key) {
  if (!key.startsWith("~")) return rowOfKey("entities", key);
  const row = rowOfKey("statements", key.slice(1));
  return row >= 0 && data.statements.literal[row] !== null ? data.edges.to[data.lines.edge[rowsOf(index.linesAt, row).at(-1)]] : -1;
}

// Who says so, as filters and links name them.
export function sourceKey(row) {
  const { by, byText } = data.statements;
  if (by[row] >= 0) return entityKey(by[row]);
  return byText[row] === null ? ITSELF : folded(byText[row]);
}

export function sourceName(row) {
  const { by, byText } = data.statements;
  if (by[row] >= 0) return data.nodes.label[by[row]];
  return byText[row] ?? "The document itself";
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
