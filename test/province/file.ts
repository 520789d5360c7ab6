/** A small province to change in tests. JSON is YAML, so that an entry is one line of the file. */
import type { Place } from '../../subgraphs/province/read.ts';

type Entry = Readonly<Record<string, unknown>>;

const unit = (code: string, kind: string, more: Entry = {}): Entry => ({
  code,
  name: `${code}单位`,
  nameEn: `Unit ${code}`,
  kinds: [kind],
  level: 'PROVINCE',
  region: '230000',
  ...more,
});

const PUBLICATION = { reference: '目录（2026年第1版）', publishedOn: '2026-01-01' };

export const item = (code: string, edition: string, openness: string, more: Entry = {}): Entry => ({
  code,
  edition,
  category: 'ARREARS',
  name: `${code}信息`,
  nameEn: `Item ${code}`,
  conduct: '欠缴',
  nature: 'NEUTRAL',
  recordType: 'Arrears',
  subjectKinds: ['NATURAL_PERSON', 'LEGAL_PERSON'],
  providingUnit: 'TAX',
  dataSource: '征管系统',
  sharing: 'SHARED',
  openness,
  updateWithinWorkingDays: 7,
  legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
  effectiveFrom: '2026-01-01',
  publication: PUBLICATION,
  elements: [{ name: 'amountYuan', title: '金额' }],
  ...more,
});

export type Sections = Readonly<Record<string, readonly Entry[]>>;

/** An operator, an authority, a provider, a bank and a department, with what they need for one agreement and one duty. */
export const BASE: Sections = {
  units: [
    unit('OP', 'OPERATOR'),
    unit('AUTH', 'AUTHORITY'),
    unit('TAX', 'PROVIDER'),
    unit('BANK', 'PARTY'),
    unit('DESK', 'DEPARTMENT'),
  ],
  items: [item('ARREARS-A', '1', 'AGREEMENT'), item('ARREARS-B', '1', 'AGREEMENT')],
  purposes: [
    {
      code: 'LOAN',
      name: '贷款审批',
      nameEn: 'Loans',
      article: '24',
      service: 'LENDING',
      needs: ['ARREARS-A', 'ARREARS-B'],
      authorizationMaximumMonths: 3,
      effectiveFrom: '2026-01-01',
      publicationReference: '用途清单（2026年第1版）',
      publishedOn: '2026-01-01',
    },
    {
      code: 'PERMIT',
      name: '行政许可',
      nameEn: 'Permits',
      activity: 'ADMINISTRATIVE_MANAGEMENT',
      article: '44(1)',
      service: 'PERMIT',
      effectiveFrom: '2026-01-01',
      publicationReference: '用途清单（2026年第1版）',
      publishedOn: '2026-01-01',
    },
  ],
  lists: [
    {
      code: 'TAX-A',
      name: '纳税信用A级名单',
      nameEn: 'Class A taxpayers',
      kind: 'INCENTIVE',
      item: 'ARREARS-A',
      publication: PUBLICATION,
      standards: [
        {
          edition: '1',
          citation: '认定标准',
          designatingUnits: ['TAX'],
          effectiveFrom: '2026-01-01',
          publication: PUBLICATION,
        },
      ],
    },
  ],
  measures: [
    {
      code: 'REWARD-FAST',
      edition: '1',
      name: '绿色通道',
      nameEn: 'Fast track',
      kind: 'REWARD',
      scope: 'FACILITATED_SERVICE',
      source: 'PROVINCIAL',
      legalBasis: '黑龙江省社会信用条例',
      activities: ['ADMINISTRATIVE_MANAGEMENT'],
      effectiveFrom: '2026-01-01',
      publication: PUBLICATION,
    },
  ],
  agreements: [
    {
      reference: 'BANK-2026-1',
      party: 'BANK',
      items: ['ARREARS-A', 'ARREARS-B'],
      purposes: ['LOAN'],
      validFrom: '2026-01-01',
      validUntil: '2027-12-31',
      dailyQuota: 100,
    },
  ],
  duties: [
    {
      department: 'DESK',
      matter: 'FOOD-PERMIT',
      activity: 'ADMINISTRATIVE_MANAGEMENT',
      items: ['ARREARS-A', 'ARREARS-B'],
    },
  ],
};

/** The text of a file, an entry a line. */
export function fileOf(sections: Sections): string {
  const named = Object.entries(sections).filter(([, entries]) => entries.length > 0);
  const lines = named.flatMap(([name, entries]) => [
    `${name}:`,
    ...entries.map((entry) => `  - ${JSON.stringify(entry)}`),
  ]);
  return `${['form: 1', ...lines].join('\n')}\n`;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The line of the file in which an entry stands: the first one that holds the text. */
export const lineOf = (file: string, text: string): number =>
  file.split('\n').findIndex((line) => line.includes(text)) + 1;

export const told = (faults: readonly (Place & { readonly said: { readonly en: string } })[]): string[] =>
  faults.map(({ line, column, said }) => `${line}:${column}: ${said.en}`);
