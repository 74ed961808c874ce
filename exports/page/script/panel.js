// The panel: an overview, or what is selected.

import { act, app, data, index } from "./app.js";
import { claimButton, claimList, documentPart, newestFirst, nodeButton } from "./claims.js";
import { rowsOf } from "./data.js";
import { $, el, quoted, redraw } from "./dom.js";
import { entityPanel } from "./entity_panel.js";
import { statementCard } from "./evidence.js";
import { isFiltered, passing } from "./filters.js";
import { markKey } from "./marks.js";
import { closeButton, idLine } from "./panel_parts.js";
import { edgesBetween, pathBetween } from "./path_finding.js";
import { bundleOf, edgeOf, passingOf, sortOf, SOURCE } from "./scene.js";
import { selection } from "./state.js";
import { number, plural, shorten } from "./words.js";

export function drawPanel() {
  const chosen = selection();
  const make = { "": overview, entity: entityPanel, statement: statementPanel, line: linePanel, path: pathPanel }[chosen.kind];
  const anew = app.panelShows !== app.state.selected;
  redraw($("panel"), make(...chosen.rows).filter(Boolean), { anew });
  if (anew) $("panel").scrollTop = 0;
  app.panelShows = app.state.selected;
  document.body.classList.toggle("selecting", chosen.kind !== "");
}

function overview() {
  const { documents, entities, statements } = data;
  const named = entities.named.filter(Boolean).length;
  const shown = app.scene.statements.length; // as the header counts them
  const wanted = app.state.document;
  const chosen = newestFirst().filter((document) => !wanted.length || wanted.includes(String(document)));
  return [
    el("h2", {}, "At a glance"),
    filteredNote(),
    el("p", { class: "soft long" }, "Click a name, a line or a statement to see where it is said, and who says so."),
    ...headed("Strongest statements", "claims", strongest(8).map((row) => el("li", {}, claimButton(row)))),
    ...headed("Most connected", "ranking", mostConnected(8).map(rankingItem)),
    ...headed("Read from", "documents", chosen.slice(0, DOCUMENTS).map(documentItem)),
    chosen.length > DOCUMENTS ? el("p", { class: "soft small" }, `and ${number(chosen.length - DOCUMENTS)} more, under Filters`) : null,
    el("h3", {}, "In all"),
    el("p", { class: "totals" }, `${plural(entities.type.length, "entity", "entities")} (${number(named)} with a name) and ${plural(statements.subject.length, "statement")} from ${plural(documents.source.length, "document")}.`),
    boundNote(shown, statements.subject.length),
  ];
}

// What is left where a person has chosen.
function filteredNote() {
  if (!isFiltered()) return null;
  const { document } = app.state;
  return el("p", { class: "strong" }, `${plural(passing(), "statement")} ${document.length ? `of ${plural(document.length, "article")} ` : ""}in view. In all:`);
}

const DOCUMENTS = 12; // that the overview lists

// The switch between what most readers want and all that was read.
function boundNote(shown, total) {
  if (!data.statements.wanted.includes(0) || isFiltered()) return null;
  const { all } = app.state;
  return el("p", { class: "bound soft" },
    all ? "All statements are shown. " : `${number(shown)} of ${number(total)} are shown: those that most readers want (interest ${data.bound} % or more, confidence ${data.credible} % or more). `,
    el("button", { type: "button", class: "text", onclick: () => act.refilter({ all: !all }) }, all ? "Show the wanted only" : "Show all"));
}

const headed = (title, kind, items) => (items.length ? [el("h3", {}, title), el("ol", { class: kind }, items)] : []);

const documentItem = (document) => el("li", {}, documentPart(document), " ",
  el("button", { type: "button", class: "text small", onclick: () => act.readArticle(document) }, "Read"));

// All statements of an entity; where something is chosen, those of them that pass.
const countOf = (node) => (isFiltered() ? rowsOf(index.touching, node).filter((row) => !app.scene.failed[row]).length : rowsOf(index.touching, node).length);

// As the terminal lists them: by all statements whose subject or object they are; where that is chosen, of what is in view.
function mostConnected(count) {
  const pool = isFiltered() || app.state.focus ? app.scene.nodes : data.entities.named.keys();
  return [...pool].filter((node) => sortOf(node) === "named").map((node) => [node, countOf(node)])
    .filter(([, count]) => count).sort(([left, most], [right, more]) => more - most || left - right).slice(0, count);
}

