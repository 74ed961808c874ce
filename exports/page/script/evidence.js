// A statement in words, and the sentences it was read from with its parts marked.

const nodeButton = (node, attributes = {}) =>
  el("button", { type: "button", class: "entity", onclick: () => pick(node, { move: true }), ...attributes },
    shapeIcon(data.nodes.group[node]), quoted(data.nodes.label[node]));

function objectPart(row) {
  const { object, literal } = data.statements;
  if (object[row] >= 0) return nodeButton(object[row]);
  return literal[row] === null ? null : quoted(literal[row], { class: "literal" });
}

// Constructions whose predicate is a noun: "President Putin", "Peskov, a spokesman", "his spokesman".
const NOUN_METHODS = ["title", "apposition", "possessive"];
const isReadBy = (row, methods) => Array.from(rowsOf(index.evidenceOf, row)).some((piece) => methods.includes(data.evidence.method[piece]));

// Whether a statement says what somebody is, not what they do.
function isRole(row) {
  const { kind, object } = data.statements;
  const holds = kind[row] === "stated" || kind[row] === "reported";
  return holds && (isReadBy(row, NOUN_METHODS) || (object[row] >= 0 && isReadBy(row, ["copula"])));
}

// What stands between subject, predicate and object: "Peskov, spokesman, Kremlin", but "Witkoff, special envoy of Trump".
function joints(row) {
  if (!isReadBy(row, NOUN_METHODS)) return [" ", " "];
  return [", ", / (of|for|to|in|at|on|by|with|from|under)$/i.test(data.statements.predicate[row]) ? " " : ", "];
}

// A statement as a card: what, how sure, who says so, and every place that says it.
function statementCard(row, { open = true } = {}) {
  const { subject, kind } = data.statements;
  return el("article", { class: `card ${kind[row]}` },
    el("p", { class: "claim" }, nodeButton(subject[row]), joints(row)[0], quoted(data.statements.predicate[row], { class: "predicate" }), objectPart(row) && joints(row)[1], objectPart(row)),
    factsOf(row),
    open ? evidenceOf(row) : lazily("Evidence", () => evidenceOf(row)));
}

const lazily = (title, make) =>
  el("details", { ontoggle: ({ target }) => { if (target.open && target.children.length === 1) target.append(make()); } }, el("summary", {}, title));

function factsOf(row) {
  const facts = [
    ["", el("span", { class: "standing" }, lineIcon(data.statements.kind[row]), standingText(row))],
    ["Who says so", sourcePart(row)],
    ["When", timePart(row)],
    ...data.statements.qualifiers[row].filter(([role]) => role !== "time").map(([role, text, value, node]) => [roleText(role), qualifierPart(text, value, node)]),
    ...data.statements.arguments[row].map(([role, text, value, node]) => [roleText(role), qualifierPart(text, value, node)]),
    ["Value", data.statements.value[row] && quoted(data.statements.value[row])],
    ["Relation", data.statements.relation[row] && quoted(data.statements.relation[row].replace(/[_-]+/g, " "))],
    ["Confidence", confidencePart(data.statements.confidence[row])],
  ];
  return el("dl", { class: "facts" }, facts.filter(([, part]) => part)
    .map(([name, part]) => el("div", {}, name && el("dt", {}, name), el("dd", {}, part))));
}

const roleText = (role) => role.charAt(0).toUpperCase() + role.slice(1);

function qualifierPart(text, value, node) {
  if (node >= 0) return el("span", {}, quoted(text), " ", nodeButton(node));
  return el("span", {}, quoted(text), value && value !== text ? el("span", { class: "soft" }, ` (${value})`) : null);
}

