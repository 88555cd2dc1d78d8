-- A ledger as good as new.
DELETE FROM seen;
DELETE FROM match_key;
DELETE FROM link;
DELETE FROM work;
DELETE FROM doubt;
DELETE FROM intent;
DELETE FROM parked;
DELETE FROM cursor;
DELETE FROM journal;
DELETE FROM spent;
UPDATE pairing SET leader = 0, epoch = 0, lease_until = 0, brake = 0, map_revision = 0, last_link = 0, last_op = 0;
