// The same statements as a table: for screen readers, for finding in the page, and for facts that are no line.

import { act, app, data, index } from "./app.js";
import { nodeButton, objectPart, sourcePart, standingText, timePart } from "./claims.js";
import { rowsOf, sentenceText } from "./data.js";
import { $, el, lineIcon, quoted, redraw } from "./dom.js";
import { isFiltered, keptBack } from "./filters.js";
import { ITSELF, sourceKey, sourceName } from "./identity.js";
import { selectedStatement, update } from "./state.js";
import { folded, number, plural } from "./words.js";

const TABLE_STEP = 300;

const COLUMNS = [
  { key: "subject", head: "Subject", by: (row) => folded(data.nodes.label[data.statements.subject[row]]) },
  { key: "predicate", head: "Predicate", by: (row) => folded(data.statements.predicate[row]) },
  { key: "object", head: "Object", by: (row) => data.statements.amount[row] ?? folded(endText(row)) },
  { key: "when", head: "When", by: (row) => data.statements.first[row] },
  { key: "source", head: "Who says so", by: (row) => (sourceKey(row) === ITSELF ? null : folded(sourceName(row))) },
  { key: "standing", head: "Standing", by: (row) => standingText(row) },
  { key: "confidence", head: "Confidence", by: (row) => data.statements.confidence[row] },
  { key: "sentence", head: "Sentence", by: (row) => data.evidence.sentence[rowsOf(index.evidenceOf, row)[0]] ?? null },
];

export function endText(row) {
  const { object, literal } = data.statements;
  return object[row] >= 0 ? data.nodes.label[object[row]] : literal[row] ?? "";
}

export function drawTable() {
  if (app.state.view !== "table") return;
  const rows = tableStatements();
  app.tableRows ||= TABLE_STEP;
  const shown = rows.slice(0, app.tableRows);
  const kept = keptBack();
  redraw($("table"), [
    sortPicker(),
    el("table", {},
      el("caption", {}, `${plural(rows.length, "statement")}${isFiltered() ? " pass the filters" : ""}`,
        kept ? [` of ${number(rows.length + kept)}, those that most readers want · `, el("button", { type: "button", class: "text", onclick: () => act.refilter({ all: true }) }, "Show all")] : null),
      el("thead", {}, el("tr", {}, COLUMNS.map(columnHead))),
      el("tbody", {}, shown.map(tableRow))),
    rows.length > shown.length
      ? el("button", { type: "button", class: "more", onclick: () => { app.tableRows += TABLE_STEP; drawTable(); } }, `Show ${number(Math.min(TABLE_STEP, rows.length - shown.length))} more of ${number(rows.length)}`)
      : "",
  ]);
  $("table").querySelector("tr.selected")?.scrollIntoView({ block: "nearest" });
}

// Telephones show no heads.
const sortPicker = () => el("label", { class: "pick narrow-only" }, "Sort by ", el("select", { id: "pick-sort", onchange: ({ target }) => update({ sort: target.value }) },
  [["", "what readers want first"], ...COLUMNS.flatMap(({ key, head }) => [[key, `${head} ↑`], [`-${key}`, `${head} ↓`]])]
    .map(([value, text]) => el("option", { value, selected: app.state.sort === value }, text))));

// A head sorts by its column: up, down, then back to the order of interest.
function columnHead({ key, head }) {
  const { sort } = app.state;
  const next = sort === key ? `-${key}` : sort === `-${key}` ? "" : key;
  const [direction, arrow] = sort === key ? ["ascending", " ↑"] : sort === `-${key}` ? ["descending", " ↓"] : ["none", ""];
  return el("th", { scope: "col", "aria-sort": direction },
    el("button", { type: "button", class: "head", id: `sort-${key}`, onclick: () => update({ sort: next }) }, head, el("span", { "aria-hidden": "true" }, arrow)));
}

// All statements that pass, those that a reader would want first, or as a column has them.
export function tableStatements() {
  const rows = [];
  for (let row = 0; row < app.scene.failed.length; row += 1) if (!app.scene.failed[row]) rows.push(row);
  const { rank } = data.statements;
  rows.sort((left, right) => rank[left] - rank[right]);
  const column = COLUMNS.find(({ key }) => key === app.state.sort.replace("-", ""));
  return column ? sortedBy(rows, column.by, app.state.sort.startsWith("-")) : rows;
}

// Rows in the order of a column: numbers before words, and what is empty last, in either direction.
export function sortedBy(rows, by, backwards) {
  const keyed = rows.map((row) => [row, by(row)]);
  const isEmpty = (value) => value === null || value === "" || value === undefined;
  const turn = backwards ? -1 : 1;
  const compare = (left, right) => {
    if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
    return turn * (typeof left === "number" ? left - right : left < right ? -1 : Number(left > right));
  };
  const full = keyed.filter(([, value]) => !isEmpty(value)).sort(([, left], [, right]) => compare(left, right));
  return [...full, ...keyed.filter(([, value]) => isEmpty(value))].map(([row]) => row);
}

function tableRow(row) {
  const { subject, predicate, kind, confidence, value, literal } = data.statements;
  const amount = value[row] && value[row] !== literal[row] ? el("span", { class: "soft" }, ` (${value[row]})`) : null;
  return el("tr", { class: selectedStatement() === row ? "selected" : "" },
    el("th", { scope: "row" }, nodeButton(subject[row])),
    el("td", {}, el("button", { type: "button", class: "text", onclick: () => act.selectStatement(row) }, quoted(predicate[row]))),
    el("td", {}, objectPart(row), amount),
    el("td", { "data-head": "When" }, timePart(row)),
    el("td", { "data-head": "Who says so" }, sourcePart(row)),
    el("td", { class: "standing" }, lineIcon(kind[row]), standingText(row)),
    el("td", { class: "count", "data-head": "Confidence" }, `${confidence[row]} %`),
    el("td", { class: "sentence" }, sentencesOf(row).map((text) => el("p", { dir: "auto" }, text)), moreSentences(row)));
}

const SENTENCES = 2; // that a row of the table shows

const sentencesOf = (row) => Array.from(rowsOf(index.evidenceOf, row).slice(0, SENTENCES), (piece) => sentenceText(data.evidence.sentence[piece]));

function moreSentences(row) {
  const more = rowsOf(index.evidenceOf, row).length - SENTENCES;
  return more > 0 ? el("button", { type: "button", class: "text small", onclick: () => act.selectStatement(row) }, plural(more, "more sentence")) : null;
}
