// The data of the page: read back from columns, with the indexes that everything else asks.

import { data, index } from "./app.js";
import { decodedNumbers, decodedText, unzigzag } from "./coding.js";
import constants from "./constants.json" with { type: "json" };
import { fileName, shorten } from "./words.js";

const TABLES = ["nodes", "edges", "documents", "entities", "statements", "lines", "evidence", "sentences"];

export async function readData() {
  const binary = atob(document.getElementById("data").textContent);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  Object.assign(data, unpackTable(JSON.parse(await new Response(inflated).text())));
  Object.assign(index, makeIndexes(data));
  data.documents.headline = data.documents.title.map((title, document) => title ?? nameOf(document));
}

function unpackTable(table) {
  for (const name of TABLES) {
    for (const column of Object.keys(table[name])) table[name][column] = unpack(table[name][column]);
  }
  table.nodes.label = table.nodes.label.map((coded) => decodedText(coded, table.words));
  return complete(table);
}

function unpack(column) {
  if (Array.isArray(column)) return column;
  if (column.at !== undefined) return Array.from(decodedNumbers(column.at), (position) => column.values[position]);
  if (column.numbers !== undefined) return Array.from(decodedNumbers(column.numbers), (number) => number - 1);
  if (column.texts) return column.texts;
  let sum = 0;
  return Array.from(decodedNumbers(column.deltas), (step) => (sum += unzigzag(step)));
}

// What is told once and stands in several columns: the parts of predicates, names of sources and documents.
function complete(table) {
  const { statements, documents, evidence } = table;
  statements.lemma = statements.predicate.map(([, lemma]) => lemma);
  statements.relation = statements.predicate.map(([, , relation]) => relation);
  statements.predicate = statements.predicate.map(([predicate]) => predicate);
  statements.byText = statements.byText.map((words, row) => words ?? (statements.by[row] < 0 ? null : table.nodes.label[statements.by[row]]));
  addValues(table);
  documents.name = documents.source.map(fileName);
  evidence.confidence = evidence.doubt.map((doubt, piece) => statements.confidence[evidence.statement[piece]] - unzigzag(doubt));
  return table;
}

// A value that is no entity ("12 million tonnes") gets a node and a line of its own, after those of the entities.
function addValues({ nodes, edges, lines, statements }) {
  statements.literal.forEach((text, row) => {
    if (text === null) return;
    const to = nodes.label.push(text) - 1;
    const edge = edges.from.push(statements.subject[row]) - 1;
    edges.to.push(to);
    for (const [name, value] of Object.entries({ edge, statement: row, kind: 0, back: 0, label: null })) lines[name].push(value);
    for (const [name, value] of Object.entries({ group: "value", shape: "dot", size: 3.5, x: null, y: null })) nodes[name].push(value);
  });
}

const HEADLINE = 90; // letters of a first sentence that stands in for a headline

// What an article without a headline is called: its first sentence (a place or a name alone is none), or its file where the
// page does not carry that.
function nameOf(document) {
  const first = Array.from(rowsOf(index.sentencesOf, document).subarray(0, constants.nameSentences)).filter((sentence) => data.sentences.apart[sentence] !== 2);
  const texts = first.map((sentence) => sentenceText(sentence).trim());
  const text = texts.find((each) => each.split(/\s+/).length >= constants.nameWords) ?? texts[0];
  return text ? shorten(text, HEADLINE) : data.documents.name[document];
}

export const isValue = (node) => node >= data.entities.type.length;
export const statementOfValue = (node) => data.lines.statement[rowsOf(index.linesOf, rowsOf(index.edgesAt, node)[0])[0]];

export const sentenceText = (sentence) => decodedText(data.sentences.text[sentence], data.words);

// Rows grouped by a key from 0 to count - 1: rowsOf(index, key) lists the rows of one key in order.
function groupRows(count, keys) {
  const starts = new Uint32Array(count + 1);
  for (const key of keys) if (key >= 0) starts[key + 1] += 1;
  for (let key = 0; key < count; key += 1) starts[key + 1] += starts[key];
  const rows = new Uint32Array(starts[count]);
  const next = starts.slice();
  keys.forEach((key, row) => { if (key >= 0) rows[next[key]++] = row; });
  return { starts, rows };
}

export const rowsOf = (index, key) => index.rows.subarray(index.starts[key], index.starts[key + 1]);

// Rows grouped by two keys each; a row whose keys are equal counts once.
function groupPairs(count, first, second) {
  const grouped = groupRows(count, first.concat(second.map((key, row) => (key === first[row] ? -1 : key))));
  grouped.rows = grouped.rows.map((position) => position % first.length);
  return grouped;
}

function makeIndexes({ nodes, edges, statements, lines, evidence, sentences, documents }) {
  const count = nodes.label.length;
  return {
    touching: groupPairs(count, statements.subject, statements.object), // node -> statements whose subject or object it is
    edgesAt: groupPairs(count, edges.from, edges.to), // node -> edges
    linesOf: groupRows(edges.from.length, lines.edge), // edge -> lines
    linesAt: groupRows(statements.subject.length, lines.statement), // statement -> lines
    evidenceOf: groupRows(statements.subject.length, evidence.statement), // statement -> evidence
    evidenceIn: groupRows(sentences.text.length, evidence.sentence), // sentence -> evidence
    sentencesOf: groupRows(documents.source.length, sentences.document), // document -> sentences
  };
}

// The documents that state a statement, in their order.
export const documentsOf = (row) =>
  [...new Set(Array.from(rowsOf(index.evidenceOf, row), (piece) => data.sentences.document[data.evidence.sentence[piece]]))];
