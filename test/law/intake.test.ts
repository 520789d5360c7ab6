import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../schema/law/clocks/calendar.ts';
import { checkRecord, type RecordInput } from '../../subgraphs/public-credit/intake/check.ts';
import { openStatement } from '../../subgraphs/redaction/open-form.ts';
import { opened } from '../opened.ts';
import { SAMPLE_DISPLAY_EDITIONS, SAMPLE_EDITIONS } from '../sample-province.ts';

const EDITIONS = SAMPLE_EDITIONS;

/** As the unit that provides the item. */
const setting = (item: string) =>
  ({
    today: '2026-11-20',
    unit: EDITIONS.find(({ code }) => code === item)?.providingUnit ?? 'NOBODY',
    editions: EDITIONS,
    displayEditions: SAMPLE_DISPLAY_EDITIONS,
    calendar: CALENDAR,
    units: new Map(),
    unassignedRegions: 'allow',
  }) as const;

const PERSON = { type: 'CITIZEN_ID', value: '239999199003070016' } as const;

const penalty = (change: Partial<RecordInput> = {}): RecordInput => ({
  subject: PERSON,
  subjectName: '张小梅',
  occurredOn: '2026-11-02',
  basisDocument: '哈市监罚〔2026〕1号',
  content: { documentNumber: '哈市监罚〔2026〕1号', facts: '张小梅（电话13800138000）无照经营' },
  ...change,
});

const outcome = (item: string, input: RecordInput): string => {
  const checked = checkRecord(setting(item), item, 7, input);
  if ('code' in checked) {
    expect(checked.row).toBe(7);
    return checked.code;
  }
  return 'taken';
};

