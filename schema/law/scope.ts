/**
 * The scope: what a caller may see, as lists of item codes that SQL can filter by. It is computed from the rules: each item is decided for
 * the few kinds of subject that SQL distinguishes, and the results are collected into the lists.
 */
import { decide, type Verdict } from './decision.ts';
import type { CallerRelation, Facts, Openness, Role, Sharing } from './facts.ts';
import { RULES } from './rules/rules.ts';

export interface ScopeItem {
  readonly code: string;
  readonly published: boolean;
  readonly openness: Openness;
  readonly sharing: Sharing;
  /** Elements whose openness is narrower than the item's: element to openness. */
  readonly tightened: Readonly<Record<string, Openness>>;
}

/** The caller of a scope. Only a subject has an id by which rows are its own. */
type ScopeCaller =
  | { readonly role: 'SUBJECT'; readonly self: string | null }
  | { readonly role: Exclude<Role, 'SUBJECT'>; readonly self: null };

/** What a caller is entitled to on the day: its role, and the agreements and duties that cover its purpose. */
export type Entitlements = ScopeCaller & {
  readonly purposeStated: boolean;
  readonly caseStated: boolean;
  readonly agreementInForce: boolean;
  readonly purposeAgreed: boolean;
  readonly agreedItems: ReadonlySet<string>;
  readonly dutyRegistered: boolean;
  /** One matter is left among the duties under the purpose. Where it is not, no duty opens anything. */
  readonly matterStated: boolean;
  readonly dutyItems: ReadonlySet<string>;
  /** Items of duties for which the caller sees identities unmasked. */
  readonly identifiedItems: ReadonlySet<string>;
};

/** The caller as one with this id, which counts for a subject alone. */
export const callerOf = (role: Role, self: string | null): ScopeCaller =>
  role === 'SUBJECT' ? { role, self } : { role, self: null };

export interface ItemVerdicts {
  readonly organization: Verdict;
  readonly person: Verdict;
  readonly authorizedPerson: Verdict;
}

/** Verdicts on an element whose openness is narrower than its item's, in a row that the caller may see. */
export interface ElementVerdicts {
  readonly organization: Verdict;
  readonly person: Verdict;
}

/** Lists of item codes by which SQL filters displayed rows. `self` adds the rows about the caller itself. */
export interface Scope {
  readonly self: string | null;
  /** Visible about any subject. */
  readonly anySubject: readonly string[];
  /** Visible only about organizations that are not sole traders. */
  readonly organizations: readonly string[];
  /** Visible about natural persons and sole traders who authorized the caller. */
  readonly authorizedPersons: readonly string[];
  /** Items whose personal information the caller sees unmasked (Article 22, identified duty). */
  readonly whole: readonly string[];
  readonly items: ReadonlyMap<string, ItemVerdicts>;
  /** Verdicts on elements whose openness is narrower than their item's: item to element to verdicts. */
  readonly elements: ReadonlyMap<string, ReadonlyMap<string, ElementVerdicts>>;
}

/** Whom a record is about, and its display. `subjectId` is null where only the kind of subject is asked for: then it is another than the caller. */
export interface About extends Pick<Facts, 'personal' | 'authorized' | 'display'> {
  readonly subjectId: string | null;
}

const relationOf = ({ role, self }: ScopeCaller, subjectId: string | null): CallerRelation =>
  role === 'SUBJECT'
    ? { role, relation: self !== null && self === subjectId ? 'SELF' : 'OTHER' }
    : { role, relation: 'OTHER' };

/** The facts of one item for one subject or kind of subject, as if a record existed. */
export function factsOf(
  entitlements: Entitlements,
  item: Pick<ScopeItem, 'code' | 'published' | 'openness' | 'sharing'>,
  { subjectId, personal, authorized, display }: About,
): Facts {
  return {
    ...relationOf(entitlements, subjectId),
    personal,
    authorized,
    display,
    item,
    purposeStated: entitlements.purposeStated,
    caseStated: entitlements.caseStated,
    agreement: {
      inForce: entitlements.agreementInForce,
      purposeAgreed: entitlements.purposeAgreed,
      itemAgreed: entitlements.agreedItems.has(item.code),
    },
    duty: {
      registered: entitlements.dutyRegistered,
      matterStated: entitlements.matterStated,
      itemCovered: entitlements.dutyItems.has(item.code),
    },
  };
}

const ABOUT = {
  organization: { subjectId: null, personal: false, authorized: false, display: 'DISPLAYED' },
  person: { subjectId: null, personal: true, authorized: false, display: 'DISPLAYED' },
  authorizedPerson: { subjectId: null, personal: true, authorized: true, display: 'DISPLAYED' },
} as const;

const verdictsOf = (entitlements: Entitlements, item: Omit<ScopeItem, 'tightened'>): ItemVerdicts => ({
  organization: decide(RULES, factsOf(entitlements, item, ABOUT.organization)),
  person: decide(RULES, factsOf(entitlements, item, ABOUT.person)),
  authorizedPerson: decide(RULES, factsOf(entitlements, item, ABOUT.authorizedPerson)),
});

const allows = (verdict: Verdict): boolean => verdict.effect === 'allow';

/** Compiles the scope of a caller once a request. */
export function scopeOf(entitlements: Entitlements, items: Iterable<ScopeItem>): Scope {
  const anySubject: string[] = [];
  const organizations: string[] = [];
  const authorizedPersons: string[] = [];
  const whole: string[] = [];
  const verdicts = new Map<string, ItemVerdicts>();
  const elements = new Map<string, Map<string, ElementVerdicts>>();
  for (const item of items) {
    const found = verdictsOf(entitlements, item);
    verdicts.set(item.code, found);
    if (allows(found.person) && allows(found.organization)) anySubject.push(item.code);
    else {
      if (allows(found.organization)) organizations.push(item.code);
      if (allows(found.authorizedPerson)) authorizedPersons.push(item.code);
    }
    if (item.sharing === 'SHARED_IDENTIFIED' && entitlements.identifiedItems.has(item.code) && allows(found.person))
      whole.push(item.code);
    for (const [element, openness] of Object.entries(item.tightened)) {
      const narrower = verdictsOf(entitlements, { ...item, openness });
      // Where the caller sees the row without an authorization, the element is decided without one. Where it saw the row by authorization, the
      // authorization counts for the element too.
      const person = allows(found.person) ? narrower.person : narrower.authorizedPerson;
      const closed = elements.get(item.code) ?? new Map<string, ElementVerdicts>();
      elements.set(item.code, closed.set(element, { organization: narrower.organization, person }));
    }
  }
  return { self: entitlements.self, anySubject, organizations, authorizedPersons, whole, items: verdicts, elements };
}

/** The columns of a row that the scope filters by. */
export interface ScopedRow {
  readonly subjectId: string;
  readonly personal: boolean;
  readonly item: string;
  readonly display: Facts['display'];
  /** Whether the subject authorized the caller for purpose and item. */
  readonly authorized: boolean;
}

/** The SQL condition in TypeScript. A property test compares it with `decide`, a database test with the SQL. */
export function visible(scope: Scope, row: ScopedRow): boolean {
  if (row.display === 'ARCHIVED') return false;
  if (scope.self !== null && row.subjectId === scope.self) return true;
  if (row.display !== 'DISPLAYED') return false;
  if (scope.anySubject.includes(row.item)) return true;
  return row.personal
    ? row.authorized && scope.authorizedPersons.includes(row.item)
    : scope.organizations.includes(row.item);
}
