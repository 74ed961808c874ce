// The panel: an overview, or what is selected.

let panelShows = ""; // the selection it was drawn for

function drawPanel() {
  const chosen = selection();
  const make = { "": overview, entity: entityPanel, statement: statementPanel, path: pathPanel }[chosen.kind];
  const anew = panelShows !== state.selected;
  redraw($("panel"), make(...chosen.rows).filter(Boolean), { anew });
  if (anew) $("panel").scrollTop = 0;
  panelShows = state.selected;
  document.body.classList.toggle("selecting", chosen.kind !== "");
}

const closeButton = () =>
  el("button", { type: "button", class: "bare close", "aria-label": "Close", title: "Close (Esc)", onclick: () => update({ selected: "" }) }, icon("close"));

function overview() {
  const { documents, entities, statements } = data;
  const named = entities.named.filter(Boolean).length;
  return [
    el("h2", {}, "At a glance"),
    el("p", {}, `${plural(named, "entity", "entities")} and ${plural(statements.subject.length, "statement")} from ${plural(documents.source.length, "document")}. Click an entity or a line to see where it is said, and who says so.`),
    ...headed("Most connected", "ranking", mostConnected(8).map(rankingItem)),
    ...headed("Strongest statements", "claims", strongest(8).map((row) => el("li", {}, claimButton(row)))),
    ...(documents.source.length <= 12 ? headed("Read from", "documents", documents.source.map(documentItem)) : []),
  ];
}

const headed = (title, kind, items) => (items.length ? [el("h3", {}, title), el("ol", { class: kind }, items)] : []);

function documentItem(source, document) {
  const { title, name, date } = data.documents;
  return el("li", {}, quoted(title[document] ?? name[document], { title: source }), date[document] ? el("span", { class: "soft" }, ` ${dateText(date[document])}`) : null);
}

const statementsOf = (node) => Array.from(rowsOf(index.touching, node)).filter((row) => !scene.failed[row]);

const mostConnected = (count) => [...scene.nodes].filter((node) => !isValue(node))
  .map((node) => [node, statementsOf(node).length])
  .sort(([left, most], [right, more]) => more - most || left - right).slice(0, count);

const rankingItem = ([node, count]) => el("li", {}, nodeButton(node), el("span", { class: "count" }, number(count)));

// The surest statements in view, each pair of entities once.
function strongest(count) {
  const { subject, object, confidence, places: told } = data.statements;
  const weight = (row) => confidence[row] * (1 + Math.log(told[row] || 1)) * (1 + data.nodes.size[subject[row]] / 60);
  const pairs = new Set();
  return scene.statements.filter((row) => object[row] >= 0).sort((left, right) => weight(right) - weight(left) || left - right)
    .filter((row) => { const pair = [subject[row], object[row]].sort().join(); return !pairs.has(pair) && pairs.add(pair); }).slice(0, count);
}

// A statement as one line that opens it.
function claimButton(row) {
  const { subject, predicate, object, literal, kind } = data.statements;
  const end = object[row] >= 0 ? data.nodes.label[object[row]] : literal[row];
  return el("button", { type: "button", class: "claim-line", onclick: () => selectStatement(row) },
    lineIcon(kind[row]),
    el("span", {}, quoted(data.nodes.label[subject[row]], { class: "strong" }), joints(row)[0], quoted(predicate[row]), end === null ? null : joints(row)[1], end === null ? null : quoted(end, { class: "strong" })));
}

function entityPanel(node) {
  const { type, aliases, links, mentions, documents, named } = data.entities;
  const rows = statementsOf(node);
  const all = rowsOf(index.touching, node).length;
  const roles = rows.filter((row) => data.statements.subject[row] === node && isRole(row));
  const told = new Set(roles);
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
    links[node].length ? el("section", {}, el("h3", {}, "Elsewhere"), el("ul", { class: "links" }, links[node].map(linkItem))) : null,
    idLine("entities", node),
  ];
}

// The id in the graph, for queries; a large page carries none.
const idLine = (table, row) => (data[table].id[row] ? el("p", { class: "soft small id" }, "In the graph: ", el("code", {}, data[table].id[row])) : null);

// Only web addresses become links; anything else is shown as it is.
function linkItem(iri) {
  const safe = /^https?:\/\//i.test(iri);
  return el("li", {}, safe ? el("a", { href: iri, rel: "noopener noreferrer external", target: "_blank" }, quoted(iri)) : quoted(iri));
}

