// The drawing: vis-network shows the scene, our labels lie on top.

import { act, app, data } from "./app.js";
import { $ } from "./dom.js";
import { isFaint, isFaintEdge, lit } from "./highlight.js";
import { drawLabels } from "./labels.js";
import { radiusOf, readTheme, swellingAt } from "./looks.js";
import { hiddenNeighbours, sortOf } from "./scene.js";
import { update } from "./state.js";
import { number } from "./words.js";

export function openCanvas() {
  app.nodeSet = new vis.DataSet();
  app.edgeSet = new vis.DataSet();
  readTheme();
  const options = structuredClone(data.options);
  options.interaction = { ...options.interaction, zoomSpeed: 0.7, keyboard: false, hideEdgesOnZoom: false };
  options.nodes = { ...options.nodes, chosen: false };
  options.edges = { ...options.edges, chosen: { edge: (values, id, selected, hovering) => { if (hovering) values.width += 1.4; } } };
  app.network = new vis.Network($("graph"), { nodes: app.nodeSet, edges: app.edgeSet }, options);
  $("graph").querySelector(".vis-network").removeAttribute("tabindex"); // one stop for the keyboard, not two
  app.network.on("afterDrawing", (context) => { swell(); drawLabels(context); });
  app.network.on("click", ({ pointer }) => pickAt(pointer.DOM));
  app.network.on("doubleClick", ({ pointer }) => { const node = app.network.getNodeAt(pointer.DOM); if (node !== undefined) act.expand(node); });
  app.network.on("dragEnd", ({ nodes }) => dropped(nodes));
  for (const [event, kind] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) app.network.on(event, (at) => hover(kind, at[kind]));
  for (const [event, kind] of [["blurNode", "node"], ["blurEdge", "edge"]]) app.network.on(event, () => hover(kind, null));
}

function hover(kind, id) {
  app.hovered = { ...app.hovered, [kind]: id };
  $("graph").classList.toggle("pointing", app.hovered.node !== null || app.hovered.edge !== null);
  app.network.redraw();
}

function pickAt(point) {
  const node = app.network.getNodeAt(point);
  const edge = node === undefined ? app.network.getEdgeAt(point) : undefined;
  app.network.unselectAll();
  if (node !== undefined) act.pick(node);
  else if (edge !== undefined) act.selectEdge(edge);
  else if (app.state.selected) update({ selected: "" });
}

// A node that was dragged stays where it was put: it is pinned.
function dropped(nodes) {
  app.network.unselectAll();
  if (!nodes.length) return;
  const pins = { ...app.state.pins };
  for (const node of nodes) {
    const { x, y } = app.network.getPosition(node);
    pins[node] = [Math.round(x), Math.round(y)];
  }
  update({ pins });
}

function swell() {
  const wanted = swellingAt(app.network.getScale());
  if (wanted === app.swelling) return;
  app.swelling = wanted;
  requestAnimationFrame(drawItems);
}


// Bring what vis-network draws in line with the scene.
export function drawScene() {
  app.sceneVersion += 1;
  app.sceneBadges = new Map([...app.scene.nodes].map((node) => [node, hiddenNeighbours(node).length]).filter(([, count]) => count)
    .map(([node, count]) => [node, `+${number(count)}`]));
  app.litCache = null;
  drawItems();
}

function drawItems() {
  sync(app.nodeSet, app.drawn.nodes, [...app.scene.nodes].map(nodeDrawing));
  sync(app.edgeSet, app.drawn.edges, app.scene.edges.map(edgeDrawing));
  app.network.redraw();
}

function sync(set, known, wanted) {
  const texts = new Map(wanted.map((item) => [item.id, JSON.stringify(item)]));
  const gone = [...known.keys()].filter((id) => !texts.has(id));
  const changed = wanted.filter((item) => known.get(item.id) !== texts.get(item.id));
  if (gone.length) set.remove(gone);
  if (changed.length) set.update(changed);
  known.clear();
  for (const [id, text] of texts) known.set(id, text);
}

function nodeDrawing(node) {
  const { shape, group } = data.nodes;
  const colour = app.theme.groups[group[node]];
  const selected = lit().selected.has(node);
  return {
    id: node,
    x: app.places[node].x,
    y: app.places[node].y,
    shape: shape[node],
    size: radiusOf(node),
    opacity: isFaint(node) ? 0.18 : 1,
    borderWidth: selected ? 3.5 : 1.5,
    shapeProperties: { borderDashes: ["unnamed", "phrases"].includes(sortOf(node)) ? [3, 3] : false },
    color: { background: colour.fill, border: selected ? app.theme.ink : colour.line },
  };
}

function edgeDrawing(edge) {
  const { from, to } = data.edges;
  const { kind, rows, says, back, both } = app.scene.bundles.get(edge);
  const faint = isFaintEdge(edge);
  const least = says ? 1.5 : 0.9; // what only involves two is a thinner line than what is said of both
  return {
    id: edge,
    from: from[edge],
    to: to[edge],
    arrows: { to: { enabled: both || !back, scaleFactor: says ? 0.55 : 0.4 }, from: { enabled: both || back, scaleFactor: says ? 0.55 : 0.4 } },
    dashes: data.kinds[kind].dashes,
    smooth: false,
    ...(from[edge] === to[edge] ? { selfReference: { size: 16, angle: 0.8 } } : {}),
    width: ((lit().main === edge ? 3 : least) + Math.min(2.5, 0.7 * Math.log2(rows.length))) * app.swelling ** 0.65,
    color: { color: app.theme.lines[kind], hover: app.theme.lines[kind], opacity: faint ? 0.12 : calmness() * (says ? 1 : 0.75), inherit: false },
  };
}

// Many lines are drawn paler, so that names stay readable; a selection brings its own out again.
const calmness = () => (lit().active || app.scene.edges.length < 150 ? 1 : Math.max(0.55, 1.15 - app.scene.edges.length / 600));

export function setTheme(name) {
  document.documentElement.dataset.theme = name;
  readTheme();
  app.drawn.nodes.clear();
  app.drawn.edges.clear();
  drawScene();
}
