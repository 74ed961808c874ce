// What articles say against each other, each side with its sentence, and figures as they moved.

import { act, app, data } from "./app.js";
import { documentPart } from "./claims.js";
import { dateText } from "./days.js";
import { $, el, quoted, redraw, svg } from "./dom.js";
import { amount, nameIn } from "./words.js";

const KINDS = { denial: "Denied", value: "Two values", figure: "Different figures", date: "Different dates", correction: "Corrected" };

export function drawDisputes() {
  if (app.state.view !== "disputes") return;
  redraw($("disputes"), [
    el("p", { class: "soft small" }, "Where articles say different things of one matter, each in its own words. That nobody denies something does not make it true, nor does a denial make it false."),
    ...data.figures.map(figureCard),
    ...data.disputes.filter(({ kind }) => kind !== "figure").map(disputeCard),
  ]);
}

function disputeCard({ kind, text, values, sides }) {
  return el("article", { class: "dispute" },
    el("p", { class: "kicker" }, nameIn(KINDS, kind), values.length > 1 ? `: ${values.join(" / ")}` : ""),
    el("h3", {}, quoted(text)),
    ...sides.map(sidePart));
}

// One side: what it says, in which words, and where.
function sidePart([value, document, text, source, row]) {
  return el("figure", {},
    el("blockquote", { dir: "auto" }, quoted(text)),
    el("figcaption", {}, el("strong", {}, quoted(value)), source ? el("span", {}, " · ", quoted(source)) : null, " · ", documentPart(document, text),
      row < 0 ? null : el("button", { type: "button", class: "text small", onclick: () => act.selectStatement(row) }, "Statement")));
}

const [WIDE, HIGH, EDGE] = [560, 160, 32]; // of a chart, in its own units

function figureCard({ text, unit, summary, points }) {
  return el("article", { class: "dispute" },
    el("p", { class: "kicker" }, `Figure${unit ? ` (${unit})` : ""}: ${summary}`),
    el("h3", {}, quoted(text)),
    chart(points),
    el("ol", { class: "points" }, points.map(([, value, document, row]) => el("li", {},
      el("strong", {}, amount(value)), " · ", documentPart(document), " ",
      el("button", { type: "button", class: "text small", onclick: () => act.selectStatement(row) }, "Statement")))));
}

// Where the points of a series stand: by day from left to right, by number from bottom to top.
export function chartPlaces(points) {
  const days = points.map(([day]) => Date.parse(day));
  const values = points.map(([, value]) => value);
  const share = (value, all) => {
    const known = all.filter(Number.isFinite);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    return high > low && Number.isFinite(value) ? (value - low) / (high - low) : 0.5;
  };
  return points.map((_, at) => [share(days[at], days), share(values[at], values)]);
}

// Points of one day stand above each other, and no line leads from one to the other.
function chart(points) {
  if (points.length < 2) return null;
  const places = chartPlaces(points).map(([x, y]) => [EDGE + x * (WIDE - 2 * EDGE), HIGH - EDGE - y * (HIGH - 2 * EDGE)]);
  const isSameDay = (at) => at > 0 && places[at][0] === places[at - 1][0];
  const line = places.map(([x, y], at) => `${at && !isSameDay(at) ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  const dots = places.map(([x, y]) => svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: 4.5 }));
  const isSame = (at) => at > 0 && points[at][1] === points[at - 1][1];
  const words = places.flatMap(([x, y], at) => (isSame(at) ? [] : [pointText(x, y, amount(points[at][1]))]));
  return svg("svg", { class: "chart", viewBox: `0 0 ${WIDE} ${HIGH}`, "aria-hidden": "true" }, svg("path", { d: line }), ...dots, ...words, ...dayTexts(points));
}

// A number beside its point; above it where there is no room at the right.
function pointText(x, y, text) {
  const atEnd = x > WIDE - 3 * EDGE;
  const place = atEnd ? { x: (x + 6).toFixed(1), y: (y - 10).toFixed(1), "text-anchor": "end" } : { x: (x + 9).toFixed(1), y: (y - 6).toFixed(1), "text-anchor": "start" };
  return svg("text", place, text);
}

// The first day and the last under the points; one in the middle where there is no other.
function dayTexts(points) {
  const days = points.map(([day]) => day).filter(Boolean).sort();
  if (!days.length) return [];
  const text = (day, x, anchor) => svg("text", { class: "day", x: String(x), y: String(HIGH - 3), "text-anchor": anchor }, dateText(day));
  const [first, last] = [days[0], days.at(-1)];
  return first === last ? [text(first, WIDE / 2, "middle")] : [text(first, 4, "start"), text(last, WIDE - 4, "end")];
}
