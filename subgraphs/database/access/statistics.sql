-- The census: counts from which the cells of the statistics are made. Only the role that releases statistics calls it. "$census", which owns it,
-- reads the few columns that it groups by and writes nothing.
-- It returns the true number of entries of every group that is not empty. Noise is added before anything leaves. Hidden, archived or restored rows, rows
-- past their display period and rows of items that are not in force are not counted.
-- One subject counts with at most three entries in all (GREATEST_CONTRIBUTION), so that it changes each grouping by at most three. Which three: those
-- whose ids have the smallest hashes. The choice depends on no other subject and stays as long as they are there.
-- Region: the division code within an identifier (GB 32100, GB 11643, GB/T 2260): the prefecture for codes of this province, else the province. Of a
-- citizen number only the province is stored readable (Article 23), and only that is used.
-- Industry: section of GB/T 4754-2017 by the first activity of the registered scope, narrower wording first; `-` where no pattern matches. A
-- registration holds no industry code, so that this is a guess from text.
-- Groupings: all combinations of at most two dimensions, except item with nature, because an item determines its nature.
create function statistics.census() returns table (margin text, key text, entries int)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return query with province (province) as (values ('^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])$')), item as (
      select n.code, n.nature from (
          select distinct on (i.code) i.code, i.effective_until, i.nature, i.information from control.item i
          where i.published_on <= (select control.today()) and i.effective_from <= (select control.today())
          order by i.code, i.effective_from desc, i.edition desc) n
        where n.information = 'PUBLIC' and (n.effective_until is null or n.effective_until >= (select control.today()))
    ), registered as (
      select distinct on (r.subject_id) r.subject_id,
        split_part(split_part(regexp_replace(r.content->>'scope', '^(一般项目|许可项目)[:：]', ''), '；', 1), '。', 1) as activity
      from public_credit.record r where r.current and r.type = 'Registration'
        and r.display = 'DISPLAYED' and (r.displayed_until is null or r.displayed_until >= (select control.today()))
      order by r.subject_id, r.occurred_on desc, r.item
    ), entry (subject_id, id, item, day, unit) as (
      select r.subject_id, r.id, r.item, r.occurred_on, null::text
        from public_credit.record r where r.current and r.display = 'DISPLAYED'
          and (r.displayed_until is null or r.displayed_until >= (select control.today()))
      union all
      select d.subject_id, d.id, d.item, d.designated_on, d.designating_unit
        from sanctions.designation d where d.display = 'DISPLAYED' and (d.displayed_until is null or d.displayed_until >= (select control.today()))
      union all
      select n.subject_id, n.id, n.item, n.designated_on, n.designating_unit
        from sanctions.incentive n where n.display = 'DISPLAYED' and (n.displayed_until is null or n.displayed_until >= (select control.today()))
    ), counting as (
      select c.subject_id, c.item, c.nature, c.day, c.unit from (
          select e.subject_id, e.item, i.nature, e.day, e.unit,
            row_number() over (partition by e.subject_id order by md5(e.id::text), e.id) as place
          from entry e join item i on i.code = e.item) c
        where c.place <= 3
    ), placed as (
      select e.subject_id, case
          when s.identifier_type = 'USCC' and substr(s.identifier, 3, 4) ~ '^23(0[1-9]|1[0-2]|27)$' then substr(s.identifier, 3, 4)
          when s.identifier_type = 'USCC' and substr(s.identifier, 3, 2) ~ p.province then substr(s.identifier, 3, 2)
          when s.identifier_type = 'CITIZEN_ID' and left(s.identifier, 2) ~ p.province then left(s.identifier, 2)
          else '00' end as region, e.item, e.nature,
        case when e.day < date '2022-07-01' then '../2022-06' else to_char(e.day, 'YYYY-MM') end as month,
        coalesce(case
            when g.activity ~ '自律|公益|协会|社会团体' then 'S'
            when g.activity ~ '理发|美容|洗染|家政|汽修|修理|维修服务' then 'O'
            when g.activity ~ '餐饮|小吃|面馆|饭店|住宿|宾馆' then 'H'
            when g.activity ~ '工程施工|建筑工程|市政公用|装饰装修|建筑劳务' then 'E'
            when g.activity ~ '运输|仓储|装卸|快递|邮政' then 'G'
            when g.activity ~ '银行|贷款|保险|证券|融资' then 'J'
            when g.activity ~ '房地产|物业' then 'K'
            when g.activity ~ '教育|培训' then 'P'
            when g.activity ~ '诊所|医院|医疗服务|养老|托育' then 'Q'
            when g.activity ~ '采矿|开采|采选' then 'B'
            when g.activity ~ '发电|供电|供热|燃气供应|供水|自来水' then 'D'
            when g.activity ~ '生产|制造|加工' then 'C'
            when g.activity ~ '销售|批发|零售|收购|贸易|店经营|品经营' then 'F'
            when g.activity ~ '种植|养殖|林业|畜牧|渔业' then 'A'
            when g.activity ~ '软件|信息系统|互联网|数据处理' then 'I'
            when g.activity ~ '水利|污水|环卫|园林绿化|环境治理' then 'N'
            when g.activity ~ '研发|技术|检测|勘察|设计' then 'M'
            when g.activity ~ '文化|体育|娱乐|演出' then 'R'
            when g.activity ~ '咨询|租赁|企业管理|广告|劳务派遣' then 'L'
          end, '-') as industry, e.unit as designating_unit
      from counting e cross join province p
        left join public_credit.subject s on s.id = e.subject_id left join registered g on g.subject_id = e.subject_id
    )
    select array_to_string(array[
            case when grouping(p.region) = 0 then 'REGION' end,
            case when grouping(p.item) = 0 then 'ITEM' end,
            case when grouping(p.nature) = 0 then 'NATURE' end,
            case when grouping(p.month) = 0 then 'MONTH' end,
            case when grouping(p.industry) = 0 then 'INDUSTRY' end,
            case when grouping(p.designating_unit) = 0 then 'DESIGNATING_UNIT' end
          ], '+'),
        array_to_string(array[
            case when grouping(p.region) = 0 then p.region end,
            case when grouping(p.item) = 0 then p.item end,
            case when grouping(p.nature) = 0 then p.nature end,
            case when grouping(p.month) = 0 then p.month end,
            case when grouping(p.industry) = 0 then p.industry end,
            case when grouping(p.designating_unit) = 0 then p.designating_unit end
          ], '|'),
        count(*)::int
      from placed p group by grouping sets (
        (), (p.region), (p.item), (p.nature), (p.month), (p.industry), (p.designating_unit),
        (p.region, p.item), (p.region, p.nature), (p.region, p.month), (p.region, p.industry), (p.region, p.designating_unit),
        (p.item, p.month), (p.item, p.industry), (p.item, p.designating_unit), (p.nature, p.month),
        (p.nature, p.industry), (p.nature, p.designating_unit), (p.month, p.industry), (p.month, p.designating_unit),
        (p.industry, p.designating_unit)
      )
      having grouping(p.designating_unit) = 1 or p.designating_unit is not null;
  end $$;
