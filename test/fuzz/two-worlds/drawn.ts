/** What a run of the property draws. */
import fc from 'fast-check';
import { happening, LATER } from './later-things.ts';
import type { Kind } from './subjects.ts';
import { VISIBLE } from './visible-things.ts';
import type { Withheld } from './withheld.ts';
import { BY_ITSELF } from './withheld-by-itself.ts';
import { DECISIONS } from './withheld-decisions.ts';
import { RECORDS } from './withheld-records.ts';
import { RIGHTS } from './withheld-rights.ts';

export const WITHHELD: Readonly<Record<string, Withheld>> = { ...RECORDS, ...DECISIONS, ...RIGHTS, ...BY_ITSELF };

export function withheldCalled(thing: string): Withheld {
  const withheld = WITHHELD[thing];
  if (withheld === undefined) throw new Error(`Nothing withheld is called ${thing}.`);
  return withheld;
}

/** What a run of the property draws. Callers and writes are numbers, so that each fits whatever was drawn before it. */
export interface Drawn {
  readonly thing: string;
  readonly kind: Kind;
  readonly visible: readonly string[];
  /** Numbers of what happens in both worlds after. */
  readonly later: readonly number[];
  readonly pick: number;
  readonly callers: readonly number[];
  readonly write: number;
}

/** Names of what both worlds may show beside the thing. */
const besides = ({ always = [], never = [] }: Withheld, kind: Kind): fc.Arbitrary<readonly string[]> =>
  fc
    .subarray(
      Object.keys(VISIBLE).filter((name) => VISIBLE[name]?.about.includes(kind) && !never.includes(name)),
      { maxLength: 3 },
    )
    .map((names) => [...new Set([...always, ...names])]);

export const drawn = (things: readonly string[]): fc.Arbitrary<Drawn> =>
  fc.constantFrom(...things).chain((thing) => {
    const withheld = withheldCalled(thing);
    return fc.constantFrom(...withheld.about).chain((kind) =>
      fc.record({
        thing: fc.constant(thing),
        kind: fc.constant(kind),
        visible: besides(withheld, kind),
        later: fc.array(fc.nat(99), { maxLength: 2 }),
        pick: fc.nat(11),
        callers: fc.array(fc.nat(999), { minLength: 1, maxLength: 3 }),
        write: fc.nat(999),
      }),
    );
  });

/** Each thing happens once, and nothing to a penalty after its basis was revoked. */
export function laterOf({ visible, later, thing }: Drawn): readonly string[] {
  const never = withheldCalled(thing).neverLater ?? [];
  const names = happening(visible).filter((name) => !never.includes(name));
  const chosen = new Set(later.map((at) => names[at % names.length] ?? ''));
  return [...chosen].sort((left, right) => Object.keys(LATER).indexOf(left) - Object.keys(LATER).indexOf(right));
}
