import { expect, it } from 'vitest';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';

const taken = (value: string): string => {
  const checked = checkIdentifier('OTHER_DOCUMENT', value, { unassignedRegions: 'allow' });
  return checked.ok ? checked.value : checked.reason;
};

/** Letters that are read for digits made another document of a citizen number. */
it('A19.1 case 79: a citizen number with O for 0 and I for 1 is no other document', () => {
  expect(taken('239999199OO3O7OO16')).toBe('CONFUSABLE');
});
