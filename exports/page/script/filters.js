// Which statements pass the filters, and how many each choice would leave.

import { app, data, index } from "./app.js";
import { documentsOf, rowsOf, sentenceText } from "./data.js";
import { typeName } from "./dom.js";
import { sourceKey, sourceName } from "./identity.js";
import { FACETS } from "./state.js";
import { capital, folded, nameIn } from "./words.js";

export const facetOf = (name) => (app.facets ??= makeFacets())[name];

function makeFacets() {
  const { statements, entities, documents } = data;
  const sourceNames = new Map(statements.subject.map((_, row) => [sourceKey(row), sourceName(row)]));
  const single = (values) => ({ of: (row) => [values[row]] });
  const plainName = (key) => nameIn(data.relations, key).replace(/[_-]+/g, " ");
  return {
    type: {
      of: (row) => {
        const ends = [statements.subject[row], statements.object[row]].filter((node) => node >= 0);
        return [...new Set(ends.map((node) => entities.type[node]))];
      },
      name: typeName,
    },
    event: {
      of: (row) => (statements.event[row] === null ? [] : [statements.event[row]]),
      name: (key) => capital(plainName(key)),
    },
    relation: {
      ...single(statements.relation.map((relation, row) => relation ?? statements.lemma[row])),
      name: plainName,
    },
    document: {
      of: (row) => documentsOf(row).map(String),
      name: (key) => documents.headline[key] ?? key,
    },
    source: {
      of: (row) => [sourceKey(row)],
      name: (key) => sourceNames.get(key) ?? key,
    },
    standing: {
      ...single(statements.status),
      name: (key) => nameIn(data.statuses, key),
    },
  };
}

export const isFiltered = () => {
  const { text, from, to, confidence } = app.state;
  return FACETS.some((facet) => app.state[facet].length) || text !== "" || from !== null || to !== null || confidence > 0;
};

// One bit per filter that a statement fails; 0 passes. One bit alone tells what that filter's other choices would leave.
export const BIT = Object.fromEntries([...FACETS, "text", "time", "confidence", "interest"].map((name, position) => [name, 1 << position]));

export function failures() {
  const { statements } = data;
  const failed = new Uint16Array(statements.subject.length);
  for (const facet of FACETS) if (app.state[facet].length) markFacet(failed, facet);
  if (app.state.text) markText(failed);
  for (let row = 0; row < failed.length; row += 1) {
    if (statements.confidence[row] < app.state.confidence) failed[row] |= BIT.confidence;
    if (!inTime(row)) failed[row] |= BIT.time;
    if (!app.state.all && !statements.wanted[row]) failed[row] |= BIT.interest;
  }
  return failed;
}

// How many statements pass all filters.
export const passing = () => app.scene.failed.reduce((sum, bits) => sum + Number(!bits), 0);

// How many statements the bound of interest alone keeps back.
export const keptBack = () => app.scene.failed.reduce((sum, bits) => sum + Number(bits === BIT.interest), 0);

function markFacet(failed, facet) {
  const wanted = new Set(app.state[facet]);
  const { of } = facetOf(facet);
  const fits = facet === "type" ? (keys) => keys.every((key) => wanted.has(key)) : (keys) => keys.some((key) => wanted.has(key));
  for (let row = 0; row < failed.length; row += 1) if (!fits(of(row))) failed[row] |= BIT[facet];
}

function inTime(row) {
  const { from, to } = app.state;
  if (from === null && to === null) return true;
  const { first, last } = data.statements;
  if (first[row] === null) return false;
  return last[row] >= (from ?? -Infinity) && first[row] <= (to ?? Infinity);
}

function markText(failed) {
  const words = folded(app.state.text).split(/\s+/).filter(Boolean);
  const holds = (text) => words.every((word) => text.includes(word));
  for (let row = 0; row < failed.length; row += 1) if (!holds(folded(textOf(row)))) failed[row] |= BIT.text;
}

// All words of a statement and of its sentences.
function textOf(row) {
  const { statements, nodes, evidence } = data;
  const object = statements.object[row];
  const parts = [nodes.label[statements.subject[row]], statements.predicate[row], object >= 0 ? nodes.label[object] : statements.literal[row] ?? ""];
  for (const piece of rowsOf(index.evidenceOf, row)) parts.push(sentenceText(evidence.sentence[piece]));
  return parts.join(" ");
}

// The choices that a statement counts for. Both its ends must be of a chosen type: it counts for a type if that, with
// those already chosen, would let it pass.
function countedFor(facet, keys) {
  if (facet !== "type") return keys;
  const missing = keys.filter((key) => !app.state.type.includes(key));
  if (missing.length > 1) return [];
  return missing.length ? missing : keys;
}

// facet -> Map of key -> number of statements that pass all other filters.
export function facetCounts(failed) {
  return Object.fromEntries(FACETS.map((facet) => {
    const counts = new Map();
    const { of } = facetOf(facet);
    for (let row = 0; row < failed.length; row += 1) {
      if ((failed[row] & ~BIT[facet]) !== 0) continue;
      const keys = of(row);
      const counted = countedFor(facet, keys);
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + Number(counted.includes(key)));
    }
    return [facet, counts];
  }));
}
