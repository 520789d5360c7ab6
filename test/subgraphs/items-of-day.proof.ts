/** Which items are open is read from one row a day, which a trigger makes from the editions of the catalog: held against the editions themselves, day by day. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FactsDatabase, openEmpty, run, session } from '../facts/facts-database.ts';
import { controlId, PURPOSE } from '../facts/held-facts.ts';
import { insert, purpose } from '../facts/plant.ts';
import { onDatabaseOfStep } from '../kit.ts';

interface Edition {
  readonly code: string;
  readonly edition: string;
  readonly openness: 'UNCONDITIONAL' | 'AGREEMENT' | 'CLOSED';
  readonly publishedOn: string;
  readonly from: string;
  readonly until: string | null;
}

const FIRST = Date.UTC(2026, 0, 1);
const DAYS = 40;
const dayOf = (at: number): string => new Date(FIRST + at * 86_400_000).toISOString().slice(0, 10);

/** Numbers below a bound, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % below;
  };
}

/** Editions that begin before they are published, on one day, overlap, and end with and without one that follows. */
function editionsOf(seed: number): Edition[] {
  const next = numbers(seed);
  return Array.from({ length: 12 }, (_, item) =>
    Array.from({ length: 1 + next(4) }, (_none, index): Edition => {
      const from = next(30);
      return {
        code: `ITEM-${item}`,
        edition: String(index),
        openness: (['UNCONDITIONAL', 'AGREEMENT', 'CLOSED'] as const)[next(3)] ?? 'CLOSED',
        publishedOn: dayOf(next(30)),
        from: dayOf(from),
        until: next(2) === 0 ? null : dayOf(from + next(8)),
      };
    }),
  ).flat();
}

/** Articles 7 and 18: of the editions that are published and have begun the newest counts, and where it is over, none does. */
function openOn(editions: readonly Edition[], day: string, openness: Edition['openness']): string[] {
  const newest = new Map<string, Edition>();
  for (const one of editions.filter(({ publishedOn, from }) => publishedOn <= day && from <= day)) {
    const other = newest.get(one.code);
    if (other === undefined || one.from > other.from || (one.from === other.from && one.edition > other.edition))
      newest.set(one.code, one);
  }
  return [...newest.values()]
    .filter((one) => one.openness === openness && (one.until === null || one.until >= day))
    .map(({ code }) => code)
    .sort();
}

const rowOf = ({ code, edition, openness, publishedOn, from, until }: Edition) => ({
  code,
  edition,
  information: 'PUBLIC',
  name: code,
  name_en: code,
  conduct: code,
  nature: 'NEUTRAL',
  record_type: 'OtherRecord',
  subject_kinds: ['LEGAL_PERSON'],
  providing_unit: 'BANK',
  data_source: code,
  sharing: 'NOT_SHARED',
  openness,
  update_within_working_days: 7,
  legal_basis: [],
  publication_reference: code,
  published_on: publishedOn,
  effective_from: from,
  effective_until: until,
  elements: [],
  provider_units: [],
});

