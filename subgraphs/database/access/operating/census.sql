-- The census: counts from which the figures of the statistics are made. Only the role that releases statistics calls it. "$census", which owns it,
-- reads the few columns that it groups by and writes nothing.
-- It returns the true number of every group that is not empty, by the names that schema/law/statistics gives groupings. Noise is added before anything
-- leaves. Hidden, archived or restored rows, rows past their display period and rows of items that are not in force are not counted.
-- One subject counts with at most three entries in all (GREATEST_CONTRIBUTION), beside them with three disclosures and three periods, so that it changes
-- each grouping by at most three. Which three: those whose ids have the smallest hashes. The choice depends on no other subject and stays as long as they
-- are there. The ledger keeps the ids of before under which a subject was held: they count as the one that it is.
-- Region: the division code within an identifier (GB 32100, GB 11643, GB/T 2260): the prefecture for codes of this province, else the province. Of a
-- citizen number only the province is stored readable (Article 23), and only that is used.
-- Industry: section of GB/T 4754-2017 by the first activity of the registered scope, narrower wording first; `-` where no pattern matches. A
-- registration holds no industry code, so that this is a guess from text.
-- Disclosures and periods: of the month of the day and of the twelve before it.
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
    ), entry (subject_id, id, item, day, unit, by_unit, type, list, ground) as (
      select r.subject_id, r.id, r.item, r.occurred_on, null::text, r.providing_unit, r.type, null::text, null::text
        from public_credit.record r where r.current and r.display = 'DISPLAYED'
          and (r.displayed_until is null or r.displayed_until >= (select control.today()))
      union all
      select d.subject_id, d.id, d.item, d.designated_on, d.designating_unit, d.designating_unit, 'Designation', d.list, d.ground
        from sanctions.designation d where d.display = 'DISPLAYED' and (d.displayed_until is null or d.displayed_until >= (select control.today()))
      union all
      select n.subject_id, n.id, n.item, n.designated_on, n.designating_unit, n.designating_unit, 'Incentive', null, null
        from sanctions.incentive n where n.display = 'DISPLAYED' and (n.displayed_until is null or n.displayed_until >= (select control.today()))
    ), counting as (
      select c.* from (
          select e.subject_id, e.item, i.nature, e.day, e.unit, e.by_unit, e.type, e.list, e.ground,
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
          end, '-') as industry, e.unit as designating_unit,
        u.kind as unit_kind, e.type, e.list, e.ground
      from counting e cross join province p
        left join public_credit.subject s on s.id = e.subject_id left join registered g on g.subject_id = e.subject_id
        left join control.unit u on u.code = e.by_unit
    ), since (day) as (
      select (date_trunc('month', (select control.today())::timestamp) - interval '12 months')::date
    ), shown as (
      select to_char(d.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, d.unit, d.purpose from (
          select e.at, e.unit, e.purpose,
            row_number() over (partition by coalesce(a.subject_id, e.subject_id) order by md5(e.id::text), e.id) as place
          from ledger.disclosure e left join public_credit.subject_alias a on a.alias_id = e.subject_id
          where e.role = 'PARTY' and e.subject_id is not null and e.reason is null and e.purpose is not null
            and e.at >= (select s.day::timestamp at time zone 'Asia/Shanghai' from since s)) d
        where d.place <= 3
    ), ran as (
      select to_char(k.due_on, 'YYYY-MM') as month, k.kind, k.outcome from (
          select c.due_on, c.kind, case when c.met_on <= c.due_on then 'MET' else 'BREACHED' end as outcome,
            row_number() over (partition by c.subject_id order by md5(c.id::text), c.id) as place
          from control.clock c where c.subject_id is not null and c.due_on < (select control.today()) and c.due_on >= (select s.day from since s)
            and (c.met_on is not null or not exists (select from jsonb_array_elements(c.pauses) p where p->>'until' is null))) k
        where k.place <= 3
    )
    select array_to_string(array[
            case when grouping(p.region) = 0 then 'REGION' end,
            case when grouping(p.item) = 0 then 'ITEM' end,
            case when grouping(p.nature) = 0 then 'NATURE' end,
            case when grouping(p.month) = 0 then 'MONTH' end,
            case when grouping(p.industry) = 0 then 'INDUSTRY' end,
            case when grouping(p.designating_unit) = 0 then 'DESIGNATING_UNIT' end,
            case when grouping(p.unit_kind) = 0 then 'UNIT_KIND' end
          ], '+'),
        array_to_string(array[
            case when grouping(p.region) = 0 then p.region end,
            case when grouping(p.item) = 0 then p.item end,
            case when grouping(p.nature) = 0 then p.nature end,
            case when grouping(p.month) = 0 then p.month end,
            case when grouping(p.industry) = 0 then p.industry end,
            case when grouping(p.designating_unit) = 0 then p.designating_unit end,
            case when grouping(p.unit_kind) = 0 then p.unit_kind end
          ], '|'),
        count(*)::int
      from placed p group by grouping sets (
        (), (p.region), (p.item), (p.nature), (p.month), (p.industry), (p.designating_unit), (p.unit_kind),
        (p.region, p.item), (p.region, p.nature), (p.region, p.month), (p.region, p.industry), (p.region, p.designating_unit),
        (p.item, p.month), (p.item, p.industry), (p.item, p.designating_unit), (p.nature, p.month),
        (p.nature, p.industry), (p.nature, p.designating_unit), (p.month, p.industry), (p.month, p.designating_unit),
        (p.industry, p.designating_unit)
      )
      having (grouping(p.designating_unit) = 1 or p.designating_unit is not null) and (grouping(p.unit_kind) = 1 or p.unit_kind is not null)
    union all
    select 'PENALTIES:' || case when grouping(p.region) + grouping(p.month) + grouping(p.industry) = 3 then ''
          when grouping(p.region) + grouping(p.month) + grouping(p.industry) = 0 then 'REGION+MONTH+INDUSTRY'
          when grouping(p.region) = 0 then 'REGION' when grouping(p.month) = 0 then 'MONTH' else 'INDUSTRY' end,
        concat_ws('|', p.region, p.month, p.industry), count(*)::int
      from placed p where p.type = 'AdministrativePenalty'
      group by grouping sets ((), (p.region), (p.month), (p.industry), (p.region, p.month, p.industry)) having count(*) > 0
    union all
    select 'LISTED:' || case when grouping(p.list) = 0 then 'LIST' when grouping(p.ground) = 0 then 'GROUND' else '' end,
        concat_ws('|', p.list, p.ground), count(*)::int
      from placed p where p.type = 'Designation' group by grouping sets ((), (p.list), (p.ground)) having count(*) > 0
    union all
    select 'DISCLOSURES:' || case when grouping(s.month) = 0 then 'MONTH+' else '' end || 'RECIPIENT'
          || case when grouping(s.purpose) = 0 then '+PURPOSE' else '' end,
        concat_ws('|', s.month, s.unit, s.purpose), count(*)::int
      from shown s group by grouping sets ((s.unit), (s.unit, s.purpose), (s.month, s.unit, s.purpose))
    union all
    select 'PERIODS:' || case when grouping(r.month) = 0 then 'MONTH+' else '' end || 'PERIOD+OUTCOME',
        concat_ws('|', r.month, r.kind, r.outcome), count(*)::int
      from ran r group by grouping sets ((r.kind, r.outcome), (r.month, r.kind, r.outcome));
  end $$;
alter function statistics.census() owner to "$census";

create policy census on public_credit.subject_alias for select to "$census" using (true);
create policy census on control.clock for select to "$census" using (true);
create policy census on control.unit for select to "$census" using (true);
create policy census on ledger.disclosure for select to "$census" using (true);

grant usage on schema ledger to "$census";
grant select (alias_id, subject_id) on public_credit.subject_alias to "$census";
grant select (code, kind) on control.unit to "$census";
grant select (id, subject_id, kind, due_on, met_on, pauses) on control.clock to "$census";
grant select (id, subject_id, at, role, unit, purpose, reason) on ledger.disclosure to "$census";