alter function statistics.census() owner to "$census";

-- What an operator watches, as numbers alone: no unit, no item and no person. "$meter" owns the function and reads the few columns that it counts by;
-- "$metrics", under which a server calls it, reads no table.
-- Each count is found by an index or in a short table, because it is read every few seconds.
create function control.operating_figures(redaction_now int) returns table (figure text, label text, day date, value double precision)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  -- Clocks that run, by kind and due day; all that are overdue under yesterday, all that are far away not at all. Time that does not count is no delay.
  return query select 'CLOCKS', k.kind, greatest(k.due_on, control.today() - 1), count(*)::float8 from control.clock k
      where k.met_on is null and k.due_on <= control.today() + 31
        and not exists (select from jsonb_array_elements(k.pauses) p where p->>'until' is null)
      group by k.kind, greatest(k.due_on, control.today() - 1);
  -- Entries of the ledger that have no place in the tree, and the instant of the oldest.
  return query select 'LEDGER_PENDING', null::text, null::date, count(*)::float8 from ledger.pending;
  return query select 'LEDGER_PENDING_SINCE', null::text, null::date, extract(epoch from min(d.at))::float8
    from ledger.pending p join ledger.disclosure d on d.id = p.entry_id;
  return query select 'CHECKPOINT_AT', null::text, null::date, extract(epoch from c.signed_at)::float8
    from ledger.checkpoint c order by c.size desc limit 1;
  return query select 'WEBHOOKS', null::text, null::date, count(*)::float8 from ledger.webhook w where w.ended_at is null;
  return query select 'DELIVERIES', 'PENDING', null::date, count(*)::float8 from ledger.delivery d where d.state = 'PENDING';
  return query select 'DELIVERIES', 'DEAD', null::date, count(*)::float8
    from ledger.delivery d join ledger.webhook w on w.unit = d.unit and w.ended_at is null where d.state = 'DEAD';
  return query select 'EPSILON_SPENT', null::text, null::date, coalesce(sum(r.epsilon_thousandths), 0)::float8 from statistics.release r
    where extract(year from r.as_of) = extract(year from control.today());
  return query select 'TEXTS_WAITING', null::text, null::date, count(*)::float8 from public_credit.known_values k where k.redaction < redaction_now;
  return query select 'TEXTS_WITHHELD', null::text, null::date, count(*)::float8 from public_credit.known_values k
    where k.redaction in (select u.version from control.unsafe_redaction u);
  -- What ended and does not stand in a file beside the backups yet, and gaps of the ledger that nobody acknowledged.
  return query select 'JOURNAL_PENDING', null::text, null::date, count(*)::float8
    from (select from control.journal j where j.written_at is null limit 10000) waiting;
  return query select 'GAPS_OPEN', null::text, null::date, count(*)::float8 from control.gap g where g.acknowledged_at is null;
  -- The calendar of this year and later ones: its days off (1) and worked weekend days (0).
  return query select 'CALENDAR', y.year::text, (d->>'date')::date, ((d->>'isOffDay')::boolean)::int::float8
    from control.calendar_year y, jsonb_array_elements(y.days) d where y.year >= extract(year from control.today());
