-- What the agent typed. Nothing here can be fetched again.

CREATE TABLE draft (
    id      TEXT PRIMARY KEY,
    ticket  TEXT    NOT NULL,
    updated INTEGER NOT NULL,              -- microseconds since 1970, UTC
    owner   TEXT    NOT NULL,              -- the instance that last saved it
    body    TEXT    NOT NULL               -- JSON of Draft
);
CREATE INDEX draft_by_ticket ON draft(ticket, updated);

-- A message on its way out. `state` is the word of its fate, `fate` the whole fate as JSON of Fate. A draft can stand
-- here only once, so that no late second click sends it twice.
CREATE TABLE outgoing (
    id       TEXT PRIMARY KEY,
    draft    TEXT    NOT NULL UNIQUE,
    owner    TEXT    NOT NULL,             -- the instance that answers for it
    state    TEXT    NOT NULL,
    fate     TEXT    NOT NULL,
    queued   INTEGER NOT NULL,
    sent     INTEGER,
    attempts INTEGER NOT NULL,
    body     TEXT    NOT NULL              -- JSON of Draft
);
CREATE INDEX outgoing_by_state ON outgoing(state, queued);