function entityActions(node) {
  const hidden = hiddenNeighbours(node).length;
  const pinned = Boolean(state.pins[node]);
  const button = (text, act, title, kind = "") => el("button", { type: "button", class: kind, onclick: act, title }, text);
  const shown = scene.nodes.has(node);
  return el("div", { class: "actions" },
    shown ? null : button("Show in the graph", () => bringIn([node]), "", "main"),
    hidden ? button(`Bring in ${plural(hidden, "neighbour")}`, () => expand(node), "Double click does the same", "main") : null,
    button("Focus", () => focusOn(node), "Show this entity and its neighbours only"),
    button("Path to …", () => startPath(node), "Then choose where the path should lead"),
    button(pinned ? "Unpin" : "Pin", () => togglePin(node), "A pinned entity stays in place and in view, whatever is filtered"),
    shown ? button("Take out", () => takeOut(node), "Take it out of view (Delete)") : null);
}


const TIMELINE_LIMIT = 60;

function timeline(rows, node) {
  if (!rows.length) return null;
  const { first, confidence } = data.statements;
  const { time } = data.statements;
  const isTold = (row) => Number(time[row] !== null);
  const sorted = [...rows].sort((left, right) => isTold(right) - isTold(left) || (first[left] ?? Infinity) - (first[right] ?? Infinity) || confidence[right] - confidence[left] || left - right);
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
  for (const row of rows) {
    const { first, last, time } = data.statements;
    const told = time[row] !== null;
    const days = first[row] === null ? "No date" : `No time given · published ${daysText(first[row], last[row])}`;
    const day = told ? edtfText(row) : days;
    if (!groups.has(day)) groups.set(day, []);
    groups.get(day).push(row);
  }
  return groups;
}

// One statement seen from an entity: a line that opens its evidence.
function timelineItem(row, node) {
  const { subject, object, predicate, literal, kind, by } = data.statements;
  const outward = subject[row] === node;
  const end = outward ? (object[row] >= 0 ? data.nodes.label[object[row]] : literal[row]) : data.nodes.label[node];
  const name = (text, self) => (text === null ? null : quoted(text, { class: self ? "self" : "strong" }));
  const line = el("span", {},
    outward ? null : [name(data.nodes.label[subject[row]], false), joints(row)[0]], quoted(predicate[row]), end === null ? null : joints(row)[1], name(end, !outward),
    sourcePart(row) ? el("span", { class: "soft" }, " – ", quoted(by[row] >= 0 ? data.nodes.label[by[row]] : data.statements.byText[row])) : null);
  const details = el("details", { class: "event", ontoggle: ({ target }) => { if (target.open && target.children.length === 1) target.append(statementCard(row)); } },
    el("summary", {}, lineIcon(kind[row]), line));
  return el("li", {}, details);
}

function statementPanel(row) {
  const { subject, object, edge } = data.statements;
  const rows = edge[row] < 0 ? [row] : [row, ...passingOf(edge[row]).filter((other) => other !== row)];
  const others = object[row] < 0 ? [] : betweenOf(subject[row], object[row]).filter((other) => !rows.includes(other));
  return [
    closeButton(),
    el("p", { class: "kicker" }, rows.length > 1 ? plural(rows.length, "statement") : "Statement"),
    ...rows.slice(0, 12).map((each, position) => statementCard(each, { open: position < 4 })),
    linesOf(rows.slice(12)),
    others.length ? el("section", {}, el("h3", {}, "Also between these two"), linesOf(others)) : null,
    markKey(),
    idLine("statements", row),
  ];
}

const betweenOf = (one, two) => Array.from(rowsOf(index.touching, one)).filter((row) => {
  const { subject, object } = data.statements;
  return !scene.failed[row] && object[row] >= 0 && (subject[row] === one ? object[row] : subject[row]) === two;
});

const markKey = () =>
  el("p", { class: "key", "aria-label": "Marks" }, [["subject", "subject"], ["predicate", "predicate"], ["object", "object"], ["attribution", "who says so"]]
    .map(([role, text]) => el("mark", { class: role }, text)));

const STEP_CARDS = 4; // statements of one step of a path that are shown in full

// One step of a path: its surest statements with their sentences, the others as lines that open them.
function stepPart({ edges }) {
  const rows = edges.flatMap((edge) => passingOf(edge)).sort((left, right) => data.statements.confidence[right] - data.statements.confidence[left] || left - right);
  return [...rows.slice(0, STEP_CARDS).map((row) => statementCard(row)), linesOf(rows.slice(STEP_CARDS))];
}

const linesOf = (rows) => (rows.length ? el("ol", { class: "claims" }, rows.map((row) => el("li", {}, claimButton(row)))) : null);

function pathPanel(from, to) {
  const steps = pathBetween(from, to);
  const heading = [closeButton(), el("p", { class: "kicker" }, "Shortest path"),
    el("h2", {}, quoted(data.nodes.label[from]), " → ", quoted(data.nodes.label[to]))];
  if (!steps) return [...heading, el("p", {}, "No path: with these filters, no chain of statements joins the two.")];
  return [...heading, el("p", { class: "soft" }, `${plural(steps.length, "step")}, whatever the direction of the statements`),
    ...steps.flatMap(stepPart), markKey()];
}
