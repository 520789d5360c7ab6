/**
 * Items, subjects, units and rows for every combination of facts that can be held in tables. Wherever a fact is missing, what comes nearest to it is
 * there: an edition of tomorrow, an agreement that ended, an authorization for another party.
 */
import { type Facts, OPENNESS, type Openness, SHARING, type Sharing, type UnitKind } from '../../schema/law/facts.ts';
import { DISPLAYS } from './combinations.ts';

/** The days of the tests around their today. */
export const TODAY = '2026-11-20';
export const YESTERDAY = '2026-11-19';
export const TOMORROW = '2026-11-21';

/** The purpose that callers state, and another. */
export const PURPOSE = 'P';
export const OTHER_PURPOSE = 'Q';
/** The matter that callers state, and another. */
export const MATTER = 'M1';
export const OTHER_MATTER = 'M2';

/** The unit that delivers every row. */
export const WRITER = 'WRITER';

export interface Edition {
  readonly openness: Openness;
  readonly sharing: Sharing;
  readonly publishedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
}

export interface HeldItem {
  readonly code: string;
  readonly openness: Openness;
  readonly sharing: Sharing;
  readonly published: boolean;
  /** In the agreements for the stated purpose. */
  readonly agreed: boolean;
  /** In the duties of the stated matter. */
  readonly covered: boolean;
  readonly editions: readonly Edition[];
}

const since = (from: string, kind: Pick<Edition, 'openness' | 'sharing'>, until: string | null = null): Edition => ({
  ...kind,
  publishedOn: from,
  effectiveFrom: from,
  effectiveUntil: until,
});
const OLD = '2020-01-01';
const WIDEST = { openness: 'UNCONDITIONAL', sharing: 'SHARED_IDENTIFIED' } as const;

/** Editions of an item that is in force today, and of one that is not (Articles 7 and 18). */
const PUBLISHED: readonly ((kind: Pick<Edition, 'openness' | 'sharing'>) => Edition[])[] = [
  (kind) => [since(OLD, kind)],
  (kind) => [since(OLD, kind, TODAY)],
  // It replaces a wider one from today.
  (kind) => [since(OLD, WIDEST), since(TODAY, kind)],
  // A wider one is published and begins tomorrow.
  (kind) => [since(OLD, kind), { ...since(TOMORROW, WIDEST), publishedOn: OLD }],
];
const UNPUBLISHED: typeof PUBLISHED = [
  () => [],
  (kind) => [{ ...since(TOMORROW, kind), publishedOn: OLD }],
  (kind) => [since(OLD, kind, YESTERDAY)],
  // The edition that an ended one replaced does not come back.
  (kind) => [since(OLD, WIDEST), since('2024-01-01', kind, YESTERDAY)],
];

const BOTH = [false, true] as const;

export const ITEMS: readonly HeldItem[] = BOTH.flatMap((published) =>
  OPENNESS.flatMap((openness) =>
    SHARING.flatMap((sharing) =>
      BOTH.flatMap((agreed) => BOTH.map((covered) => ({ published, openness, sharing, agreed, covered }))),
    ),
  ),
).map((item, index) => {
  const forms = item.published ? PUBLISHED : UNPUBLISHED;
  const editions = forms[(index + Math.floor(index / forms.length)) % forms.length]?.(item) ?? [];
  return { ...item, code: `I${index}`, editions };
});

/** A UUID that says what it is of. */
const uuid = (table: string, index: number): string =>
  `00000000-0000-4000-8${table.padStart(3, '0')}-${String(index).padStart(12, '0')}`;

export interface HeldSubject {
  readonly id: string;
  readonly kind: 'NATURAL_PERSON' | 'LEGAL_PERSON' | 'UNINCORPORATED_ORGANIZATION';
  readonly personal: boolean;
  /** Whether it authorized every party for the stated purpose and all items; else it authorized all but that. */
  readonly authorizes: boolean;
}

/** Natural persons, sole traders and organizations, of each one that authorized and one that did not. */
export const SUBJECTS: readonly HeldSubject[] = (
  [
    ['LEGAL_PERSON', false],
    ['NATURAL_PERSON', true],
    ['UNINCORPORATED_ORGANIZATION', true],
  ] as const
)
  .flatMap(([kind, personal]) => BOTH.map((authorizes) => ({ kind, personal, authorizes })))
  .map((subject, index) => ({ ...subject, id: uuid('1', index) }));

export const AGREEMENTS = ['NONE', 'OTHER_PURPOSE', 'PURPOSE'] as const;
export const DUTIES = ['NONE', 'SEVERAL', 'ONE'] as const;

export interface HeldUnit {
  readonly code: string;
  readonly kinds: readonly UnitKind[];
  readonly agreements: (typeof AGREEMENTS)[number];
  readonly duties: (typeof DUTIES)[number];
}

/** No unit both keeps the platform and is served by it, so that each state has two units for the nine roles. */
export const KINDS: readonly (readonly UnitKind[])[] = [
  ['PARTY', 'COLLECTOR', 'PROVIDER', 'DEPARTMENT'],
  ['OPERATOR', 'AUTHORITY'],
];

export const UNITS: readonly HeldUnit[] = KINDS.flatMap((kinds) =>
  AGREEMENTS.flatMap((agreements) =>
    DUTIES.map((duties) => ({ code: `U-${kinds[0]}-${agreements}-${duties}`, kinds, agreements, duties })),
  ),
);

/** A row of a table about subjects. All four tables hold the same. */
export interface HeldRow {
  readonly id: string;
  readonly index: number;
  readonly subject: HeldSubject;
  readonly item: HeldItem;
  /** The fact: what the day makes of the stored display and its last day. */
  readonly fact: Facts['display'];
  readonly display: Facts['display'];
  readonly displayedUntil: string | null;
}

const NOT_OVER = [null, TODAY, TOMORROW] as const;
/** Three ways in which the display of a row can be over (Article 37). */
const OVER = [
  { display: 'ARCHIVED', displayedUntil: TOMORROW },
  { display: 'DISPLAYED', displayedUntil: YESTERDAY },
  { display: 'HIDDEN', displayedUntil: YESTERDAY },
] as const;

export const ROWS: readonly HeldRow[] = SUBJECTS.flatMap((subject, s) =>
  ITEMS.flatMap((item, i) =>
    DISPLAYS.map((fact) => {
      const turn = (s + i) % 3;
      const stored = fact === 'ARCHIVED' ? OVER[turn] : { display: fact, displayedUntil: NOT_OVER[turn] ?? null };
      return { subject, item, fact, ...(stored ?? OVER[0]) };
    }),
  ),
).map((row, index) => ({ ...row, index, id: uuid('2', index) }));

/** An id of a control row. */
export const controlId = (index: number): string => uuid('3', index);
