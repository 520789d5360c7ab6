import { expect, it } from 'vitest';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';

const taken = (value: string): string => {
  const checked = checkIdentifier('OTHER_DOCUMENT', value, { unassignedRegions: 'allow' });
  return checked.ok ? checked.value : checked.reason;
};

/** A hyphen made another subject of the same passport: what is held under one spelling is not found under the other. */
it('A19.1 a document is one subject however its number is set apart', () => {
  for (const spelling of ['E-12345678', 'e12345678', 'Ｅ１２３４５６７８', 'E1234-5678'])
    expect(taken(spelling)).toBe('E12345678');
});
