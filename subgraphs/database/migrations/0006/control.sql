-- Versions of the redaction of texts that the operator declared unsafe: what they made is withheld until it is made anew (Article 23).
create table control.unsafe_redaction (
  version int not null,
  reason text not null,
  declared_at timestamptz not null,
  primary key (version)
);
insert into control.unsafe_redaction (version, reason, declared_at)
  values (1, 'It knew eight shapes and exact values alone.', now());
