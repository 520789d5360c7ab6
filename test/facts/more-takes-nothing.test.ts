/** Whoever gets an agreement, duty, purpose, case or matter more sees no less: over the entitlements that are made of them. The one exception is named. */
import { expect, it } from 'vitest';
import type { Facts } from '../../schema/law/facts.ts';
import { type About, factsOf, type ScopeItem } from '../../schema/law/scope.ts';
import type { Directory } from '../../subgraphs/request/directory.ts';
import { type Asking, type EntitlementsRow, entitlementsOf } from '../../subgraphs/request/entitlements.ts';
import { lawful } from './law-by-articles.ts';

const DIRECTORY = {
  purposes: new Map([
    ['P', { code: 'P', activity: 'ADMINISTRATIVE_MANAGEMENT' }],
    ['Q', { code: 'Q', activity: 'PUBLIC_FUNDING' }],
  ]),
} as unknown as Directory;

const agreement = (id: string, purposes: string[], items: string[]) => ({ id, purposes, items });
const AGREEMENTS: EntitlementsRow['agreements'] = [
  agreement('one', ['P'], ['A']),
  agreement('two', ['P', 'Q'], ['B']),
  agreement('of another purpose', ['Q'], ['A', 'B']),
];
const duty = (
  id: string,
  matter: string,
  activity: 'ADMINISTRATIVE_MANAGEMENT' | 'PUBLIC_FUNDING',
  items: string[],
) => ({
  id,
  matter,
  activity,
  items,
  identified: false,
});
const DUTIES: EntitlementsRow['duties'] = [
  duty('one', 'M1', 'ADMINISTRATIVE_MANAGEMENT', ['A']),
  duty('two', 'M1', 'ADMINISTRATIVE_MANAGEMENT', ['B']),
  duty('of another matter', 'M2', 'ADMINISTRATIVE_MANAGEMENT', ['A']),
  duty('of another activity', 'M3', 'PUBLIC_FUNDING', ['A', 'B']),
];
const ITEMS: readonly ScopeItem[] = ['A', 'B', 'C'].flatMap((code) =>
  (['UNCONDITIONAL', 'AGREEMENT', 'SELF_ONLY'] as const).map((openness) => ({
    code,
    published: true,
    openness,
    sharing: 'SHARED',
    tightened: {},
  })),
);
const ABOUT: readonly About[] = [false, true].flatMap((personal) =>
  [false, true].map((authorized) => ({ subjectId: null, personal, authorized, display: 'DISPLAYED' })),
);

/** A caller and what it has: each a part of the lists above, as bits. */
interface State {
  readonly role: 'PARTY' | 'DEPARTMENT';
  readonly agreements: number;
  readonly duties: number;
  readonly purpose: 'P' | null;
  readonly caseStated: boolean;
  readonly matter: 'M1' | 'M2' | null;
}

const chosen = <One>(list: readonly One[], bits: number): One[] => list.filter((_, bit) => (bits & (1 << bit)) !== 0);

/** What the law opens to it, item and subject; the reason of an error where the request itself is refused. */
function seen({ role, agreements, duties, purpose, caseStated, matter }: State): ReadonlySet<string> | string {
  const asking: Asking = { role, unit: 'U', purpose, matter: role === 'DEPARTMENT' ? matter : null, caseStated };
  const row: EntitlementsRow = {
    version: '1',
    unit: { kinds: [role], endedOn: null },
    agreements: role === 'PARTY' ? chosen(AGREEMENTS, agreements) : [],
    duties: role === 'DEPARTMENT' ? chosen(DUTIES, duties) : [],
  };
  try {
    const { entitlements } = entitlementsOf(row, asking, DIRECTORY);
    return new Set(
      ITEMS.flatMap((item) =>
        ABOUT.flatMap((about) => {
          const facts: Facts = factsOf(entitlements, item, about);
          return lawful(facts) === 'allow' ? [`${item.code} ${item.openness} ${JSON.stringify(about)}`] : [];
        }),
      ),
    );
  } catch (error) {
    return (error as { extensions: { reason: string } }).extensions.reason;
  }
}

const STATES: readonly State[] = (['PARTY', 'DEPARTMENT'] as const).flatMap((role) =>
  Array.from({ length: role === 'PARTY' ? 1 << AGREEMENTS.length : 1 << DUTIES.length }, (_, bits) => bits).flatMap(
    (bits) =>
      (['P', null] as const).flatMap((purpose) =>
        [false, true].flatMap((caseStated) =>
          (['M1', 'M2', null] as const).map((matter) => ({
            role,
            agreements: role === 'PARTY' ? bits : 0,
            duties: role === 'DEPARTMENT' ? bits : 0,
            purpose,
            caseStated,
            matter,
          })),
        ),
      ),
  ),
);

/** The states that have one thing more, each with its name. */
function more(state: State): (readonly [string, State])[] {
  const found: (readonly [string, State])[] = [];
  for (const bit of AGREEMENTS.keys())
    if (state.role === 'PARTY' && (state.agreements & (1 << bit)) === 0)
      found.push(['agreement', { ...state, agreements: state.agreements | (1 << bit) }]);
  for (const bit of DUTIES.keys())
    if (state.role === 'DEPARTMENT' && (state.duties & (1 << bit)) === 0)
      found.push(['duty', { ...state, duties: state.duties | (1 << bit) }]);
  if (state.purpose === null) found.push(['purpose', { ...state, purpose: 'P' }]);
  if (!state.caseStated) found.push(['case', { ...state, caseStated: true }]);
  if (state.matter === null) for (const matter of ['M1', 'M2'] as const) found.push(['matter', { ...state, matter }]);
  return found;
}

/** Matters in which the department has a duty under the stated purpose. */
const mattersOf = ({ duties }: State): Set<string> =>
  new Set(chosen(DUTIES, duties).flatMap(({ matter, activity }) => (activity === 'PUBLIC_FUNDING' ? [] : [matter])));

it('A22.1 A23.2 an agreement, duty, purpose, case or matter more takes nothing away, but a duty in a second matter until the matter is named', () => {
  let steps = 0;
  let exceptions = 0;
  for (const state of STATES) {
    const before = seen(state);
    if (typeof before === 'string') continue;
    for (const [step, wider] of more(state)) {
      steps += 1;
      const after = seen(wider);
      if (typeof after === 'string') {
        // A matter that is none of its own is an error that names those that are, and not a thing withheld. A department that had no duty at all saw
        // nothing before the first one came, in another matter than the one it names.
        expect([after, mattersOf(wider).has(wider.matter ?? '')]).toEqual(['MATTER_UNKNOWN', false]);
        if (step !== 'matter') expect([step, before.size]).toEqual(['duty', 0]);
        continue;
      }
      const taken = [...before].filter((one) => !after.has(one));
      if (taken.length === 0) continue;
      exceptions += 1;
      // Article 22: sharing is for the performance of one duty. Which one is asked for must be said where there are two; then all is there again.
      expect([step, mattersOf(state).size, mattersOf(wider).size, wider.matter]).toEqual(['duty', 1, 2, null]);
      expect(after).toEqual(new Set());
      for (const matter of mattersOf(state)) {
        const named = seen({ ...wider, matter: matter as 'M1' | 'M2' });
        expect([...before].filter((one) => typeof named === 'string' || !named.has(one))).toEqual([]);
      }
    }
  }
  expect(steps).toBeGreaterThan(500);
  // With purpose and case, no matter named: to the three parts of the first matter's duties the second's, to that the one or the other of the first;
  // each with and without the duty of another activity.
  expect(exceptions).toBe((3 + 2) * 2);
});