describe('intake', () => {
  it('A18.2 a record needs an item in force on its date', () => {
    expect(outcome('PENALTY-GENERAL', penalty())).toBe('taken');
    // The sample catalog is in force from 2022-07-01, with the Regulations (Article 55).
    expect(outcome('PENALTY-GENERAL', penalty({ occurredOn: '2022-07-01' }))).toBe('taken');
    expect(outcome('PENALTY-GENERAL', penalty({ occurredOn: '2022-06-30' }))).toBe('NO_ITEM_IN_FORCE');
    expect(outcome('NOTHING', penalty())).toBe('NO_ITEM_IN_FORCE');
    expect(outcome('PENALTY-GENERAL', penalty({ occurredOn: '2026-11-21' }))).toBe('DATE_FUTURE');
    expect(outcome('PENALTY-GENERAL', penalty({ occurredOn: '2026-02-30' }))).toBe('DATE');
  });

  it('A18.3 a penalty by simplified procedure is refused, one by ordinary procedure taken', () => {
    expect(outcome('PENALTY-GENERAL', penalty({ simplifiedProcedure: true }))).toBe('SIMPLIFIED_PROCEDURE');
    expect(outcome('PENALTY-GENERAL', penalty({ simplifiedProcedure: false }))).toBe('taken');
  });

  it('A19.1 a person is matched by a number that is right, A19.2 an organization by its code alone', () => {
    expect(outcome('PENALTY-GENERAL', penalty({ subject: { type: 'CITIZEN_ID', value: '239999199003070017' } }))).toBe(
      'IDENTIFIER_CHECK_DIGIT',
    );
    expect(outcome('PENALTY-GENERAL', penalty({ subject: { type: 'OTHER_DOCUMENT', value: 'E12345678' } }))).toBe(
      'taken',
    );
    expect(outcome('PENALTY-GENERAL', penalty({ subject: { type: 'USCC', value: '91239999MA1ABC019L' } }))).toBe(
      'taken',
    );
    expect(outcome('PENALTY-GENERAL', penalty({ subject: { type: 'USCC', value: '91239999MA1ABC019X' } }))).toBe(
      'IDENTIFIER_CHECK_DIGIT',
    );
    // An enterprise's registration is about no person.
    expect(outcome('REG-ENTERPRISE', { ...penalty(), content: {} })).toBe('SUBJECT_KIND');
  });

  it('A20.1 what law does not require to be displayed needs the consent of a person, and of no company', () => {
    const arrears: RecordInput = { ...penalty(), content: { kind: '住房公积金', amountYuan: '1.00' } };
    expect(outcome('ARREARS-FUND', arrears)).toBe('CONSENT_REQUIRED');
    expect(outcome('ARREARS-FUND', { ...arrears, consent: '同意书1号' })).toBe('taken');
    expect(outcome('ARREARS-FUND', { ...arrears, subject: { type: 'USCC', value: '91239999MA1ABC019L' } })).toBe(
      'taken',
    );
    expect(outcome('PENALTY-GENERAL', penalty({ consent: null }))).toBe('taken');
  });

  it('A20.3 faith, blood, illness, fingerprints and genes are never taken, consent or not', () => {
    for (const facts of ['宗教信仰：无', '血型O', '既往病史', '采集指纹', '基因信息'])
      expect(outcome('PENALTY-GENERAL', penalty({ consent: '同意', content: { documentNumber: '1', facts } }))).toBe(
        'PROHIBITED',
      );
    for (const element of ['religion', 'bloodType', 'illness', 'medicalHistory', 'fingerprint', 'genetics'])
      expect(outcome('PENALTY-GENERAL', penalty({ consent: '同意', content: { [element]: 'x' } }))).toBe('PROHIBITED');
    // A company's trade in locks is no person's fingerprint.
    const company = { type: 'USCC', value: '91239999MA1ABC019L' } as const;
    expect(outcome('PENALTY-GENERAL', penalty({ subject: company, content: { facts: '销售不合格指纹锁' } }))).toBe(
      'taken',
    );
  });

  it('A27.1 untrustworthy conduct needs the document that it rests on, a commendation does not', () => {
    expect(outcome('PENALTY-GENERAL', penalty({ basisDocument: '  ' }))).toBe('BASIS_REQUIRED');
    expect(
      outcome('COMMENDATION-GOV', {
        ...penalty({ basisDocument: null, consent: '同意书' }),
        content: { title: '模范' },
      }),
    ).toBe('taken');
  });

  it('A37.2 the display ends with the period of the item, or earlier where the provider says so', () => {
    const until = (item: string, content: object, occurredOn = '2026-05-18'): unknown => {
      const checked = checkRecord(setting(item), item, 0, penalty({ occurredOn, content }));
      return 'code' in checked ? checked : checked.displayedUntil;
    };
    // Order 36: general at most 1 year, serious at most 3, minor at most 3 months.
    expect(until('PENALTY-GENERAL', {})).toBe('2027-05-18');
    expect(until('PENALTY-SERIOUS', {})).toBe('2029-05-18');
    expect(until('PENALTY-MINOR', {})).toBe('2026-08-18');
    expect(until('PENALTY-GENERAL', { displayUntil: '2026-12-31' })).toBe('2026-12-31');
    expect(until('PENALTY-GENERAL', { displayUntil: '2030-12-31' })).toBe('2027-05-18');
    expect(until('PERMIT-GENERAL', {})).toBeNull();
  });

  it('content is text under the names of the catalog; anything else is told by its place', () => {
    expect(outcome('PENALTY-GENERAL', penalty({ content: { unheardOf: 'x' } }))).toBe('ELEMENT_UNKNOWN');
    for (const content of [null, 'x', [], 5]) expect(outcome('PENALTY-GENERAL', penalty({ content }))).toBe('CONTENT');
    for (const facts of [5, { a: 1 }, ['x', 5], 'a\0b', '\ud800', 'x'.repeat(20_001)])
      expect(outcome('PENALTY-GENERAL', penalty({ content: { facts } }))).toBe('CONTENT');
    expect(outcome('PENALTY-GENERAL', penalty({ subjectName: ' ' }))).toBe('NAME');
  });

  it('A23.4 what lies open to others holds nothing personal, of the subject or of anybody in its record', () => {
    const checked = checkRecord(
      setting('PENALTY-GENERAL'),
      'PENALTY-GENERAL',
      0,
      penalty({
        content: {
          documentNumber: '1',
          facts: '张小梅（电话13800138000）',
          legalRepresentativeName: '欧阳立',
          legalRepresentativeIdNumber: '239999197806300576',
        },
      }),
    );
    if ('code' in checked) throw new Error(checked.message);
    expect(opened(checked)).toEqual({
      documentNumber: '1',
      facts: '张**（电话138********）',
      legalRepresentativeName: '欧阳*',
      legalRepresentativeIdNumber: '23****************',
    });
    expect(openStatement(checked.subject)).toEqual({ stated_name: '张**', stated_address: null, stated_phone: null });
  });
});
