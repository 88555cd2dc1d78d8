-- A contact's page lists their deals.
CREATE INDEX record_by_contact ON record(contact, module) WHERE contact IS NOT NULL;
