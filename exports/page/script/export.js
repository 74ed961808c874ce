// Files out of what is in view: a picture and a table.

import { act, app, data, index } from "./app.js";
import { rowsOf, sentenceText } from "./data.js";
import { $, el, SHAPE_PATHS } from "./dom.js";
import { ITSELF, sourceKey, sourceName, statementKey } from "./identity.js";
import { groupsInView, kindsInView } from "./legend.js";
import { FONT } from "./looks.js";
import { endText, tableStatements } from "./table.js";
import { drawable } from "./words.js";

const HEAD = 44; // pixels above the drawing for the title
const ROW = 24; // for a row of the legend

// The drawing as it is on the screen, with the title above and the legend below.
export function savePicture() {
  const source = $("graph").querySelector("canvas");
  const ratio = source.width / $("graph").clientWidth;
  const [width, height] = [source.width / ratio, source.height / ratio];
  const canvas = el("canvas", { width: source.width, height: Math.round((height + HEAD + 2 * ROW + 8) * ratio) });
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.fillStyle = app.theme.paper;
  context.fillRect(0, 0, width, canvas.height / ratio);
  context.drawImage(source, 0, HEAD, width, height);
  context.fillStyle = app.theme.ink;
  context.textBaseline = "middle";
  context.font = `600 17px ${FONT}`;
  context.fillText(drawable(data.title), 16, HEAD / 2, width - 32);
  drawKey(context, groupsInView(), HEAD + height + ROW / 2, pictureOfGroup);
  drawKey(context, kindsInView(), HEAD + height + ROW * 1.5, pictureOfKind);
  canvas.toBlob((blob) => save(blob, "graph.png"), "image/png");
}

function drawKey(context, items, level, picture) {
  context.font = `12px ${FONT}`;
  let left = 16;
  for (const [key, { name }] of items) {
    left += picture(context, key, left, level) + 6;
    context.fillStyle = app.theme.ink;
    context.fillText(name, left, level);
    left += context.measureText(name).width + 18;
  }
}

function pictureOfGroup(context, group, left, level) {
  const shape = new Path2D();
  shape.addPath(new Path2D(SHAPE_PATHS[data.groups[group].shape]), new DOMMatrix().translate(left, level - 6.5).scale(13 / 16));
  context.fillStyle = app.theme.groups[group].fill;
  context.strokeStyle = app.theme.groups[group].line;
  context.fill(shape);
  context.stroke(shape);
  return 13;
}

function pictureOfKind(context, kind, left, level) {
  context.save();
  context.strokeStyle = app.theme.lines[kind];
  context.lineWidth = 2;
  context.setLineDash(data.kinds[kind].dashes || []);
  context.stroke(new Path2D(`M${left} ${level}h30`));
  context.restore();
  return 30;
}

const CSV_COLUMNS = ["subject", "predicate", "object", "time", "source", "status", "polarity", "modality", "event", "amount", "confidence", "interest", "document", "outlet", "date", "url", "sentence", "statement"];

export function saveTable() {
  const rows = app.state.view === "graph" ? app.scene.statements : tableStatements();
  const text = [CSV_COLUMNS, ...rows.map(csvRow)].map((cells) => cells.map(csvCell).join(",")).join("\r\n");
  save(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }), "statements.csv");
}

function csvRow(row) {
  const { subject, predicate, time, status, polarity, modality, event, amount, confidence, interest, id } = data.statements;
  const { headline, publisher, date, url } = data.documents;
  const first = rowsOf(index.evidenceOf, row)[0];
  const sentence = first === undefined ? null : data.evidence.sentence[first];
  const document = sentence === null ? null : data.sentences.document[sentence];
  return [
    data.nodes.label[subject[row]], predicate[row], endText(row), time[row],
    sourceKey(row) === ITSELF ? "" : sourceName(row), status[row], polarity[row], modality[row], event[row], amount[row],
    (confidence[row] / 100).toFixed(2), (interest[row] / 100).toFixed(2),
    ...(document === null ? ["", "", "", "", ""] : [headline[document], publisher[document], date[document], url[document], sentenceText(sentence)]),
    id[row] ?? statementKey(row),
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
  act.tell(`Saved ${name}`);
}

export async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    act.tell("Link copied");
  } catch {
    act.tell("The link to this view is in the address bar");
  }
}
