-- The document that a record rests on may name a person (Article 23). It is matched by a keyed mark, the column holds what others may read of it, and
-- where that differs the whole is sealed beside the content. Rows of before have no mark until their subject's texts are made anew.
alter table public_credit.record add column basis_mark bytea;
alter table public_credit.record_whole add column basis_sealed bytea, add column basis_key text;

-- Reasons are sealed for their subject (`text_whole`, under `id`), because nobody else reads them.
alter table public_credit.correction add column id uuid, alter column reason drop not null;
-- Row policies bind the owner of the tables too.
alter table public_credit.correction no force row level security;
update public_credit.correction set id = gen_random_uuid();
alter table public_credit.correction force row level security;
alter table public_credit.correction alter column id set not null;
