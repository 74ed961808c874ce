// Places for nodes that come into view, and a fresh layout of what is in view. The same view gives the same places.
// Stress by stochastic gradient descent: Zheng, Pawar & Goodman 2018.

import { app, data } from "./app.js";
import constants from "./constants.json" with { type: "json" };
import { $ } from "./dom.js";

const LINK = 150; // distance of neighbours
const POLISH_LIMIT = 60; // nodes up to which it takes no time worth waiting for
const STAND_LIMIT = 300;
const MARGIN = 22; // least distance of two names

const boxOf = (node) => {
  const letters = data.nodes.label[node].length;
  const size = data.nodes.size[node];
  return { width: Math.max(2 * size, constants.letterWidth * Math.min(letters, constants.nameLetters)) + MARGIN, height: 2 * size + constants.lineHeight * (letters > constants.nameLetters ? 2 : 1) + MARGIN };
};

export function placeScene() {
  for (const [node, [x, y]] of Object.entries(app.state.pins)) app.places[node] = { x, y };
  const fresh = [...app.scene.nodes].filter((node) => !app.places[node]);
  if (!fresh.length) return false;
  if (fresh.length * 2 > app.scene.nodes.size) arrange();
  else grow(fresh);
  return true;
}

// The opening places for a window that is higher than wide: turned, then with room for the names, which run level.
export function stand() {
  const nodes = [...app.opening].sort((left, right) => left - right);
  for (const node of nodes) app.places[node] = { x: app.places[node].y, y: app.places[node].x };
  if (nodes.length <= STAND_LIMIT) separate(nodes, new Set());
}

// Lay out all that is in view but what is pinned.
export function arrange() {
  const nodes = [...app.scene.nodes].sort((left, right) => left - right);
  const fixed = new Set(nodes.filter((node) => app.state.pins[node]));
  const links = linksAmong(nodes);
  const groups = componentsOf(nodes, links);
  nodes.forEach((node, position) => { if (!fixed.has(node)) app.places[node] = onSpiral(position); });
  for (const group of groups) {
    stress(group, links, fixed);
    separate(group, fixed);
    if (group.length <= POLISH_LIMIT) polish(group, links, fixed);
    if (!fixed.size) turn(group);
    separate(group, fixed);
  }
  if (!fixed.size) pack(groups);
}

// Turn a group so that it is longest where the window is.
function turn(group) {
  const middle = meanOf(group);
  const [x2, y2, xy] = group.reduce(([a, b, c], node) => {
    const [x, y] = [app.places[node].x - middle.x, app.places[node].y - middle.y];
    return [a + x * x, b + y * y, c + x * y];
  }, [0, 0, 0]);
  const upright = $("graph").clientHeight > $("graph").clientWidth ? Math.PI / 2 : 0;
  const angle = upright - Math.atan2(2 * xy, x2 - y2) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const node of group) {
    const [x, y] = [app.places[node].x - middle.x, app.places[node].y - middle.y];
    app.places[node] = { x: middle.x + cos * x - sin * y, y: middle.y + sin * x + cos * y };
  }
}

// Let each node in turn look for a better place around its own, closer and closer.
function polish(nodes, links, fixed) {
  const ends = app.scene.edges.map((edge) => [data.edges.from[edge], data.edges.to[edge]]);
  const moving = nodes.filter((node) => !fixed.has(node)).sort((left, right) => links.get(left).length - links.get(right).length || left - right);
  for (let sweep = 0; sweep < 8; sweep += 1) {
    for (const node of moving) {
      const others = nodes.filter((other) => other !== node);
      const lines = ends.filter(([from, to]) => from !== node && to !== node && app.places[from] && app.places[to]);
      const near = links.get(node);
      const cost = (place) => costOf(node, place, near, others, lines) + near.reduce((sum, other) => sum + misfit(place, app.places[other]), 0);
      app.places[node] = best(app.places[node], 180 * (1 - sweep / 8) + 12, cost);
    }
  }
}

const misfit = (one, two) => (Math.hypot(one.x - two.x, one.y - two.y) / LINK - 1.2) ** 2;

export function best(place, reach, cost) {
  const spots = [place];
  for (const share of [reach, 0.35 * reach]) for (const [x, y] of DIRECTIONS) spots.push({ x: place.x + share * x, y: place.y + share * y });
  return spots.map((spot) => [spot, cost(spot)]).reduce((least, next) => (next[1] < least[1] - 1e-6 ? next : least))[0];
}