onDatabaseOfStep('items of a day', (kind) => {
  let facts: FactsDatabase;
  const control = (statement: Parameters<typeof run>[3]) =>
    run(facts.database, session('AUTHORITY'), 'control', statement);
  const seen = async (role: 'PUBLIC' | 'PARTY', day: string, of: 'open' | 'agreed'): Promise<string[]> => {
    const as = session(role, { today: day, ...(role === 'PARTY' ? { unit: 'BANK', purpose: PURPOSE } : {}) });
    const statement = { name: `items-${of}`, text: `select unnest(control.items_${of}()) as code` };
    const rows = await facts.database.execute<{ code: string }>(as, 'due', statement, []);
    return rows.map(({ code }) => code).sort();
  };

  beforeAll(async () => {
    facts = await openEmpty(kind);
    await control(
      insert('control.unit', [
        { code: 'BANK', name: 'BANK', name_en: 'BANK', kind: 'PARTY', kinds: ['PARTY'], level: 'PROVINCE' },
      ]),
    );
    await control(insert('control.purpose', [{ ...purpose(PURPOSE, 'PUBLIC_FUNDING'), effective_from: dayOf(-1) }]));
  });
  afterAll(() => facts.close());

  it('A7.1 A18 A23.1 A23.2 on each day as of the editions, also where one is ended or corrected afterwards', async () => {
    const editions = editionsOf(7);
    // The party has agreed on all of them: what it sees is what is open by agreement.
    const agreed = [...new Set(editions.map(({ code }) => code))];
    await control(
      insert('control.agreement', [
        {
          id: controlId(1),
          party: 'BANK',
          items: agreed,
          purposes: [PURPOSE],
          state: 'IN_FORCE',
          daily_quota: 10,
          concluded_at: '2025-12-01T00:00:00Z',
          valid_from: dayOf(-1),
          valid_until: dayOf(DAYS + 10),
        },
      ]),
    );
    const half = editions.slice(0, editions.length / 2);
    const ends = editions.map((one, index) => (index % 5 === 0 ? { ...one, until: one.from } : one));
    const states: readonly (readonly [readonly Edition[], () => Promise<unknown>])[] = [
      [half, () => control(insert('control.item', half.map(rowOf)))],
      [editions, () => control(insert('control.item', editions.slice(half.length).map(rowOf)))],
      [
        ends,
        async () => {
          for (const { code, edition, until } of ends)
            await control(sql`update control.item set effective_until = ${until}::date
              where code = ${code} and edition = ${edition} and effective_until is distinct from ${until}::date`);
        },
      ],
    ];
    let changes = 0;
    for (const [held, change] of states) {
      await change();
      let last = '';
      for (let at = -1; at < DAYS; at += 1) {
        const [day, open] = [dayOf(at), openOn(held, dayOf(at), 'UNCONDITIONAL')];
        expect([day, await seen('PUBLIC', day, 'open')]).toEqual([day, open]);
        expect([day, await seen('PARTY', day, 'agreed')]).toEqual([day, openOn(held, day, 'AGREEMENT')]);
        if (last !== open.join()) changes += 1;
        last = open.join();
      }
    }
    // What is open changed often enough for this to tell.
    expect(changes).toBeGreaterThan(20);
  });

  it('A7.1 A23.1 as of many items that a file brings, each in a statement, and of none where it was not stored', async () => {
    const day = dayOf(DAYS + 5);
    const before = await seen('PUBLIC', day, 'open');
    const codes = Array.from({ length: 60 }, (_, index) => `MANY-${String(index).padStart(2, '0')}`);
    const bring = (fails: boolean): Promise<unknown> =>
      facts.database.write(session('AUTHORITY'), 'control', async (em) => {
        for (const [at, code] of codes.entries()) {
          const edition = { code, edition: '0', publishedOn: dayOf(at % 7), from: dayOf(at % 7), until: null };
          await insert('control.item', [rowOf({ ...edition, openness: 'UNCONDITIONAL' })]).execute(em.getKysely());
        }
        if (fails) throw new Error('the file is not stored');
      });
    await expect(bring(true)).rejects.toThrow('the file is not stored');
    expect(await seen('PUBLIC', day, 'open')).toEqual(before);
    await bring(false);
    expect(await seen('PUBLIC', day, 'open')).toEqual([...before, ...codes].sort());
    expect(await seen('PUBLIC', dayOf(-1), 'open')).toEqual([]);
  });
});

it('A23.1 the rows of days stay where a statement changes no item', async () => {
  const facts = await openEmpty('pglite');
  const rows = (): Promise<unknown[]> =>
    facts.database.write(session('OPERATOR'), 'control', async (em) => {
      // Nobody who answers reads them but through the functions.
      await sql`set local session authorization postgres`.execute(em.getKysely());
      return (await sql`select from_day from control.items_of_day order by 1`.execute(em.getKysely())).rows;
    });
  const unit = { code: 'BANK', name: 'BANK', name_en: 'BANK', kind: 'PARTY', kinds: ['PARTY'], level: 'PROVINCE' };
  const item = { code: 'A', edition: '0', publishedOn: dayOf(0), from: dayOf(0), until: dayOf(5) };
  try {
    await run(facts.database, session('AUTHORITY'), 'control', insert('control.unit', [unit]));
    const bring = insert('control.item', [rowOf({ ...item, openness: 'UNCONDITIONAL' })]);
    await run(facts.database, session('AUTHORITY'), 'control', bring);
    const laidOut = await rows();
    expect(laidOut).toHaveLength(2);
    // As a recovery says again that an edition ends, which is known.
    const again = sql`update control.item set effective_until = ${dayOf(5)}::date where code = 'A' and effective_until is distinct from ${dayOf(5)}::date`;
    await run(facts.database, session('OPERATOR'), 'recovery', again);
    expect(await rows()).toEqual(laidOut);
  } finally {
    await facts.close();
  }
});
