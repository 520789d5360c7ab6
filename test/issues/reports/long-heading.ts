/** Lays out one record whose heading is so long that it fills a page, and whose content needs a second. Run as a program: it may never end. */
import { reportPdf } from '../../../gateway/reports/pdf/pdf.ts';
import { bundledFonts, CURRENT, entry, named, reportOf } from '../../reports/report.ts';

const item = named('COMMENDATION-GOV', '政府表彰奖励信息'.repeat(400));
const entries = [entry({ item, values: { content: '罚'.repeat(6_000) } })];
await reportPdf(reportOf({ sections: [{ key: 'penalties', asked: true, entries }] }), CURRENT, await bundledFonts());
