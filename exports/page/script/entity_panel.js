// An entity in the panel: what it is, what is said of it and when, what else it takes part in.

import { act, app, data, index } from "./app.js";
import { claimList, isRole, joints } from "./claims.js";
import { rowsOf } from "./data.js";
import { daysText, timeText } from "./days.js";
import { el, lineIcon, quoted, shapeIcon, typeName } from "./dom.js";
import { statementCard } from "./evidence.js";
import { ITSELF, sourceKey, sourceName } from "./identity.js";
import { closeButton, idLine } from "./panel_parts.js";
import { hiddenNeighbours, involvedIn, statementsOf } from "./scene.js";
import { isWeb, number, plural } from "./words.js";

export function entityPanel(node) {
  const { type, aliases, links, mentions, documents, named } = data.entities;
  const rows = statementsOf(node);
  const all = rowsOf(index.touching, node).length;
  const roles = rows.filter((row) => data.statements.subject[row] === node && isRole(row));
  const told = new Set(roles);
  const involved = involvedIn(node).sort((left, right) => data.statements.rank[left] - data.statements.rank[right]);
  return [
    closeButton(),
    el("p", { class: "kicker" }, shapeIcon(data.nodes.group[node]), typeName(type[node]), named[node] ? "" : " · unnamed"),
    el("h2", {}, quoted(data.nodes.label[node])),
    el("p", { class: "soft" }, [plural(rows.length, "statement") + (rows.length < all ? ` of ${number(all)}` : ""),
      mentions[node] ? `${plural(mentions[node], "mention")} in ${plural(documents[node], "document")}` : null].filter(Boolean).join(" · ")),
    entityActions(node),
    aliases[node].length ? el("section", {}, el("h3", {}, "Also called"), el("p", { class: "chips" }, aliases[node].map((alias) => quoted(alias, { class: "chip" })))) : null,
    roles.length ? el("section", {}, el("h3", {}, "Roles"), el("ul", { class: "timeline" }, roles.map((row) => timelineItem(row, node)))) : null,
    timeline(rows.filter((row) => !told.has(row)), node),
    involved.length ? el("section", {}, el("h3", {}, `Takes part in · ${number(involved.length)}`), claimList(involved.slice(0, INVOLVED))) : null,
    links[node].length ? el("section", {}, el("h3", {}, "Elsewhere"), el("ul", { class: "links" }, links[node].map(linkItem))) : null,
    idLine("entities", node),
  ];
}

const INVOLVED = 12; // statements that an entity only takes part in, as the panel lists them

// Only web addresses become links; anything else is shown as it is.
const linkItem = (iri) =>
  el("li", {}, isWeb(iri) ? el("a", { href: iri, rel: "noopener noreferrer external", target: "_blank" }, quoted(iri)) : quoted(iri));

function entityActions(node) {
  const hidden = hiddenNeighbours(node).length;
  const pinned = Boolean(app.state.pins[node]);
  const button = (text, command, title, kind = "") => el("button", { type: "button", class: kind, onclick: command, title }, text);
  const shown = app.scene.nodes.has(node);
  return el("div", { class: "actions" },
    shown ? null : button("Show in the graph", () => act.bringIn([node]), "", "main"),
    hidden ? button(`Bring in ${plural(hidden, "neighbour")}`, () => act.expand(node), "Double click does the same", "main") : null,
    button("Focus", () => act.focusOn(node), "Show this entity and its neighbours only"),
    button("Path to …", () => act.startPath(node), "Then type or click where the path should lead"),
    button(pinned ? "Unpin" : "Pin", () => act.togglePin(node), "A pinned entity stays in place and in view, whatever is filtered"),
    shown ? button("Take out", () => act.takeOut(node), "Take it out of view (Delete)") : null);
}

const TIMELINE_LIMIT = 60;

function timeline(rows, node) {
  if (!rows.length) return null;
  const { first, rank, time } = data.statements;
  const isTold = (row) => Number(time[row] !== null);
  const sorted = [...rows].sort((left, right) => isTold(right) - isTold(left) || (first[left] ?? Infinity) - (first[right] ?? Infinity) || rank[left] - rank[right]);
  const list = el("div", {});
  const add = (from) => {
    list.querySelector(".more")?.remove();
    for (const [day, group] of byDay(sorted.slice(from, from + TIMELINE_LIMIT))) {
      list.append(el("h4", {}, day), el("ul", { class: "timeline" }, group.map((row) => timelineItem(row, node))));
    }
    const left = sorted.length - from - TIMELINE_LIMIT;
    if (left > 0) list.append(el("button", { type: "button", class: "more", onclick: () => add(from + TIMELINE_LIMIT) }, `${number(left)} more`));
  };
  add(0);
  return el("section", {}, el("h3", {}, "Timeline"), list);
}

function byDay(rows) {
  const groups = new Map();
  const { first, last, time } = data.statements;
  for (const row of rows) {
    const published = first[row] === null ? "No date" : `No time given · published ${daysText(first[row], last[row])}`;
    const day = time[row] === null ? published : timeText(time[row], first[row], last[row]);
    if (!groups.has(day)) groups.set(day, []);
    groups.get(day).push(row);
  }
  return groups;
}

// One statement seen from an entity: a line that opens its evidence.
function timelineItem(row, node) {
  const { subject, object, predicate, literal, kind } = data.statements;
  const outward = subject[row] === node;
  const end = outward ? (object[row] >= 0 ? data.nodes.label[object[row]] : literal[row]) : data.nodes.label[node];
  const name = (text, self) => (text === null ? null : quoted(text, { class: self ? "self" : "strong" }));
  const line = el("span", {},
    outward ? null : [name(data.nodes.label[subject[row]], false), joints(row)[0]], quoted(predicate[row]), end === null ? null : joints(row)[1], name(end, !outward),
    sourceKey(row) === ITSELF ? null : el("span", { class: "soft" }, " – ", quoted(sourceName(row))));
  const details = el("details", { class: "event", ontoggle: ({ target }) => { if (target.open && target.children.length === 1) target.append(statementCard(row)); } },
    el("summary", {}, lineIcon(kind[row]), line));
  return el("li", {}, details);
}
