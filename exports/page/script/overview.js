// The front page of many articles: stories, what most say, who is in the news, and when. Each leads into the graph.

import { act, app, data } from "./app.js";
import constants from "./constants.json" with { type: "json" };
import { claimList, documentPart, newestFirst, nodeButton } from "./claims.js";
import { dateText, daysText, monthDays } from "./days.js";
import { $, el, quoted, redraw, svg } from "./dom.js";
import { EMPTY, update } from "./state.js";
import { capital, number, plural, shorten } from "./words.js";

const SHOWN = 12; // cards and names before "more"

// One article is read, not surveyed.
export const hasFront = () => data.documents.source.length > 1;
export const opensWithFront = () => data.documents.source.length >= constants.front;

export function drawOverview() {
  if (app.state.view !== "overview") return;
  redraw($("overview"), [
    section("Stories", "stories", data.stories.map(storyCard), "Articles that tell of one event or affair"),
    mostAreDated() ? months() : null,
    el("div", { class: "ranks" }, RANKS.map(([title, group]) => rankList(title, group))),
    mostAreDated() ? null : months(),
    section("What several sources say", "shared", data.claims.map(claimCard), "Near copies and outlets of one owner count once. Reported by many does not yet mean true."),
    section("Articles", "articles", newestFirst().map(articleCard), "The newest first; those without a date last"),
  ].filter(Boolean));
}

// A heading with as many of its items as fit at first, and a button for more.
function section(title, kind, items, note) {
  if (!items.length) return null;
  const shown = app.unfolded.has(kind) ? items : items.slice(0, SHOWN);
  return el("section", { class: kind }, el("h2", {}, title, el("span", { class: "count" }, ` ${number(items.length)}`)),
    note ? el("p", { class: "soft small" }, note) : null,
    el("ul", { class: "cards" }, shown.map((item) => el("li", {}, item))),
    items.length > shown.length ? el("button", { type: "button", class: "more", id: `all-${kind}`, onclick: () => { app.unfolded.add(kind); act.show(); } }, `Show all ${number(items.length)}`) : null);
}

const spanText = (first, last) => (first === null ? null : first === last ? dateText(first) : `${dateText(first)} – ${dateText(last)}`);
const joined = (...parts) => parts.filter(Boolean).join(" · ");

function storyCard({ headline, names, event, first, last, documents, told, statements, disputed, disputes, timeline }) {
  return el("article", { class: "story" },
    el("h3", {}, el("button", { type: "button", class: "text", onclick: () => openDocuments(documents) }, quoted(shorten(headline, 140)))),
    el("p", { class: "soft small" }, joined(event && capital(event.replaceAll("_", " ")), told, spanText(first, last))),
    el("p", { class: "names" }, names.map((node) => focusButton(node, documents))),
    claimList(statements, disputed),
    timeline.length ? storyTimeline(timeline) : null,
    disputes ? el("button", { type: "button", class: "disputed", onclick: () => act.showView("disputes") }, plural(disputes, "dispute")) : null);
}

// What happened in a story, day by day.
const storyTimeline = (entries) => el("details", {}, el("summary", { class: "small" }, "Day by day"),
  el("ol", { class: "points" }, entries.map(([day, text, row]) => el("li", {}, el("span", { class: "soft" }, `${dateText(day)} `),
    el("button", { type: "button", class: "text", onclick: () => act.selectStatement(row) }, quoted(text))))));

function claimCard({ text, summary, statements, documents, voices, first, last }) {
  const words = { asserts: "state it", relays: "hand it on", denies: "deny it" };
  const counts = Object.entries(words).filter(([role]) => voices[role]).map(([role, what]) => `${number(voices[role])} ${what}`);
  return el("article", { class: voices.denies ? "denied" : "" },
    el("h3", {}, el("button", { type: "button", class: "text", onclick: () => act.selectStatement(statements[0]) }, quoted(text))),
    el("p", { class: "soft small" }, joined(capital(summary), counts.join(", "), spanText(first, last))),
    el("button", { type: "button", class: "text small", onclick: () => openDocuments(documents) }, "Graph of these articles"));
}

// What a set of articles tells, as a graph of its foremost names.
const openDocuments = (documents) => act.refilter({ ...EMPTY, view: "graph", document: documents.map(String) });

// A name that leads to its neighbourhood in all articles or in some, whatever was filtered before.
const focusButton = (node, documents = []) => nodeButton(node, { title: "Show its neighbourhood in the graph" }, () => {
  update({ ...EMPTY, view: "graph", document: documents.map(String) });
  act.focusOn(node, { step: false });
});

const RANKS = [["People", "person"], ["Bodies", "organisation"], ["Places", "place"], ["Events", "event"]];

// Names of one group by the number of articles that mention them.
function rankList(title, group) {
  const { named, documents, mentions } = data.entities;
  const nodes = [...named.keys()].filter((node) => named[node] && data.nodes.group[node] === group)
    .sort((left, right) => documents[right] - documents[left] || mentions[right] - mentions[left] || left - right);
  if (!nodes.length) return null;
  return el("section", {}, el("h2", {}, title, el("span", { class: "count" }, ` ${number(nodes.length)}`)), el("p", { class: "soft small" }, "by articles that name them"),
    el("ol", { class: "ranking" }, nodes.slice(0, SHOWN).map((node) => el("li", {}, focusButton(node), el("span", { class: "count" }, number(documents[node]))))));
}

const articleCard = (document) => el("article", {}, documentPart(document), " ",
  el("button", { type: "button", class: "text small", onclick: () => act.readArticle(document) }, "Read"));

const mostAreDated = () => data.documents.date.filter(Boolean).length * 2 > data.documents.date.length;

// Articles by month; each month leads to what it tells.
function months() {
  const counts = new Map();
  for (const date of data.documents.date) {
    if (/^\d{4}-\d\d/.test(date ?? "")) counts.set(date.slice(0, 7), (counts.get(date.slice(0, 7)) ?? 0) + 1);
  }
  if (counts.size < 2) return null;
  const top = Math.max(...counts.values());
  const months = [...counts.keys()].sort();
  const undated = data.documents.date.length - [...counts.values()].reduce((sum, count) => sum + count, 0);
  return el("section", { class: "months" }, el("h2", {}, "By month"),
    el("p", { class: "soft small" }, joined("Articles by the month they appeared in", undated && `${number(undated)} without a date`)),
    el("ol", {}, months.flatMap((month, at) => [
      at && isGap(months[at - 1], month) ? el("li", { class: "gap", title: "Months without an article" }, "…") : null,
      monthItem(month, counts.get(month), top),
    ].filter(Boolean))));
}

const monthNumber = (month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
const isGap = (before, month) => monthNumber(month) - monthNumber(before) > 1;

function monthItem(month, count, top) {
  const [first, last] = monthDays(month);
  const high = Math.max(2, Math.round((60 * count) / top));
  const bar = svg("svg", { viewBox: "0 0 10 60", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { x: 0, width: 10, y: 60 - high, height: high }));
  return el("li", {}, el("button", { type: "button", title: `${daysText(first, last)}: ${plural(count, "article")}`, onclick: () => act.refilter({ ...EMPTY, view: "graph", from: first, to: last }) },
    bar, el("span", { class: "count" }, number(count)), el("span", {}, month)));
}