// Set new nodes beside their neighbours, each where it fits best; all others stay.
function grow(fresh) {
  const nodes = [...app.scene.nodes].sort((left, right) => left - right);
  const links = linksAmong(nodes);
  const old = nodes.filter((node) => app.places[node]);
  const settled = new Set(old);
  const waiting = new Set(fresh.sort((left, right) => left - right));
  while (waiting.size) {
    const node = [...waiting].find((each) => links.get(each).some((other) => settled.has(other))) ?? [...waiting][0];
    app.places[node] = bestSpot(node, links.get(node).filter((other) => settled.has(other)), settled);
    waiting.delete(node);
    settled.add(node);
  }
  separate(nodes, new Set(old));
}

const DIRECTIONS = Array.from({ length: 16 }, (_, at) => [Math.cos((at * Math.PI) / 8), Math.sin((at * Math.PI) / 8)]);

// The place around its neighbours (or around all, if it has none) where a node covers least.
function bestSpot(node, near, settled) {
  const middle = meanOf([...settled]) ?? { x: 0, y: 0 };
  const around = meanOf(near);
  const radii = around ? [0.8, 1.1, 1.5, 2].map((share) => share * LINK) : ringsAround(settled);
  const centre = around ?? middle;
  const lines = app.scene.edges.map((edge) => [data.edges.from[edge], data.edges.to[edge]]).filter((ends) => ends.every((end) => settled.has(end)));
  let best = null;
  for (const radius of radii) {
    for (const [x, y] of DIRECTIONS) {
      const place = { x: centre.x + radius * x, y: centre.y + radius * y };
      const cost = costOf(node, place, near, settled, lines) + radius / 900 + Math.hypot(place.x - middle.x, place.y - middle.y) / 6000;
      if (!best || cost < best.cost - 1e-9) best = { cost, place };
    }
  }
  return best.place;
}

function ringsAround(settled) {
  if (!settled.size) return [0];
  const { width, height } = extentOf([...settled]);
  return [0.25, 0.4, 0.55, 0.7].map((share) => share * Math.max(width, height));
}

// Boxes that overlap, lines under the node, nodes under its lines.
function costOf(node, place, near, settled, lines) {
  const box = boxOf(node);
  let cost = 0;
  for (const other of settled) {
    const room = boxOf(other);
    const over = Math.min((box.width + room.width) / 2 - Math.abs(place.x - app.places[other].x), (box.height + room.height) / 2 - Math.abs(place.y - app.places[other].y));
    if (over > 0) cost += 0.3 * over;
    for (const end of near) if (end !== other) cost += 1.6 * depth(place, app.places[end], app.places[other], room);
  }
  for (const [from, to] of lines) cost += 1.6 * depth(app.places[from], app.places[to], place, box);
  return cost;
}

// 1 where a line runs through the middle of the ellipse in a box, 0 where it stays outside.
function depth(from, to, centre, { width, height }) {
  const x = (2 * (from.x - centre.x)) / width;
  const y = (2 * (from.y - centre.y)) / height;
  const alongX = (2 * (to.x - from.x)) / width;
  const alongY = (2 * (to.y - from.y)) / height;
  const share = Math.min(1, Math.max(0, -(x * alongX + y * alongY) / Math.max(1e-9, alongX ** 2 + alongY ** 2)));
  return Math.min(1, Math.max(0, 1.15 - Math.hypot(x + share * alongX, y + share * alongY)));
}

const onSpiral = (position) => {
  const radius = 60 * Math.sqrt(position + 0.5);
  return { x: radius * Math.cos(2.399963 * position), y: radius * Math.sin(2.399963 * position) };
};

function meanOf(nodes) {
  if (!nodes.length) return null;
  const sum = nodes.reduce((total, node) => ({ x: total.x + app.places[node].x, y: total.y + app.places[node].y }), { x: 0, y: 0 });
  return { x: sum.x / nodes.length, y: sum.y / nodes.length };
}

function linksAmong(nodes) {
  const links = new Map(nodes.map((node) => [node, new Set()]));
  for (const edge of app.scene.edges) {
    links.get(data.edges.from[edge])?.add(data.edges.to[edge]);
    links.get(data.edges.to[edge])?.add(data.edges.from[edge]);
  }
  return new Map([...links].map(([node, others]) => [node, [...others].filter((other) => other !== node)]));
}

function componentsOf(nodes, links) {
  const seen = new Set();
  const groups = [];
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const group = [...hopsFrom(start, links).keys()];
    for (const node of group) seen.add(node);
    groups.push(group.sort((left, right) => left - right));
  }
  return groups.sort((left, right) => right.length - left.length || left[0] - right[0]);
}

function hopsFrom(start, links) {
  const hops = new Map([[start, 0]]);
  for (const node of hops.keys()) {
    for (const other of links.get(node)) if (!hops.has(other)) hops.set(other, hops.get(node) + 1);
  }
  return hops;
}

