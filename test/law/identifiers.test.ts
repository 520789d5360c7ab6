import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdentifier, type IdentifierFault } from '../../schema/law/records/identifiers.ts';

const ALLOW = { unassignedRegions: 'allow', today: '2026-11-20' } as const;
const REFUSE = { unassignedRegions: 'refuse', today: '2026-11-20' } as const;
const MEI = '239999199003070016';

/** Check digit of a citizen number by the textbook: sum of digit × weight, mod 11. Written apart from the code. */
function citizen(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11];
}

const reason = (
  type: 'USCC' | 'CITIZEN_ID' | 'OTHER_DOCUMENT',
  raw: string,
  settings: typeof ALLOW | typeof REFUSE = ALLOW,
): IdentifierFault | 'ok' => {
  const checked = checkIdentifier(type, raw, settings);
  return checked.ok ? 'ok' : checked.reason;
};

describe('citizen numbers', () => {
  it('A19.1 a number with its right check digit is taken, with its date of birth', () => {
    expect(checkIdentifier('CITIZEN_ID', MEI, ALLOW)).toMatchObject({
      ok: true,
      value: MEI,
      personal: true,
      birthDate: '1990-03-07',
      subjectKind: 'NATURAL_PERSON',
    });
    // The example of GB 11643 itself.
    expect(reason('CITIZEN_ID', '11010519491231002X')).toBe('ok');
  });

  it('A19.1 every other last character and every other single digit is refused', () => {
    for (const last of '0123456789X')
      if (last !== '6') expect(reason('CITIZEN_ID', MEI.slice(0, 17) + last)).toBe('CHECK_DIGIT');
    for (let place = 0; place < 17; place += 1)
      for (const digit of '123456789')
        if (digit !== MEI[place])
          expect(reason('CITIZEN_ID', MEI.slice(0, place) + digit + MEI.slice(place + 1))).toBe('CHECK_DIGIT');
  });

  it('A19.1 a date that does not exist or lies ahead is refused though the check digit is right', () => {
    expect(reason('CITIZEN_ID', citizen('23999919490229001'))).toBe('DATE');
    expect(reason('CITIZEN_ID', citizen('23999920261121001'))).toBe('DATE');
    expect(reason('CITIZEN_ID', citizen('23999919920229088'))).toBe('ok');
  });

  it('A19.1 an old number of 15 digits is told that 18 are needed', () => {
    expect(checkIdentifier('CITIZEN_ID', '110105491231002', ALLOW)).toMatchObject({
      ok: false,
      reason: 'LENGTH',
      message: expect.stringContaining('18'),
    });
  });

  it('A19.1 a region that is not assigned is refused where samples are not wanted', () => {
    expect(reason('CITIZEN_ID', MEI, REFUSE)).toBe('REGION');
    expect(reason('CITIZEN_ID', citizen('99010519900307001'), REFUSE)).toBe('REGION');
    expect(reason('CITIZEN_ID', '11010519491231002X', REFUSE)).toBe('ok');
  });

  it('A19.1 adversarial 70: full-width, lower case and spaces around are normalized; what cannot be seen or only looks alike is refused', () => {
    expect(checkIdentifier('CITIZEN_ID', ' １１０１０５１９４９１２３１００２ｘ　', ALLOW)).toMatchObject({
      ok: true,
      value: '11010519491231002X',
    });
    for (const hidden of ['\u200b', '\u200d', '\u202e', '\ufeff', '\u00ad', '\u2060', '\0'])
      expect(reason('CITIZEN_ID', `${MEI.slice(0, 5)}${hidden}${MEI.slice(5)}`)).toBe('ZERO_WIDTH');
    // Cyrillic Х and Greek Χ look like the letter.
    expect(reason('CITIZEN_ID', '11010519491231002Х')).toBe('CONFUSABLE');
    expect(reason('CITIZEN_ID', '11010519491231002Χ')).toBe('CONFUSABLE');
    expect(reason('CITIZEN_ID', '١١٠١٠٥١٩٤٩١٢٣١٠٠٢X')).toBe('CONFUSABLE');
    expect(reason('CITIZEN_ID', '  ')).toBe('EMPTY');
  });

  it('A23.5 what is wrong is said without the number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 12, maxLength: 20 }), (raw) => {
        const checked = checkIdentifier('CITIZEN_ID', raw, ALLOW);
        if (!checked.ok) expect(checked.message).not.toContain(raw);
      }),
    );
  });
});

describe('uniform social credit codes', () => {
  const REAL = [
    '91110115MADNLH8U9J',
    '91310104MACE0YX639',
    '9134010039636984XR',
    '913205817986042831',
    '91230102127147106N',
  ];

  it.each(REAL)('A19.2 %s of a real company is taken, in lower case too', (code) => {
    expect(checkIdentifier('USCC', code, REFUSE)).toMatchObject({ ok: true, value: code, personal: false });
    expect(checkIdentifier('USCC', code.toLowerCase(), REFUSE)).toMatchObject({ ok: true, value: code });
  });

  it.each(REAL)('A19.2 %s with any other last character is refused', (code) => {
    for (const last of '0123456789ABCDEFGHJKLMNPQRTUWXY')
      if (last !== code[17]) expect(reason('USCC', code.slice(0, 17) + last)).toBe('CHECK_DIGIT');
  });

  it('A19.2 letters that the standard leaves out, a letter in the region, and other lengths are refused', () => {
    for (const letter of 'IOSVZ') expect(reason('USCC', `9111011${letter}MADNLH8U9J`)).toBe('CHARACTER');
    expect(reason('USCC', '911101A5MADNLH8U9J')).toBe('CHARACTER');
    expect(reason('USCC', '91110115MADNLH8U9')).toBe('LENGTH');
    // А is Cyrillic.
    expect(reason('USCC', '91110115MАDNLH8U9J')).toBe('CONFUSABLE');
  });

  it('A19.2 a sole trader counts as a person', () => {
    expect(checkIdentifier('USCC', '92239999MA5ABC059E', ALLOW)).toMatchObject({
      ok: true,
      soleTrader: true,
      personal: true,
    });
    expect(checkIdentifier('USCC', '91239999MA1ABC019L', ALLOW)).toMatchObject({
      ok: true,
      soleTrader: false,
      personal: false,
    });
    expect(reason('USCC', '91239999MA1ABC019L', REFUSE)).toBe('REGION');
  });
});

describe('other documents', () => {
  it('A19.1 another valid number is taken where there is no citizen number', () => {
    expect(checkIdentifier('OTHER_DOCUMENT', ' e12345678 ', ALLOW)).toMatchObject({
      ok: true,
      value: 'E12345678',
      personal: true,
    });
    // The card of 2017: three letters and twelve digits. The last is the longest that is taken.
    for (const number of ['CAN110199003071', 'H1234567802', 'K53012345', 'A'.repeat(32)])
      expect([number, reason('OTHER_DOCUMENT', number, REFUSE)]).toEqual([number, 'ok']);
    expect(reason('OTHER_DOCUMENT', 'E1')).toBe('LENGTH');
    expect(reason('OTHER_DOCUMENT', `E1'; drop table x`)).toBe('CHARACTER');
  });

  it('A19.2 the code of a company is none, though its digits have the check of a citizen number', () => {
    // Real codes, with a date in the years 8179 and 2156.
    for (const code of ['91230102127147106N', '912302817905225071', '912311215606127429'])
      expect(checkIdentifier('OTHER_DOCUMENT', code, REFUSE)).toMatchObject({
        ok: false,
        reason: 'TYPE',
        message: expect.stringContaining('send it as USCC'),
      });
  });
});
