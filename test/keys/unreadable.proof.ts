/**
 * A row that cannot be opened, in every place that holds sealed values: it costs its own content and takes no list along, nobody else's answer changes by
 * it, a change of it is refused, and it is told once. A proof, because it asks every question as every caller before and after.
 */
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver } from '../../gateway/process/call-webhooks.ts';
import { takeUpCalls } from '../../subgraphs/feed/webhook-delivery.ts';
import { joinSubjects } from '../../subgraphs/index.ts';
import { SEALED_PLACES, type SealedPlace } from '../../subgraphs/keys/sealed-places.ts';
import { UNREADABLE_TEXT } from '../../subgraphs/keys/unreadable.ts';
import { rootQuestions } from '../gateway/root-fields.ts';
import { databases, type Identifier, MARKET_REGULATION, MEI, openWorld, subject, type World } from '../kit.ts';
import { fetchReport } from '../stories/report-kit.ts';
import { COMPANY_NEW, everything, PERSON_NEW, penalty } from '../stories/withheld.ts';
import { plantRecord } from '../subgraphs/planted-subjects.ts';
import { changes, DAMAGES, damaged, idOf, isLost, name } from './damage.ts';
import { fill, HELD, overwrite, rowsOf } from './filled.ts';

/** Arguments that questions need. */
const GIVEN = {
  SubjectIdentifierInput: MEI,
  matter: 'SPECIAL-OPERATION-PERMIT',
  measure: 'BAN-PROCUREMENT',
  token: 'a.b.c',
  'operationFigures.from': '2026-11',
  'operationFigures.until': '2026-11',
  'breachReport.from': '2026-11',
  'breachReport.until': '2026-11',
  groupBy: ['ITEM'],
  'archive.reason': '核对',
  'displayPeriodsEffect.edition': '2026-X',
  'displayPeriodsEffect.citation': '示例',
  'displayPeriodsEffect.publicationReference': '示例公告〔2026〕9号',
  'displayPeriodsEffect.effectiveFrom': '2027-01-01',
  'displayPeriodsEffect.decidedFrom': '1949-10-01',
  from: 1,
  to: 1,
  id: '00000000-0000-4000-8000-000000000000',
};

