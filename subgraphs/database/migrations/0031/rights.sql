-- Somebody acts for a credit subject under a mandate: an employee, an agent, a guardian, or the legal representative whom the registration names.
-- zh: 受托人可以凭委托代信用主体办理：单位人员、代理人、监护人，以及登记信息载明的法定代表人。

-- One row a mandate; rows are never deleted. `registered_by`: the unit of the operator for a guardian, the registering unit for a legal representative, null
-- where the subject gave it itself. `valid_until` is null for a legal representative alone: that mandate ends with the registration, on which it rests
-- (`record_id`). The numbers are as others see them; `sealed` is the whole number of a principal that is a person, `reason_sealed` the reason of the end.
create table rights.mandate (
  id uuid not null,
  principal_id uuid not null,
  agent_id uuid not null,
  kind text not null,
  scope text[] not null,
  valid_from date not null,
  valid_until date,
  registered_by text,
  registered_at timestamptz not null,
  record_id uuid,
  principal_type text not null,
  principal_number text not null,
  agent_type text not null,
  agent_number text not null,
  sealed bytea,
  key_id text,
  first_used_at timestamptz,
  ended_on date,
  ended_at timestamptz,
  ended_by text,
  reason_sealed bytea,
  reason_key text,
  primary key (id)
);
create index mandate_principal on rights.mandate (principal_id);
create index mandate_agent on rights.mandate (agent_id);

-- What a version of the registration of an organization says of who acts for it, by keyed ids: no name, no number. `representative_id` is null where it
-- names no number; `struck_off`: the organization is deregistered.
create table rights.registration (
  subject_id uuid not null,
  record_id uuid not null,
  version int not null,
  representative_id uuid,
  representative_type text,
  representative_number text,
  struck_off boolean not null,
  primary key (record_id, version)
);
create index registration_subject on rights.registration (subject_id);
create index registration_representative on rights.registration (representative_id) where representative_id is not null;
-- The registration names one legal representative: two deliveries at a time open one mandate.
create unique index mandate_representative on rights.mandate (principal_id, agent_id) where kind = 'LEGAL_REPRESENTATIVE' and ended_at is null;
