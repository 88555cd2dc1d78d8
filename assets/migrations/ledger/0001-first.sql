-- The shared state of one pairing. What is looked for has a column; the rest of a row is its body, JSON.
CREATE TABLE pairing (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    leader INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    brake INTEGER NOT NULL,
    map_revision INTEGER NOT NULL,
    last_link INTEGER NOT NULL,
    last_op INTEGER NOT NULL
);
INSERT INTO pairing VALUES (1, 0, 0, 0, 0, 0, 0, 0);
CREATE TABLE seen (
    side INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    live INTEGER NOT NULL,
    mark INTEGER,
    body TEXT NOT NULL,
    -- With the bodies in the key's own tree, one of a page's quarter would take a page of its own.
    PRIMARY KEY (side, kind, id)
);
CREATE INDEX seen_mark ON seen (side, kind, mark, id) WHERE mark IS NOT NULL;
CREATE TABLE match_key (
    side INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    field INTEGER NOT NULL,
    value TEXT NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (side, kind, field, value, id)
) WITHOUT ROWID;
CREATE INDEX match_key_of ON match_key (side, kind, id);
CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    bigin INTEGER NOT NULL,
    desk INTEGER NOT NULL,
    active INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX link_bigin ON link (kind, bigin);
CREATE INDEX link_desk ON link (kind, desk);
CREATE INDEX link_active ON link (active) WHERE active = 1;
CREATE TABLE work (
    kind INTEGER NOT NULL,
    what INTEGER NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (kind, what, id)
) WITHOUT ROWID;
CREATE TABLE doubt (
    side INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (side, kind, id)
) WITHOUT ROWID;
CREATE TABLE intent (op INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE parked (
    side INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (side, kind, id)
) WITHOUT ROWID;
CREATE TABLE cursor (feed TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
-- Append-only.
CREATE TABLE journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, link INTEGER, op INTEGER, body TEXT NOT NULL);
CREATE INDEX journal_link ON journal (link) WHERE link IS NOT NULL;
CREATE INDEX journal_op ON journal (op) WHERE op IS NOT NULL;
CREATE TABLE spent (side INTEGER PRIMARY KEY, body TEXT NOT NULL);