/** What is sealed is opened by the server: one database suffices, and PostgreSQL is the quicker one. */
describe.each(databases().slice(-1))('a row that cannot be opened (%s)', (kind) => {
  let world: World;
  let report: string;
  const lines: string[] = [];
  beforeAll(async () => {
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    world = await openWorld(kind, { log });
    report = await fill(world);
  });
  afterAll(() => world.close());

  const own = async (who: Identifier) => {
    const me = (await rootQuestions(world, GIVEN)).find(({ field }) => field === 'me');
    const { data, errors } = await world.ask(subject(who), me?.query ?? '');
    expect(errors).toBeUndefined();
    // Who asks leaves entries of its own.
    const { disclosures: _, disclosureCounts: __, ...rest } = data.me;
    return JSON.parse(JSON.stringify(rest, (key, value) => (/cursor/i.test(key) ? null : value)));
  };
  const altered = (DAMAGES[0] as (typeof DAMAGES)[number])[1];

  it('adversarial 97 A23.1: where rows of every place are altered, answers of all who would not see them stay the same, to the byte', async () => {
    const before = await everything(world);
    let after: Record<string, string> = {};
    const damageAll = async ([place, ...rest]: readonly SealedPlace[]): Promise<void> => {
      if (place === undefined) after = await everything(world);
      else await damaged(world, place, altered, () => damageAll(rest));
    };
    await damageAll(SEALED_PLACES);
    const changed = Object.keys(before).filter((question) => before[question] !== after[question]);
    // A desk with an identified duty reads persons whole (Article 22): it alone is told less, and misses no row.
    expect(changed.filter((question) => !question.startsWith('department '))).toEqual([]);
    for (const question of changed) {
      const [then, now] = [before[question], after[question]].map((text) => JSON.parse(text ?? '{}'));
      expect([question, now.refused]).toEqual([question, then.refused]);
      expect(changes(then.data, now.data).filter((path) => isLost(path))).toEqual([]);
    }
  });

  /** What each reads of itself while nothing is damaged: every damage is made good again, so that it is asked once. */
  const whole = new Map<string, unknown>();
  it.each(SEALED_PLACES.flatMap((place) => DAMAGES.map(([how, damage]) => [name(place), how, place, damage] as const)))(
    'adversarial 97 A24.1: the subject itself still has every list where %s is %s',
    async (_name, _how, place, how) => {
      for (const who of HELD) if (!whole.has(who.value)) whole.set(who.value, await own(who));
      await damaged(world, place, how, async (rows) => {
        for (const who of HELD) {
          const changed = changes(whole.get(who.value), await own(who));
          expect(changed.filter((path) => isLost(path))).toEqual([]);
          // No row but the damaged one of this subject changes. A channel has an id of its own: its address is no longer told.
          const allowed =
            place.table === 'rights.channel' ? changed.filter((path) => !path.includes('.channel.address')) : changed;
          if (!rows.some(({ at }) => at.subject_id === idOf(world, who))) expect(allowed).toEqual([]);
        }
      });
    },
  );

  const placeOf = (called: string): SealedPlace => SEALED_PLACES.find((one) => name(one) === called) as SealedPlace;
  const RECORDS = `{ me { name records(first: 50) { totalCount nodes { id ... on AdministrativePenalty { documentNumber facts } } } } }`;

  it('adversarial 97: of a record the masked form stands in place of the whole one; the others are whole', async () => {
    const read = async () =>
      (await world.ask(subject(PERSON_NEW), RECORDS)).data.me.records.nodes as { id: string; facts: string }[];
    const before = await read();
    expect(before.every(({ facts }) => facts.includes('钱测试') || !facts.includes('*'))).toBe(true);
    await damaged(world, placeOf('public_credit.record_whole.sealed'), altered, async (rows) => {
      const bad = rows.map(({ at }) => at.id);
      const after = await read();
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      for (const [place, node] of after.entries()) {
        if (!bad.includes(node.id)) expect(node).toEqual(before[place]);
        else expect(node.facts).not.toContain('钱测试');
      }
    });
    expect(await read()).toEqual(before);
  });

  it('adversarial 97: what a statement said whole is told masked', async () => {
    await damaged(world, placeOf('public_credit.statement_whole.sealed'), altered, async () => {
      const { data, errors } = await world.ask(subject(PERSON_NEW), '{ me { name identifier { value } } }');
      expect(errors).toBeUndefined();
      // The token itself says the number; the name of the newest statement is masked or whole, never absent.
      expect(data.me.identifier.value).toBe(PERSON_NEW.value);
      expect(data.me.name).toMatch(/^钱/);
    });
  });

  const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
  it('adversarial 97 A36.2: a correction of it is refused with a sentence, of another record it is made', async () => {
    const mine = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 50, items: ["PENALTY-GENERAL"]) { nodes { id } } } }`;
    const seen = await world.ask(MARKET_REGULATION, mine, { id: PERSON_NEW });
    const place = placeOf('public_credit.record_whole.sealed');
    const rows = (await rowsOf(world, place)).filter(({ at }) => at.subject_id === idOf(world, PERSON_NEW));
    const known = seen.data.subject.records.nodes as { id: string }[];
    expect(known.length).toBe(2);
    const input = { reason: '金额有误', content: { fineYuan: '9.00' } };
    for (const row of rows) await overwrite(world, place, row, ...altered(row, row));
    try {
      const refused = await world.ask(MARKET_REGULATION, CORRECT, { input: { ...input, record: known[0]?.id } });
      expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'UNREADABLE' });
      expect(refused.errors?.[0]?.message).toContain('cannot be opened now');
      expect(refused.errors?.[0]?.extensions.help).toContain('Tell the operator');
    } finally {
      for (const row of rows) await overwrite(world, place, row, Buffer.from(row.sealed), row.key);
    }
    const made = await world.ask(MARKET_REGULATION, CORRECT, { input: { ...input, record: known[0]?.id } });
    expect(made.errors).toBeUndefined();
  });

  it('adversarial 97: a delivery about two subjects is stored for both where what is known of one cannot be read: its texts are withheld', async () => {
    const place = placeOf('public_credit.known_values.sealed');
    const rows = (await rowsOf(world, place)).filter(({ at }) => at.subject_id === idOf(world, PERSON_NEW));
    for (const row of rows) await overwrite(world, place, row, ...altered(row, row));
    try {
      const fresh = (about: Identifier, number: string) => ({
        ...penalty(about, 5, { basisDocument: number }),
        content: { documentNumber: number, facts: '钱测试未明码标价。', penaltyKinds: ['警告'] },
      });
      const { data, errors } = await world.ask(
        MARKET_REGULATION,
        'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }',
        {
          input: {
            item: 'PENALTY-GENERAL',
            records: [fresh(PERSON_NEW, '黑市监罚〔2026〕745号'), fresh(COMPANY_NEW, '黑市监罚〔2026〕746号')],
          },
        },
      );
      expect([errors, data]).toEqual([undefined, { submitRecords: { accepted: 2, rejected: [] } }]);
    } finally {
      for (const row of rows) await overwrite(world, place, row, Buffer.from(row.sealed), row.key);
    }
  });

  it('adversarial 97: of webhooks that one fails alone, and its unit reads what to do', async () => {
    const place = placeOf('ledger.webhook.sealed');
    const [bad] = await rowsOf(world, place);
    if (bad === undefined) throw new Error('There is no webhook.');
    await overwrite(world, place, bad, ...altered(bad, bad));
    try {
      world.setNow('2026-11-20T11:30:00+08:00');
      await expect(takeUpCalls(world.server.platform)).resolves.toBeInstanceOf(Array);
      world.setNow('2026-11-20T12:30:00+08:00');
      await expect(deliver(world.server.platform)).resolves.toMatchObject({ delivered: 0 });
    } finally {
      await overwrite(world, place, bad, Buffer.from(bad.sealed), bad.key);
    }
  });

  it('adversarial 97: of reports that one is refused with a sentence, and no disclosure is written for it', async () => {
    const place = placeOf('ledger.report.sealed');
    const [row] = await rowsOf(world, place);
    if (row === undefined) throw new Error('There is no report.');
    const ask = () => fetchReport(world, subject(MEI), report, 'application/jose');
    expect((await ask()).status).toBe(200);
    const entries = async () =>
      (await world.ask(subject(MEI), '{ me { disclosures(first: 1) { totalCount } } }')).data.me.disclosures
        .totalCount as number;
    // To look is an entry too.
    const [first, before] = [await entries(), await entries()];
    await overwrite(world, place, row, ...altered(row, row));
    try {
      const refused = await ask();
      expect(refused.status).toBe(409);
      expect(refused.bytes.toString('utf8')).toContain('cannot be opened now');
      expect((await entries()) - before).toBe(before - first);
    } finally {
      await overwrite(world, place, row, Buffer.from(row.sealed), row.key);
    }
    expect((await ask()).status).toBe(200);
  });

  it('adversarial 97: jobs go on with the others: of two second subjects one cannot be opened, and the other is joined', async () => {
    const [lin, li] = [
      ['OTHER_DOCUMENT', '239999-19860603-0406'],
      ['USCC', '239999198606030318'],
    ] as const;
    await plantRecord(world, lin, '李测试', '旧〔2026〕4号');
    await plantRecord(world, li, '张测试', '旧〔2026〕3号');
    const place = placeOf('public_credit.known_values.sealed');
    const second = idOf(world, { type: 'OTHER_DOCUMENT', value: lin[1] });
    const rows = (await rowsOf(world, place)).filter(({ at }) => at.subject_id === second);
    expect(rows).toHaveLength(1);
    for (const row of rows) await overwrite(world, place, row, ...altered(row, row));
    expect(await joinSubjects(world.server.requestAs)).toBe(1);
    for (const row of rows) await overwrite(world, place, row, Buffer.from(row.sealed), row.key);
    expect(await joinSubjects(world.server.requestAs)).toBe(1);
  });

  it('adversarial 97: each row is told once, by its table and id alone, and counted by place', async () => {
    const told = lines
      .map((line) => JSON.parse(line) as { place?: string; id?: string; msg: string })
      .filter(({ msg }) => msg.startsWith('a row cannot be opened'));
    const rows = told.map(({ place, id }) => `${place} ${id}`);
    expect(new Set(rows).size).toBe(rows.length);
    for (const at of ['record_whole', 'statement_whole', 'known_values'])
      expect(rows.filter((row) => row.startsWith(`public_credit.${at} `)).length, at).toBeGreaterThan(0);
    expect(rows.every((row) => /^[a-z_.]+ (?:[0-9a-f-]{36}|[A-Z-]+)$/.test(row))).toBe(true);
    const metrics = await world.server.metrics.text();
    for (const place of new Set(told.map((one) => one.place)))
      expect(metrics).toContain(
        `credit_unreadable_rows_total{place="${place}"} ${told.filter((one) => one.place === place).length}`,
      );
    expect(UNREADABLE_TEXT).toBe('［此项内容暂时无法读取］');
  });
});
