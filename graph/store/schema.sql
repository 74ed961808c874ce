-- Schema 2 of graph.db; docs/store.md explains it. The truth: what was read, and what people decided.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE file (
  path TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE text (
  sha256 TEXT PRIMARY KEY,
  packed BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  text TEXT NOT NULL REFERENCES text (sha256),
  title TEXT,
  date TEXT,
  statements INTEGER NOT NULL,
  input TEXT,
  extractor TEXT NOT NULL,
  record BLOB NOT NULL,
  digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reading_text ON reading (text);

CREATE TABLE source (
  name TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  reading TEXT REFERENCES reading (id),
  reason TEXT,
  CHECK ((reading IS NULL) <> (reason IS NULL))
) WITHOUT ROWID;
CREATE INDEX source_reading ON source (reading);
CREATE INDEX source_file ON source (file);

CREATE TABLE judgement (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score REAL NOT NULL,
  reasons TEXT NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (left, right, verdict)
) WITHOUT ROWID;

CREATE TABLE known_entity (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  label TEXT,
  PRIMARY KEY (id, name)
) WITHOUT ROWID;

CREATE VIEW refusal AS
  SELECT name AS source, reason FROM source WHERE reason IS NOT NULL ORDER BY name;
