-- Why a request was refused, for who asks the ledger who asked what (Article 17). Entries of before have none.
alter table ledger.disclosure add column reason text;

-- Entries in the order of time: of all, and of one unit. A unit's own are found without walking over those of others (Article 23).
create index disclosure_at on ledger.disclosure (at, id);
create index disclosure_unit_at on ledger.disclosure (unit, at, id) where unit is not null;
