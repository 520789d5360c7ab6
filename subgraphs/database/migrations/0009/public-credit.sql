-- Texts of pledges have a form too: what a version that is declared unsafe made of them is withheld from the unit (Article 23). They are made anew once, with
-- their subjects.
alter table public_credit.pledge_check add column redaction int not null default 1;

-- Row policies bind the owner of the tables too.
alter table public_credit.pledge_check no force row level security;
insert into public_credit.known_values (subject_id, redaction) select distinct subject_id, 1 from public_credit.pledge_check
  on conflict (subject_id) do update set redaction = 1;
alter table public_credit.pledge_check force row level security;
