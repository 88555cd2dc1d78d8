-- What Bigin and Desk told us. All of it can be fetched again; nothing here was typed by the agent.

-- Contacts (0), companies (1) and deals (2): the slim part that lists and the finder read.
CREATE TABLE record (
    seq     INTEGER PRIMARY KEY,
    module  INTEGER NOT NULL,
    id      TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    sort    TEXT    NOT NULL,              -- the folded name
    second  TEXT    NOT NULL,              -- the second column of the list
    find    TEXT    NOT NULL,              -- folded fields split by line feeds, the name first
    company TEXT,                          -- of a contact or deal
    contact TEXT,                          -- of a deal
    stamp   INTEGER NOT NULL               -- the put that last changed the row
);
CREATE UNIQUE INDEX record_by_id ON record(module, id);
CREATE INDEX record_by_sort ON record(module, sort, id);
CREATE INDEX record_by_stamp ON record(module, stamp);
CREATE INDEX record_by_company ON record(company, module) WHERE company IS NOT NULL;

-- The whole record, as JSON of the model; apart, so that a scan of the lists does not read it.
CREATE TABLE record_body (
    seq  INTEGER PRIMARY KEY REFERENCES record(seq) ON DELETE CASCADE,
    body TEXT NOT NULL
);

-- Numbers that must not cost a scan: rows by module, the last stamp, how often rows were deleted.
CREATE TABLE tally (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tally VALUES
    ('records:0', 0), ('records:1', 0), ('records:2', 0),
    ('wiped:0', 0), ('wiped:1', 0), ('wiped:2', 0), ('wiped:tickets', 0),
    ('stamp', 0);
CREATE TRIGGER record_counted AFTER INSERT ON record BEGIN
    UPDATE tally SET value = value + 1 WHERE name = 'records:' || new.module;
END;
CREATE TRIGGER record_discounted AFTER DELETE ON record BEGIN
    UPDATE tally SET value = value - 1 WHERE name = 'records:' || old.module;
    UPDATE tally SET value = value + 1 WHERE name = 'wiped:' || old.module;
END;

-- Tickets. Times are microseconds since 1970, UTC. kind: 0 open, 1 on hold, 2 closed.
-- doubt: a complete answer of an open list did not name the ticket, so it is kept out of those lists.
-- stamp: the put that last changed what the finder reads.
CREATE TABLE ticket (
    seq               INTEGER PRIMARY KEY,
    id                TEXT    NOT NULL,
    number            TEXT    NOT NULL,
    subject           TEXT    NOT NULL,
    status            TEXT    NOT NULL,
    kind              INTEGER NOT NULL,
    channel           TEXT    NOT NULL,
    priority          TEXT,
    department        TEXT    NOT NULL,
    contact           TEXT,
    contact_name      TEXT    NOT NULL,
    email             TEXT,
    account           TEXT,
    account_name      TEXT    NOT NULL,
    assignee          TEXT,
    assignee_name     TEXT    NOT NULL,
    created           INTEGER NOT NULL,
    due               INTEGER,
    response_due      INTEGER,
    closed            INTEGER,
    customer_response INTEGER,
    threads           INTEGER NOT NULL,
    comments          INTEGER NOT NULL,
    read              INTEGER,
    escalated         INTEGER NOT NULL,
    doubt             INTEGER NOT NULL DEFAULT 0,
    stamp             INTEGER NOT NULL
);
CREATE UNIQUE INDEX ticket_by_id ON ticket(id);
CREATE INDEX ticket_by_number ON ticket(number);
CREATE INDEX ticket_by_contact ON ticket(contact, created, kind, due) WHERE contact IS NOT NULL;
CREATE INDEX ticket_by_account ON ticket(account, created, kind, due) WHERE account IS NOT NULL;
-- seq: the order of the lists, read off the index. doubt: always 0 in these, and named so that counting never leaves them.
CREATE INDEX ticket_live ON ticket(created, seq, kind, due, department, doubt) WHERE kind < 2 AND doubt = 0;
CREATE INDEX ticket_live_department ON ticket(department, created, seq, kind, due, doubt) WHERE kind < 2 AND doubt = 0;
CREATE INDEX ticket_live_assignee ON ticket(assignee, created, seq, kind, due, department, doubt) WHERE kind < 2 AND doubt = 0;
CREATE INDEX ticket_overdue ON ticket(due, seq, department, kind, doubt) WHERE kind = 0 AND doubt = 0 AND due IS NOT NULL;
CREATE INDEX ticket_by_stamp ON ticket(stamp);
CREATE TRIGGER ticket_discounted AFTER DELETE ON ticket BEGIN
    UPDATE tally SET value = value + 1 WHERE name = 'wiped:tickets';
END;

-- Where Bigin records stand in Desk.
CREATE TABLE twin (
    module  INTEGER NOT NULL,
    id      TEXT    NOT NULL,
    body    TEXT    NOT NULL,              -- JSON of DeskTwin
    contact TEXT,                          -- when it is exactly one contact
    account TEXT,                          -- when it is exactly one account
    at      INTEGER NOT NULL,
    PRIMARY KEY (module, id)
) WITHOUT ROWID;

-- Conversations: one row that says we have it, one row an entry (JSON of Entry).
CREATE TABLE conversation (
    ticket TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE entry (
    ticket TEXT    NOT NULL,
    key    TEXT    NOT NULL,               -- t:ID or c:ID
    at     INTEGER NOT NULL,
    place  INTEGER NOT NULL,
    body   TEXT    NOT NULL,
    PRIMARY KEY (ticket, key)
);

-- Everything that can be searched: subjects (key '') and entries, as plain text.
CREATE TABLE said (
    seq    INTEGER PRIMARY KEY,
    ticket TEXT    NOT NULL,
    key    TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    text   TEXT    NOT NULL
);
CREATE UNIQUE INDEX said_by_key ON said(ticket, key);
CREATE VIRTUAL TABLE said_words USING fts5(
    text, content = 'said', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER said_added AFTER INSERT ON said BEGIN
    INSERT INTO said_words(rowid, text) VALUES (new.seq, new.text);
END;
CREATE TRIGGER said_removed AFTER DELETE ON said BEGIN
    INSERT INTO said_words(said_words, rowid, text) VALUES ('delete', old.seq, old.text);
END;
CREATE TRIGGER said_changed AFTER UPDATE OF text ON said BEGIN
    INSERT INTO said_words(said_words, rowid, text) VALUES ('delete', old.seq, old.text);
    INSERT INTO said_words(rowid, text) VALUES (new.seq, new.text);
END;

-- Notes, tasks, calls and meetings of a record: JSON of a list of Activity.
CREATE TABLE activities (
    module INTEGER NOT NULL,
    id     TEXT    NOT NULL,
    body   TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (module, id)
) WITHOUT ROWID;

-- Departments, statuses, agents and the like: JSON by key.
CREATE TABLE furniture (
    key  TEXT PRIMARY KEY,
    body TEXT    NOT NULL,
    at   INTEGER NOT NULL
) WITHOUT ROWID;

-- When something was last fetched, and up to where its changes are known.
CREATE TABLE fresh (
    key     TEXT PRIMARY KEY,
    fetched INTEGER,
    cursor  INTEGER
) WITHOUT ROWID;
