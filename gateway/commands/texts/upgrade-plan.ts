/** A plan of an upgrade in sentences, in each language. */
import type { Language } from '../../../schema/localized.ts';
import type { Effect, Waits } from '../../../subgraphs/database/migrate/preview/effects.ts';
import {
  type Numbered,
  type Plan,
  type PlannedTable,
  takesAway,
} from '../../../subgraphs/database/migrate/preview/plan.ts';

interface Words {
  readonly numbered: (number: number, release: string | undefined) => string;
  readonly state: Readonly<Record<Plan['state'], (from: string, to: string) => string>>;
  readonly fromBefore: string;
  readonly migrations: string;
  readonly effects: Readonly<Record<Effect, string>>;
  readonly waits: Readonly<Record<Waits, string>>;
  readonly size: (rows: string | undefined, bytes: string) => string;
  readonly differs: string;
  readonly made: Readonly<
    Record<'functions' | 'triggers' | 'policies' | 'privileges', (made: number, dropped: number) => string>
  >;
  readonly roles: (statements: number) => string;
  readonly servesFrom: (numbered: string) => string;
  readonly goesOn: (release: string) => string;
  readonly stop: string;
  readonly connected: (connections: number) => string;
  readonly taken: string;
  readonly forGood: (numbered: string) => string;
  readonly backup: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    numbered: (number, release) => `number ${number}${release === undefined ? '' : ` (release ${release})`}`,
    state: {
      NEW: (_, to) => `A new database: it is made with ${to}.`,
      BEHIND: (from, to) => `The database is brought from ${from} to ${to}.`,
      CURRENT: (_, to) => `There is nothing to do: the database has ${to}.`,
      NEWER: (_, to) =>
        `There is nothing to do: a later release brought the database to ${to}, and it still serves this one.`,
    },
    fromBefore: 'the form from before access/ (0.1.0 of early November 2026)',
    migrations: 'Migrations, all in one transaction:',
    effects: {
      NEW: 'new',
      REMOVED: 'TAKEN AWAY',
      REWRITTEN: 'written anew row by row',
      READ_THROUGH: 'read through for an index or a check',
      WRITTEN: 'rows are added or changed',
      CHANGED: 'its definition changes',
    },
    waits: {
      ALL: 'nobody reads or writes it until the end',
      WRITERS: 'nobody writes it until the end',
      NOBODY: 'readers go on',
    },
    size: (rows, bytes) => `${rows === undefined ? '' : `about ${rows} rows, `}${bytes}`,
    differs: 'What differs beside the tables:',
    made: {
      functions: (made, dropped) => `functions: ${made} made or replaced, ${dropped} dropped`,
      triggers: (made, dropped) => `triggers: ${made} made or replaced, ${dropped} dropped`,
      policies: (made, dropped) => `policies: ${made} made or replaced, ${dropped} dropped`,
      privileges: (made, dropped) => `privileges: ${made} grants, ${dropped} revocations`,
    },
    roles: (statements) => `roles and memberships: ${statements} statements`,
    servesFrom: (numbered) => `Afterwards the database serves code from ${numbered} on; older code is refused.`,
    goesOn: (release) => `Servers of ${release} may go on meanwhile and afterwards: replace them one after the other.`,
    stop: 'Stop all servers of before first: they cannot go on over it.',
    connected: (connections) => `Servers are connected now, with ${connections} connections.`,
    taken: 'What is TAKEN AWAY cannot be had again but from a backup.',
    forGood: (numbered) =>
      `Going back: code from ${numbered} on starts over the database as it is; to older code only a backup leads back.`,
    backup: 'Make a backup first: npm run backup -- FOLDER',
  },
  zh: {
    numbered: (number, release) => `第${number}号${release === undefined ? '' : `（发行版${release}）`}`,
    state: {
      NEW: (_, to) => `新数据库：按${to}建立。`,
      BEHIND: (from, to) => `数据库将从${from}升级到${to}。`,
      CURRENT: (_, to) => `无需变更：数据库为${to}。`,
      NEWER: (_, to) => `无需变更：更新的发行版已将数据库升级到${to}，本发行版仍可使用。`,
    },
    fromBefore: 'access/之前的形式（2026年11月初的0.1.0）',
    migrations: '迁移（在一个事务中完成）：',
    effects: {
      NEW: '新建',
      REMOVED: '【删除】',
      REWRITTEN: '逐行重写',
      READ_THROUGH: '为建立索引或者检查约束而通读',
      WRITTEN: '增加或者变更行',
      CHANGED: '变更定义',
    },
    waits: {
      ALL: '结束前不能读写',
      WRITERS: '结束前不能写入',
      NOBODY: '读取不受影响',
    },
    size: (rows, bytes) => `${rows === undefined ? '' : `约${rows}行，`}${bytes}`,
    differs: '表以外的差异：',
    made: {
      functions: (made, dropped) => `函数：新建或者替换${made}个，删除${dropped}个`,
      triggers: (made, dropped) => `触发器：新建或者替换${made}个，删除${dropped}个`,
      policies: (made, dropped) => `策略：新建或者替换${made}个，删除${dropped}个`,
      privileges: (made, dropped) => `权限：授予${made}项，收回${dropped}项`,
    },
    roles: (statements) => `角色及其成员关系：${statements}条语句`,
    servesFrom: (numbered) => `升级后，数据库可供${numbered}及以后的程序使用；更早的程序将被拒绝。`,
    goesOn: (release) => `${release}的服务器在升级期间及以后可以继续运行：请逐个替换。`,
    stop: '请先停止以前的全部服务器：升级后其不能继续运行。',
    connected: (connections) => `目前有服务器正在连接，共${connections}个连接。`,
    taken: '标明【删除】的内容只能从备份中恢复。',
    forGood: (numbered) => `退回：${numbered}及以后的程序可以直接使用升级后的数据库；退回更早的程序只能恢复备份。`,
    backup: '请先备份：npm run backup -- 文件夹',
  },
};

