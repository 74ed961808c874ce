// The slider of time: its steps are the days that something happened on, so that centuries without news take no room.

import { act, app, data } from "./app.js";
import { daysText, dayText, stepsOf } from "./days.js";
import { $, el, svg } from "./dom.js";
import { BIT } from "./filters.js";

export function timeFilter() {
  const steps = timeSteps();
  if (steps.length < 2) return null;
  const last = steps.length - 1;
  const { from, to } = app.state;
  const low = from === null ? 0 : stepAt(steps, from);
  const high = to === null ? last : stepBefore(steps, to);
  const shown = (left, right) => daysText(steps[left], right === last ? Math.max(steps[last], lastDay()) : steps[right]);
  const output = el("output", {}, shown(low, high));
  const slider = (id, label, value) => el("input", {
    type: "range", id, min: "0", max: String(last), value: String(value), "aria-label": label, "aria-valuetext": dayText(steps[value]),
    oninput: () => { output.textContent = shown(...rangeShown()); },
    onchange: () => { const [left, right] = rangeShown(); act.refilter({ from: left > 0 ? steps[left] : null, to: right < last ? steps[right] : null }); },
  });
  return el("fieldset", {}, el("legend", {}, "Time"), histogram(steps),
    el("div", { class: "range" }, slider("from", "From", low), slider("to", "To", high)), output,
    el("p", { class: "soft small" }, "By the time in the text or else the day of publication; each step is a day with statements"));
}

const timeSteps = () => stepsOf(data.statements.first.filter((day) => day !== null));
const lastDay = () => data.statements.last.reduce((most, day) => Math.max(most, day ?? 0), 0);

// The first step from a day on, and the last step up to it.
const stepAt = (steps, day) => Math.max(0, steps.findIndex((step) => step >= day));
const stepBefore = (steps, day) => Math.max(0, steps.findLastIndex((step) => step <= day));

function rangeShown() {
  const values = [Number($("from").value), Number($("to").value)];
  return [Math.min(...values), Math.max(...values)];
}

const BARS = 40;

// How many statements begin in each stretch of steps.
function histogram(steps) {
  const bars = Math.min(BARS, steps.length);
  const heights = new Array(bars).fill(0);
  data.statements.first.forEach((day, row) => {
    if (day === null || app.scene.failed[row] & ~BIT.time) return;
    heights[Math.floor((stepBefore(steps, day) * bars) / steps.length)] += 1;
  });
  const top = Math.max(1, ...heights);
  const tall = (height) => (20 * Math.sqrt(height)) / Math.sqrt(top);
  return svg("svg", { class: "histogram", viewBox: `0 0 ${bars} 20`, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...heights.map((height, bar) => svg("rect", { x: bar + 0.1, width: 0.8, y: 20 - tall(height), height: tall(height) })));
}
