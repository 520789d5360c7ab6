/** Key by which the gateway collects the parts of an answer to a permit desk: the subject, and the calling department's duty for the matter. */

import { type Guard, gatewayOnly } from '../authorization/policy.ts';
import type { Context, Duty } from '../request/context.ts';
import { textKey } from '../request/subjects/representations.ts';

export interface MatterKey {
  /** `subject.p.duty` for a person, `subject.o.duty` for an organization; subject and duty are ids. */
  readonly key: string;
}

export interface MatterQuestion {
  readonly subjectId: string;
  readonly duty: Duty;
}

export const matterKey = (subjectId: string, personal: boolean, duty: Duty): string =>
  `${subjectId}.${personal ? 'p' : 'o'}.${duty.id}`;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const KEY = new RegExp(`^(${UUID})\\.([po])\\.(${UUID})$`);

/** The key as the gateway sends it; null where it is no string. */
export function matterReference({ key }: { readonly key: unknown }): MatterKey | null {
  const text = textKey(key);
  return text === null ? null : { key: text };
}

/** The subject and duty of a key, authorized again: a duty that does not cover the caller's purpose is not found, whatever the key says. */
export function questionOf(
  context: Context,
  key: unknown,
): (MatterQuestion & { readonly personal: boolean }) | undefined {
  const [, subjectId = '', kind, dutyId] = KEY.exec(textKey(key) ?? '') ?? [];
  const duty =
    context.caller.role === 'DEPARTMENT' && context.caller.caseReference !== null
      ? context.snapshot.grounds.nameable.find(({ id }) => id === dutyId)
      : undefined;
  return duty === undefined ? undefined : { subjectId, personal: kind === 'p', duty };
}

/** Guards for the parts that subgraphs pass to each other through the gateway. */
export const matterPartPolicy = <Part extends string>(part: Part): Record<'key' | Part, Guard> =>
  ({ key: gatewayOnly, [part]: gatewayOnly }) as Record<'key' | Part, Guard>;
