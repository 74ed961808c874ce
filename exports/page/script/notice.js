// What is in view, and what is not.

import { act, app, data } from "./app.js";
import { isValue } from "./data.js";
import { $, announce, el, quoted, redraw } from "./dom.js";
import { isFiltered, keptBack, passing } from "./filters.js";
import { strongest } from "./panel.js";
import { hiddenEntities, MORE } from "./paths.js";
import { neighboursOf, sortOf } from "./scene.js";
import { sortCounts, SORTS } from "./sorts.js";
import { number, plural, shorten } from "./words.js";

export function drawNotice() {
  const shown = app.scene.nodes.size;
  const counts = sortCounts();
  const total = data.entities.named.reduce((sum, named) => sum + named, 0);
  $("summary").textContent = summary();
  const kept = keptBack();
  const parts = [];
  const button = (act, ...content) => el("button", { type: "button", onclick: act }, ...content);
  const sortButton = (command, ...content) => el("button", { type: "button", class: "wide-only", onclick: command }, ...content);
  if (app.state.focus) parts.push(...focusNotice());
  if (app.state.document.length) parts.push(...documentNotice());
  if (!shown && isFiltered()) parts.push("Nothing passes these filters. ", button(act.resetFilters, "Reset"));
  if (!shown && !total) parts.push("No named entity was found.");
  if (app.scene.spared) parts.push(`${number(app.scene.edges.length)} strongest of ${number(app.scene.edges.length + app.scene.spared)} lines drawn`);
  if (kept) parts.push(button(() => act.refilter({ all: true }), `Show ${number(kept)} less wanted`, el("span", { class: "long" }, kept === 1 ? " statement" : " statements")));
  else if (app.state.all) parts.push(button(() => act.refilter({ all: false }), "Show the wanted only"));
  for (const [sort, [one, many, more]] of Object.entries(SORTS)) {
    if (!counts[sort]) continue;
    const [verb, wanted] = app.state[sort] ? ["Hide", false] : ["Show", true];
    const inView = [...app.scene.nodes].filter((node) => sortOf(node) === sort).length;
    const some = app.state[sort] && inView < counts[sort] ? `${number(inView)} of ` : "";
    parts.push(sortButton(() => act.refilter({ [sort]: wanted }), `${verb} ${some}${plural(counts[sort], one, many)}`, more && el("span", { class: "long" }, counts[sort] === 1 ? more : `${more}s`)));
  }
  const rest = hiddenEntities().length;
  if (shown && rest) parts.push(button(act.showMore, `Show ${rest > MORE ? `${MORE} of ${number(rest)}` : number(rest)} more`, el("span", { class: "long" }, rest === 1 ? " entity" : " entities")));
  $("notice").classList.toggle("quiet", !app.message && shown > 0);
  redraw($("notice"), app.message ? [app.message] : parts, { instead: $("graph") });
  $("notice").hidden = !$("notice").textContent;
}

// How much there is, and how much of it this view shows.
function summary() {
  const entities = plural(data.entities.type.length, "entity", "entities");
  const statements = plural(data.statements.subject.length, "statement");
  if (app.state.view === "graph") {
    const drawn = [...app.scene.nodes].filter((node) => !isValue(node)).length;
    return `${number(drawn)} of ${entities} · ${number(app.scene.statements.length)} of ${statements} in view`;
  }
  if (app.state.view === "table") return `${number(passing())} of ${statements} in the table`;
  return `${entities} · ${statements}`;
}

// That only some articles are shown, and the way to all of them.
function documentNotice() {
  const count = app.state.document.length;
  return [el("span", { class: "only" }, `Only ${number(count)} of ${plural(data.documents.source.length, "article")}`),
    el("button", { type: "button", onclick: () => act.refilter({ document: [] }) }, "All articles")];
}

// How much of the neighbourhood is in view, and the way out.
function focusNotice() {
  const [node] = app.state.focus;
  const around = neighboursOf(node);
  const shown = around.filter((other) => app.scene.nodes.has(other)).length;
  return [
    el("span", { class: "only" }, "Only ", quoted(shorten(data.nodes.label[node], 40)), ` and ${shown < around.length ? `${number(shown)} of ` : ""}${plural(around.length, "neighbour")}`),
    el("button", { type: "button", onclick: act.leaveFocus }, "Leave focus"),
  ];
}

export function tell(text, { stays = false } = {}) {
  app.message = text;
  clearTimeout(app.hushing);
  if (!stays) app.hushing = setTimeout(hush, 4000);
  drawNotice();
  announce(text);
}

export function hush() {
  app.message = "";
  drawNotice();
}
