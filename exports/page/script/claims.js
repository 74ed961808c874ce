// The parts of a statement in words: who, what, whom, how sure, who says so, when.

import { act, data, index } from "./app.js";
import { rowsOf } from "./data.js";
import { dateText, timeText } from "./days.js";
import { el, lineIcon, quoted, shapeIcon } from "./dom.js";
import { fragmentLink, isWeb, nameIn } from "./words.js";

export const nodeButton = (node, attributes = {}, onclick = () => act.pick(node, { move: true })) =>
  el("button", { type: "button", class: "entity", onclick, ...attributes },
    shapeIcon(data.nodes.group[node]), quoted(data.nodes.label[node]));

export function objectPart(row) {
  const { object, literal } = data.statements;
  if (object[row] >= 0) return nodeButton(object[row]);
  return literal[row] === null ? null : quoted(literal[row], { class: "literal" });
}

// Constructions whose predicate is a noun: "President Putin", "Peskov, a spokesman", "his spokesman".
const NOUN_METHODS = ["title", "apposition", "possessive"];
const isReadBy = (row, methods) => Array.from(rowsOf(index.evidenceOf, row)).some((piece) => methods.includes(data.evidence.method[piece]));

// Whether a statement says what somebody is, not what they do.
export function isRole(row) {
  const { kind, object } = data.statements;
  const holds = kind[row] === "stated" || kind[row] === "reported";
  return holds && (isReadBy(row, NOUN_METHODS) || (object[row] >= 0 && isReadBy(row, ["copula"])));
}

// What stands between subject, predicate and object: "Peskov, spokesman, Kremlin", but "Witkoff, special envoy of Trump".
export function joints(row) {
  if (!isReadBy(row, NOUN_METHODS)) return [" ", " "];
  return [", ", / (of|for|to|in|at|on|by|with|from|under)$/i.test(data.statements.predicate[row]) ? " " : ", "];
}

// A statement as one line that opens it.
export function claimButton(row) {
  const { subject, predicate, object, literal, kind } = data.statements;
  const end = object[row] >= 0 ? data.nodes.label[object[row]] : literal[row];
  return el("button", { type: "button", class: "claim-line", onclick: () => act.selectStatement(row) },
    lineIcon(kind[row]),
    el("span", {}, quoted(data.nodes.label[subject[row]], { class: "strong" }), joints(row)[0], quoted(predicate[row]), end === null ? null : joints(row)[1], end === null ? null : quoted(end, { class: "strong" })));
}

// Statements as a list; `disputed` are those that other articles deny.
export const claimList = (rows, disputed = []) => (rows.length
  ? el("ol", { class: "claims" }, rows.map((row) => el("li", {}, claimButton(row), disputed.includes(row) ? el("span", { class: "tag" }, "disputed") : null))) : null);

const isNegated = (row) => data.statements.polarity[row] === "negative";

// What a reader may take from it: its status, and what else qualifies it ("Denied by a source, planned").
export function standingText(row) {
  const { status, modality, stance } = data.statements;
  const parts = [nameIn(data.statuses, status[row])];
  if (status[row] === "denied" && isNegated(row)) parts.push("negated");
  if (status[row] === "conditional" && isNegated(row)) parts.push("negated");
  if (modality[row] !== "actual" && modality[row] !== status[row]) parts.push(nameIn(data.statuses, modality[row]).toLowerCase());
  if (stance[row] === "doubts") parts.push("doubted by its source");
  return parts.join(", ");
}

const STANCE_WORDS = { asserts: "", denies: " (denies it)", doubts: " (doubts it)" };

export function sourcePart(row) {
  const { by, byText, stance } = data.statements;
  if (byText[row] === null && by[row] < 0) return null;
  const words = by[row] >= 0 && byText[row] === data.nodes.label[by[row]] ? null : quoted(byText[row] ?? "", { class: "soft" });
  return el("span", {}, by[row] >= 0 ? [nodeButton(by[row]), words && " "] : null, words, nameIn(STANCE_WORDS, stance[row]));
}

export function timePart(row) {
  const { time, first, last, qualifiers } = data.statements;
  const said = qualifiers[row].filter(([role]) => role === "time").map(([, text]) => text);
  if (!time[row] && !said.length) return null;
  const words = said.length ? el("span", { class: "soft" }, " “", quoted(said.join("”, “")), "”") : null;
  return el("span", {}, time[row] ? timeText(time[row], first[row], last[row]) : "", words);
}

// All documents, the newest first, then by headline.
export function newestFirst() {
  const { source, date, headline } = data.documents;
  const earlier = (left, right) => (left < right ? -1 : Number(left > right));
  return [...source.keys()].sort((left, right) => earlier(date[right] ?? "", date[left] ?? "") || earlier(headline[left], headline[right]) || left - right);
}

// A document by headline, outlet and date; the headline leads to the published page, where that is known.
export function documentPart(document, sentence = null) {
  const { headline, source, copies, date, publisher, url } = data.documents;
  const head = quoted(headline[document], { class: "title", title: [source[document], ...copies[document]].join("\n") });
  const address = isWeb(url[document]) && sentence !== null ? fragmentLink(url[document], sentence) : url[document];
  return el("span", {},
    isWeb(address) ? webLink(address, head) : head,
    publisher[document] ? el("span", {}, " · ", quoted(publisher[document])) : null,
    date[document] ? ` · ${dateText(date[document])}` : null);
}

const webLink = (address, words) => el("a", { href: address, rel: "noopener noreferrer external", target: "_blank", referrerpolicy: "no-referrer" }, words);

// Outlet and date of a document without its headline, with a link to the published page.
export function publishedPart(document) {
  const { date, publisher, url } = data.documents;
  const parts = [publisher[document] && quoted(publisher[document]), date[document] && dateText(date[document]), isWeb(url[document]) && webLink(url[document], "published page")];
  return el("span", {}, parts.filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part])));
}
