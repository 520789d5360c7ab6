-- The document that a record rests on may name a person (Article 23). It is matched by a keyed mark, the column holds what others may read of it, and
-- where that differs the whole is sealed beside the content. Rows of before have no mark until their subject's texts are made anew.
alter table public_credit.record add column basis_mark bytea;
alter table public_credit.record_whole add column basis_sealed bytea, add column basis_key text;

-- Reasons are sealed for their subject (`text_whole`, under `id`), because nobody else reads them.
alter table public_credit.correction add column id uuid, alter column reason drop not null;
alter table sanctions.designation add column if not exists basis_mark bytea;
