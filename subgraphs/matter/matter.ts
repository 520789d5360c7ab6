/** Key by which the gateway collects the parts of an answer to a permit desk: the subject, and the calling department's duty for the matter. */

import { type Guard, gatewayOnly } from '../authorization/policy.ts';
import type { Context, Duty } from '../request/context.ts';
import { closeId, isId, type Known, openId, textKey } from '../request/subjects/representations.ts';

export interface MatterKey {
  /** `subject.duty`: ids, that of a person as the department knows it. */
  readonly key: string;
}

export interface MatterQuestion {
  readonly subjectId: string;
  readonly duty: Duty;
}

export const matterKey = (context: Known, subjectId: string, personal: boolean, duty: Duty): string =>
  `${closeId(context, 'SUBJECT', subjectId, { personal })}.${duty.id}`;

const KEY = /^([\w-]+)\.([\w-]+)$/;

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
  const [, subject, dutyId] = KEY.exec(textKey(key) ?? '') ?? [];
  const duty =
    context.caller.role === 'DEPARTMENT' && context.caller.caseReference !== null
      ? context.snapshot.grounds.nameable.find(({ id }) => id === dutyId)
      : undefined;
  if (duty === undefined) return undefined;
  return { subjectId: openId(context, 'SUBJECT', subject), personal: !isId(subject), duty };
}

/** Guards for the parts that subgraphs pass to each other through the gateway. */
export const matterPartPolicy = <Part extends string>(part: Part): Record<'key' | Part, Guard> =>
  ({ key: gatewayOnly, [part]: gatewayOnly }) as Record<'key' | Part, Guard>;
