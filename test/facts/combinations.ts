/**
 * Every combination of facts that a rule can read, each with a number: role and relation, openness, sharing and display in the high digits, the eleven
 * booleans in the low bits. Made from the closed lists of the contract, so that a value that joins a list joins the proof.
 */
import { type CallerRelation, type Facts, OPENNESS, ROLES, SHARING } from '../../schema/law/facts.ts';

/** Ten pairs of role and relation: each role about another, and the subject about itself. */
export const CALLERS: readonly CallerRelation[] = [
  ...ROLES.map((role) => ({ role, relation: 'OTHER' }) as const),
  { role: 'SUBJECT', relation: 'SELF' },
];

/** From the widest to the narrowest, as the lists of the contract. */
export const DISPLAYS = ['DISPLAYED', 'HIDDEN', 'ARCHIVED'] as const satisfies readonly Facts['display'][];

/** The booleans, each at the bit of its place here. */
export const BOOLEANS = [
  'personal',
  'published',
  'purposeStated',
  'caseStated',
  'inForce',
  'purposeAgreed',
  'itemAgreed',
  'registered',
  'matterStated',
  'itemCovered',
  'authorized',
] as const;
export type BooleanFact = (typeof BOOLEANS)[number];

const BITS = BOOLEANS.length;
const TIERS = OPENNESS.length * SHARING.length * DISPLAYS.length;

/** How many combinations there are: 10 × 27 × 2^11 = 552 960. */
export const COMBINATIONS = (CALLERS.length * TIERS) << BITS;

const bitOf = (name: BooleanFact): number => 1 << BOOLEANS.indexOf(name);

/** The parts of a number. The tiers count from the widest. */
export interface Parts {
  readonly caller: number;
  readonly openness: number;
  readonly sharing: number;
  readonly display: number;
  readonly bits: number;
}

export function partsOf(number: number): Parts {
  const high = number >> BITS;
  return {
    caller: Math.floor(high / TIERS),
    openness: Math.floor(high / (SHARING.length * DISPLAYS.length)) % OPENNESS.length,
    sharing: Math.floor(high / DISPLAYS.length) % SHARING.length,
    display: high % DISPLAYS.length,
    bits: number & ((1 << BITS) - 1),
  };
}

export const numberOf = ({ caller, openness, sharing, display, bits }: Parts): number =>
  ((((caller * OPENNESS.length + openness) * SHARING.length + sharing) * DISPLAYS.length + display) << BITS) | bits;

const at = <Value>(list: readonly Value[], index: number): Value => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`There is no combination with the part ${index}.`);
  return found;
};

/** The facts of a number. */
export function factsAt(number: number): Facts {
  const { caller, openness, sharing, display, bits } = partsOf(number);
  const is = (name: BooleanFact): boolean => (bits & bitOf(name)) !== 0;
  return {
    ...at(CALLERS, caller),
    personal: is('personal'),
    item: { published: is('published'), openness: at(OPENNESS, openness), sharing: at(SHARING, sharing) },
    display: at(DISPLAYS, display),
    purposeStated: is('purposeStated'),
    caseStated: is('caseStated'),
    agreement: { inForce: is('inForce'), purposeAgreed: is('purposeAgreed'), itemAgreed: is('itemAgreed') },
    duty: { registered: is('registered'), matterStated: is('matterStated'), itemCovered: is('itemCovered') },
    authorized: is('authorized'),
  };
}

/** The booleans of facts as bits. */
export const bitsOf = (values: Readonly<Record<BooleanFact, boolean>>): number =>
  BOOLEANS.reduce((bits, name) => (values[name] ? bits | bitOf(name) : bits), 0);

/** A narrower fact, and the wider one without which it cannot be: nothing is agreed without an agreement, for no purpose, and so on. */
const WIDER: readonly (readonly [narrower: BooleanFact, wider: BooleanFact])[] = [
  ['purposeAgreed', 'inForce'],
  ['purposeAgreed', 'purposeStated'],
  ['itemAgreed', 'purposeAgreed'],
  ['registered', 'purposeStated'],
  ['matterStated', 'registered'],
  ['itemCovered', 'matterStated'],
  ['authorized', 'purposeStated'],
];

/** The same combination without each narrower fact whose wider one is missing. It is the combination itself where that can be. */
export function consistent(number: number): number {
  let weakened = number;
  for (const [narrower, wider] of WIDER)
    if ((weakened & bitOf(wider)) === 0 && (weakened & bitOf(narrower)) !== 0) weakened ^= bitOf(narrower);
  return weakened;
}

/** Whether it can be: no fact contradicts another. */
export const possible = (number: number): boolean => consistent(number) === number;

/** What a step adds to a combination, or widens of it. */
export const STEPS = [
  ...BOOLEANS.filter((name) => name !== 'personal'),
  'openness',
  'sharing',
  'display',
] as const satisfies readonly (BooleanFact | keyof Parts)[];
export type Step = Exclude<(typeof STEPS)[number], 'personal'>;

/** The combination with one fact more, or one degree wider; undefined where it has the fact, or is as wide as can be. */
export function widened(number: number, step: Step): number | undefined {
  if (step === 'openness' || step === 'sharing' || step === 'display') {
    const parts = partsOf(number);
    return parts[step] === 0 ? undefined : numberOf({ ...parts, [step]: parts[step] - 1 });
  }
  return (number & bitOf(step)) === 0 ? number | bitOf(step) : undefined;
}

/** In words, for tables and failures. */
export function inWords(number: number): string {
  const facts = factsAt(number);
  const { bits } = partsOf(number);
  const { openness, sharing } = facts.item;
  const held = BOOLEANS.filter((name) => (bits & bitOf(name)) !== 0);
  return [facts.role, facts.relation, openness, sharing, facts.display, ...held].join(' ');
}

/** How many of the booleans hold: the fewer, the smaller an example. */
export const size = (number: number): number => BOOLEANS.filter((name) => (number & bitOf(name)) !== 0).length;
