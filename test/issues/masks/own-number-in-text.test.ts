import { expect, it } from 'vitest';
import type { CheckedRecord } from '../../../subgraphs/public-credit/intake/check.ts';
import { opened } from '../../opened.ts';

/** A document number of no known shape, and an address of no known shape, stayed in free text though they are the subject's own. */
it('A23.4 what is known of a person is masked wherever the text repeats it', () => {
  const subject = {
    personal: true,
    type: 'OTHER_DOCUMENT',
    value: 'AB-2004-77',
    name: '伊万',
    phone: '8-914-555',
    address: '东宁一号',
    birthDate: null,
  };
  const item = { recordType: 'AdministrativePenalty', elements: [{ name: 'facts', personal: null }] };
  const open = (personal: boolean) =>
    opened({
      item,
      subject: { ...subject, personal },
      content: { facts: '伊万（证件AB-2004-77，电话8-914-555，住东宁一号）' },
    } as unknown as CheckedRecord).facts;
  expect(open(true)).toBe('伊*（证件A********，电话********，住****）');
  // The name and the seat of an organization stay. Whose the numbers are, the words before them say.
  expect(open(false)).toBe('伊万（证件A********，电话********，住东宁一号）');
});
