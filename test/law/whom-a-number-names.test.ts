/** What a number is decides whom it names: generated numbers of every kind under every type. */
import { describe, expect, it } from 'vitest';
import { checkIdentifier, type IdentifierFault } from '../../schema/law/records/identifiers.ts';

const ALLOW = { unassignedRegions: 'allow', today: '2026-11-20' } as const;
const REFUSE = { unassignedRegions: 'refuse', today: '2026-11-20' } as const;

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

/** Check character of a code, by Horner from the right: the weights are powers of three modulo 31 (GB 32100). Written apart from the code. */
function coded(first17: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first17].reduceRight((total, character) => (total * 3 + alphabet.indexOf(character)) % 31, 0);
  return first17 + alphabet.charAt((31 - sum) % 31);
}

describe('departments and categories of GB 32100', () => {
  // The table of the standard, a line a department: its letter, then its categories.
  const TABLE = [
    ['1', '1239'], // 机构编制: 机关, 事业单位, 群众团体, 其他
    ['2', '19'], // 外交
    ['3', '123459'], // 司法行政
    ['4', '19'], // 文化
    ['5', '12349'], // 民政
    ['6', '129'], // 旅游
    ['7', '129'], // 宗教
    ['8', '19'], // 工会
    ['9', '123'], // 工商: 企业, 个体工商户, 农民专业合作社
    ['A', '19'], // 中央军委改革和编制办公室
    ['N', '1239'], // 农业
    ['Y', '1'], // 其他
  ] as const;

  it('A19.2 of every two first characters, those of the table are taken and all others refused', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const taken: string[] = [];
    for (const department of alphabet)
      for (const category of alphabet) {
        const said = reason('USCC', coded(`${department}${category}230102MA5ABC059`), REFUSE);
        if (said === 'ok') taken.push(department + category);
        else expect([department + category, said]).toEqual([department + category, 'REGISTRATION']);
      }
    expect(taken).toEqual(TABLE.flatMap(([department, categories]) => [...categories].map((one) => department + one)));
  });
});

/** Every day of June 1986 and a hundred sequences: enough to hold numbers that are right for a credit code too. */
const bornIn = (region: string): readonly string[] =>
  Array.from({ length: 30 }, (_, day) => `${region}198606${String(day + 1).padStart(2, '0')}`).flatMap((start) =>
    Array.from({ length: 100 }, (_, sequence) => citizen(`${start}${String(sequence).padStart(3, '0')}`)),
  );
const alsoCode = (number: string): boolean => coded(number.slice(0, 17)) === number;

describe('a citizen number is one wherever it stands', () => {
  // 11, 12, 13, 21, 31 to 35, 41, 51 to 54, 61, 62 and 81 are departments with categories too. 23 is none; 239999 is the sample's.
  const REGIONS = '110105 120101 210102 310115 350102 410102 510104 540102 620102 810000 230102 239999'.split(' ');

  it.each(REGIONS)(
    'A19.1 A23.4 adversarial 79: of region %s each is a person, as a code and as another document it is refused in words',
    (region) => {
      const numbers = bornIn(region);
      // About one in 31 has the check character of a code too.
      expect(numbers.filter(alsoCode).length).toBeGreaterThan(30);
      for (const number of numbers) {
        expect([number, reason('CITIZEN_ID', number)]).toEqual([number, 'ok']);
        for (const type of ['USCC', 'OTHER_DOCUMENT'] as const)
          for (const settings of [ALLOW, REFUSE])
            expect(checkIdentifier(type, number, settings)).toMatchObject({
              ok: false,
              reason: 'TYPE',
              message: expect.stringMatching(/citizen number.*send it as CITIZEN_ID/),
            });
      }
    },
  );

  it('A19.1 adversarial 79: hyphens, blanks around, width and case hide none', () => {
    for (const spelled of [
      '239999-19900307-0016',
      ' 239999199003070016 ',
      '２３９９９９１９９００３０７００１６',
      '1-1-010519491231002x',
    ])
      expect([spelled, reason('OTHER_DOCUMENT', spelled)]).toEqual([spelled, 'TYPE']);
  });

  it('A19.1 adversarial 79: fifteen digits are refused under either type, and asked for the eighteen', () => {
    for (const number of ['110105491231002', '239999850808005', '239999-850808-005', '123456789012345'])
      for (const type of ['CITIZEN_ID', 'OTHER_DOCUMENT'] as const) {
        const checked = checkIdentifier(type, type === 'CITIZEN_ID' ? number.replaceAll('-', '') : number, REFUSE);
        expect(checked).toMatchObject({ ok: false, message: expect.stringMatching(/15 digits.*18 is needed/) });
      }
  });

  it('A19.1 a number without its check digit, with another one or with an impossible date is no citizen number', () => {
    for (const number of ['23999919900307001', '239999199003070017', citizen('23999919900230001')])
      expect([number, reason('OTHER_DOCUMENT', number, REFUSE)]).toEqual([number, 'ok']);
  });
});

describe('residents of Hong Kong, Macao and Taiwan', () => {
  it.each(['810000', '820000', '830000'])('A19.1 a residence permit of %s is a citizen number everywhere', (region) => {
    const number = citizen(`${region}19881212001`);
    for (const settings of [ALLOW, REFUSE]) {
      expect(checkIdentifier('CITIZEN_ID', number, settings)).toMatchObject({ ok: true, birthDate: '1988-12-12' });
      expect(reason('OTHER_DOCUMENT', number, settings)).toBe('TYPE');
    }
  });
});

describe('foreign permanent residence cards of 2023', () => {
  /** 9, province, nationality by ISO 3166-1 numeric, birth, sequence, check. */
  const card = (province: string, nationality: string, sequence: number): string =>
    citizen(`9${province}${nationality}19900307${String(sequence).padStart(3, '0')}`);

  it('A19.1 case 20: each is another document, and no citizen number, in production and in development', () => {
    let codes = 0;
    for (const province of ['11', '23', '31', '44'])
      for (const nationality of ['036', '250', '276', '392', '410', '643', '840', '999'])
        for (let sequence = 1; sequence <= 60; sequence += 1) {
          const number = card(province, nationality, sequence);
          if (alsoCode(number)) codes += 1;
          for (const settings of [ALLOW, REFUSE]) {
            expect(checkIdentifier('OTHER_DOCUMENT', number, settings)).toMatchObject({
              ok: true,
              type: 'OTHER_DOCUMENT',
              value: number,
              subjectKind: 'NATURAL_PERSON',
            });
            expect(checkIdentifier('CITIZEN_ID', number, settings)).toMatchObject({
              ok: false,
              reason: 'TYPE',
              message: expect.stringContaining('send it as OTHER_DOCUMENT'),
            });
          }
        }
    // Cards that have the check character of a code are among them.
    expect(codes).toBeGreaterThan(10);
  });
});
