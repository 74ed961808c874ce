// Names and predicates on the drawing. They keep their size while the graph is zoomed; where two would pile up, the
// more important one is shown, as on a map. The choice depends on the zoom alone, so nothing flickers while panning.

import { app, data } from "./app.js";
import { isValue } from "./data.js";
import { isFaint, isFaintEdge, lit } from "./highlight.js";
import { FONT, radiusOf } from "./looks.js";
import { isEndOf } from "./scene.js";
import { Taken } from "./taken.js";
import { isNarrow, rangeOf } from "./view.js";
import { balanced, directionOf, drawable, number, wrapped } from "./words.js";

const EDGE_WORDS_LIMIT = 160; // lines in view up to which all may carry their words
const AVOID_LIMIT = 80; // lines up to which names are written beside them, not over them
const measure = document.createElement("canvas").getContext("2d");

export function drawLabels(context) {
  const unit = 1 / app.network.getScale();
  const key = [unit, app.sceneVersion, app.swelling, app.state.selected, app.hovered.node, app.hovered.edge, app.theme.name].join("|");
  if (app.labelCache.key !== key) {
    app.labelCache.foremost = new Set([...app.scene.nodes].sort((left, right) => left - right).slice(0, Math.max(6, app.scene.nodes.size / 10)));
    const settled = app.scene.edges.every((edge) => app.network.body.edges[edge]?.connected); // vis-network joins edges late
    app.labelCache = { ...app.labelCache, key: settled ? key : "", ...chooseLabels(unit) };
  }
  drawBars(context, unit);
  for (const label of app.labelCache.edges) drawEdgeLabel(context, label, unit);
  for (const label of app.labelCache.nodes) drawNodeLabel(context, label, unit);
  drawBadges(context, unit);
}

function chooseLabels(unit) {
  const taken = new Taken(90 * unit);
  const free = new Taken(90 * unit); // of all nodes, too
  const around = { points: pointsOfLines(), ...rimOf(unit) };
  const near = lit();
  const nodes = [...app.scene.nodes].sort((left, right) => urgency(right, near) - urgency(left, near) || left - right);
  const block = (some, room) => some.forEach((node) => {
    const { x, y } = app.places[node];
    const radius = radiusOf(node);
    room.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  });
  // The names of the foremost may cover lesser nodes where nothing else is left; all others must find room between them.
  const first = new Set(nodes.filter((node) => urgency(node, near) || app.labelCache.foremost.has(node)));
  const label = (node) => nodeLabel(node, unit, near, [free, taken], around);
  block(nodes, free);
  block([...first], taken);
  const named = [...first].map(label);
  block(nodes.filter((node) => !first.has(node)), taken);
  const chosen = [...named, ...nodes.filter((node) => !first.has(node)).map(label)].filter(Boolean);
  const edges = edgesWithWords(unit, near).map((edge) => edgeLabel(edge, unit, taken, near)).filter(Boolean);
  return { nodes: chosen, edges };
}

const urgency = (node, near) => (near.selected.has(node) || app.hovered.node === node ? 2 : near.nodes.has(node) ? 1 : 0);

// Points along all lines, where there are few enough to write around them.
function pointsOfLines() {
  if (app.scene.edges.length > AVOID_LIMIT) return [];
  const drawnLines = app.scene.edges.map((edge) => app.network.body.edges[edge]).filter((line) => line?.connected);
  return drawnLines.flatMap((line) => LINE_STEPS.map((t) => line.edgeType.getPoint(t)));
}

const LINE_STEPS = Array.from({ length: 15 }, (_, step) => (step + 0.5) / 15);
const SPOT_COSTS = [0, 0.4, 0.8, 0.8]; // below, above, right, left

const isInside = ({ x, y }, { left, right, top, bottom }) => x > left && x < right && y > top && y < bottom;

// How far to the sides names may reach, or they would stick out of the window once all is fitted into it.
function rimOf(unit) {
  const [left, right] = rangeOf([...app.scene.nodes], "x");
  const side = isNarrow() ? 45 : 70;
  return { left: left - side * unit, right: right + side * unit };
}

// The free spot that covers the least of the lines.
function bestOf(spots, box, taken, { points, left, right }) {
  const cost = (room, order) => {
    const sticksOut = room.left < left || room.right > right ? 99 : 0;
    return SPOT_COSTS[order] + sticksOut + points.reduce((count, point) => count + isInside(point, room), 0);
  };
  const free = spots.map((spot, order) => ({ spot, order, room: box(spot) })).filter(({ room }) => taken.isFree(room));
  const costs = free.map(({ room, order }) => cost(room, order));
  return free[costs.indexOf(Math.min(...costs))]?.spot;
}

function nodeLabel(node, unit, near, rooms, around) {
  const size = 12 + (2.5 * (data.nodes.size[node] - 7)) / 12;
  const faint = near.active && !near.nodes.has(node);
  if (faint && app.hovered.node !== node) return null;
  const bold = !isValue(node) && (near.selected.has(node) || app.labelCache.foremost.has(node));
  const font = `${bold ? 600 : 500} ${size}px ${FONT}`;
  const lines = wrapped(drawable(data.nodes.label[node]), isNarrow() ? 13 : isValue(node) ? 18 : 20, isValue(node) ? 3 : 2);
  const width = Math.max(...lines.map((line) => widthOf(line, font))) * unit;
  const height = lines.length * size * 1.15 * unit;
  const gap = 3 * unit;
  const { x, y } = app.places[node];
  const radius = radiusOf(node);
  const spots = [[x, y + radius + gap + height / 2], [x, y - radius - gap - height / 2], [x + radius + gap + width / 2, y], [x - radius - gap - width / 2, y]];
  const box = ([cx, cy]) => ({ left: cx - width / 2, right: cx + width / 2, top: cy - height / 2, bottom: cy + height / 2 });
  const forced = near.selected.has(node) || app.hovered.node === node;
  const spot = rooms.map((room) => bestOf(spots, box, room, around)).find(Boolean) ?? (forced ? spots[0] : null);
  if (!spot) return null;
  for (const room of rooms) room.add(box(spot));
  return { x: spot[0], y: spot[1], lines, font: `${bold ? 600 : 500} ${size * unit}px ${FONT}`, step: size * 1.15 * unit, quiet: isValue(node) };
}

