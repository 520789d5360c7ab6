/** Turns an identification number that a caller sends into a subject id. Reads no data. */
import { badInput } from '../../../schema/errors.ts';
import type { IdentifierType, SubjectKind } from '../../../schema/law/facts.ts';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';
import { inputMessages } from '../../../schema/messages/acts/inputs.ts';
import type { Platform } from '../context.ts';

export interface Identified {
  readonly id: string;
  readonly type: IdentifierType;
  /** Normalized. */
  readonly value: string;
  /** A natural person or a sole trader. */
  readonly personal: boolean;
  readonly kind: SubjectKind;
  /** Of a citizen number; else null. */
  readonly birthDate: string | null;
}

/** Normalizes and checks a number. Throws BAD_USER_INPUT with the reason; the message never repeats the number. */
export function identify(
  platform: Platform,
  input: { readonly type: IdentifierType; readonly value: string },
): Identified {
  const checked = checkIdentifier(input.type, input.value, { unassignedRegions: platform.unassignedRegions });
  if (!checked.ok)
    throw badInput(
      `IDENTIFIER_${checked.reason}`,
      inputMessages.identifier({ en: checked.message, zh: checked.zh }),
      '19',
    );
  return {
    id: platform.secrets.subjectId(input.type, checked.value),
    type: input.type,
    value: checked.value,
    personal: checked.personal,
    kind: checked.subjectKind,
    birthDate: checked.birthDate ?? null,
  };
}
