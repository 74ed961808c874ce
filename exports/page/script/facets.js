// The filters beside the graph: choices with the number of statements each would leave.

const FACET_TITLES = { type: "Type of entity", standing: "Standing", source: "Who says it", relation: "Relation", document: "Document" };
const CHOICES = 8; // shown before "more"
const CHOICES_LIMIT = 500; // shown after it
const unfolded = new Set();

function drawFacets() {
  const count = FACETS.filter((facet) => state[facet].length).length + Number(state.text !== "") + Number(state.from !== null || state.to !== null) + Number(state.confidence > 0);
  $("filter-count").textContent = String(count);
  $("filter-count").hidden = !count;
  if ($("filters").hidden) return;
  const focused = document.activeElement?.id;
  const counts = facetCounts(scene.failed);
  $("filters").replaceChildren(...[
    el("div", { class: "bar" }, el("h2", {}, "Filters"),
      el("button", { type: "button", id: "reset", onclick: resetFilters, disabled: !count && !Object.keys(SORTS).some((sort) => state[sort]) }, "Reset"),
      el("button", { type: "button", class: "bare", "aria-label": "Close filters", onclick: toggleFilters }, icon("close"))),
    el("p", { class: "soft", role: "status" }, `${plural(scene.failed.filter((bits) => !bits).length, "statement")} of ${number(scene.failed.length)}`),
    textFilter(),
    ...["type", "standing", "source"].map((facet) => facetBox(facet, counts[facet])),
    timeFilter(),
    confidenceFilter(),
    ...["relation", "document"].map((facet) => facetBox(facet, counts[facet])),
    sortFilter(),
  ].filter(Boolean));
  if (focused) $(focused)?.focus();
}

// Change a filter, then show all that is left.
function refilter(changes) {
  update(changes);
  fit();
}

const resetFilters = () => refilter({ ...Object.fromEntries(FACETS.map((facet) => [facet, []])), text: "", from: null, to: null, confidence: 0, ...Object.fromEntries(Object.keys(SORTS).map((sort) => [sort, false])) });

function toggleFilters() {
  const opening = $("filters").hidden;
  $("filters").hidden = !opening;
  $("show-filters").setAttribute("aria-expanded", String(opening));
  drawFacets();
  if (opening) $("filters").querySelector("input, button")?.focus();
  else $("show-filters").focus();
}

const textFilter = () => (state.text
  ? el("p", { class: "chips" }, el("span", { class: "chip" }, "“", quoted(state.text), "” ",
    el("button", { type: "button", class: "bare small", "aria-label": "Remove these words", onclick: () => refilter({ text: "" }) }, icon("close"))))
  : null);

function facetBox(facet, counts) {
  const keys = [...new Set([...state[facet], ...counts.keys()])]
    .sort((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0) || (left < right ? -1 : 1));
  if (keys.length < 2 && !state[facet].length) return null;
  const shown = unfolded.has(facet) ? keys.slice(0, CHOICES_LIMIT) : [...new Set([...state[facet], ...keys.slice(0, CHOICES)])];
  const note = facet === "type" ? el("p", { class: "soft small" }, "Statements whose entities are all of these types") : null;
  return el("fieldset", {}, el("legend", {}, FACET_TITLES[facet]), note,
    shown.map((key) => choice(facet, key, counts.get(key) ?? 0)),
    unfolded.has(facet) && keys.length > CHOICES_LIMIT ? el("p", { class: "soft small" }, `${number(CHOICES_LIMIT)} of ${number(keys.length)} shown`) : null,
    keys.length > CHOICES ? el("button", { type: "button", class: "more", id: `more-${facet}`, onclick: () => unfold(facet) }, unfolded.has(facet) ? "Fewer" : `${number(keys.length - CHOICES)} more`) : null);
}

function unfold(facet) {
  if (!unfolded.delete(facet)) unfolded.add(facet);
  drawFacets();
}

function choice(facet, key, count) {
  const picked = state[facet].includes(key);
  const toggle = () => refilter({ [facet]: picked ? state[facet].filter((other) => other !== key) : [...state[facet], key] });
  const cue = facet === "type" ? shapeIcon(groupOfType(key)) : null;
  return el("label", { class: count ? "" : "none" },
    el("input", { type: "checkbox", id: `${facet}-${key}`, checked: picked, onchange: toggle }), cue,
    quoted(facetOf(facet).name(key), { class: "name" }), el("span", { class: "count" }, number(count)));
}

