// Fonts, colours and sizes of what is drawn.

import { app, data } from "./app.js";
import { el } from "./dom.js";

export const FONT = '"Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';
export const radiusOf = (node) => data.nodes.size[node] * app.swelling ** 0.45;

// From afar nodes and lines swell, or they would vanish; in steps, as each costs a pass over all of them.
export function swellingAt(scale) {
  const step = Math.round(Math.log2(Math.max(1, 0.8 / scale)) * 2) / 2;
  return 2 ** step;
}

// The colours of the style sheet, as they come out in light or dark.
export function readTheme() {
  const probe = document.body.appendChild(el("span"));
  const colour = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  const table = (names, make) => Object.fromEntries(Object.keys(names).map((name) => [name, make(name)]));
  app.theme = {
    name: isDark() ? "dark" : "light",
    ...Object.fromEntries(["ink", "muted", "paper", "veil"].map((name) => [name, colour(name)])),
    groups: table(data.groups, (group) => ({ fill: colour(group), line: colour(`${group}-line`) })),
    lines: table(data.kinds, (kind) => colour(kind)),
    words: table(data.kinds, (kind) => colour(`${kind}-words`)),
  };
  probe.remove();
}

export const isDark = () => {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

