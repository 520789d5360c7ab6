/** Subjects as the caller names them to watch or unwatch. */

import { badInput } from '../../../../schema/errors.ts';
import { BATCH_SIZES } from '../../../../schema/law/asking/batch-sizes.ts';
import type { IdentifierType } from '../../../../schema/law/facts.ts';
import { sizeMessages } from '../../../../schema/messages/acts/inputs.ts';
import type { Context } from '../../../request/context.ts';
import { type Identified, identify } from '../../../request/subjects/identify.ts';

const SUBJECTS_MAX = BATCH_SIZES.watched;

export interface Identifier {
  readonly type: IdentifierType;
  readonly value: string;
}

export function checkSize(subjects: readonly Identifier[]): void {
  if (subjects.length > SUBJECTS_MAX) throw badInput('BATCH_SIZE', sizeMessages.watched(subjects.length, SUBJECTS_MAX));
}

/** Each identifier as a subject, or the reason why it is invalid. */
export function identified(
  context: Context,
  subjects: readonly Identifier[],
): (Identified | { readonly reason: string })[] {
  return subjects.map((subject) => {
    try {
      return identify(context.platform, subject);
    } catch (error) {
      const { extensions } = error as { extensions?: { reason?: string } };
      return { reason: extensions?.reason ?? 'IDENTIFIER' };
    }
  });
}
