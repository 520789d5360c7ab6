/** Agreements, duties and authorizations of the held units: what each state has, and what comes nearest to it and does not reach. */
import {
  controlId,
  ITEMS,
  MATTER,
  OTHER_MATTER,
  OTHER_PURPOSE,
  PURPOSE,
  type SUBJECTS,
  TODAY,
  TOMORROW,
  UNITS,
  YESTERDAY,
} from './held-facts.ts';

export const NOON = `${TODAY}T12:00:00+08:00`;

const ALL = ITEMS.map(({ code }) => code);
export const AGREED = ITEMS.filter(({ agreed }) => agreed).map(({ code }) => code);
const COVERED = ITEMS.filter(({ covered }) => covered).map(({ code }) => code);
/** In two halves: what several agreements or duties open together counts as well. */
const halves = (codes: readonly string[]): readonly (readonly string[])[] => [
  codes.filter((_, index) => index % 2 === 0),
  codes.filter((_, index) => index % 2 === 1),
];

export const AGREEMENT = {
  items: ALL,
  purposes: [PURPOSE],
  valid_from: YESTERDAY,
  valid_until: TOMORROW,
  daily_quota: 1_000,
  concluded_at: NOON,
  ended_at: null as string | null,
  state: 'IN_FORCE',
};
/** Agreements that are not in force: each unit has them all. */
const NOT_IN_FORCE: readonly Partial<typeof AGREEMENT>[] = [
  { valid_until: YESTERDAY },
  { valid_from: TOMORROW },
  { ended_at: NOON },
  { state: 'SUSPENDED' },
];
const AGREEMENTS_OF: Readonly<Record<(typeof UNITS)[number]['agreements'], readonly Partial<typeof AGREEMENT>[]>> = {
  NONE: [],
  OTHER_PURPOSE: [{ purposes: [OTHER_PURPOSE] }],
  PURPOSE: [
    // It ends today, the other begins today.
    { items: [...(halves(AGREED)[0] ?? [])], valid_until: TODAY },
    { items: [...(halves(AGREED)[1] ?? [])], valid_from: TODAY },
    { purposes: [OTHER_PURPOSE] },
  ],
};
export const agreements = () =>
  UNITS.flatMap(({ code, agreements: state }) =>
    [...NOT_IN_FORCE, ...AGREEMENTS_OF[state]].map((one) => ({ party: code, ...AGREEMENT, ...one })),
  ).map((one, index) => ({ id: controlId(index), ...one }));

export const DUTY = {
  matter: MATTER,
  activity: 'ADMINISTRATIVE_MANAGEMENT',
  items: COVERED,
  identified: false,
  registered_at: NOON,
  ended_at: null as string | null,
};
/** Duties that are not for the stated purpose, or no longer: each unit has them all. */
const NO_DUTY: readonly Partial<typeof DUTY>[] = [
  { ended_at: NOON, items: ALL },
  { ended_at: NOON, matter: OTHER_MATTER, items: ALL },
  { activity: 'PUBLIC_FUNDING', matter: 'M3', items: ALL },
];
const DUTIES_OF: Readonly<Record<(typeof UNITS)[number]['duties'], readonly Partial<typeof DUTY>[]>> = {
  NONE: [],
  SEVERAL: [{ identified: true }, { matter: OTHER_MATTER, items: ALL }],
  ONE: halves(COVERED).map((half, index) => ({ items: [...half], identified: index === 0 })),
};
/** Whether the duties of the stated matter let see who a person is, for an item: one half of them does where there are two. */
export const identified = (state: (typeof UNITS)[number]['duties'], code: string): boolean =>
  state !== 'NONE' && (state === 'ONE' ? (halves(COVERED)[0] ?? []) : COVERED).includes(code);

export const duties = () =>
  UNITS.flatMap(({ code, duties: state }) =>
    [...NO_DUTY, ...DUTIES_OF[state]].map((one) => ({ department: code, ...DUTY, ...one })),
  ).map((one, index) => ({ id: controlId(index), ...one }));

export const GRANT = {
  items: ALL,
  purposes: [PURPOSE],
  valid_from: TODAY,
  valid_until: TODAY,
  maximum_uses: 2 as number | null,
  uses: 1,
  granted_at: NOON,
  revoked_at: null as string | null,
};
/** Authorizations that do not reach, one reason each. */
const NOT_AUTHORIZING: readonly Partial<typeof GRANT & { party: string }>[] = [
  { party: 'ANOTHER' },
  { items: ['ANOTHER'] },
  { purposes: [OTHER_PURPOSE] },
  { valid_from: YESTERDAY, valid_until: YESTERDAY },
  { valid_from: TOMORROW, valid_until: TOMORROW },
  { revoked_at: NOON },
  { uses: 2 },
];
export const grantsOf = (subject: (typeof SUBJECTS)[number], first: number) =>
  UNITS.flatMap(({ code }) =>
    [...NOT_AUTHORIZING, ...(subject.authorizes ? [{}] : [])].map((one) => ({ party: code, ...GRANT, ...one })),
  ).map((one, index) => ({ id: controlId(first + index), subject_id: subject.id, ...one }));
