-- What people and the shell keep beside the engine's own tables.
-- What somebody wants; carried out between two cycles by who leads.
CREATE TABLE wish (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
-- Each run that came to an end.
CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, began INTEGER NOT NULL, ended INTEGER NOT NULL, body TEXT NOT NULL);
-- Each mapping that was in force, as it was written, comments and all.
CREATE TABLE mapping (revision INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, text TEXT NOT NULL);
-- Facts about the pairing by name, such as how far it goes.
CREATE TABLE fact (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
