// The drawing: vis-network shows the scene, our labels lie on top.

const FONT = '"Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';
let network;
let theme;
let sceneVersion = 0;
let sceneBadges = new Map();
const drawn = { nodes: new Map(), edges: new Map() }; // what vis-network has, as text, to send it only changes
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();

function openCanvas() {
  readTheme();
  const options = structuredClone(data.options);
  options.interaction = { ...options.interaction, zoomSpeed: 0.7, keyboard: false, hideEdgesOnZoom: false };
  options.nodes = { ...options.nodes, chosen: false };
  options.edges = { ...options.edges, chosen: { edge: (values, id, selected, hovering) => { if (hovering) values.width += 1.4; } } };
  network = new vis.Network($("graph"), { nodes: nodeSet, edges: edgeSet }, options);
  $("graph").querySelector(".vis-network").removeAttribute("tabindex"); // one stop for the keyboard, not two
  network.on("afterDrawing", (context) => { swell(); drawLabels(context); });
  network.on("click", ({ pointer }) => pickAt(pointer.DOM));
  network.on("doubleClick", ({ pointer }) => { const node = network.getNodeAt(pointer.DOM); if (node !== undefined) expand(node); });
  network.on("dragEnd", ({ nodes }) => dropped(nodes));
  for (const [event, kind] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) network.on(event, (at) => hover(kind, at[kind]));
  for (const [event, kind] of [["blurNode", "node"], ["blurEdge", "edge"]]) network.on(event, () => hover(kind, null));
}

function hover(kind, id) {
  hovered = { ...hovered, [kind]: id };
  $("graph").classList.toggle("pointing", hovered.node !== null || hovered.edge !== null);
  network.redraw();
}

function pickAt(point) {
  const node = network.getNodeAt(point);
  const edge = node === undefined ? network.getEdgeAt(point) : undefined;
  network.unselectAll();
  if (node !== undefined) pick(node);
  else if (edge !== undefined) selectEdge(edge);
  else if (state.selected) update({ selected: "" });
}

// A node that was dragged stays where it was put: it is pinned.
function dropped(nodes) {
  network.unselectAll();
  if (!nodes.length) return;
  const pins = { ...state.pins };
  for (const node of nodes) {
    const { x, y } = network.getPosition(node);
    pins[node] = [Math.round(x), Math.round(y)];
  }
  update({ pins });
}

// From afar nodes and lines swell, or they would vanish; in steps, as each costs a pass over all of them.
let swelling = 1;

function swellingAt(scale) {
  const step = Math.round(Math.log2(Math.max(1, 0.8 / scale)) * 2) / 2;
  return 2 ** step;
}

function swell() {
  const wanted = swellingAt(network.getScale());
  if (wanted === swelling) return;
  swelling = wanted;
  requestAnimationFrame(drawItems);
}

const radiusOf = (node) => data.nodes.size[node] * swelling ** 0.45;

// Bring what vis-network draws in line with the scene.
function drawScene() {
  sceneVersion += 1;
  sceneBadges = new Map([...scene.nodes].map((node) => [node, hiddenNeighbours(node).length]).filter(([, count]) => count)
    .map(([node, count]) => [node, `+${number(count)}`]));
  litCache = null;
  drawItems();
}

function drawItems() {
  sync(nodeSet, drawn.nodes, [...scene.nodes].map(nodeDrawing));
  sync(edgeSet, drawn.edges, scene.edges.map(edgeDrawing));
  network.redraw();
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
  const colour = theme.groups[group[node]];
  const selected = lit().selected.has(node);
  return {
    id: node,
    x: places[node].x,
    y: places[node].y,
    shape: shape[node],
    size: radiusOf(node),
    opacity: isFaint(node) ? 0.18 : 1,
    borderWidth: selected ? 3.5 : 1.5,
    shapeProperties: { borderDashes: ["unnamed", "phrases"].includes(sortOf(node)) ? [3, 3] : false },
    color: { background: colour.fill, border: selected ? theme.ink : colour.line },
  };
}

function edgeDrawing(edge) {
  const { from, to, kind, smooth, selfReference } = data.edges;
  const faint = isFaintEdge(edge);
  const many = passingOf(edge).length;
  return {
    id: edge,
    from: from[edge],
    to: to[edge],
    arrows: "to",
    dashes: data.kinds[kind[edge]].dashes,
    smooth: smooth[edge] ?? false,
    ...(selfReference[edge] ? { selfReference: selfReference[edge] } : {}),
    width: ((lit().main === edge ? 3 : 1.4) + Math.min(2.5, 0.7 * Math.log2(many))) * swelling ** 0.65,
    color: { color: theme.lines[kind[edge]], hover: theme.lines[kind[edge]], opacity: faint ? 0.12 : calmness(), inherit: false },
  };
}

// Many lines are drawn paler, so that names stay readable; a selection brings its own out again.
const calmness = () => (lit().active || scene.edges.length < 150 ? 1 : Math.max(0.55, 1.15 - scene.edges.length / 600));

