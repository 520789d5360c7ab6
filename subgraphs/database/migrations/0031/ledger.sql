-- Who acted for the subject, and under which mandate. `agent` is the pseudonym that the agent has for the subject, so that an entry whose content is proven
-- joins nobody who acts for two. Entries of before have neither, and their leaves stand.
alter table ledger.disclosure add column mandate uuid, add column agent text;