const rankingItem = ([node, count]) => el("li", {}, nodeButton(node), el("span", { class: "count" }, number(count)));

// The statements that a reader would want first, as the terminal lists them.
export function strongest(count) {
  const { rank } = data.statements;
  const rows = [];
  app.scene.failed.forEach((bits, row) => { if (!bits) rows.push(row); });
  return rows.sort((left, right) => rank[left] - rank[right]).slice(0, count);
}

function statementPanel(row) {
  const { subject, object } = data.statements;
  const groups = object[row] < 0 ? new Map() : groupsOf(edgesBetween(subject[row], object[row]), row);
  const count = [...groups.values()].flat().length;
  return [
    closeButton(),
    el("p", { class: "kicker" }, "Statement"),
    statementCard(row),
    count ? el("section", {}, el("h3", {}, "Also between these two"), othersOf(groups), lineButton(row, count + 1)) : null,
    markKey(),
    idLine("statements", row),
  ];
}

const OTHERS = 8; // further statements between two that a statement's panel lists

// The first of them, under what joins the two there.
function othersOf(groups) {
  let left = OTHERS;
  return [...groups].flatMap(([title, rows]) => {
    const shown = rows.slice(0, left);
    left -= shown.length;
    return shown.length ? [el("h4", {}, quoted(title)), claimList(shown)] : [];
  });
}

const lineButton = (row, count) => (count > OTHERS
  ? el("button", { type: "button", class: "more", onclick: () => act.selectEdge(edgeOf(row)) }, `All ${number(count)} statements between these two`) : null);

const CARDS = 4; // statements of a line or a step that are shown in full

// All that joins two entities: what is said of both, in each direction, then what one takes part in or says.
function linePanel(one, two) {
  const edges = edgesBetween(one, two);
  const rows = [...new Set(edges.flatMap((edge) => passingOf(edge)))];
  const open = new Set(rows.slice(0, CARDS));
  return [
    closeButton(),
    el("p", { class: "kicker" }, plural(rows.length, "statement")),
    el("h2", {}, quoted(data.nodes.label[one]), " – ", quoted(data.nodes.label[two])),
    ...[...groupsOf(edges)].map(([title, group]) => el("section", {}, el("h3", {}, quoted(title), ` · ${number(group.length)}`),
      group.filter((row) => open.has(row)).map((row) => statementCard(row)),
      claimList(group.filter((row) => !open.has(row))))),
    markKey(),
  ];
}

// The statements of edges by how they join the two, each once, by the first line that has it; but for one that is shown.
function groupsOf(edges, shown = -1) {
  const groups = new Map();
  const seen = new Set([shown]);
  for (const edge of edges) {
    for (const line of bundleOf(edge).lines) {
      const row = data.lines.statement[line];
      if (seen.has(row)) continue;
      seen.add(row);
      const title = lineTitle(line, edge);
      groups.set(title, [...(groups.get(title) ?? []), row]);
    }
  }
  return groups;
}

function lineTitle(line, edge) {
  const { kind, back } = data.lines;
  const ends = [data.edges.from[edge], data.edges.to[edge]].map((node) => shorten(data.nodes.label[node], 30));
  const [from, to] = back[line] ? ends.reverse() : ends;
  if (kind[line] === 0) return `${from} → ${to}`;
  return kind[line] === SOURCE ? `${from} says so` : `${to} takes part`;
}

// One step of a path: its foremost statements with their sentences, the others as lines that open them.
function stepPart({ edges }) {
  const rows = [...new Set(edges.flatMap((edge) => passingOf(edge)))];
  return [...rows.slice(0, CARDS).map((row) => statementCard(row)), claimList(rows.slice(CARDS))];
}

function pathPanel(from, to) {
  const steps = pathBetween(from, to);
  const heading = [closeButton(), el("p", { class: "kicker" }, "Shortest path"),
    el("h2", {}, quoted(data.nodes.label[from]), " → ", quoted(data.nodes.label[to]))];
  if (!steps) return [...heading, el("p", {}, "No path: with these filters, no chain of statements joins the two.")];
  return [...heading, el("p", { class: "soft" }, `${plural(steps.length, "step")}, whatever the direction of the statements`),
    ...steps.flatMap(stepPart), markKey()];
}
