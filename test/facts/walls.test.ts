/**
 * Some facts on the walls: callers drawn from all of them, with every row, and what days, purposes and sessions can do at the edges. All callers are in
 * walls.proof.ts.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLES } from '../../schema/law/facts.ts';
import { type SnapshotReader, snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { onDatabaseOfStep } from '../kit.ts';
import { factsAt } from './combinations.ts';
import { type Compared, differ, differences, policiesDiffer } from './compare.ts';
import { controlId, type HeldUnit, KINDS, SUBJECTS, TODAY, TOMORROW, YESTERDAY } from './held-facts.ts';
import { AGREED, AGREEMENT, DUTY, GRANT } from './held-grounds.ts';
import { lawful } from './law-by-articles.ts';
import { type FactsDatabase, insert, openEmpty, plant, purpose, run, session, TABLES } from './plant.ts';
import { expectedOf, FACTS_CALLERS, type FactsCaller, scopeIn, sessionOf } from './walls.ts';

const SEED = 36;
/** Callers of each role that are drawn; of roles with more verdicts more. */
const DRAWN = { PARTY: 12, DEPARTMENT: 16, SUBJECT: 4 } as const;

const drawn = (): FactsCaller[] =>
  ROLES.flatMap((role) => {
    const all = FACTS_CALLERS.filter((caller) => caller.role === role);
    const length = role in DRAWN ? DRAWN[role as keyof typeof DRAWN] : 1;
    const [some = []] = fc.sample(fc.shuffledSubarray(all, { minLength: length, maxLength: length }), {
      seed: SEED,
      numRuns: 1,
    });
    return some;
  });

const DAYS = [YESTERDAY, TODAY, TOMORROW] as const;
/** Every first and last day around today. Some begin after they end and are never in force. */
const WINDOWS = DAYS.flatMap((from) => DAYS.map((until) => ({ from, until })));
const isIn = ({ from, until }: (typeof WINDOWS)[number]): boolean => from <= TODAY && TODAY <= until;

const party = (code: string, agreements: HeldUnit['agreements']): FactsCaller => ({
  role: 'PARTY',
  unit: { code, kinds: KINDS[0] ?? [], agreements, duties: 'NONE' },
  purposeStated: true,
  caseStated: false,
  matterNamed: false,
  self: null,
});
const unit = (code: string, change: object = {}) => ({
  code,
  name: code,
  name_en: code,
  kind: 'PARTY',
  kinds: KINDS[0],
  level: 'PROVINCE',
  ...change,
});

