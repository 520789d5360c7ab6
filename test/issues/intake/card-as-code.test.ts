import { expect, it } from 'vitest';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';

/**
 * One foreign permanent residence card in 31 that begins with 91, 92 or 93 is right as a credit code. Sent as one it made a company of its holder, with
 * an open name, and a second subject. The numbers are made up: 9, province 11, nationality 156, birth, sequence, checks by ISO 7064 and GB 32100.
 */
it.each(['911156198501010338', '911156198501010426', '911156198501010514'])(
  'A19.1 A23.4 case 79: the card %s is no credit code',
  (value) => {
    const settings = { unassignedRegions: 'allow' } as const;
    expect(checkIdentifier('USCC', value, settings)).toMatchObject({ ok: false, reason: 'TYPE' });
    expect(checkIdentifier('CITIZEN_ID', value, settings)).toMatchObject({ ok: false, reason: 'TYPE' });
    expect(checkIdentifier('OTHER_DOCUMENT', value, settings)).toMatchObject({ ok: true, personal: true });
  },
);
