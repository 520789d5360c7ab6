/**
 * The PDF of a report is laid out at a stretch: until it is done nobody else is answered, no deadline fires, and no health check either. A company with two
 * hundred ordinary penalties holds its process for four seconds, one with a thousand for nine.
 */
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { reportPdf } from '../../../gateway/reports/pdf/pdf.ts';
import { bundledFonts, CURRENT, entry, reportOf } from '../../reports/report.ts';

const FACTS = '当事人未按照规定公示年度报告，责令改正，并处罚款人民币一千元整，逾期不缴纳的，依法加处罚款。'.repeat(5);

it('A24.2 others are attended to while a long report is laid out', async () => {
  const entries = Array.from({ length: 120 }, (_none, at) =>
    entry({ id: String(at), values: { documentNumber: `示市监罚〔2026〕${at}号`, facts: FACTS, content: FACTS } }),
  );
  const fonts = await bundledFonts();
  // Reads the fonts, and compiles.
  await reportPdf(reportOf(), CURRENT, fonts);
  let longest = 0;
  let isDone = false;
  const others = (async () => {
    for (let last = performance.now(); !isDone; ) {
      await setImmediate();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
  })();
  const began = performance.now();
  await reportPdf(reportOf({ sections: [{ key: 'penalties', asked: true, entries }] }), CURRENT, fonts);
  const took = performance.now() - began;
  isDone = true;
  await others;
  // No seconds: the longest time for which nobody else had a turn, as a part of the whole. In a thread of its own, or with a pause behind each record, it is small.
  expect(longest / took).toBeLessThan(0.25);
});
