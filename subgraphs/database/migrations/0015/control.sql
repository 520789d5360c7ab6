-- Units have a region and a line, and the moment when they were registered. The release before writes none of them.

alter table control.unit add column region text;
alter table control.unit add column line text;
alter table control.unit add column registered_at timestamptz;

-- Beside the answerable unit an edition may name further providers, by list or by rule: { line, level, ownRegion } (Article 21).
alter table control.item add column provider_units text[] not null default '{}';
alter table control.item add column provider_rule jsonb;

-- A purpose is published again with changes as its next edition. What is published is never edited: the newest edition that has begun holds.
alter table control.purpose drop constraint purpose_pkey;
alter table control.purpose add primary key (code, effective_from);
alter table control.purpose add column published_on date;

-- One duty for the same department, matter and items. `item_set` holds the items sorted, each once; control.item_set() fills it (access/functions.sql).
alter table control.duty add column item_set text[];
update control.duty d set item_set = (select array_agg(distinct i.code collate "C" order by i.code collate "C") from unnest(d.items) as i (code));

-- A duty that was registered twice would go on after its end. The first that was registered stays; the later ones end, with the reason. One that showed
-- persons whole stays before one that did not, so that nobody sees less than before.
update control.duty d set ended_at = now(), end_reason = '重复登记：同一部门、同一事项、同一目录项的职责只登记一次'
  where d.ended_at is null and exists (select from control.duty first
    where first.department = d.department and first.matter = d.matter and first.item_set = d.item_set and first.ended_at is null
      and (not first.identified, first.registered_at, first.id) < (not d.identified, d.registered_at, d.id));

create unique index duty_once on control.duty (department, matter, item_set) where ended_at is null;
