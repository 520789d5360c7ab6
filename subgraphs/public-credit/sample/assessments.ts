/** A sample assessment method with the four levels of national practice, and its results for the synthetic companies of the cast. */
import { CAST } from './generate/cast.ts';

export const SAMPLE_METHOD = {
  edition: '2026',
  basis: '示例：参照公共信用综合评价办法，非正式版本',
  classes: [
    { level: '优', supervision: 'LOW_RISK' },
    { level: '良', supervision: 'NORMAL' },
    { level: '中', supervision: 'NORMAL' },
    { level: '差', supervision: 'HIGH_RISK' },
  ],
  publicationReference: '示例：黑龙江公共信用综合评价公告2025年第1号',
  publishedOn: '2025-12-25',
  effectiveFrom: '2026-01-01',
} as const;

const ASSESSED_ON = '2026-06-30';

/** Levels of the cast's companies. No real company has one. */
export const SAMPLE_RESULTS = (
  [
    [CAST.company, '良'],
    [CAST.listedCompany, '差'],
    [CAST.modelCompany, '优'],
    [CAST.failedPledger, '中'],
  ] as const
).map(([{ value, name }, level]) => ({ uscc: value, subjectName: name, level, assessedOn: ASSESSED_ON }));