// What the selection lights up: the selected nodes, their neighbours, and the lines between.
let litCache = null;
function lit() {
  litCache ??= litSelection();
  return litCache;
}

function litSelection() {
  const chosen = selection();
  const found = { active: false, main: null, selected: new Set(), nodes: new Set(), edges: new Set() };
  if (chosen.kind === "entity" && scene.nodes.has(chosen.rows[0])) lightNode(found, chosen.rows[0]);
  if (chosen.kind === "statement") lightEdges(found, [data.statements.edge[chosen.rows[0]]], true);
  if (chosen.kind === "path") lightEdges(found, (pathBetween(...chosen.rows) ?? []).flatMap((step) => step.edges), false);
  return found;
}

function lightNode(found, node) {
  found.active = true;
  found.selected.add(node);
  found.nodes.add(node);
  for (const edge of scene.edges) {
    if (!isEndOf(edge, node)) continue;
    found.edges.add(edge);
    found.nodes.add(data.edges.from[edge]).add(data.edges.to[edge]);
  }
}

function lightEdges(found, edges, single) {
  const inView = new Set(scene.edges);
  for (const edge of edges.filter((each) => inView.has(each))) {
    found.active = true;
    if (single) found.main = edge;
    found.edges.add(edge);
    for (const end of [data.edges.from[edge], data.edges.to[edge]]) { found.nodes.add(end); found.selected.add(end); }
  }
}

const isFaint = (node) => lit().active && !lit().nodes.has(node);
const isFaintEdge = (edge) => lit().active && !lit().edges.has(edge);

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (isStill() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

const isNarrow = () => matchMedia("(max-width: 760px)").matches;

// Show all that is in view, names included, clear of the legend.
function fit({ moving = true, nodes = [...scene.nodes] } = {}) {
  if (!nodes.length) return;
  fitted = true;
  const [left, right] = rangeOf(nodes, "x");
  const [top, bottom] = rangeOf(nodes, "y");
  const { clientWidth: width, clientHeight: height } = $("graph");
  const beside = 40; // the buttons
  const [aside, name] = [Math.min(75, width / 8), 42]; // names keep their size whatever the zoom
  const above = name + $("notice").offsetHeight;
  const below = name + Math.min(height / 4, $("legend").offsetHeight + 8);
  const [wide, high] = [width - beside - 2 * aside, height - above - below];
  const whole = Math.min(1.6, wide / (right - left || 1), high / (bottom - top || 1));
  const least = isNarrow() ? 0.4 : 0.05; // a telephone shows a readable part, around the most important
  const scale = Math.max(whole, least);
  const first = places[Math.min(...nodes)];
  const middle = (low, high, room, at) => {
    const slack = Math.max(0, (high - low) / 2 - room / 2 / scale);
    return Math.min(Math.max(at, (low + high) / 2 - slack), (low + high) / 2 + slack);
  };
  const position = {
    x: middle(left, right, wide, first.x) + beside / 2 / scale,
    y: middle(top, bottom, high, first.y) + (below - above) / 2 / scale,
  };
  network.moveTo({ position, scale, animation: moving && motion() });
}

function rangeOf(nodes, axis) {
  const values = nodes.map((node) => places[node][axis]);
  return [Math.min(...values), Math.max(...values)];
}

let fitted = false; // until a person zooms or moves the view, it follows the size of the window

function watchSize() {
  for (const event of ["zoom", "dragEnd"]) network.on(event, () => { fitted = false; });
  new ResizeObserver(() => { if (fitted) fit({ moving: false }); }).observe($("graph"));
}

function zoom(factor) {
  fitted = false;
  network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)), animation: motion() });
}

// Go to a node: from afar close enough to read the names around it.
function approach(node) {
  const around = neighboursOf(node).filter((other) => scene.nodes.has(other));
  if (network.getScale() < 0.6 && around.length) fit({ nodes: [node, ...around] });
  else reveal([node]);
}

// Bring nodes into the window if they are outside it.
function reveal(nodes) {
  const inside = (node) => {
    const { x, y } = network.canvasToDOM(places[node]);
    return x > 40 && y > 40 && x < $("graph").clientWidth - 40 && y < $("graph").clientHeight - 60;
  };
  const known = nodes.filter((node) => places[node]);
  if (!known.length || known.every(inside)) return;
  if (known.length === 1) network.moveTo({ position: places[known[0]], scale: Math.max(0.8, network.getScale()), animation: motion() });
  else fit({ nodes: known });
}

// The colours of the style sheet, as they come out in light or dark.
function readTheme() {
  const probe = document.body.appendChild(el("span"));
  const colour = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const table = (names, make) => Object.fromEntries(Object.keys(names).map((name) => [name, make(name)]));
  theme = {
    name: isDark() ? "dark" : "light",
    ...Object.fromEntries(["ink", "muted", "paper", "veil"].map((name) => [name, colour(name)])),
    groups: table(data.groups, (group) => ({ fill: colour(group), line: colour(`${group}-line`) })),
    lines: table(data.kinds, (kind) => colour(kind)),
    words: table(data.kinds, (kind) => colour(`${kind}-words`)),
  };
  probe.remove();
}
