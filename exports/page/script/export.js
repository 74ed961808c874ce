// Files out of what is in view: a picture and a table.

function savePicture() {
  const source = $("graph").querySelector("canvas");
  const canvas = el("canvas", { width: source.width, height: source.height });
  const context = canvas.getContext("2d");
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0);
  canvas.toBlob((blob) => save(blob, "graph.png"), "image/png");
}

const CSV_COLUMNS = ["subject", "predicate", "object", "time", "source", "polarity", "modality", "confidence", "document", "sentence", "statement"];

function saveTable() {
  const rows = state.view === "table" ? tableStatements() : scene.statements;
  const text = [CSV_COLUMNS, ...rows.map(csvRow)].map((cells) => cells.map(csvCell).join(",")).join("\r\n");
  save(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }), "statements.csv");
}

function csvRow(row) {
  const { subject, predicate, object, literal, time, polarity, modality, confidence, id } = data.statements;
  const first = rowsOf(index.evidenceOf, row)[0];
  const sentence = first === undefined ? null : data.evidence.sentence[first];
  return [
    data.nodes.label[subject[row]], predicate[row], object[row] >= 0 ? data.nodes.label[object[row]] : literal[row], time[row],
    sourceKey(row) === ITSELF ? "" : sourceName(row), polarity[row], modality[row], (confidence[row] / 100).toFixed(2),
    sentence === null ? "" : data.documents.source[data.sentences.document[sentence]], sentence === null ? "" : sentenceText(sentence), id[row] ?? statementKey(row),
  ];
}

// RFC 4180; a cell that a spreadsheet would run as a formula is made text.
function csvCell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  tell(`Saved ${name}`);
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    tell("Link copied");
  } catch {
    tell("The link to this view is in the address bar");
  }
}
