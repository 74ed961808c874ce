// An article as it was read: its sentences with the names they mention, and marks where a statement is selected.

import { act, app, data, index } from "./app.js";
import { documentPart, newestFirst, publishedPart } from "./claims.js";
import { rowsOf, sentenceText } from "./data.js";
import { $, el, quoted, redraw } from "./dom.js";
import { piecesOf } from "./evidence.js";
import { statementKey } from "./identity.js";
import { cutText, marked, markKey, marksOf, mentionsIn } from "./marks.js";
import { selectedStatement, update } from "./state.js";
import { endText } from "./table.js";
import { isStill } from "./view.js";
import { folded, isWeb, number, plural, shorten } from "./words.js";

export function drawArticle() {
  if (app.state.view !== "article") return;
  const document = shownArticle();
  const row = selectedStatement();
  const marks = row === null ? [] : piecesOf(row).flatMap(marksOf);
  redraw($("article"), document === null ? [el("p", {}, "No article is in this page.")] : [
    articleHead(document, marks, row),
    el("div", { class: "text", dir: "auto" }, paragraphsOf(document).map((sentences) => el("p", {}, sentences.flatMap((sentence) => sentencePart(sentence, marks, row))))),
    markKey(),
  ]);
  const shows = `${document} ${app.state.selected}`;
  if (shows !== app.articleShows) scrollToMarks(document, row);
  app.articleShows = shows;
}

// The article that was asked for, or else the newest.
function shownArticle() {
  if (app.state.article >= 0) return app.state.article;
  return newestFirst()[0] ?? null;
}

// The text opens with its headline as a rule: it stands once, with what is read from it.
function articleHead(document, marks, row) {
  const { source, url, name, copies } = data.documents;
  const many = source.length > 1;
  const opening = headlineOf(document);
  return el("header", {},
    many ? el("label", { class: "pick" }, "Article ", articlePicker(document)) : null,
    el("h2", {}, opening !== null ? sentencePart(opening, marks, row) : isCut(document) ? publishedPart(document) : documentPart(document)),
    opening === null ? null : el("p", { class: "soft small" }, publishedPart(document)),
    isWeb(url[document]) ? null : el("p", { class: "soft small" }, quoted(name[document])),
    copies[document].length ? el("p", { class: "soft small copies" }, "Same text: ", quoted(copies[document].join(", "))) : null);
}

const articlePicker = (document) => el("select", { id: "pick-article", onchange: ({ target }) => act.readArticle(Number(target.value)) },
  newestFirst().map((each) => el("option", { value: String(each), selected: each === document }, shorten(data.documents.headline[each], 90))));

// The sentences of a document in its paragraphs; a gap where sentences are not carried begins a new one.
function paragraphsOf(document) {
  const paragraphs = [];
  const opening = headlineOf(document);
  for (const sentence of rowsOf(index.sentencesOf, document)) {
    if (sentence === opening) continue; // it stands above

    if (data.sentences.apart[sentence] || !paragraphs.length) paragraphs.push([]);
    paragraphs.at(-1).push(sentence);
  }
  return paragraphs;
}

// Whether an article without a title is called by the beginning of its text, which follows anyway.
const isCut = (document) => data.documents.headline[document].endsWith("…");

const lettersOf = (text) => folded(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// The first sentence of an article where that is its headline.
function headlineOf(document) {
  const first = rowsOf(index.sentencesOf, document)[0];
  return first !== undefined && lettersOf(sentenceText(first)) === lettersOf(data.documents.headline[document]) ? first : null;
}

// The statements that a sentence is evidence of and that pass the filters, the most wanted first.
function statementsIn(sentence) {
  const { rank } = data.statements;
  const rows = Array.from(rowsOf(index.evidenceIn, sentence), (piece) => data.evidence.statement[piece]);
  return [...new Set(rows)].filter((row) => !app.scene.failed[row]).sort((left, right) => rank[left] - rank[right]);
}

function sentencePart(sentence, marks, selected) {
  const rows = statementsIn(sentence);
  const own = marks.filter((mark) => mark.sentence === sentence);
  const gap = data.sentences.apart[sentence] === 2 ? "… " : "";
  const at = rows.indexOf(selected);
  const next = rows[(at + 1) % rows.length];
  const title = rows.map((row) => `${data.nodes.label[data.statements.subject[row]]} ${data.statements.predicate[row]} ${endText(row)}`).join("\n");
  return [gap, el("span", { class: `sentence-part${own.length ? " marked" : ""}`, id: `sentence-${sentence}` }, namedText(sentence, own)),
    rows.length ? el("button", { type: "button", class: "told", title, "aria-label": `${plural(rows.length, "statement")} of this sentence`, onclick: () => act.selectStatement(next) }, at >= 0 && rows.length > 1 ? `${at + 1}/${rows.length}` : number(rows.length)) : null, " "];
}

// The text of a sentence with its names as buttons, and with marks.
function namedText(sentence, marks) {
  const text = sentenceText(sentence);
  const names = mentionsIn(sentence);
  const cuts = cutText(text.length, [...marks, ...names.map(({ start, end }) => ({ start, end, role: "name" }))]);
  const parts = [];
  for (const { start, end, roles } of cuts) {
    const stretch = text.slice(start, end);
    const name = names.find((each) => each.start <= start && end <= each.end);
    const shown = marked(stretch, roles.filter((role) => role !== "name"));
    parts.push(name ? el("button", { type: "button", class: `name ${data.nodes.group[name.node]}`, title: data.nodes.label[name.node], onclick: () => act.pick(name.node) }, shown) : shown);
  }
  return parts;
}

// Bring the sentence of the selected statement into view.
function scrollToMarks(document, row) {
  const pieces = row === null ? [] : piecesOf(row).filter((piece) => data.sentences.document[data.evidence.sentence[piece]] === document);
  if (pieces.length) $(`sentence-${data.evidence.sentence[pieces[0]]}`)?.scrollIntoView({ block: "center", behavior: isStill() ? "auto" : "smooth" });
  else $("article").scrollTop = 0;
}

// Open an article, at a statement where one is given.
export function readArticle(document, row = null) {
  update({ view: "article", article: document, ...(row === null ? {} : { selected: `s:${statementKey(row)}` }) });
}
