// A statement as a card: what, who takes part, how sure, who says so, and every place that says it.

import { act, data, index } from "./app.js";
import { documentPart, joints, nodeButton, objectPart, sourcePart, standingText, timePart } from "./claims.js";
import { rowsOf, sentenceText } from "./data.js";
import { el, lineIcon, quoted } from "./dom.js";
import { facetOf } from "./filters.js";
import { passageOf } from "./marks.js";
import { capital, nameIn, plural } from "./words.js";

export function statementCard(row, { open = true } = {}) {
  const { subject, kind, predicate } = data.statements;
  return el("article", { class: `card ${kind[row]}` },
    el("p", { class: "claim" }, nodeButton(subject[row]), joints(row)[0], quoted(predicate[row], { class: "predicate" }), objectPart(row) && joints(row)[1], objectPart(row)),
    factsOf(row),
    open ? evidenceOf(row) : lazily("Evidence", () => evidenceOf(row)));
}

const lazily = (title, make) =>
  el("details", { ontoggle: ({ target }) => { if (target.open && target.children.length === 1) target.append(make()); } }, el("summary", {}, title));

// What people call the circumstances of an event.
const ROLES = {
  place: "Where", purpose: "What for", cause: "Why", manner: "How", topic: "About", beneficiary: "For whom",
};

function factsOf(row) {
  const { kind, qualifiers, arguments: further, value, event, relation, confidence } = data.statements;
  const facts = [
    ["", el("span", { class: "standing" }, lineIcon(kind[row]), standingText(row), cuePart(row))],
    ["Who says so", sourcePart(row)],
    ["Told to", viaPart(row)],
    ["When", timePart(row)],
    ...participantsOf([...qualifiers[row], ...further[row]]).map(participantPart),
    ["Amount", value[row] && quoted(value[row])],
    ["Kind of event", event[row] && quoted(facetOf("event").name(event[row]))],
    ["Relation", relation[row] && quoted(facetOf("relation").name(relation[row]))],
    ["Confidence", confidencePart(confidence[row])],
  ];
  return el("dl", { class: "facts" }, facts.filter(([, part]) => part)
    .map(([name, part]) => el("div", {}, name && el("dt", {}, name), el("dd", {}, part))));
}

// Participants and circumstances, each once: by the role that has a name, else by its preposition, else by its code.
export function participantsOf(parts) {
  const found = new Map();
  for (const part of parts) {
    const [role, text, , node] = part;
    if (role === "time") continue;
    const key = node >= 0 ? node : wordsBehind(role, text).toLowerCase();
    if (!found.has(key) || CODE.test(found.get(key)[0])) found.set(key, part);
  }
  return [...found.values()];
}

const CODE = /^ARG|^[A-Z]{3}$/; // roles that have no name for people
const wordsBehind = (role, text) => (text.toLowerCase().startsWith(`${role.toLowerCase()} `) ? text.slice(role.length + 1) : text); // "over": "over the vote"

// A participant or circumstance: [what it is, its words with its node or value].
function participantPart([role, text, value, node]) {
  const name = CODE.test(role) ? "With" : capital(nameIn(ROLES, role));
  const words = wordsBehind(role, text);
  const same = node >= 0 && data.nodes.label[node] === words;
  if (node >= 0) return [name, el("span", {}, same ? null : [quoted(words), " "], nodeButton(node))];
  return [name, el("span", {}, quoted(words), value && value !== text ? el("span", { class: "soft" }, ` (${value})`) : null)];
}

export const piecesOf = (row) => Array.from(rowsOf(index.evidenceOf, row));

// The words that make it denied, planned or anything else than plain fact.
function cuePart(row) {
  const words = [...new Set(piecesOf(row).flatMap((piece) => data.evidence.cues[piece].map(([, text]) => text)))];
  return words.length ? el("span", { class: "soft" }, ": “", quoted(words.join("”, “")), "”") : null;
}

// Who relays the source ("told Reuters").
function viaPart(row) {
  const relays = new Map(piecesOf(row).map((piece) => data.evidence.via[piece]).filter(Boolean).map((via) => [via.join(), via]));
  if (!relays.size) return null;
  return el("span", {}, [...relays.values()].map(([text, node]) => (node >= 0 ? nodeButton(node) : quoted(text))));
}

const confidencePart = (percent) =>
  el("span", { class: "sure" }, el("meter", { min: "0", max: "100", value: String(percent), "aria-hidden": "true" }), ` ${percent} %`);

function evidenceOf(row) {
  const pieces = piecesOf(row);
  const missing = data.statements.places[row] - pieces.length;
  return el("div", { class: "evidence" }, pieces.map(evidencePiece),
    missing > 0 ? el("p", { class: "soft" }, `and ${plural(missing, "more place")}, not carried in this page`) : null);
}

function evidencePiece(piece) {
  const { sentence, statement } = data.evidence;
  const document = data.sentences.document[sentence[piece]];
  const read = () => act.readArticle(document, statement[piece]);
  return el("figure", {},
    el("blockquote", { dir: "auto" }, passageOf(piece)),
    el("figcaption", {}, documentPart(document, sentenceText(sentence[piece])),
      el("button", { type: "button", class: "text small", onclick: read }, "Read it in the article"),
      lazily(`Why ${data.evidence.confidence[piece]} %`, () => el("ul", {}, reasonsOf(piece).map((reason) => el("li", {}, reason))))));
}

// What speaks for and against a piece of evidence, as far as the graph knows.
function reasonsOf(piece) {
  const { rule, method, cue, quoted: inQuotes, behind, statement } = data.evidence;
  const [made, ...steps] = rule[piece] ?? [method[piece]];
  const places = data.statements.places[statement[piece]];
  return [
    [`Found by the rule `, el("code", {}, made), steps.length ? [", then changed by ", el("code", {}, steps.join(", "))] : null],
    behind[piece].length ? ["A pronoun stands for a name: “", quoted(behind[piece].join("”, “")), "”"] : null,
    inQuotes[piece] ? "The words stand in quotation marks" : null,
    cue[piece] ? ["Taken to be somebody’s words because of “", quoted(cue[piece]), "”"] : null,
    places > 1 ? `Stated in ${plural(places, "place")}` : null,
  ].filter(Boolean);
}