function edgesWithWords(unit, near) {
  const own = (edge) => near.edges.has(edge) || app.hovered.edge === edge || isEndOf(edge, app.hovered.node);
  if (near.active) return app.scene.edges.filter(own);
  const all = app.scene.edges.length <= EDGE_WORDS_LIMIT || unit < 0.9;
  const first = app.scene.edges.filter(own);
  return all ? [...first, ...app.scene.edges.filter((edge) => !own(edge))] : first;
}

function edgeLabel(edge, unit, taken, near) {
  const line = app.network.body.edges[edge];
  if (!line?.connected) return null;
  const size = 11;
  const font = `${size}px ${FONT}`;
  const lines = edgeLines(edge);
  const width = (Math.max(...lines.map((text) => widthOf(text, font))) + 6) * unit;
  const height = (lines.length * size * 1.15 + 2) * unit;
  const forced = app.hovered.edge === edge || near.main === edge;
  const spot = [0.5, 0.42, 0.58, 0.34, 0.66].map((t) => line.edgeType.getPoint(t))
    .find(({ x, y }) => taken.isFree({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }));
  const place = spot ?? (forced ? line.edgeType.getPoint(0.5) : null);
  if (!place) return null;
  taken.add({ left: place.x - width / 2, right: place.x + width / 2, top: place.y - height / 2, bottom: place.y + height / 2 });
  return { x: place.x, y: place.y, width, height, lines, kind: app.scene.bundles.get(edge).kind, font: `${size * unit}px ${FONT}`, step: size * 1.15 * unit };
}

// The foremost words of a line in two short lines, and how many statements there are beside them.
function edgeLines(edge) {
  const { words, rows } = app.scene.bundles.get(edge);
  const lines = balanced(drawable(words), 20, 2);
  const more = rows.length > 1 ? ` +${number(rows.length - 1)}` : "";
  return [...lines.slice(0, -1), lines.at(-1) + more];
}

function drawNodeLabel(context, { x, y, lines, font, step, quiet }, unit) {
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5 * unit;
  context.strokeStyle = app.theme.paper;
  context.fillStyle = quiet ? app.theme.muted : app.theme.ink;
  context.direction = directionOf(lines[0]);
  lines.forEach((line, row) => {
    const level = y + (row - (lines.length - 1) / 2) * step;
    context.strokeText(line, x, level);
    context.fillText(line, x, level);
  });
}

function drawEdgeLabel(context, { x, y, width, height, lines, kind, font, step }, unit) {
  context.fillStyle = app.theme.veil;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 3 * unit);
  context.fill();
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = app.theme.words[kind];
  context.direction = directionOf(lines[0]);
  lines.forEach((line, row) => context.fillText(line, x, y + (row - (lines.length - 1) / 2) * step));
}

// A bar across every line that is denied: a cue beside its colour and dashes.
function drawBars(context, unit) {
  context.lineWidth = 2 * unit;
  context.strokeStyle = app.theme.lines.denied;
  context.beginPath();
  for (const edge of app.scene.edges) {
    const line = app.scene.bundles.get(edge).kind === "denied" ? app.network.body.edges[edge] : null;
    if (!line?.connected || data.edges.from[edge] === data.edges.to[edge] || isFaintEdge(edge)) continue;
    const [before, here, after] = [0.7, 0.72, 0.74].map((t) => line.edgeType.getPoint(t));
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const reach = 7 * Math.min(unit, 1.2);
    const x = (reach * (after.y - before.y)) / length;
    const y = (-reach * (after.x - before.x)) / length;
    context.moveTo(here.x - x, here.y - y);
    context.lineTo(here.x + x, here.y + y);
  }
  context.stroke();
}

// How many neighbours of a node are not in view, and whether it is pinned.
function drawBadges(context, unit) {
  context.font = `600 ${9.5 * unit}px ${FONT}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  const close = unit < 1.3; // from afar they would hide the graph
  for (const [node, count] of app.sceneBadges) {
    if (!close && urgency(node, lit()) < 2) continue;
    const { x, y } = app.places[node];
    const radius = radiusOf(node);
    if (isFaint(node)) continue;
    context.fillStyle = app.theme.muted;
    context.fillText(count, x + 0.75 * radius + 2 * unit, y - 0.85 * radius - 2 * unit);
  }
  for (const node of Object.keys(app.state.pins)) {
    const { x, y } = app.places[node];
    context.fillStyle = app.theme.ink;
    context.beginPath();
    context.arc(x, y, Math.max(2.5 * unit, radiusOf(node) / 6), 0, 2 * Math.PI);
    context.fill();
  }
}

function widthOf(text, font) {
  const key = `${font}|${text}`;
  if (!app.widths.has(key)) {
    if (app.widths.size > 20_000) app.widths.clear();
    measure.font = font;
    app.widths.set(key, measure.measureText(text).width);
  }
  return app.widths.get(key);
}
