// Marked text: where the parts of a statement stand in its sentences.

// The marks of a piece of evidence, each with its sentence.

import { data } from "./app.js";
import { decodedNumbers, unzigzag } from "./coding.js";
import constants from "./constants.json" with { type: "json" };
import { sentenceText } from "./data.js";
import { el } from "./dom.js";
import { nameIn } from "./words.js";

export function marksOf(piece) {
  const home = data.evidence.sentence[piece];
  const flat = decodedNumbers(data.evidence.marks[piece]);
  const usual = usualWords(data.evidence.statement[piece]);
  const marks = [];
  let before = 0;
  for (let at = 0; at < flat.length; at += 3) {
    const role = flat[at] % constants.roles.length;
    const sentence = home + unzigzag(Math.floor(flat[at] / constants.roles.length));
    const start = before + unzigzag(flat[at + 1]);
    before = start + (flat[at + 2] || usual[role]?.length || 0);
    marks.push({ role: constants.roles[role], sentence, start, end: before });
  }
  return marks;
}

// What a statement calls its subject, predicate, object and source.
function usualWords(row) {
  const { label } = data.nodes;
  const { subject, predicate, object, literal, by } = data.statements;
  return [label[subject[row]], predicate[row], object[row] >= 0 ? label[object[row]] : literal[row] ?? "", by[row] >= 0 ? label[by[row]] : ""];
}

// The named entities in a sentence: {start, end, node}.
export function mentionsIn(sentence) {
  const flat = decodedNumbers(data.sentences.mentions[sentence]);
  const mentions = [];
  let at = 0;
  for (let next = 0; next < flat.length; next += 3) {
    const start = at + flat[next];
    at = start + flat[next + 1];
    mentions.push({ start, end: at, node: flat[next + 2] });
  }
  return mentions;
}

// A text cut where marks begin and end: [{start, end, roles}], in order and without gaps.
export function cutText(length, marks) {
  const cuts = [...new Set([0, length, ...marks.flatMap(({ start, end }) => [start, end])])].filter((cut) => cut >= 0 && cut <= length).sort((left, right) => left - right);
  return cuts.slice(1).map((end, position) => ({
    start: cuts[position],
    end,
    roles: [...new Set(marks.filter((mark) => mark.start <= cuts[position] && mark.end >= end).map(({ role }) => role))],
  }));
}

const ROLE_NAMES = { subject: "who", predicate: "does what", object: "whom or what", attribution: "who says so", participant: "takes part", cue: "decides whether it is so" };

export const marked = (text, roles) => (roles.length ? el("mark", { class: roles.join(" "), title: roles.map((role) => nameIn(ROLE_NAMES, role)).join(", ") }, text) : text);

// A text with its marks; a stretch inside several marks carries all their roles.
function markedText(text, marks) {
  if (!text) return [el("em", { class: "soft" }, "The text of this document was not kept.")];
  return cutText(text.length, marks).map(({ start, end, roles }) => marked(text.slice(start, end), roles));
}

// The sentences of a piece of evidence; marks may stand in a neighbouring sentence (who says so).
export function passageOf(piece) {
  const marks = marksOf(piece);
  const shown = [...new Set([data.evidence.sentence[piece], ...marks.map((mark) => mark.sentence)])].sort((left, right) => left - right);
  return shown.flatMap((sentence, position) => [
    position ? (sentence === shown[position - 1] + 1 ? " " : " … ") : "",
    ...markedText(sentenceText(sentence), marks.filter((mark) => mark.sentence === sentence)),
  ]);
}

export const markKey = () =>
  el("p", { class: "key", "aria-label": "Marks" }, Object.entries(ROLE_NAMES).map(([role, text]) => el("mark", { class: role }, text)));
