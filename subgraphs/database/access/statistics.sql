-- The census: counts from which the cells of the statistics are made. Only the role that releases statistics calls it. "$census", which owns it,
-- reads the few columns that it groups by and writes nothing.
-- It returns the true counts of every group that is not empty: subjects, and entries, of which one subject counts for at most ten. Hidden, archived
-- or restored rows, rows past their display period and rows of items that are not in force are not counted.
-- Region: the division code within an identifier (GB 32100, GB 11643, GB/T 2260): the prefecture for codes of this province, else the province. Of a
-- citizen number only the province is stored readable (Article 23), and only that is used.
-- Industry: section of GB/T 4754-2017 by the first activity of the registered scope, narrower wording first; `-` where no pattern matches. A
-- registration holds no industry code, so that this is a guess from text.
-- Groupings: all combinations of at most two dimensions, except item with nature, because an item determines its nature.
create function statistics.census() returns table (margin text, key text, subjects int, entries int)
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
    ), entry (subject_id, item, day, unit) as (
      select r.subject_id, r.item, r.occurred_on, null::text
        from public_credit.record r where r.current and r.display = 'DISPLAYED'
          and (r.displayed_until is null or r.displayed_until >= (select control.today()))
      union all
      select d.subject_id, d.item, d.designated_on, d.designating_unit
        from sanctions.designation d where d.display = 'DISPLAYED' and (d.displayed_until is null or d.displayed_until >= (select control.today()))
      union all
      select n.subject_id, n.item, n.designated_on, n.designating_unit
        from sanctions.incentive n where n.display = 'DISPLAYED' and (n.displayed_until is null or n.displayed_until >= (select control.today()))
    ), placed as (
      select e.subject_id, case
          when s.identifier_type = 'USCC' and substr(s.identifier, 3, 4) ~ '^23(0[1-9]|1[0-2]|27)$' then substr(s.identifier, 3, 4)
          when s.identifier_type = 'USCC' and substr(s.identifier, 3, 2) ~ p.province then substr(s.identifier, 3, 2)
          when s.identifier_type = 'CITIZEN_ID' and left(s.identifier, 2) ~ p.province then left(s.identifier, 2)
          else '00' end as region, e.item, i.nature,
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
      from entry e cross join province p join item i on i.code = e.item
        left join public_credit.subject s on s.id = e.subject_id left join registered g on g.subject_id = e.subject_id
    ), held as (
      select array_to_string(array[
            case when grouping(region) = 0 then 'REGION' end,
            case when grouping(item) = 0 then 'ITEM' end,
            case when grouping(nature) = 0 then 'NATURE' end,
            case when grouping(month) = 0 then 'MONTH' end,
            case when grouping(industry) = 0 then 'INDUSTRY' end,
            case when grouping(designating_unit) = 0 then 'DESIGNATING_UNIT' end
          ], '+') as margin,
        array_to_string(array[
            case when grouping(region) = 0 then region end,
            case when grouping(item) = 0 then item end,
            case when grouping(nature) = 0 then nature end,
            case when grouping(month) = 0 then month end,
            case when grouping(industry) = 0 then industry end,
            case when grouping(designating_unit) = 0 then designating_unit end
          ], '|') as key,
        count(*) as number
      from placed group by grouping sets (
        (subject_id), (subject_id, region), (subject_id, item), (subject_id, nature),
        (subject_id, month), (subject_id, industry), (subject_id, designating_unit), (subject_id, region, item),
        (subject_id, region, nature), (subject_id, region, month), (subject_id, region, industry), (subject_id, region, designating_unit),
        (subject_id, item, month), (subject_id, item, industry), (subject_id, item, designating_unit), (subject_id, nature, month),
        (subject_id, nature, industry), (subject_id, nature, designating_unit), (subject_id, month, industry), (subject_id, month, designating_unit),
        (subject_id, industry, designating_unit)
      )
      having grouping(designating_unit) = 1 or designating_unit is not null
    )
    select h.margin, h.key, count(*)::int, sum(least(h.number, 10))::int from held h group by h.margin, h.key;
  end $$;
alter function statistics.census() owner to "$census";
