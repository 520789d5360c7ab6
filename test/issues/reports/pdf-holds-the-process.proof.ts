/**
 * The PDF of a report was laid out at a stretch: until it was done nobody else was answered, no deadline fired, and no health check either. A company with
 * two hundred ordinary penalties held its process for four seconds, one with a thousand for nine. A proof, because it lays out a long report.
 */
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { reportPdf } from '../../../gateway/reports/pdf/pdf.ts';
import { bundledFonts, CURRENT, entry, reportOf } from '../../reports/report.ts';

const FACTS = '当事人未按照规定公示年度报告，责令改正，并处罚款人民币一千元整，逾期不缴纳的，依法加处罚款。'.repeat(5);
const RECORDS = 120;

it('A24.2 others have a turn behind each record of a long report', async () => {
  const entries = Array.from({ length: RECORDS }, (_none, at) =>
    entry({ id: String(at), values: { documentNumber: `示市监罚〔2026〕${at}号`, facts: FACTS, content: FACTS } }),
  );
  const fonts = await bundledFonts();
  // Reads the fonts, so that nothing else is waited for while turns are counted.
  await reportPdf(reportOf(), CURRENT, fonts);
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    for (; !isDone; turns += 1) await setImmediate();
  })();
  await reportPdf(reportOf({ sections: [{ key: 'penalties', asked: true, entries }] }), CURRENT, fonts);
  isDone = true;
  await others;
  expect(turns).toBeGreaterThanOrEqual(RECORDS - 1);
});
