// The filters beside the graph: choices with the number of statements each would leave.

import { act, app, data } from "./app.js";
import { $, el, icon, quoted, shapeIcon } from "./dom.js";
import { facetCounts, facetOf } from "./filters.js";
import { sortFilter, SORTS } from "./sorts.js";
import { FACETS, update } from "./state.js";
import { timeFilter } from "./time_filter.js";
import { folded, number, plural } from "./words.js";

const FACET_TITLES = { type: "Type of entity", event: "Kind of event", standing: "Standing", source: "Who says it", relation: "Relation", document: "Document" };
const CHOICES = 8; // shown before "more"
const CHOICES_LIMIT = 500; // shown after it

export function drawFacets() {
  const { text, from, to, confidence } = app.state;
  const count = FACETS.filter((facet) => app.state[facet].length).length + Number(text !== "") + Number(from !== null || to !== null) + Number(confidence > 0);
  $("filter-count").textContent = String(count);
  $("filter-count").hidden = !count;
  if ($("filters").hidden) return;
  const focused = document.activeElement?.id;
  const counts = facetCounts(app.scene.failed);
  const box = (facet) => facetBox(facet, counts[facet]);
  $("filters").replaceChildren(...[
    el("div", { class: "bar" }, el("h2", {}, "Filters"),
      el("button", { type: "button", id: "reset", onclick: resetFilters, disabled: !count && !Object.keys(SORTS).some((sort) => app.state[sort]) && !app.state.all }, "Reset"),
      el("button", { type: "button", class: "bare", "aria-label": "Close filters", onclick: toggleFilters }, icon("close"))),
    el("p", { class: "soft", role: "status" }, `${plural(app.scene.failed.filter((bits) => !bits).length, "statement")} of ${number(app.scene.failed.length)}`),
    boundSwitch(),
    textFilter(),
    ...["type", "event", "standing", "source"].map(box),
    timeFilter(),
    confidenceFilter(),
    ...["relation", "document"].map(box),
    sortFilter(),
  ].filter(Boolean));
  if (focused) refocus($(focused));
}

// Back to where the keyboard was; in a field, behind what was typed.
function refocus(element) {
  element?.focus();
  if (element?.type === "search") element.setSelectionRange(element.value.length, element.value.length);
}

// Statements below the bound of interest are there for who asks.
const boundSwitch = () => (data.statements.wanted.includes(0)
  ? el("fieldset", {}, el("label", {},
    el("input", { type: "checkbox", id: "all", checked: app.state.all, onchange: ({ target }) => refilter({ all: target.checked }) }),
    el("span", { class: "name" }, `All statements, also of an interest below ${data.bound} % or a confidence below ${data.credible} %`),
    el("span", { class: "count" }, number(data.statements.wanted.reduce((sum, wanted) => sum + Number(!wanted), 0)))))
  : null);

// Change a filter, then show all that is left; pages of many articles are not filtered, so the graph comes into view.
export function refilter(changes) {
  const unfiltered = ["overview", "disputes"].includes(app.state.view);
  update(unfiltered ? { view: "graph", ...changes } : changes);
  act.fit();
}

export const resetFilters = () => refilter({ view: app.state.view, all: false, ...Object.fromEntries(FACETS.map((facet) => [facet, []])), text: "", from: null, to: null, confidence: 0, ...Object.fromEntries(Object.keys(SORTS).map((sort) => [sort, false])) });

export function toggleFilters() {
  const opening = $("filters").hidden;
  $("filters").hidden = !opening;
  $("show-filters").setAttribute("aria-expanded", String(opening));
  drawFacets();
  if (opening) $("filters").querySelector("input, button")?.focus();
  else $("show-filters").focus();
}

const textFilter = () => (app.state.text
  ? el("p", { class: "chips" }, el("span", { class: "chip" }, "“", quoted(app.state.text), "” ",
    el("button", { type: "button", class: "bare small", "aria-label": "Remove these words", onclick: () => refilter({ text: "" }) }, icon("close"))))
  : null);

function facetBox(facet, counts) {
  const { name } = facetOf(facet);
  const keys = [...new Set([...app.state[facet], ...counts.keys()])]
    .sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0) || (left < right ? -1 : 1));
  if (keys.length < 2 && !app.state[facet].length) return null;
  const wanted = folded(app.facetWords[facet] ?? "");
  const found = wanted ? keys.filter((key) => folded(name(key)).includes(wanted)) : keys;
  const whole = wanted || app.unfolded.has(facet);
  const shown = whole ? found.slice(0, CHOICES_LIMIT) : [...new Set([...app.state[facet], ...found.slice(0, CHOICES)])];
  const note = facet === "type" ? el("p", { class: "soft small" }, "Statements whose entities are all of these types") : null;
  return el("fieldset", {}, el("legend", {}, FACET_TITLES[facet]), note,
    keys.length > CHOICES ? facetSearch(facet) : null,
    shown.map((key) => choice(facet, key, counts.get(key) ?? 0)),
    found.length ? null : el("p", { class: "soft small" }, "Nothing in this list has these letters"),
    whole && found.length > CHOICES_LIMIT ? el("p", { class: "soft small" }, `${number(CHOICES_LIMIT)} of ${number(found.length)} shown`) : null,
    keys.length > CHOICES && !wanted ? el("button", { type: "button", class: "more", id: `more-${facet}`, onclick: () => unfold(facet) }, app.unfolded.has(facet) ? "Fewer" : `${number(keys.length - CHOICES)} more`) : null);
}

// A box that finds choices in a long list.
const facetSearch = (facet) => el("input", {
  type: "search", class: "find", id: `find-${facet}`, value: app.facetWords[facet] ?? "", placeholder: "Find in this list",
  "aria-label": `Find in the list: ${FACET_TITLES[facet]}`, autocomplete: "off", spellcheck: "false", maxlength: "100",
  oninput: ({ target }) => { app.facetWords[facet] = target.value; drawFacets(); },
});

function unfold(facet) {
  if (!app.unfolded.delete(facet)) app.unfolded.add(facet);
  drawFacets();
}

function choice(facet, key, count) {
  const picked = app.state[facet].includes(key);
  const toggle = () => refilter({ [facet]: picked ? app.state[facet].filter((other) => other !== key) : [...app.state[facet], key] });
  const cue = facet === "type" ? shapeIcon(groupOfType(key)) : null;
  return el("label", { class: count ? "" : "none" },
    el("input", { type: "checkbox", id: `${facet}-${key}`, checked: picked, onchange: toggle }), cue,
    quoted(facetOf(facet).name(key), { class: "name" }), el("span", { class: "count" }, number(count)));
}

const groupOfType = (type) => data.nodes.group[data.entities.type.indexOf(type)] ?? "concept";

function confidenceFilter() {
  const output = el("output", { for: "sure" }, `${app.state.confidence} %`);
  return el("fieldset", {}, el("legend", {}, "Least confidence"),
    el("div", { class: "slider" }, el("input", {
      type: "range", id: "sure", min: "0", max: "100", step: "5", value: String(app.state.confidence), "aria-label": "Least confidence",
      oninput: ({ target }) => { output.textContent = `${target.value} %`; },
      onchange: ({ target }) => refilter({ confidence: Number(target.value) }),
    }), output));
}
