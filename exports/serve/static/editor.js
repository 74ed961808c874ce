"use strict";

const field = (id) => document.getElementById(id);

async function ask(accept) {
  const body = new URLSearchParams({ query: field("sparql").value });
  return fetch("/sparql", { method: "POST", headers: { Accept: accept }, body });
}

function show(id, visible) {
  field(id).hidden = !visible;
}

function shorten(iri) {
  return iri.replace(/^.*[/#](?=[^/#]+$)/, "");
}

function cell(row, term) {
  const data = row.insertCell();
  if (!term) return;
  data.textContent = term.type === "uri" ? shorten(term.value) : term.value ?? JSON.stringify(term);
  if (term.type === "uri") data.title = term.value;
  if (/(integer|decimal|double|float)$/.test(term.datatype ?? "")) data.className = "number";
}

function table(result) {
  const target = field("result");
  target.replaceChildren();
  const head = target.createTHead().insertRow();
  for (const name of result.head.vars) {
    const title = document.createElement("th");
    title.scope = "col";
    title.textContent = name;
    head.append(title);
  }
  const body = target.createTBody();
  for (const binding of result.results.bindings) {
    const row = body.insertRow();
    for (const name of result.head.vars) cell(row, binding[name]);
  }
}

function notes(response) {
  const text = response.headers.get("X-Newsgraph-Notes");
  return text ? ` ${decodeURIComponent(text)}` : "";
}

async function run() {
  const started = performance.now();
  for (const id of ["problem", "result", "triples"]) show(id, false);
  field("state").textContent = "Running …";
  try {
    const response = await ask("application/sparql-results+json, text/turtle;q=0.9");
    const text = await response.text();
    const time = `${((performance.now() - started) / 1000).toFixed(2)} s.${notes(response)}`;
    if (!response.ok) {
      field("problem").textContent = text;
      show("problem", true);
      field("state").textContent = "";
    } else if (response.headers.get("Content-Type").startsWith("text/turtle")) {
      field("triples").textContent = text;
      show("triples", true);
      field("state").textContent = time;
    } else {
      const result = JSON.parse(text);
      if ("boolean" in result) {
        field("state").textContent = `${result.boolean}, ${time}`;
      } else {
        table(result);
        show("result", true);
        field("state").textContent = `${result.results.bindings.length} rows, ${time}`;
      }
    }
  } catch (error) {
    field("state").textContent = `The server does not answer: ${error.message}`;
  }
}

async function download() {
  const response = await ask("text/csv, text/turtle;q=0.5");
  if (!response.ok) return run();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = response.headers.get("Content-Type").startsWith("text/csv") ? "result.csv" : "result.ttl";
  link.click();
  URL.revokeObjectURL(link.href);
}

field("run").addEventListener("click", run);
field("download").addEventListener("click", download);
field("recipe").addEventListener("change", (event) => {
  field("sparql").value = event.target.selectedOptions[0].dataset.sparql;
});
field("sparql").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
