import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../schema/law/clocks/calendar.ts';
import { checkRecord, type RecordInput } from '../../../subgraphs/public-credit/intake/check.ts';
import { opened } from '../../opened.ts';
import { SAMPLE_DISPLAY_EDITIONS, SAMPLE_EDITIONS } from '../../sample-province.ts';

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

const penalty = (change: Partial<RecordInput> = {}): RecordInput => ({
  subject: { type: 'CITIZEN_ID', value: '239999199003070016' },
  subjectName: '张小梅',
  occurredOn: '2026-11-02',
  basisDocument: '哈市监罚〔2026〕1号',
  content: {},
  ...change,
});
const outcome = (change: Partial<RecordInput>, item = 'PENALTY-GENERAL'): string => {
  const checked = checkRecord(setting(item), item, 0, penalty(change));
  return 'code' in checked ? checked.code : 'taken';
};

describe('what stands in an element is what the element is', () => {
  it.each([
    [{ authorityCode: '张小梅13800138000' }, { authorityCode: '11239999000100001N' }],
    [{ fineYuan: '张小梅罚款' }, { fineYuan: '13800138000.00' }],
    [{ validUntil: '张小梅' }, { validUntil: '2027-01-01' }],
    [{ displayUntil: '2026-13-01' }, { displayUntil: '2027-01-01' }],
    [{ legalRepresentativeIdType: '张小梅' }, { legalRepresentativeIdType: '01' }],
    [{ conduct: ['未按规定明码标价'] }, { conduct: '未按规定明码标价' }],
    [{ penaltyKinds: '罚款' }, { penaltyKinds: ['罚款'] }],
  ])('A18.1 A23.4 %j is refused, %j taken', (wrong, right) => {
    expect(outcome({ content: wrong })).toBe('CONTENT');
    expect(outcome({ content: right })).toBe('taken');
  });
});

describe('free text is scanned wherever it stands', () => {
  it('A23.4 how an obligation is performed is told in words, which others read without the persons in them', () => {
    const checked = checkRecord(setting('UNPERFORMED-JUDGMENT'), 'UNPERFORMED-JUDGMENT', 0, {
      ...penalty(),
      content: { performance: '部分未履行，保证人王建国（手机13800138000）' },
    });
    if ('code' in checked) throw new Error(checked.message);
    expect(opened(checked).performance).toBe('部分未履行，保证人王**（手机138********）');
    expect(outcome({ consent: '同意书', content: { performance: 'PENDING' } }, 'PLEDGE-PERMIT')).toBe('taken');
    expect(outcome({ consent: '同意书', content: { performance: '张小梅' } }, 'PLEDGE-PERMIT')).toBe('CONTENT');
  });
});

describe('what no database can hold is a fault of its row', () => {
  it.each(['subjectAddress', 'subjectPhone', 'basisDocument'])('A21.4 %s with a character that is no text', (field) => {
    expect(outcome({ [field]: '甲\0乙' })).toBe('UNREADABLE');
    expect(outcome({ [field]: '甲\ud800' })).toBe('UNREADABLE');
    expect(outcome({ [field]: '甲'.repeat(1_001) })).toBe('UNREADABLE');
    expect(outcome({ [field]: '甲'.repeat(1_000) })).toBe('taken');
  });
});

describe('a sole trader is a person, a number is what it is', () => {
  const trader = {
    subject: { type: 'USCC', value: '92239999MA5ABC059E' },
    subjectName: '南岗区示例刘晓北面馆',
  } as const;

  it('A20.3 what must not be collected about a person is not collected about a sole trader either', () => {
    expect(outcome({ ...trader, content: { facts: '经营者血型为A型' } })).toBe('PROHIBITED');
    expect(outcome({ ...trader, content: { facts: '未按规定明码标价' } })).toBe('taken');
  });

  it('A19.1 a citizen number is not sent as another document: it would make two subjects of one person', () => {
    const document = (value: string) => outcome({ subject: { type: 'OTHER_DOCUMENT', value } });
    expect(document('239999199003070016')).toBe('IDENTIFIER_TYPE');
    expect(document('23999919920229088x')).toBe('IDENTIFIER_TYPE');
    expect(document('92239999MA5ABC059E')).toBe('IDENTIFIER_TYPE');
    expect(document('E12345678')).toBe('taken');
  });
});
