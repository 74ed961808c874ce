-- The graph: made anew from the truth; the setting 'graph' names the state it shows.
CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  date TEXT,
  publisher TEXT,
  url TEXT,
  language TEXT NOT NULL,
  length INTEGER NOT NULL,
  sources TEXT NOT NULL,
  statements INTEGER NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE TABLE sentence (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (key),
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE entity (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  named INTEGER NOT NULL,
  concept INTEGER NOT NULL,
  aliases TEXT NOT NULL,
  links TEXT NOT NULL,
  documents INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  statements INTEGER NOT NULL
);

CREATE TABLE mention (
  entity INTEGER NOT NULL REFERENCES entity (key),
  document INTEGER NOT NULL REFERENCES document (key),
  sentence INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL
);
CREATE INDEX mention_entity ON mention (entity);

CREATE TABLE statement (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subject INTEGER NOT NULL REFERENCES entity (key),
  predicate TEXT NOT NULL,
  object INTEGER REFERENCES entity (key),
  literal TEXT,
  lemma TEXT NOT NULL,
  relation TEXT,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  source INTEGER REFERENCES entity (key),
  source_text TEXT,
  time TEXT,
  confidence REAL NOT NULL
);
CREATE INDEX statement_subject ON statement (subject);
CREATE INDEX statement_object ON statement (object);

CREATE TABLE evidence (
  key INTEGER PRIMARY KEY,
  statement INTEGER NOT NULL REFERENCES statement (key),
  document INTEGER NOT NULL REFERENCES document (key),
  sentence INTEGER NOT NULL,
  subject_text TEXT NOT NULL,
  predicate_text TEXT NOT NULL,
  object_text TEXT,
  subject_at TEXT NOT NULL,
  predicate_at TEXT NOT NULL,
  object_at TEXT,
  source_at TEXT,
  quoted INTEGER NOT NULL,
  confidence REAL NOT NULL,
  method TEXT NOT NULL
);
CREATE INDEX evidence_statement ON evidence (statement);

CREATE TABLE argument (
  statement INTEGER NOT NULL REFERENCES statement (key),
  role TEXT NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  entity INTEGER REFERENCES entity (key)
);
CREATE INDEX argument_statement ON argument (statement);

CREATE VIEW said AS
  SELECT s.key, subject.name AS subject, s.predicate, coalesce(object.name, s.literal) AS object,
         s.polarity, s.modality, coalesce(source.name, s.source_text) AS source, s.time, s.confidence,
         d.id AS document, d.date, sentence.text AS sentence
  FROM statement AS s
  JOIN entity AS subject ON subject.key = s.subject
  LEFT JOIN entity AS object ON object.key = s.object
  LEFT JOIN entity AS source ON source.key = s.source
  JOIN evidence AS e ON e.statement = s.key
  JOIN document AS d ON d.key = e.document
  LEFT JOIN sentence ON sentence.document = e.document AND sentence.number = e.sentence;

-- written so that Datasette and sqlite-utils find which table each is the index of
CREATE VIRTUAL TABLE sentence_search USING fts5 (text, content="sentence", content_rowid="key");
CREATE VIRTUAL TABLE name_search USING fts5 (name, aliases, content="entity", content_rowid="key");
CREATE INDEX sentence_document ON sentence (document, number);
