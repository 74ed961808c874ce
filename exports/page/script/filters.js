// Which statements pass the filters, and how many each choice would leave.

const STANDINGS = {
  actual: "Said to be so",
  denied: "Denied or negated",
  planned: "Planned",
  possible: "Possible",
  conditional: "Conditional",
  obligatory: "Due",
  requested: "Requested",
};

// The document itself as the source of a statement.
const ITSELF = "itself";

let facets; // facet -> {of: statement -> [keys], name: key -> text}, made when first asked for
const facetOf = (name) => (facets ??= makeFacets())[name];

function makeFacets() {
  const { statements, evidence, entities, documents, sentences } = data;
  const sourceNames = new Map(statements.subject.map((_, row) => [sourceKey(row), sourceName(row)]));
  const single = (values) => ({ of: (row) => [values[row]] });
  const documentsOf = (row) =>
    [...new Set(Array.from(rowsOf(index.evidenceOf, row), (piece) => sentences.document[evidence.sentence[piece]]))];
  return {
    type: {
      of: (row) => {
        const ends = [statements.subject[row], statements.object[row]].filter((node) => node >= 0);
        return [...new Set(ends.map((node) => entities.type[node]))];
      },
      name: typeName,
    },
    relation: {
      ...single(statements.relation.map((relation, row) => relation ?? statements.lemma[row])),
      name: (key) => key.replace(/[_-]+/g, " "),
    },
    document: {
      of: (row) => documentsOf(row).map(String),
      name: (key) => documents.title[key] ?? documents.name[key] ?? key,
    },
    source: {
      of: (row) => [sourceKey(row)],
      name: (key) => sourceNames.get(key) ?? key,
    },
    standing: {
      ...single(
        statements.modality.map((modality, row) =>
          statements.polarity[row] === "negative" && modality !== "conditional" ? "denied" : modality,
        ),
      ),
      name: (key) => nameIn(STANDINGS, key),
    },
  };
}

function sourceKey(row) {
  const { by, byText } = data.statements;
  if (by[row] >= 0) return entityKey(by[row]);
  return byText[row] === null ? ITSELF : folded(byText[row]);
}

function sourceName(row) {
  const { by, byText } = data.statements;
  if (by[row] >= 0) return data.nodes.label[by[row]];
  return byText[row] ?? "The document itself";
}

const isFiltered = () =>
  FACETS.some((facet) => state[facet].length) || state.text !== "" || state.from !== null || state.to !== null || state.confidence > 0;

// One bit per filter that a statement fails; 0 passes. One bit alone tells what that filter's other choices would leave.
const BIT = Object.fromEntries([...FACETS, "text", "time", "confidence"].map((name, position) => [name, 1 << position]));

function failures() {
  const { statements } = data;
  const failed = new Uint8Array(statements.subject.length);
  for (const facet of FACETS) if (state[facet].length) markFacet(failed, facet);
  if (state.text) markText(failed);
  for (let row = 0; row < failed.length; row += 1) {
    if (statements.confidence[row] < state.confidence) failed[row] |= BIT.confidence;
    if (!inTime(row)) failed[row] |= BIT.time;
  }
  return failed;
}

function markFacet(failed, facet) {
  const wanted = new Set(state[facet]);
  const { of } = facetOf(facet);
  const fits = facet === "type" ? (keys) => keys.every((key) => wanted.has(key)) : (keys) => keys.some((key) => wanted.has(key));
  for (let row = 0; row < failed.length; row += 1) if (!fits(of(row))) failed[row] |= BIT[facet];
}

function inTime(row) {
  if (state.from === null && state.to === null) return true;
  const { first, last } = data.statements;
  if (first[row] === null) return false;
  return last[row] >= (state.from ?? -Infinity) && first[row] <= (state.to ?? Infinity);
}

function markText(failed) {
  const words = folded(state.text).split(/\s+/).filter(Boolean);
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
  const missing = keys.filter((key) => !state.type.includes(key));
  if (missing.length > 1) return [];
  return missing.length ? missing : keys;
}

// facet -> Map of key -> number of statements that pass all other filters.
function facetCounts(failed) {
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
