// What several panels have: the way out, and the id.

import { data } from "./app.js";
import { el, icon } from "./dom.js";
import { update } from "./state.js";

export const closeButton = () =>
  el("button", { type: "button", class: "bare close", "aria-label": "Close", title: "Close (Esc)", onclick: () => update({ selected: "" }) }, icon("close"));

// The id in the graph, for queries; a large page carries none.
export const idLine = (table, row) => (data[table].id[row] ? el("p", { class: "soft small id" }, "In the graph: ", el("code", {}, data[table].id[row])) : null);
