/** Reports as data, for what is shown of them without a province. */
import { pino } from 'pino';
import { type FontOptions, openFonts, type ReportFonts } from '../../gateway/reports/pdf/fonts.ts';
import type { Named, Report, ReportEntry } from '../../gateway/reports/report.ts';

export const named = (code: string, name: string, nameEn: string | null = null): Named => ({ code, name, nameEn });

export const WORK_BODY = named('HLJ-CREDIT', '示例省公共信用信息中心', 'Sample Public Credit Information Centre');
export const REGULATOR = named('HLJ-AMR', '示例市场监督管理局', 'Sample Market Regulation');
export const LABOUR = named('HLJ-HRSS', '示例人力资源和社会保障厅', 'Sample Human Resources');

export const entry = (more: Partial<ReportEntry> = {}): ReportEntry => ({
  id: 'r',
  version: 1,
  item: named('PENALTY-GENERAL', '行政处罚', 'Administrative penalty'),
  list: null,
  occurredOn: '2026-03-02',
  displayedUntil: null,
  source: REGULATOR,
  receivedAt: null,
  objected: false,
  values: { documentNumber: '示市监罚〔2026〕1号', content: '罚款人民币100元。' },
  withheld: [],
  ...more,
});

export const reportOf = (more: Partial<Report> = {}): Report => ({
  iss: 'credit-gateway',
  jti: '00000000-0000-4000-8000-000000000000',
  iat: 0,
  sub: '',
  template: 'PUBLIC_CREDIT',
  language: 'zh',
  issuedAt: '2026-11-20T02:00:00.000Z',
  recipient: { role: 'SUBJECT', unit: null },
  purpose: null,
  purposeNamed: null,
  case: null,
  subject: { name: '张小梅', kind: 'NATURAL_PERSON', identifier: { type: 'CITIZEN_ID', value: '23****************' } },
  sections: [],
  workBody: WORK_BODY,
  verify: 'https://credit.example/verify/00000000-0000-4000-8000-000000000000',
  ...more,
});

export const CURRENT = { status: 'CURRENT', issuedAt: '2026-11-20T02:00:00.000Z', supersededAt: null } as const;

/** Fonts that do not depend on what this machine has installed. */
export const bundledFonts = (more: Partial<FontOptions> = {}): Promise<ReportFonts> =>
  openFonts({ system: [], log: pino({ level: 'silent' }), ...more });
