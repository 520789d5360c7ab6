/** The truth behind the statistics, recounted by other means than the release: rows one by one, in TypeScript. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import type { World } from '../kit.ts';
import { sessionOf } from './walls-questions.ts';

export const PAIRED = ['REGION', 'ITEM', 'NATURE', 'MONTH', 'INDUSTRY', 'DESIGNATING_UNIT'] as const;
export const KEYS = [...PAIRED, 'UNIT_KIND'] as const;
export type Key = (typeof KEYS)[number];

/** Every grouping of entries that is published: at most two keys, and not item with nature; the kind of unit alone. */
export const GROUPINGS: readonly (readonly Key[])[] = [
  [],
  ...KEYS.map((key) => [key]),
  ...PAIRED.flatMap((key, index) => PAIRED.slice(index + 1).map((other) => [key, other])),
].filter((keys) => !(keys.includes('ITEM') && keys.includes('NATURE')));

/** One displayed record, designation or target of an incentive, with its value of every key. */
export type Entry = {
  readonly subject: string;
  readonly type: string;
  readonly list: string | null;
  readonly ground: string | null;
} & { readonly [K in Key]: string | null };

/** A group as it is: how many entries are in it, of those with which its subjects count, and of how many subjects. */
export interface Group {
  readonly subjects: number;
  readonly entries: number;
}

/** First activities of the sample's scopes, and the section of GB/T 4754-2017 that they fall under. */
const SECTIONS: Readonly<Record<string, string>> = {
  '化工产品销售（不含许可类化工产品）；危险化学品经营（凭许可证经营）。': 'F',
  '普通货物道路运输；仓储服务；装卸搬运。': 'G',
  '农业机械设备的研发、销售、租赁、维修。': 'F',
  '食品生产；食品销售；农副产品收购。': 'C',
  '第一类、第二类医疗器械销售。': 'F',
  '水果店经营（示例）。': 'F',
  '环境保护专用设备制造；污水处理及其再生利用。': 'C',
  '建筑材料、五金制品、涂料（不含危险化学品）的销售。': 'F',
  '房屋建筑工程施工；室内外装饰装修工程设计、施工。': 'E',
  '理发店经营（示例）。': 'O',
  '行业自律、公益服务。': 'S',
  '小吃服务。': 'H',
  '粮油店经营（示例）。': 'F',
  '汽修部经营（示例）。': 'O',
  '便利店经营（示例）。': 'F',
  '冰雪运动器材、造雪设备的研发、制造、销售及维修；货物进出口。': 'C',
  '房屋建筑工程、市政公用工程施工；建筑劳务分包。': 'E',
  // It mills as well as it trades: what makes goods prevails over what sells them.
  '粮食收购、稻谷加工、大米销售。': 'C',
  '餐饮服务；食品销售；企业管理咨询。': 'H',
};

interface Row {
  readonly subject_id: string;
  readonly id: string;
  readonly item: string;
  readonly day: string;
  readonly unit: string | null;
  readonly by: string;
  readonly type: string;
  readonly list: string | null;
  readonly ground: string | null;
  readonly scope: string | null;
  readonly registration: boolean;
}

const DISPLAYED = `display = 'DISPLAYED' and (displayed_until is null or displayed_until >= control.today())`;

const md5 = (id: string): string => createHash('md5').update(id).digest('hex');

/** Of each subject the three entries whose ids have the smallest hashes. */
export const counting = <One extends { readonly subject_id: string; readonly id: string }>(
  rows: readonly One[],
): One[] =>
  [...Map.groupBy(rows, ({ subject_id }) => subject_id).values()].flatMap((own) =>
    own.sort((left, right) => (md5(left.id) < md5(right.id) ? -1 : 1)).slice(0, 3),
  );

/** Every entry that counts on the world's day. */
export async function entriesOf(world: World, today: string): Promise<Entry[]> {
  const session = { ...sessionOf(world, { holder: { role: 'operator' }, headers: {} }), today };
  const read = async <T>(role: DatabaseRole, text: string): Promise<T[]> =>
    (await world.server.platform.database.write(session, role, (em) => sql.raw(text).execute(em.getKysely())))
      .rows as T[];
  const rows = await read<Row>(
    'due',
    `select subject_id, id, item, occurred_on::text as day, null as unit, providing_unit as by, type, null as list, null as ground,
         content->>'scope' as scope, type = 'Registration' as registration
       from public_credit.record where current and ${DISPLAYED}
     union all select subject_id, id, item, designated_on::text, designating_unit, designating_unit, 'Designation', list, ground, null, false from sanctions.designation where ${DISPLAYED}
     union all select subject_id, id, item, designated_on::text, designating_unit, designating_unit, 'Incentive', null, null, null, false from sanctions.incentive where ${DISPLAYED}`,
  );
  const numbers = new Map(
    (
      await read<{ id: string; identifier_type: string; identifier: string }>(
        'intake',
        'select id, identifier_type, identifier from public_credit.subject',
      )
    ).map((one) => [one.id, one]),
  );
  const natures = new Map(
    (
      await read<{ code: string; nature: string }>(
        'control',
        `select code, nature from control.item where effective_until is null and information = 'PUBLIC'`,
      )
    ).map(({ code, nature }) => [code, nature]),
  );
  const kinds = new Map(
    (await read<{ code: string; kind: string }>('control', 'select code, kind from control.unit')).map((one) => [
      one.code,
      one.kind,
    ]),
  );
  const scopes = new Map(rows.filter((row) => row.registration).map((row) => [row.subject_id, row.scope]));
  const region = (id: string): string => {
    const number = numbers.get(id);
    if (number?.identifier_type === 'CITIZEN_ID') return number.identifier.slice(0, 2);
    if (number?.identifier_type !== 'USCC') return '00';
    const division = number.identifier.slice(2, 8);
    if (!division.startsWith('23')) return division.slice(0, 2) === '10' ? '00' : division.slice(0, 2);
    return /^23(0[1-9]|1[0-2]|27)/.test(division) ? division.slice(0, 4) : '23';
  };
  return counting(rows.filter(({ item }) => natures.has(item))).map((row) => {
    const scope = scopes.get(row.subject_id) ?? null;
    return {
      subject: row.subject_id,
      REGION: region(row.subject_id),
      ITEM: row.item,
      NATURE: natures.get(row.item) ?? `${row.item} has no nature`,
      MONTH: row.day < '2022-07-01' ? '../2022-06' : row.day.slice(0, 7),
      INDUSTRY: scope === null ? '-' : (SECTIONS[scope] ?? `${scope} is not classified`),
      DESIGNATING_UNIT: row.unit,
      UNIT_KIND: kinds.get(row.by) ?? `${row.by} has no kind`,
      type: row.type,
      list: row.list,
      ground: row.ground,
    };
  });
}

/** A group's name in a grouping: its values, joined. */
export const nameOf = (values: readonly string[]): string => values.join('|');

/** Every group of a grouping that holds anybody. */
export function groupsOf(entries: readonly Entry[], keys: readonly Key[]): Map<string, Group> {
  const members = Map.groupBy(
    entries.filter((entry) => keys.every((key) => entry[key] !== null)),
    (entry) => nameOf(keys.map((key) => entry[key] ?? '')),
  );
  return new Map(
    [...members].map(([name, inside]) => [
      name,
      { subjects: new Set(inside.map(({ subject }) => subject)).size, entries: inside.length },
    ]),
  );
}
