/**
 * Finished cells of the statistics, and the census that they are made from. An analyst reads `statistics.cell` and nothing else of
 * what is held about anybody; true numbers stay with the role of the release, rows with the owner of the census.
 */
import { LOGIN_ROLE } from './roles.ts';

/** Owner of the census: it reads the few columns that a cell is told by, and writes nothing. */
const CENSUS = 'credit_census';

/** Who makes a release: it calls the census and writes cells, and reads no row about a subject. */
const RELEASE = 'credit_statistics';

const createRole = (role: string): string => `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin noinherit; end if;
  exception when duplicate_object or unique_violation then null; end $$`;

/**
 * Division of a number, as it stands in the open (GB 32100, GB 11643, GB/T 2260): the prefecture for codes of this province, else the
 * province. Of a citizen number nothing but the province is stored readable (Article 23), and nothing else is used.
 */
const REGION = `case
    when s.identifier_type = 'USCC' and substr(s.identifier, 3, 4) ~ '^23(0[1-9]|1[0-2]|27)$' then substr(s.identifier, 3, 4)
    when s.identifier_type = 'USCC' and substr(s.identifier, 3, 2) ~ p.province then substr(s.identifier, 3, 2)
    when s.identifier_type = 'CITIZEN_ID' and left(s.identifier, 2) ~ p.province then left(s.identifier, 2)
    else '00' end`;

const PROVINCE = '^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])$';

/**
 * Section of GB/T 4754-2017 by the first activity of the registered scope, the narrower wording first; `-` where nothing tells it.
 * A registration holds no code of its industry, so that this is a reading of text and no more.
 */
const SECTIONS: readonly (readonly [section: string, pattern: string])[] = [
  ['S', '自律|公益|协会|社会团体'],
  ['O', '理发|美容|洗染|家政|汽修|修理|维修服务'],
  ['H', '餐饮|小吃|面馆|饭店|住宿|宾馆'],
  ['E', '工程施工|建筑工程|市政公用|装饰装修|建筑劳务'],
  ['G', '运输|仓储|装卸|快递|邮政'],
  ['J', '银行|贷款|保险|证券|融资'],
  ['K', '房地产|物业'],
  ['P', '教育|培训'],
  ['Q', '诊所|医院|医疗服务|养老|托育'],
  ['B', '采矿|开采|采选'],
  ['D', '发电|供电|供热|燃气供应|供水|自来水'],
  ['C', '生产|制造|加工'],
  ['F', '销售|批发|零售|收购|贸易|店经营|品经营'],
  ['A', '种植|养殖|林业|畜牧|渔业'],
  ['I', '软件|信息系统|互联网|数据处理'],
  ['N', '水利|污水|环卫|园林绿化|环境治理'],
  ['M', '研发|技术|检测|勘察|设计'],
  ['R', '文化|体育|娱乐|演出'],
  ['L', '咨询|租赁|企业管理|广告|劳务派遣'],
];

const INDUSTRY = `coalesce(case ${SECTIONS.map(([section, pattern]) => `when g.activity ~ '${pattern}' then '${section}'`).join(' ')} end, '-')`;

const shown = (alias: string): string =>
  `${alias}.display = 'DISPLAYED' and (${alias}.displayed_until is null or ${alias}.displayed_until >= (select control.today()))`;

const DIMENSIONS = ['region', 'item', 'nature', 'month', 'industry', 'designating_unit'] as const;

/** Every grouping of at most two dimensions, but item with nature, which it has already. */
const SETS = [
  [],
  ...DIMENSIONS.map((one) => [one]),
  ...DIMENSIONS.flatMap((one, index) => DIMENSIONS.slice(index + 1).map((other) => [one, other])),
].filter((set) => !(set.includes('item') && set.includes('nature')));

const joined = (separator: string, value: (dimension: string) => string): string =>
  `array_to_string(array[${DIMENSIONS.map((one) => `case when grouping(${one}) = 0 then ${value(one)} end`).join(', ')}], '${separator}')`;

/**
 * True numbers of every group that holds anybody: subjects, and entries of which one subject brings in at most ten. What is
 * hidden, archived, restored, over its period or of an item that is not in force is not counted.
 */
