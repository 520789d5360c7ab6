/**
 * Some facts on the walls: callers drawn from all of them, with every row, and what days, purposes and sessions can do at the edges. All callers are in
 * walls.proof.ts.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLES } from '../../schema/law/facts.ts';
import { type SnapshotReader, snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { onDatabaseOfStep } from '../kit.ts';
import { factsAt } from './combinations.ts';
import { type Compared, differ, differences, policiesDiffer } from './compare.ts';
import { type FactsDatabase, openEmpty, run, session } from './facts-database.ts';
import { controlId, ITEMS, SUBJECTS, TODAY, TOMORROW } from './held-facts.ts';
import { AGREED, AGREEMENT, DUTY, GRANT, identified } from './held-grounds.ts';
import { lawful } from './law-by-articles.ts';
import { insert, plant, purpose, TABLES } from './plant.ts';
import { drawn, isIn, party, unit, WINDOWS } from './some-callers.ts';
import { expectedOf, FACTS_CALLERS, type FactsCaller, scopeIn, sessionOf } from './walls.ts';

onDatabaseOfStep('facts on the walls', (kind) => {
  let facts: FactsDatabase;
  let snapshots: SnapshotReader;
  let made = 1_000_000;
  const newId = (): string => {
    made += 1;
    return controlId(made);
  };
  const control = (table: string, rows: readonly Readonly<Record<string, unknown>>[]) =>
    run(facts.database, session('AUTHORITY'), 'control', insert(table, rows));
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

  it('A22.1 A23.4 identities are whole for an identified duty of the stated matter, where the catalog says so, on each wall', async () => {
    for (const caller of FACTS_CALLERS.filter(
      ({ role, unit: { agreements } }) => role === 'DEPARTMENT' && agreements === 'NONE',
    )) {
      const { unit: own, purposeStated, caseStated, matterNamed } = caller;
      const inDuty = purposeStated && caseStated && (own.duties === 'ONE' || (own.duties === 'SEVERAL' && matterNamed));
      const whole = ITEMS.filter(
        ({ code, published, sharing }) =>
          inDuty && published && sharing === 'SHARED_IDENTIFIED' && identified(own.duties, code),
      ).map(({ code }) => code);
      const as = sessionOf(caller);
      expect([...(await scopeIn(facts.database, snapshots, as)).whole].sort()).toEqual(whole.sort());
      const statement = { name: 'identified', text: 'select unnest(control.items_identified()) as code order by 1' };
      const rows = await facts.database.execute<{ code: string }>(as, 'department', statement, []);
      expect(rows.map(({ code }) => code).sort()).toEqual(whole);
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