end $$;
alter function control.operating_figures(int) owner to "$meter";

create policy meter on control.clock for select to "$meter" using (true);
create policy meter on control.gap for select to "$meter" using (true);
create policy meter on ledger.disclosure for select to "$meter" using (true);
create policy meter on ledger.webhook for select to "$meter" using (true);
create policy meter on ledger.delivery for select to "$meter" using (true);
create policy meter on statistics.release for select to "$meter" using (true);
create policy meter on public_credit.known_values for select to "$meter" using (true);

grant usage on schema control, ledger, statistics, public_credit to "$meter";
grant select (kind, due_on, met_on, pauses) on control.clock to "$meter";
grant select (year, days) on control.calendar_year to "$meter";
grant select (version) on control.unsafe_redaction to "$meter";
grant select (written_at) on control.journal to "$meter";
grant select (acknowledged_at) on control.gap to "$meter";
grant select on ledger.pending to "$meter";
grant select (id, at) on ledger.disclosure to "$meter";
grant select (size, signed_at) on ledger.checkpoint to "$meter";
grant select (unit, ended_at) on ledger.webhook to "$meter";
grant select (unit, state) on ledger.delivery to "$meter";
grant select (as_of, epsilon_thousandths) on statistics.release to "$meter";
grant select (redaction) on public_credit.known_values to "$meter";
grant execute on function control.today() to "$meter";
grant usage on schema control to "$metrics";
grant execute on function control.operating_figures(int) to "$metrics";
