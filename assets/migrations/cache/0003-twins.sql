-- Whom a customer of Desk is in Bigin, and which records an account of Desk stands for.
CREATE INDEX twin_by_contact ON twin(contact) WHERE contact IS NOT NULL;
CREATE INDEX twin_by_account ON twin(account) WHERE account IS NOT NULL;