/** 1234 → 1.2 kB, in powers of a thousand. */
function bytesOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1_000 ** at;
  return `${value < 10 && at > 0 ? value.toFixed(1) : value.toFixed(0)} ${units[at]}`;
}

/** Signs that a second sentence may reach: a comment of a migration is written for its readers, and a preview is read through. */
const SHOWN: Readonly<Record<Language, number>> = { en: 160, zh: 80 };

/** The first sentence of a description, and the second where it is short. The whole stands in the file of the migration. */
export function firstSentences(text: string, language: Language): string {
  const segments = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  const [first = '', second = ''] = segments.map(({ segment }) => segment);
  return (first + second).trimEnd().length <= SHOWN[language] ? (first + second).trimEnd() : first.trimEnd();
}

function tableLine({ table, effects, waits, rows, bytes }: PlannedTable, words: Words): string {
  const size =
    bytes === undefined ? undefined : words.size(rows === undefined ? undefined : String(rows), bytesOf(bytes));
  const done = effects.map((effect) => words.effects[effect]).join(', ');
  const what = effects.includes('NEW') ? [done] : [size, done, words.waits[waits]].filter((one) => one !== undefined);
  return `      ${table}: ${what.join('; ')}`;
}

/** The plan, a sentence a line. */
export function linesOf(plan: Plan, language: Language): readonly string[] {
  const words = WORDS[language];
  const of = ({ number, release }: Numbered): string => words.numbered(number, release);
  const first = words.state[plan.state](plan.from === undefined ? words.fromBefore : of(plan.from), of(plan.to));
  if (plan.state === 'CURRENT' || plan.state === 'NEWER') return [first, words.servesFrom(of(plan.servesFrom))];
  const migrations = plan.migrations.flatMap(({ name, description, tables }) => [
    `  ${name}  ${firstSentences(description[language], language)}`,
    ...(plan.state === 'NEW' ? [] : tables.map((table) => tableLine(table, words))),
  ]);
  const kinds = ['functions', 'triggers', 'policies', 'privileges'] as const;
  const after = [words.servesFrom(of(plan.servesFrom))];
  if (plan.state === 'NEW') return [first, words.migrations, ...migrations, ...after];
  return [
    first,
    ...(migrations.length === 0 ? [] : [words.migrations, ...migrations]),
    words.differs,
    ...kinds.map((kind) => `  ${words.made[kind](plan.access[kind].made, plan.access[kind].dropped)}`),
    `  ${words.roles(plan.access.roles)}`,
    ...after,
    plan.goesOn && plan.from !== undefined ? words.goesOn(of(plan.from)) : words.stop,
    ...(plan.connections > 0 ? [words.connected(plan.connections)] : []),
    ...(takesAway(plan) ? [words.taken] : []),
    words.forGood(of(plan.servesFrom)),
    words.backup,
  ];
}
