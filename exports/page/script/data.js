// The data of the page: read back from columns, with the indexes that everything else asks.

async function readData() {
  const binary = atob(document.getElementById("data").textContent);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return unpackTable(JSON.parse(await new Response(inflated).text()));
}

function unpackTable(table) {
  for (const name of ["nodes", "edges", "documents", "entities", "statements", "evidence", "sentences"]) {
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

// What is told once and stands in several columns: the ends of edges, the parts of predicates.
function complete(table) {
  const { statements, edges, evidence } = table;
  statements.lemma = statements.predicate.map(([, lemma]) => lemma);
  statements.relation = statements.predicate.map(([, , relation]) => relation);
  statements.predicate = statements.predicate.map(([predicate]) => predicate);
  statements.edge = statements.edge.map((edge, row) => (statements.subject[row] >= 0 ? -1 : edge));
  statements.object = statements.edge.map((edge) => (edge < 0 ? -1 : edges.to[edge]));
  statements.subject = statements.edge.map((edge, row) => (edge < 0 ? statements.subject[row] : edges.from[edge]));
  statements.byText = statements.byText.map((words, row) => words ?? (statements.by[row] < 0 ? null : table.nodes.label[statements.by[row]]));
  addValues(table);
  table.documents.name = table.documents.source.map(fileName);
  edges.kind = new Array(edges.from.length);
  statements.edge.forEach((edge, row) => { if (edge >= 0) edges.kind[edge] = statements.kind[row]; });
  evidence.confidence = evidence.doubt.map((doubt, piece) => statements.confidence[evidence.statement[piece]] - unzigzag(doubt));
  return table;
}

// The name of a file without its folders; a web address stays whole. As page.py does for the title of the page.
const fileName = (source) => (source.includes("://") ? source : source.replace(/[\\/]+$/, "").split(/[\\/]/).pop() || source);

// A value that is no entity ("12 million tonnes") gets a node and a line of its own, after those of the entities.
function addValues({ nodes, edges, statements }) {
  statements.literal.forEach((text, row) => {
    if (text === null) return;
    statements.edge[row] = edges.from.push(statements.subject[row]) - 1;
    edges.to.push(nodes.label.push(text) - 1);
    for (const [name, value] of Object.entries({ group: "value", shape: "dot", size: 3.5, x: null, y: null })) nodes[name].push(value);
  });
}

const isValue = (node) => node >= data.entities.type.length;
const statementOfValue = (node) => rowsOf(index.ofEdge, rowsOf(index.edgesAt, node)[0])[0];

const sentenceText = (sentence) => decodedText(data.sentences.text[sentence], data.words);

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

const rowsOf = (index, key) => index.rows.subarray(index.starts[key], index.starts[key + 1]);

function makeIndexes(data) {
  const { nodes, edges, statements, evidence } = data;
  const count = nodes.label.length;
  const ends = [];
  const owners = [];
  statements.subject.forEach((subject, row) => {
    ends.push(subject);
    owners.push(row);
    const object = statements.object[row];
    if (object >= 0 && object !== subject) { ends.push(object); owners.push(row); }
  });
  const touching = groupRows(count, ends);
  touching.rows = touching.rows.map((position) => owners[position]);
  const edgeEnds = edges.from.concat(edges.to.map((to, edge) => (to === edges.from[edge] ? -1 : to)));
  const edgesAt = groupRows(count, edgeEnds);
  edgesAt.rows = edgesAt.rows.map((position) => position % edges.from.length);
  return {
    touching, // node -> statements
    edgesAt, // node -> edges
    ofEdge: groupRows(edges.from.length, statements.edge), // edge -> statements
    evidenceOf: groupRows(statements.subject.length, evidence.statement), // statement -> evidence
  };
}

// Names as people type them: no case, no accents.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// A name as it can be drawn: without the controls that turn the direction of what follows.
const drawable = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
