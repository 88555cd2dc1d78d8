-- What people look at by lists: no body has to be read to count them, or to find the rows in view.
-- 0 well, 1 a conflict waits, 2 refused, 3 a record of it is gone, 4 parted, 5 out of the filter.
ALTER TABLE link ADD COLUMN rests INTEGER NOT NULL DEFAULT 0;
-- Whether a conflict waits for a person, however it rests otherwise.
ALTER TABLE link ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
UPDATE link SET held = EXISTS (
    SELECT 1 FROM json_each(link.body, '$.held') WHERE json_type(value, '$.decision') = 'null'
);
UPDATE link SET rests = CASE
    WHEN json_type(body, '$.state.Refused') IS NOT NULL THEN 2
    WHEN json_extract(body, '$.state') = 'Tombstone' THEN 3
    WHEN json_extract(body, '$.state') = 'Apart' THEN 4
    ELSE held END;
CREATE INDEX link_rests ON link (rests);
CREATE INDEX link_held ON link (held) WHERE held = 1;
ALTER TABLE parked ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
UPDATE parked SET refused = json_type(body, '$.reason') = 'object';
CREATE INDEX parked_refused ON parked (refused, kind, side, id);
-- 0 takes part, 1 does not pass the filter of the mapping, 2 and its pair rests.
ALTER TABLE seen ADD COLUMN out INTEGER NOT NULL DEFAULT 0;
CREATE INDEX seen_out ON seen (out, kind, side, id) WHERE out > 0;
-- What was done with a record that had no partner.
CREATE INDEX journal_alone ON journal (json_extract(body, '$.record')) WHERE link IS NULL;