const CENSUS_FUNCTION = `create function statistics.census() returns table (margin text, key text, subjects int, entries int)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return query with province (province) as (values ('${PROVINCE}')), item as (
      select distinct on (i.code) i.code, i.nature from control.item i where i.information = 'PUBLIC'
        and i.published_on <= (select control.today()) and i.effective_from <= (select control.today())
        and (i.effective_until is null or i.effective_until >= (select control.today()))
      order by i.code, i.effective_from desc, i.edition desc
    ), registered as (
      select distinct on (r.subject_id) r.subject_id,
        split_part(split_part(regexp_replace(r.content->>'scope', '^(一般项目|许可项目)[:：]', ''), '；', 1), '。', 1) as activity
      from public_credit.record r where r.current and r.type = 'Registration' and ${shown('r')}
      order by r.subject_id, r.occurred_on desc, r.item
    ), entry (subject_id, item, day, unit) as (
      select r.subject_id, r.item, r.occurred_on, null::text from public_credit.record r where r.current and ${shown('r')}
      union all
      select d.subject_id, d.item, d.designated_on, d.designating_unit from sanctions.designation d where ${shown('d')}
      union all
      select n.subject_id, n.item, n.designated_on, n.designating_unit from sanctions.incentive n where ${shown('n')}
    ), placed as (
      select e.subject_id, ${REGION} as region, e.item, i.nature,
        case when e.day < date '2022-07-01' then '../2022-06' else to_char(e.day, 'YYYY-MM') end as month,
        ${INDUSTRY} as industry, e.unit as designating_unit
      from entry e cross join province p join item i on i.code = e.item
        left join public_credit.subject s on s.id = e.subject_id left join registered g on g.subject_id = e.subject_id
    ), held as (
      select ${joined('+', (one) => `'${one.toUpperCase()}'`)} as margin, ${joined('|', (one) => one)} as key, count(*) as number
      from placed group by grouping sets (${SETS.map((set) => `(${['subject_id', ...set].join(', ')})`).join(', ')})
      having grouping(designating_unit) = 1 or designating_unit is not null
    )
    select h.margin, h.key, count(*)::int, sum(least(h.number, 10))::int from held h group by h.margin, h.key;
  end $$`;

const own = (table: string, ...policies: readonly string[]): string[] => [
  `alter table statistics.${table} enable row level security`,
  `alter table statistics.${table} force row level security`,
  `create policy t0 on statistics.${table} for all to ${RELEASE} using (true) with check (true)`,
  ...policies,
];

export const STATISTICS: readonly string[] = [
  createRole(CENSUS),
  createRole(RELEASE),
  `grant ${RELEASE} to ${LOGIN_ROLE}`,
  `do $$ begin execute format('grant ${CENSUS} to %I', current_user); end $$`,
  `create schema if not exists statistics`,
  `create table statistics.release (as_of date not null, released_at timestamptz not null, primary key (as_of))`,
  `create table statistics.cell (margin text not null, key text not null, count int not null, primary key (margin, key))`,
  `create table statistics.counted (margin text not null, key text not null, subjects int not null, entries int not null,
    step int not null, primary key (margin, key))`,
  ...own('release', 'create policy t1 on statistics.release for select to credit_analyst using (true)'),
  ...own('cell', 'create policy t1 on statistics.cell for select to credit_analyst using (true)'),
  ...own('counted'),
  CENSUS_FUNCTION,
  `revoke execute on function statistics.census() from public`,
  `grant create on schema statistics to ${CENSUS}`,
  `alter function statistics.census() owner to ${CENSUS}`,
  `revoke create on schema statistics from ${CENSUS}`,
  `grant usage on schema control, public_credit, sanctions to ${CENSUS}`,
  `grant execute on function control.today() to ${CENSUS}`,
  `grant select (code, edition, information, nature, published_on, effective_from, effective_until) on control.item to ${CENSUS}`,
  `grant select (subject_id, current, type, item, content, occurred_on, display, displayed_until) on public_credit.record to ${CENSUS}`,
  `grant select (id, identifier_type, identifier) on public_credit.subject to ${CENSUS}`,
  `grant select (subject_id, item, designated_on, designating_unit, display, displayed_until) on sanctions.designation, sanctions.incentive to ${CENSUS}`,
  ...['public_credit.record', 'public_credit.subject', 'sanctions.designation', 'sanctions.incentive'].map(
    (table) => `create policy t0 on ${table} for select to ${CENSUS} using (true)`,
  ),
  `grant usage on schema statistics to ${RELEASE}, credit_analyst`,
  `grant execute on function statistics.census() to ${RELEASE}`,
  `grant select, insert on statistics.release to ${RELEASE}`,
  `grant select, insert, update on statistics.counted to ${RELEASE}`,
  `grant select, insert, update, delete on statistics.cell to ${RELEASE}`,
  `grant select on statistics.release, statistics.cell to credit_analyst`,
];