onDatabaseOfStep('facts on the walls', (kind) => {
  let facts: FactsDatabase;
  let snapshots: SnapshotReader;
  let made = 1_000_000;
  const newId = (): string => {
    made += 1;
    return controlId(made);
  };
  const control = (table: string, rows: readonly Readonly<Record<string, unknown>>[]) =>
    run(facts.database, session('OPERATOR'), 'control', insert(table, rows));
  const compared = (
    caller: FactsCaller,
    ...authorizes: Parameters<typeof expectedOf> extends [unknown, ...infer Rest] ? Rest : []
  ): Compared => ({
    caller,
    as: sessionOf(caller),
    open: expectedOf(caller, ...authorizes).open,
  });

  beforeAll(async () => {
    facts = await openEmpty(kind);
    await plant(facts.database);
    snapshots = snapshotReader();
  });
  afterAll(() => facts.close());

  it('A22.1 A23.1 A23.2 A23.3 A23.5 A24.3 A36.1 A37.2 a drawn part of all combinations is answered alike by each wall', async () => {
    const asked = new Set<number>();
    expect(await differences(facts.database, snapshots, drawn(), asked)).toEqual([]);
    expect(asked.size).toBeGreaterThan(1_000);
    const verdicts = new Set([...asked].map((number) => lawful(factsAt(number))));
    expect([...verdicts].sort()).toEqual([
      'AUTHORIZATION_REQUIRED',
      'CASE_REQUIRED',
      'DUTY_REQUIRED',
      'IDENTITY_REQUIRED',
      'ITEM_NOT_AGREED',
      'MATTER_REQUIRED',
      'NOT_PUBLISHED',
      'NO_AGREEMENT',
      'PURPOSE_NOT_AGREED',
      'PURPOSE_REQUIRED',
      'ROLE',
      'SELF_ONLY',
      'allow',
      'hide',
    ]);
  });

  it('A23.2 an agreement opens from its first day to its last, on each wall', async () => {
    const codes = WINDOWS.map((_, index) => `WINDOW-${index}`);
    await control(
      'control.unit',
      codes.map((code) => unit(code)),
    );
    await control(
      'control.agreement',
      WINDOWS.map(({ from, until }, index) => ({
        id: newId(),
        party: codes[index],
        ...AGREEMENT,
        items: AGREED,
        valid_from: from,
        valid_until: until,
      })),
    );
    for (const [index, window] of WINDOWS.entries()) {
      const caller = party(codes[index] ?? '', isIn(window) ? 'PURPOSE' : 'NONE');
      expect(
        await differ(
          facts.database,
          snapshots,
          compared(caller, () => false),
        ),
      ).toEqual([]);
    }
  });

  it('A24.3 A36.1 an authorization opens from its first day to its last, on each wall', async () => {
    const codes = WINDOWS.map((_, index) => `GRANTED-${index}`);
    const [person] = SUBJECTS.filter(({ personal, authorizes }) => personal && !authorizes);
    if (person === undefined) throw new Error('No person is held.');
    await control(
      'control.unit',
      codes.map((code) => unit(code)),
    );
    await control(
      'control.agreement',
      codes.map((code) => ({ id: newId(), party: code, ...AGREEMENT, items: AGREED })),
    );
    await run(
      facts.database,
      session('SUBJECT', { subjectId: person.id }),
      'control',
      insert(
        'control.authorization_grant',
        WINDOWS.map(({ from, until }, index) => ({
          id: newId(),
          subject_id: person.id,
          party: codes[index],
          ...GRANT,
          valid_from: from,
          valid_until: until,
        })),
      ),
    );
    for (const [index, window] of WINDOWS.entries()) {
      const caller = party(codes[index] ?? '', 'PURPOSE');
      const authorizes = (subject: (typeof SUBJECTS)[number]): boolean => subject === person && isIn(window);
      expect(await differ(facts.database, snapshots, compared(caller, authorizes))).toEqual([]);
    }
  });

  it('A07.1 A22.1 A23.2 a purpose that is not published, or not yet in force, is none: the snapshot is refused, and the row policies open no more', async () => {
    await control('control.purpose', [
      purpose('FROM-TODAY', 'ADMINISTRATIVE_MANAGEMENT', TODAY),
      purpose('FROM-TOMORROW', 'ADMINISTRATIVE_MANAGEMENT', TOMORROW),
    ]);
    await control('control.unit', [unit('PURPOSES')]);
    const purposes = ['FROM-TODAY', 'FROM-TOMORROW', 'NOWHERE'];
    await control('control.agreement', [{ id: newId(), party: 'PURPOSES', ...AGREEMENT, items: AGREED, purposes }]);
    await control('control.duty', [{ id: newId(), department: 'PURPOSES', ...DUTY }]);
    for (const role of ['PARTY', 'DEPARTMENT'] as const)
      for (const code of purposes) {
        const stated = code === 'FROM-TODAY';
        const caller: FactsCaller = {
          ...party('PURPOSES', 'PURPOSE'),
          role,
          unit: { ...party('PURPOSES', 'PURPOSE').unit, duties: 'ONE' },
          purposeStated: stated,
          caseStated: true,
        };
        const as = { ...sessionOf(caller), purpose: code };
        const { open } = expectedOf(caller, () => false);
        for (const table of TABLES)
          expect(await policiesDiffer(facts.database, { caller, as, open }, table)).toEqual([]);
        const snapshot = scopeIn(facts.database, snapshots, as);
        if (stated) expect((await snapshot).anySubject.length).toBeGreaterThan(0);
        else await expect(snapshot).rejects.toThrow('no code of the published list');
      }
  });

  it('A23.3 A24.2 nobody but a subject is itself: an id in the session of another role opens nothing, on each wall', async () => {
    for (const role of ROLES.filter((one) => one !== 'SUBJECT'))
      for (const caller of drawn()
        .filter((one) => one.role === role)
        .slice(0, 2)) {
        const own = compared(caller);
        const as = { ...own.as, subjectId: SUBJECTS[0]?.id ?? null };
        expect((await scopeIn(facts.database, snapshots, as)).self).toBeNull();
        expect(await differ(facts.database, snapshots, { ...own, as })).toEqual([]);
      }
  });

  it('A22.1 A23.2 a unit is no fact: one that ended, or has not the kind of the role, is refused, and the row policies open it nothing', async () => {
    const state = { ...AGREEMENT, items: AGREED };
    await control('control.unit', [
      unit('ENDED', { ended_on: TODAY }),
      unit('ENDS', { ended_on: TOMORROW }),
      unit('KEEPER', { kind: 'OPERATOR', kinds: ['OPERATOR'] }),
    ]);
    for (const code of ['ENDED', 'ENDS', 'KEEPER', 'NOT-REGISTERED']) {
      await control('control.agreement', [{ id: newId(), party: code, ...state }]);
      await control('control.duty', [{ id: newId(), department: code, ...DUTY }]);
      for (const role of ['PARTY', 'DEPARTMENT'] as const) {
        const caller: FactsCaller = {
          ...party(code, 'PURPOSE'),
          role,
          unit: { ...party(code, 'PURPOSE').unit, duties: 'ONE' },
          caseStated: true,
        };
        const { as, open } = compared(caller, () => false);
        const fits = code === 'ENDS';
        for (const table of TABLES)
          expect(await policiesDiffer(facts.database, { caller, as, open: fits ? open : [] }, table)).toEqual([]);
        if (fits) expect((await scopeIn(facts.database, snapshots, as)).anySubject.length).toBeGreaterThan(0);
        else
          await expect(scopeIn(facts.database, snapshots, as)).rejects.toMatchObject({
            extensions: { code: 'UNAUTHENTICATED' },
          });
      }
    }
  });
});
