/** Worlds and callers at random, for the properties of decision and scope. */
import fc from 'fast-check';
import { ACTIVITIES, OPENNESS, ROLES, SHARING } from '../../schema/law/facts.ts';
import { callerOf, type Entitlements, type ScopedRow, type ScopeItem } from '../../schema/law/scope.ts';

const CODES = ['A', 'B', 'C', 'D'] as const;
const SUBJECTS = ['s1', 's2', 's3'] as const;

export const items: fc.Arbitrary<ScopeItem[]> = fc
  .uniqueArray(
    fc.record({
      code: fc.constantFrom(...CODES),
      published: fc.boolean(),
      openness: fc.constantFrom(...OPENNESS),
      sharing: fc.constantFrom(...SHARING),
      tightened: fc.constant({}),
    }),
    { selector: (item) => item.code, minLength: 1 },
  )
  .map((list) => [...list]);

const codes = fc.subarray([...CODES]).map((list) => new Set<string>(list));

/** Standings that can be: nothing is agreed without an agreement, no duty item without a duty in one matter. */
export const entitlementsOfCallers: fc.Arbitrary<Entitlements> = fc
  .record({
    role: fc.constantFrom(...ROLES),
    self: fc.constantFrom(...SUBJECTS),
    purposeStated: fc.boolean(),
    caseStated: fc.boolean(),
    agreementInForce: fc.boolean(),
    purposeAgreed: fc.boolean(),
    agreedItems: codes,
    dutyRegistered: fc.boolean(),
    matterStated: fc.boolean(),
    dutyItems: codes,
    identifiedItems: codes,
    activity: fc.constantFrom(...ACTIVITIES),
  })
  .map(({ activity: _activity, role, self, ...drawn }) => ({
    ...drawn,
    ...callerOf(role, self),
    purposeAgreed: drawn.agreementInForce && drawn.purposeAgreed && drawn.purposeStated,
    agreedItems:
      drawn.agreementInForce && drawn.purposeAgreed && drawn.purposeStated ? drawn.agreedItems : new Set<string>(),
    dutyItems: drawn.dutyRegistered && drawn.matterStated ? drawn.dutyItems : new Set<string>(),
    identifiedItems: drawn.dutyRegistered && drawn.matterStated ? drawn.identifiedItems : new Set<string>(),
  }));

export const rows: fc.Arbitrary<ScopedRow> = fc.record({
  subjectId: fc.constantFrom(...SUBJECTS),
  personal: fc.boolean(),
  item: fc.constantFrom(...CODES),
  display: fc.constantFrom('DISPLAYED', 'HIDDEN', 'ARCHIVED'),
  authorized: fc.boolean(),
});