function standingText(row) {
  const { polarity, modality, byText } = data.statements;
  const parts = [];
  if (modality[row] !== "actual") parts.push(nameIn(STANDINGS, modality[row]));
  if (polarity[row] === "negative") parts.push(modality[row] === "conditional" ? "negated" : "denied");
  if (!parts.length) return byText[row] === null ? "Stated by the document" : "Reported as fact by a source";
  const text = parts.join(", ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sourcePart(row) {
  const { by, byText } = data.statements;
  if (byText[row] === null && by[row] < 0) return null;
  const words = by[row] >= 0 && byText[row] === data.nodes.label[by[row]] ? null : quoted(byText[row] ?? "", { class: "soft" });
  return el("span", {}, by[row] >= 0 ? [nodeButton(by[row]), words && " "] : null, words);
}

function timePart(row) {
  const { time, qualifiers } = data.statements;
  const said = qualifiers[row].filter(([role]) => role === "time").map(([, text]) => text);
  if (!time[row] && !said.length) return null;
  const words = said.length ? el("span", { class: "soft" }, " “", quoted(said.join("”, “")), "”") : null;
  return el("span", {}, time[row] ? edtfText(row) : "", words);
}

// A time as people write it: days that EDTF names by their first and last read as one stretch.
function edtfText(row) {
  const { time, first, last } = data.statements;
  const plain = /^\d{4}(-[01]\d(-\d\d)?)?(\/\d{4}(-[01]\d(-\d\d)?)?)?$/.test(time[row]);
  return plain && first[row] !== null ? daysText(first[row], last[row]) : time[row].split("/").map(partText).join(" – ");
}

// What EDTF writes in place of a month, from 21 on.
const PARTS_OF_YEARS = [
  ...["", " (north)", " (south)"].flatMap((side) => ["Spring", "Summer", "Autumn", "Winter"].map((season) => `${season}${side}`)),
  ...["1st quarter of", "2nd quarter of", "3rd quarter of", "4th quarter of", "1st third of", "2nd third of", "3rd third of", "1st half of", "2nd half of"],
];
const ordinal = (count) => `${count}${{ one: "st", two: "nd", few: "rd", other: "th" }[new Intl.PluralRules("en", { type: "ordinal" }).select(count)]}`;

// One end of an interval; what has no words of its own stays as EDTF writes it.
function partText(part) {
  if (part === "" || part === "..") return "…"; // an open end
  if (part.endsWith("~")) return `about ${partText(part.slice(0, -1))}`;
  if (/^\d{3}X$/.test(part)) return `${part.slice(0, 3)}0s`;
  if (/^\d\dXX$/.test(part)) return `${ordinal(Number(part.slice(0, 2)) + 1)} century`;
  const [day, clock] = part.split("T");
  const [year, month] = day.split("-");
  const name = PARTS_OF_YEARS[month - 21];
  if (name && day.length === 7) return `${name} ${year}`;
  if (/^\d{4}-[01]\d-\d\d$/.test(day)) return clock ? `${dayText(dayOf(day))}, ${clock}` : dayText(dayOf(day));
  return /^\d{4}-[01]\d$/.test(part) ? monthFormat.format(new Date(`${part}-01`)) : part;
}

const confidencePart = (percent) =>
  el("span", { class: "sure" }, el("meter", { min: "0", max: "100", value: String(percent), "aria-hidden": "true" }), ` ${percent} %`);

function evidenceOf(row) {
  const pieces = Array.from(rowsOf(index.evidenceOf, row));
  const missing = data.statements.places[row] - pieces.length;
  return el("div", { class: "evidence" }, pieces.map(evidencePiece),
    missing > 0 ? el("p", { class: "soft" }, `and ${plural(missing, "more place")}, not carried in this page`) : null);
}

function evidencePiece(piece) {
  const { sentence } = data.evidence;
  const document = data.sentences.document[sentence[piece]];
  const words = [data.evidence.quoted[piece] ? "quoted" : null, data.evidence.cue[piece] && `“${data.evidence.cue[piece]}”`].filter(Boolean);
  return el("figure", {},
    el("blockquote", { dir: "auto" }, passageOf(piece)),
    el("figcaption", {},
      documentPart(document),
      words.length ? el("span", {}, " · ", quoted(words.join(" "))) : null,
      el("span", { title: "How it was found, and how sure that is" }, ` · ${data.evidence.method[piece]}, ${data.evidence.confidence[piece]} %`)));
}

// A document by headline, outlet and date; the file's name stands in for an outlet that is not known.
function documentPart(document) {
  const { title, name, source, date, publisher, url } = data.documents;
  const head = quoted(title[document] ?? name[document], { class: "title", title: source[document] });
  const outlet = publisher[document] ?? (title[document] ? name[document] : null);
  return el("span", {},
    /^https?:\/\//i.test(url[document] ?? "") ? el("a", { href: url[document], rel: "noopener noreferrer external", target: "_blank" }, head) : head,
    outlet ? el("span", {}, " · ", quoted(outlet)) : null,
    date[document] ? ` · ${dateText(date[document])}` : null);
}

const dateText = (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso) ? dayText(dayOf(iso)) : iso);

// The sentences of a piece of evidence; marks may stand in a neighbouring sentence (who says so).
function passageOf(piece) {
  const home = data.evidence.sentence[piece];
  const marks = marksOf(piece, home);
  const shown = [...new Set([home, ...marks.map((mark) => mark.sentence)])].sort((left, right) => left - right);
  return shown.flatMap((sentence, position) => [
    position ? (sentence === shown[position - 1] + 1 ? " " : " … ") : "",
    ...markedText(sentenceText(sentence), marks.filter((mark) => mark.sentence === sentence)),
  ]);
}

function marksOf(piece, home) {
  const flat = decodedNumbers(data.evidence.marks[piece]);
  const marks = [];
  let before = 0;
  for (let at = 0; at < flat.length; at += 3) {
    const role = flat[at] % data.roles.length;
    const sentence = home + unzigzag(Math.floor(flat[at] / data.roles.length));
    const start = before + unzigzag(flat[at + 1]);
    before = start + (flat[at + 2] || usualWords(data.evidence.statement[piece])[role].length);
    marks.push({ role: data.roles[role], sentence, start, end: before });
  }
  return marks;
}

// What a statement calls its subject, predicate, object and source.
function usualWords(row) {
  const { label } = data.nodes;
  const { subject, predicate, object, literal, by } = data.statements;
  return [label[subject[row]], predicate[row], object[row] >= 0 ? label[object[row]] : literal[row] ?? "", by[row] >= 0 ? label[by[row]] : ""];
}

// Split a text where marks begin and end; a stretch inside several marks carries all their roles.
function markedText(text, marks) {
  if (!text) return [el("em", { class: "soft" }, "The text of this document was not kept.")];
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((left, right) => left - right);
  return cuts.slice(1).map((end, position) => {
    const start = cuts[position];
    const roles = [...new Set(marks.filter((mark) => mark.start <= start && mark.end >= end).map(({ role }) => role))];
    const stretch = text.slice(start, end);
    return roles.length ? el("mark", { class: roles.join(" "), title: roles.join(", ") }, stretch) : stretch;
  });
}