const groupOfType = (type) => data.nodes.group[data.entities.type.indexOf(type)] ?? "concept";

function confidenceFilter() {
  const output = el("output", { for: "sure" }, `${state.confidence} %`);
  return el("fieldset", {}, el("legend", {}, "Least confidence"),
    el("div", { class: "slider" }, el("input", {
      type: "range", id: "sure", min: "0", max: "100", step: "5", value: String(state.confidence), "aria-label": "Least confidence",
      oninput: ({ target }) => { output.textContent = `${target.value} %`; },
      onchange: ({ target }) => refilter({ confidence: Number(target.value) }),
    }), output));
}

const dayRange = () => {
  const { first, last } = data.statements;
  let low = Infinity;
  let high = -Infinity;
  first.forEach((day, row) => { if (day !== null) { low = Math.min(low, day); high = Math.max(high, last[row]); } });
  return low < high ? [low, high] : null;
};

function timeFilter() {
  const range = dayRange();
  if (!range) return null;
  const [low, high] = range;
  const output = el("output", {}, daysText(state.from ?? low, state.to ?? high));
  const slider = (id, label, value, key) => el("input", {
    type: "range", id, min: String(low), max: String(high), value: String(value), "aria-label": label, "aria-valuetext": dayText(value),
    oninput: () => { output.textContent = daysText(...rangeShown()); },
    onchange: () => { const [from, to] = rangeShown(); refilter({ from: from > low ? from : null, to: to < high ? to : null }); },
    "data-key": key,
  });
  return el("fieldset", {}, el("legend", {}, "Time"), histogram(low, high),
    el("div", { class: "range" }, slider("from", "From", state.from ?? low), slider("to", "To", state.to ?? high)), output,
    el("p", { class: "soft small" }, "By the time in the text or else the day of publication"));
}

function rangeShown() {
  const values = [Number($("from").value), Number($("to").value)];
  return [Math.min(...values), Math.max(...values)];
}

function histogram(low, high) {
  const bars = Math.min(40, high - low + 1);
  const heights = new Array(bars).fill(0);
  data.statements.first.forEach((day, row) => {
    if (day !== null && !(scene.failed[row] & ~BIT.time)) heights[Math.min(bars - 1, Math.floor(((day - low) * bars) / (high - low + 1)))] += 1;
  });
  const top = Math.max(1, ...heights);
  return svg("svg", { class: "histogram", viewBox: `0 0 ${bars} 20`, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...heights.map((height, bar) => svg("rect", { x: bar + 0.1, width: 0.8, y: 20 - (20 * Math.sqrt(height)) / Math.sqrt(top), height: (20 * Math.sqrt(height)) / Math.sqrt(top) })));
}

// What a page shows only when asked: as a button counts it (one, many, what more there is room for), and as the filters name it.
const SORTS = {
  unnamed: ["unnamed", "unnamed", " participant", "Unnamed participants"],
  phrases: ["phrase", "phrases", "", "Phrases that statements are about"],
  values: ["value", "values", "", "Values and other words that name no entity"],
};

// How many nodes of each sort have statements that pass, shown or not.
function sortCounts() {
  const { subject, edge } = data.statements;
  const nodes = new Set();
  scene.failed.forEach((bits, row) => { if (!bits) nodes.add(subject[row]).add(edge[row] < 0 ? -1 : data.edges.to[edge[row]]); });
  const counts = { named: 0, unnamed: 0, phrases: 0, values: 0 };
  for (const node of nodes) if (node >= 0) counts[sortOf(node)] += 1;
  return counts;
}

function sortFilter() {
  const counts = sortCounts();
  const sorts = Object.keys(SORTS).filter((sort) => counts[sort] || state[sort]);
  if (!sorts.length) return null;
  return el("fieldset", {}, el("legend", {}, "Also show"), sorts.map((sort) => el("label", {},
    el("input", { type: "checkbox", id: sort, checked: state[sort], onchange: ({ target }) => refilter({ [sort]: target.checked }) }),
    el("span", { class: "name" }, SORTS[sort][3]),
    el("span", { class: "count" }, number(counts[sort])))));
}
