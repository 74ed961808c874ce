// Small helpers around the document. Text enters the page through textContent only.

import { data } from "./app.js";
import { nameIn } from "./words.js";

export const $ = (id) => document.getElementById(id);

// el("p", {class: "x", onclick: f}, "text", child, ...): strings become text nodes, never markup.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const icon = (name) => svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `#i-${name}` }));

// A stretch of document text; it keeps its own direction and cannot turn that of its surroundings.
export const quoted = (text, attributes = {}) => el("bdi", attributes, text);

export const SHAPE_PATHS = {
  dot: "M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0-11.6Z",
  square: "M2.8 2.8h10.4v10.4H2.8Z",
  hexagon: "M4.7 2.3h6.6L14.6 8l-3.3 5.7H4.7L1.4 8Z",
  diamond: "M8 1.3 14.7 8 8 14.7 1.3 8Z",
  star: "m8 1.2 2 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.9l-4.3 2.6 1.1-4.9L1 6.3l5-.5Z",
  triangle: "M8 2 14.8 13.6H1.2Z",
  triangleDown: "M8 14 1.2 2.4h13.6Z",
};

export const shapeIcon = (group) =>
  svg("svg", { class: `shape ${group}`, viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("path", { d: SHAPE_PATHS[data.groups[group].shape] }));

export const lineIcon = (kind) => {
  const dashes = data.kinds[kind].dashes;
  const line = svg("path", { d: "M1 6h30", ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}) });
  const bar = kind === "denied" ? [svg("path", { d: "m13 2 6 8" })] : [];
  return svg("svg", { class: `line ${kind}`, viewBox: "0 0 32 12", "aria-hidden": "true" }, line, ...bar);
};

export const typeName = (type) => nameIn(data.labels, type);

// Draw the inside of an element anew; the keyboard stays where it was, or else goes to the element or what stands in for it.
export function redraw(element, children, { anew = false, instead = element } = {}) {
  const stops = () => [...element.querySelectorAll("button, input, summary, a[href]")];
  const at = stops().indexOf(document.activeElement);
  element.replaceChildren(...children);
  if (at >= 0) ((anew ? null : stops()[at]) ?? instead).focus({ preventScroll: true });
}

export function announce(text) {
  $("live").textContent = "";
  requestAnimationFrame(() => { $("live").textContent = text; });
}
