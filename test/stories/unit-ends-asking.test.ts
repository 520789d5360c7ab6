/** A unit that ends while it is asking is refused, or answered whole: never half of each (Articles 17, 21 and 23). */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, BANK_A, COMPANY, onEachDatabase, openWorld, TODAY, type World } from '../kit.ts';
import { BUREAU, END_UNIT, REGISTER_UNIT } from './registering.ts';

const SUBMIT = 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }';
const HELD = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"], first: 200) { nodes {
  providingUnit { code } ... on AdministrativePenalty { documentNumber } } } } }`;
const AGREED = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name
  records(items: ["ARREARS-TAX", "ARREARS-FUND", "UTILITY-WATER"], first: 200) { totalCount nodes { id } } } }`;

onEachDatabase('a unit that ends while it is asking', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const end = (code: string) => world.ask(AUTHORITY, END_UNIT, { code, reason: '机构改革' });
  const register = async (code: string) => {
    const input = { ...BUREAU, code, level: 'CITY', region: '230100' };
    expect((await world.ask(AUTHORITY, REGISTER_UNIT, { input })).errors).toBeUndefined();
  };
  const delivery = (documentNumber: string) => ({
    item: 'PENALTY-GENERAL',
    records: [
      {
        subject: COMPANY,
        subjectName: '哈尔滨示例冰雪设备有限公司',
        occurredOn: '2026-11-18',
        basisDocument: documentNumber,
        content: { documentNumber, authorityName: '哈尔滨市市场监督管理局' },
      },
    ],
  });
  const held = async (documentNumber: string): Promise<string[]> =>
    (await world.ask(null, HELD, { id: COMPANY })).data.subject.records.nodes
      .filter((node: { documentNumber: string }) => node.documentNumber === documentNumber)
      .map((node: { providingUnit: { code: string } }) => node.providingUnit.code);
  /** The end as endUnit writes it, as soon as its turn comes. */
  const endDirectly = (code: string) =>
    world.server.requestAs({ role: 'AUTHORITY' }).write('control', async (em) => {
      const db = em.getKysely();
      await sql`select pg_advisory_xact_lock(hashtextextended(${`credit-gateway unit ${code}`}, 0))`.execute(db);
      await sql`update control.unit set ended_on = ${TODAY}::date, end_reason = 'x' where code = ${code}`.execute(db);
    });

  it('A21.4 ended before it writes, it is refused and nothing of it is written', async () => {
    await register('E-BEFORE');
    const request = world.server.requestAs({ role: 'PROVIDER', unit: 'E-BEFORE' });
    await request.snapshot();
    // The embedded database has one connection: the end comes as soon as the request leaves it.
    const ended = endDirectly('E-BEFORE');
    if (kind === 'postgresql') await ended;
    let worked = false;
    const written = request.write('intake', () => {
      worked = true;
      return Promise.resolve();
    });
    await expect(written).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED', reason: 'UNIT_ENDED' } });
    await ended;
    expect(worked).toBe(false);
    await request.abandon();
  });

  it('A21.4 ended after it wrote, it is answered, and the next request is not', async () => {
    await register('E-AFTER');
    const of = () => world.server.requestAs({ role: 'PROVIDER', unit: 'E-AFTER' });
    const request = of();
    await request.snapshot();
    await request.write('intake', () => Promise.resolve());
    await endDirectly('E-AFTER');
    const { directory } = await request.snapshot();
    expect(directory.units.get('E-AFTER')?.endedOn).toBe(TODAY);
    await request.admitted();
    await request.settle();
    // Nothing of the one that was answered is remembered for another.
    for (let again = 0; again < 2; again += 1) {
      const next = of();
      await expect(next.snapshot()).rejects.toMatchObject({ extensions: { reason: 'UNIT_ENDED' } });
      await next.abandon();
    }
  });

  it('A21.4 an end waits for what the unit is writing', async () => {
    await register('E-DURING');
    const order: string[] = [];
    let begun = (): void => undefined;
    const writing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const request = world.server.requestAs({ role: 'PROVIDER', unit: 'E-DURING' });
    const written = request
      .write('intake', async () => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 200));
        order.push('written');
      })
      .then(() => request.abandon());
    await writing;
    const ended = endDirectly('E-DURING').then(() => order.push('ended'));
    await Promise.all([written, ended]);
    expect(order).toEqual(['written', 'ended']);
  });

  it('A21.4 A17.1 delivered and ended at once: what is answered is stored, and what is refused is not', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const unit = `E-${round}`;
      await register(unit);
      const documentNumber = `哈市监罚〔2026〕终${round}号`;
      const deliver = () => world.ask({ role: 'provider', unit }, SUBMIT, { input: delivery(documentNumber) });
      // Now one first and now the other, with less and less between them.
      const [answer, ended] = await Promise.all(
        round % 2 === 0
          ? [deliver(), end(unit)]
          : [
              (async () => {
                await new Promise((resolve) => setTimeout(resolve, round));
                return deliver();
              })(),
              end(unit),
            ],
      );
      expect(ended.errors).toBeUndefined();
      const stored = answer.data?.submitRecords?.accepted === 1;
      const reason = answer.errors?.[0]?.extensions.reason;
      expect([round, stored, reason]).toEqual([round, stored, stored ? undefined : 'UNIT_ENDED']);
      expect([round, await held(documentNumber)]).toEqual([round, stored ? [unit] : []]);
      expect((await deliver()).status).toBe(401);
      seen.add(String(stored));
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  it('A07.1 two authorities that end each other at once: one ends, and never both', async () => {
    const kinds = ['AUTHORITY'];
    for (let round = 0; round < 3; round += 1) {
      const [one, other] = [`K-${round}-A`, `K-${round}-B`];
      for (const code of [one, other])
        await world.ask(AUTHORITY, REGISTER_UNIT, {
          input: { ...BUREAU, code, kinds, level: 'PROVINCE', region: '230000' },
        });
      const by = (unit: string, code: string) =>
        world.ask({ role: 'authority', unit }, END_UNIT, { code, reason: '机构改革' });
      const answers = await Promise.all([by(one, other), by(other, one)]);
      expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
      expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.reason) ?? [])).toEqual([
        'UNIT_ENDED',
      ]);
    }
  });

  it('A23.2 A17.1 a bank ends under load: every answer is whole, or refused and empty', async () => {
    const ask = () => world.ask(BANK_A, AGREED, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION' });
    const whole = await ask();
    expect(whole.errors).toBeUndefined();
    expect(whole.data.subject.records.totalCount).toBeGreaterThan(0);
    const before = Array.from({ length: 12 }, ask);
    const ended = end('BANK-A');
    const after = Array.from({ length: 12 }, ask);
    const answers = await Promise.all([...before, ...after]);
    expect((await ended).errors).toBeUndefined();
    for (const answer of answers) {
      if (answer.errors === undefined) expect(answer.data).toEqual(whole.data);
      else {
        expect(['UNIT_ENDED', 'NO_AGREEMENT']).toContain(answer.errors[0]?.extensions.reason);
        expect(answer.data?.subject?.records ?? null).toBeNull();
      }
    }
    expect((await ask()).status).toBe(401);
  });
});
