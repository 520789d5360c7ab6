-- An agreement has the number of its contract, by which a province file names it. The release before writes none: a trigger gives those one
-- (access/functions.sql), as here those that are held.
alter table control.agreement add column reference text;
update control.agreement set reference = party || '/' || right(id::text, 12);
create unique index agreement_reference on control.agreement (reference) where ended_at is null;

-- Each run of a province file that changed something: the hash of the file, who ran it on which host, and the unit that signed, never its token.
create table control.province_run (
  id uuid not null,
  at timestamptz not null,
  file_hash text not null,
  ran_by text not null,
  host text not null,
  signed_by text,
  changes jsonb not null,
  primary key (id)
);
