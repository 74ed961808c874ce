// The same statements as a table: for screen readers, for finding in the page, and for facts that are no line.

const TABLE_STEP = 300;
let tableRows = TABLE_STEP;

function drawTable() {
  if (state.view !== "table") return;
  const rows = tableStatements();
  const shown = rows.slice(0, tableRows);
  const heads = ["Subject", "Predicate", "Object", "When", "Who says so", "Standing", "Confidence", "Sentence"];
  redraw($("table"), [
    el("table", {},
      el("caption", {}, `${plural(rows.length, "statement")}${isFiltered() ? " pass the filters" : ""}`),
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, shown.map(tableRow))),
    rows.length > shown.length
      ? el("button", { type: "button", class: "more", onclick: () => { tableRows += TABLE_STEP; drawTable(); } }, `Show ${number(Math.min(TABLE_STEP, rows.length - shown.length))} more of ${number(rows.length)}`)
      : "",
  ]);
}

// All statements that pass, those of what is selected or in view first.
function tableStatements() {
  const inView = new Set(scene.statements);
  const rows = [];
  for (let row = 0; row < scene.failed.length; row += 1) if (!scene.failed[row]) rows.push(row);
  return rows.sort((left, right) => inView.has(right) - inView.has(left) || left - right);
}

function tableRow(row) {
  const { subject, predicate, kind, confidence } = data.statements;
  return el("tr", { class: state.selected === `s:${statementKey(row)}` ? "selected" : "" },
    el("th", { scope: "row" }, nodeButton(subject[row])),
    el("td", {}, el("button", { type: "button", class: "text", onclick: () => selectStatement(row) }, quoted(predicate[row]))),
    el("td", {}, objectPart(row)),
    el("td", { "data-head": "When" }, timePart(row)),
    el("td", { "data-head": "Who says so" }, sourcePart(row)),
    el("td", { class: "standing" }, lineIcon(kind[row]), standingText(row)),
    el("td", { class: "count", "data-head": "Confidence" }, `${confidence[row]} %`),
    el("td", { class: "sentence" }, sentencesOf(row).map((text) => el("p", { dir: "auto" }, text))));
}

const sentencesOf = (row) => Array.from(rowsOf(index.evidenceOf, row), (piece) => sentenceText(data.evidence.sentence[piece]));
