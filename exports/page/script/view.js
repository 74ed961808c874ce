// What part of the drawing the window shows.

import { app } from "./app.js";
import { $ } from "./dom.js";
import { lit } from "./highlight.js";
import { neighboursOf } from "./scene.js";

export const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (isStill() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

export const isNarrow = () => matchMedia("(max-width: 760px)").matches;

// Show all that is in view, names included, clear of the legend.
export function fit({ moving = true, nodes = [...app.scene.nodes] } = {}) {
  if (!nodes.length) return;
  app.fitted = true;
  const [left, right] = rangeOf(nodes, "x");
  const [top, bottom] = rangeOf(nodes, "y");
  const { clientWidth: width, clientHeight: height } = $("graph");
  const beside = 40; // the buttons
  const [aside, name] = [Math.min(75, width / 8), 58]; // names keep their size whatever the zoom
  const above = name + $("notice").offsetTop + $("notice").offsetHeight;
  const below = name + Math.min(height / 4, $("legend").offsetHeight + 8);
  const [wide, high] = [width - beside - 2 * aside, height - above - below];
  const whole = Math.min(1.6, wide / (right - left || 1), high / (bottom - top || 1));
  const least = isNarrow() ? 0.33 : 0.05; // a telephone shows a readable part, around the most important
  const scale = Math.max(whole, least);
  const first = app.places[Math.min(...nodes)];
  const middle = (low, high, room, at) => {
    const slack = Math.max(0, (high - low) / 2 - room / 2 / scale);
    return Math.min(Math.max(at, (low + high) / 2 - slack), (low + high) / 2 + slack);
  };
  const position = {
    x: middle(left, right, wide, first.x) + beside / 2 / scale,
    y: middle(top, bottom, high, first.y) + (below - above) / 2 / scale,
  };
  app.network.moveTo({ position, scale, animation: moving && motion() });
}

export function rangeOf(nodes, axis) {
  const values = nodes.map((node) => app.places[node][axis]);
  return [Math.min(...values), Math.max(...values)];
}

// Until a person zooms or moves the view, it follows the size of the window.
export function watchSize() {
  for (const event of ["zoom", "dragEnd"]) app.network.on(event, () => { app.fitted = false; });
  new ResizeObserver(() => {
    if (!app.fitted) return;
    fit({ moving: false });
    const chosen = [...lit().selected]; // the panel took room from the drawing
    if (isNarrow() && chosen.length > 1) fit({ moving: false, nodes: chosen });
    else reveal(chosen);
  }).observe($("graph"));
}

export function zoom(factor) {
  app.fitted = false;
  app.network.moveTo({ scale: Math.min(6, Math.max(0.05, app.network.getScale() * factor)), animation: motion() });
}

// Go to a node: from afar close enough to read the names around it.
export function approach(node) {
  const around = neighboursOf(node).filter((other) => app.scene.nodes.has(other));
  if (app.network.getScale() < 0.6 && around.length) fit({ nodes: [node, ...around] });
  else reveal([node]);
}

// Bring nodes into the window if they are outside it.
export function reveal(nodes) {
  const inside = (node) => {
    const { x, y } = app.network.canvasToDOM(app.places[node]);
    return x > 40 && y > 40 && x < $("graph").clientWidth - 40 && y < $("graph").clientHeight - 60;
  };
  const known = nodes.filter((node) => app.places[node]);
  if (!known.length || known.every(inside)) return;
  if (known.length === 1) app.network.moveTo({ position: app.places[known[0]], scale: Math.max(0.8, app.network.getScale()), animation: motion() });
  else fit({ nodes: known });
}
