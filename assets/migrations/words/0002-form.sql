-- The form of `+ Ticket` as it was left, one for each customer.

CREATE TABLE form (
    customer TEXT PRIMARY KEY,
    updated  INTEGER NOT NULL,             -- microseconds since 1970, UTC
    body     TEXT    NOT NULL              -- JSON of TicketForm
);
