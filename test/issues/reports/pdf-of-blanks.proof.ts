/**
 * Blanks side by side cost pdfkit the square of their number, and controls become blanks: one record of eight hundred thousand characters, which a provider
 * may deliver in one request, held its process for 74 seconds. A proof, because it makes PDFs. Compared with letters of the same number in the same run.
 */
import { expect, it } from 'vitest';
import { reportPdf } from '../../../gateway/reports/pdf/pdf.ts';
import { bundledFonts, CURRENT, entry, reportOf } from '../../reports/report.ts';

it('A24.2 blanks cost the PDF of a report no more than letters do', async () => {
  const fonts = await bundledFonts();
  const cpu = async (character: string): Promise<number> => {
    const text = `a${character.repeat(19_998)}b`;
    const entries = [entry({ values: { facts: text, content: text } })];
    const before = process.cpuUsage();
    await reportPdf(reportOf({ sections: [{ key: 'penalties', asked: true, entries }] }), CURRENT, fonts);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  // The least of several: what the process collects of garbage meanwhile falls on any of them.
  const least = async (character: string): Promise<number> => {
    const taken: number[] = [];
    for (let time = 0; time < 4; time += 1) taken.push(await cpu(character));
    return Math.min(...taken);
  };
  const letters = await least('张');
  expect((await least(' ')) / letters).toBeLessThan(2);
  expect((await least('\u0001')) / letters).toBeLessThan(2);
});
