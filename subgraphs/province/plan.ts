/** The plan: the changes of a file as they are shown, and as a server hands them to a command. */
import type { Localized } from '../../schema/localized.ts';
import type { Change, Touched } from './compare/change.ts';
import type { Path, Place } from './read.ts';

export interface PlannedChange extends Place {
  readonly section: Change['section'];
  readonly act: Change['act'];
  readonly what: string;
  readonly takes: boolean;
  readonly signedBy: Change['signedBy'];
  readonly touches: Touched;
  readonly notes: readonly Localized[];
}

export interface Plan {
  readonly changes: readonly PlannedChange[];
  /** Nobody has signed yet: the first file makes the operator and the authority, and publishes without a token. */
  readonly first: boolean;
  /** How many take a basis from somebody, and how many the authority signs. */
  readonly taking: number;
  readonly unsigned: number;
  /** Of file and changes: two plans with one digest do the same. */
  readonly digest: string;
  /** SHA-256 of the file. */
  readonly hash: string;
}

export function planOf(
  changes: readonly Change[],
  { placeOf, ...plan }: Pick<Plan, 'first' | 'digest' | 'hash'> & { readonly placeOf: (path: Path) => Place },
): Plan {
  return {
    ...plan,
    changes: changes.map(({ section, act, what, takes, signedBy, touches, notes, path }) => ({
      ...placeOf(path),
      section,
      act,
      what,
      takes,
      signedBy,
      touches,
      notes,
    })),
    taking: changes.filter(({ takes }) => takes).length,
    unsigned: changes.filter(({ signedBy }) => signedBy === 'AUTHORITY').length,
  };
}