function stress(nodes, links, fixed) {
  const pairs = pairsOf(nodes, links, fixed);
  if (!pairs.length) return;
  const longest = pairs.reduce((most, pair) => Math.max(most, pair.distance), 0);
  const rounds = 30;
  const decay = Math.log((longest / LINK) ** 2 / 0.05) / rounds;
  for (let round = 0; round < rounds; round += 1) {
    const eta = longest ** 2 * Math.exp(-decay * round);
    shuffle(pairs, round + 1);
    for (const pair of pairs) pull(pair, Math.min(1, eta / pair.distance ** 2), fixed);
  }
}

function pairsOf(nodes, links, fixed) {
  const pairs = [];
  for (const left of nodes) {
    if (fixed.has(left)) continue;
    for (const [right, hops] of hopsFrom(left, links)) {
      if (right !== left && (fixed.has(right) || left < right)) pairs.push({ left, right, distance: hops * LINK });
    }
  }
  return pairs;
}

function pull({ left, right, distance }, strength, fixed) {
  const one = app.places[left];
  const two = app.places[right];
  const x = one.x - two.x || 0.01 * (left - right);
  const y = one.y - two.y || 0.01;
  const apart = Math.hypot(x, y);
  const share = (strength * (apart - distance)) / apart / (fixed.has(right) ? 1 : 2);
  one.x -= share * x;
  one.y -= share * y;
  if (!fixed.has(right)) { two.x += share * x; two.y += share * y; }
}

// The same shuffle every time (Fisher & Yates with a linear congruential generator).
function shuffle(items, seed) {
  let random = seed * 7919;
  for (let last = items.length - 1; last > 0; last -= 1) {
    random = (random * 1103515245 + 12345) % 2147483648;
    const other = random % (last + 1);
    [items[last], items[other]] = [items[other], items[last]];
  }
}

function separate(nodes, fixed) {
  const boxes = new Map(nodes.map((node) => [node, boxOf(node)]));
  for (let round = 0; round < 80; round += 1) {
    let moved = false;
    for (let i = 0; i < nodes.length; i += 1) {
      for (let j = i + 1; j < nodes.length; j += 1) {
        if (!(fixed.has(nodes[i]) && fixed.has(nodes[j]))) moved = pushApart(nodes[i], nodes[j], boxes, fixed) || moved;
      }
    }
    if (!moved) return;
  }
}

function pushApart(one, two, boxes, fixed) {
  const x = app.places[two].x - app.places[one].x;
  const y = app.places[two].y - app.places[one].y;
  const overX = (boxes.get(one).width + boxes.get(two).width) / 2 - Math.abs(x);
  const overY = (boxes.get(one).height + boxes.get(two).height) / 2 - Math.abs(y);
  if (overX <= 0.5 || overY <= 0.5) return false;
  const axis = overX < overY ? "x" : "y";
  const push = (axis === "x" ? overX * (x < 0 ? -1 : 1) : overY * (y < 0 ? -1 : 1)) * 0.55;
  const both = !fixed.has(one) && !fixed.has(two);
  if (!fixed.has(one)) app.places[one][axis] -= both ? push : 2 * push;
  if (!fixed.has(two)) app.places[two][axis] += both ? push : 2 * push;
  return true;
}

// Set groups side by side, in rows as wide as the window asks for.
function pack(groups) {
  const extents = groups.map(extentOf);
  const area = extents.reduce((sum, extent) => sum + extent.width * extent.height, 0);
  const aspect = Math.max(0.6, $("graph").clientWidth / Math.max(1, $("graph").clientHeight));
  const width = Math.max(Math.sqrt(area * aspect), ...extents.map((extent) => extent.width));
  let left = 0;
  let top = 0;
  let row = 0;
  groups.forEach((group, position) => {
    const extent = extents[position];
    if (left > 0 && left + extent.width > width) { left = 0; top += row; row = 0; }
    for (const node of group) { app.places[node].x += left - extent.left; app.places[node].y += top - extent.top; }
    left += extent.width;
    row = Math.max(row, extent.height);
  });
}

function extentOf(nodes) {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const node of nodes) {
    const box = boxOf(node);
    const { x, y } = app.places[node];
    extent.left = Math.min(extent.left, x - box.width / 2);
    extent.right = Math.max(extent.right, x + box.width / 2);
    extent.top = Math.min(extent.top, y - box.height / 2);
    extent.bottom = Math.max(extent.bottom, y + box.height / 2);
  }
  return { ...extent, width: extent.right - extent.left, height: extent.bottom - extent.top };
}
