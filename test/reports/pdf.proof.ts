/**
 * What a PDF is for those who do not see it, and where its pages end: read by poppler, which did not write it. A proof: PDFs are made and read by another
 * program.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { reportPdf } from '../../gateway/reports/pdf/pdf.ts';
import type { Report } from '../../gateway/reports/report.ts';
import { bundledFonts, CURRENT, entry, LABOUR, named, reportOf } from './report.ts';

const poppler = (program: string, pdf: Buffer, ...options: string[]): string =>
  spawnSync(program, [...options, '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 }).stdout;
/** `pdftotext` takes a second name for its output. */
const textOf = (pdf: Buffer, ...options: string[]): string =>
  spawnSync('pdftotext', ['-layout', ...options, '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 }).stdout;

const made = async (more: Partial<Report>, status: 'CURRENT' | 'SUPERSEDED' = 'CURRENT'): Promise<Buffer> =>
  reportPdf(reportOf(more), { ...CURRENT, status }, await bundledFonts());

/** An element of the structure with what stands in it, a line each. */
const structure = (pdf: Buffer): string[] =>
  poppler('pdfinfo', pdf, '-struct-text')
    .split('\n')
    .map((line) => line.trim().replace(/ \((?:block|inline)\)$|:$/, ''))
    .filter((line) => line !== '' && !line.startsWith('/'));

const PENALTIES: Report['sections'][number] = {
  key: 'penalties',
  asked: true,
  entries: [entry({ values: { documentNumber: '示市监罚〔2026〕1号', content: '违反 Food Safety Law 的规定。' } })],
};
const LISTS: Report['sections'][number] = {
  key: 'lists',
  asked: true,
  entries: [
    entry({ list: named('L', '严重失信主体名单', 'The list'), source: LABOUR, values: { until: '2027-01-01' } }),
  ],
};

describe.runIf(spawnSync('pdfinfo', ['-v']).error === undefined)('the PDF of a report', () => {
  it('A36.3 A23.1 is tagged, has a title and a language, and is read in its order: headings, rows with their labels, paragraphs', async () => {
    const pdf = await made({ sections: [PENALTIES] });
    expect(poppler('pdfinfo', pdf)).toMatch(/^Title: +公共信用报告$[\s\S]*^Tagged: +yes$/m);
    expect(pdf.toString('latin1')).toMatch(/\/Lang \(zh-CN\)/);
    expect(pdf.toString('latin1')).toMatch(/\/DisplayDocTitle true/);
    const told = structure(pdf);
    expect(told.slice(0, 8)).toEqual(['Document', 'H1', '"公共信用报告"', 'Table', 'TR', 'TH', '"信用主体"', 'TD']);
    const from = told.indexOf('"行政处罚信息"');
    expect(told.slice(from - 2, from + 25)).toEqual(
      [
        ...['Sect', 'H2', '"行政处罚信息"', 'Sect', 'H3', '"行政处罚"', 'Table'],
        ...['TR', 'TH', '"文书号"', 'TD', '"示市监罚〔2026〕1号"'],
        ...['TR', 'TH', '"内容"', 'TD', '"违反 "', 'Span', '"Food Safety Law"', '" 的规定。"'],
        ...['P', '"日期 2026-03-02 · 提供单位 示例市场监督管理局"'],
        ...['Sect', 'H2', '"异议途径"', 'P', expect.stringContaining('第三十九条')],
      ].slice(0, 27),
    );
    // What is printed on every page is no part of what is read out.
    expect(told.join('\n')).not.toContain('页，共');
    expect(textOf(pdf)).toContain('第 1 页，共 1 页');
    // The code is a picture with words that say what it is.
    expect(told).toContain('Figure');
    expect(pdf.toString('latin1')).toContain('/Alt ');
  });

  it('A36.3 A23.1 says what is Chinese in an English report, and what is English in a Chinese one', async () => {
    const english = await made({ language: 'en', sections: [PENALTIES] });
    expect(english.toString('latin1')).toMatch(/\/Lang \(en\)/);
    expect(english.toString('latin1')).toMatch(/\/S \/Span\s+\/Lang \(zh-CN\)/);
    expect((await made({ sections: [PENALTIES] })).toString('latin1')).toMatch(/\/S \/Span\s+\/Lang \(en\)/);
    const told = structure(english);
    const name = told.indexOf('"Credit subject"');
    expect(told.slice(name, name + 4)).toEqual(['"Credit subject"', 'TD', 'Span', '"张小梅"']);
  });

  it('A36.3 every code is told by its name: purpose, unit, item, list, kind, identification number, division', async () => {
    const more: Partial<Report> = {
      recipient: { role: 'PARTY', unit: named('BANK-A', '示例银行', 'Sample Bank') },
      purpose: 'LOAN_ORIGINATION',
      purposeNamed: named('LOAN_ORIGINATION', '贷款审批', 'Loan origination'),
      sections: [{ key: 'registration', asked: true, entries: [entry({ values: { regionCode: '230103' } })] }, LISTS],
    };
    const [zh, en] = [textOf(await made(more)), textOf(await made({ ...more, language: 'en' }))];
    for (const name of [
      '贷款审批',
      '示例银行',
      '自然人',
      '公民身份号码',
      '哈尔滨市南岗区（230103）',
      '严重失信主体名单',
    ])
      expect(zh).toContain(name);
    for (const name of ['Loan origination', 'Sample Bank', 'natural person', 'Citizen identification', 'The list'])
      expect(en).toContain(name);
    for (const code of ['LOAN_ORIGINATION', 'BANK-A', 'NATURAL_PERSON', 'CITIZEN_ID', 'PENALTY-GENERAL', 'HLJ-'])
      expect(zh + en).not.toContain(code);
    // A report of before this release names its purpose by the code alone.
    const { purposeNamed: _none, workBody: _neither, ...before } = reportOf(more);
    expect(textOf(await reportPdf(before, CURRENT, await bundledFonts()))).toContain('LOAN_ORIGINATION');
  });

  it('A36.3 no record is cut by the end of a page', async () => {
    // Between three and twenty-two lines each, so that pages end in different ones.
    const entries = Array.from({ length: 60 }, (_none, place) =>
      entry({
        values: { documentNumber: `始${place}`, content: `${'罚款人民币一百元。'.repeat(4 * (place % 20))}终${place}` },
      }),
    );
    const pdf = await made({ sections: [{ ...PENALTIES, entries }] });
    const pages = textOf(pdf).split('\f');
    expect(pages.length).toBeGreaterThan(5);
    for (let place = 0; place < entries.length; place += 1) {
      const [begun, ended] = [`始${place}`, `终${place}`].map((mark) =>
        pages.findIndex((page) => new RegExp(`${mark}(?!\\d)`).test(page.replaceAll(/\s/g, ' '))),
      );
      expect([place, begun]).toEqual([place, ended]);
    }
    // A heading stands before its record, never at the foot of the page before.
    for (const page of pages) expect(page).not.toMatch(/行政处罚\s+0{8}-/);
    expect(textOf(pdf)).not.toContain('（续）');
  });

  it('A36.3 a record longer than a page begins where it stands, and its heading is said again on each page, but not read out', async () => {
    const long = entry({ values: { documentNumber: '1', content: '甲乙丙丁戊己庚辛壬癸'.repeat(500) } });
    const pdf = await made({ sections: [{ ...PENALTIES, entries: [long, entry()] }] });
    const pages = textOf(pdf)
      .split('\f')
      .filter((page) => page.trim() !== '');
    const again = pages.filter((page) => page.trimStart().startsWith('行政处罚（续）'));
    expect([pages.length > 3, again.length]).toEqual([true, pages.length - 1]);
    expect(
      textOf(pdf)
        .replaceAll(/[^甲乙丙丁戊己庚辛壬癸]/g, '')
        .replaceAll('甲乙丙丁戊己庚辛壬癸', ''),
    ).toBe('');
    expect(structure(pdf).join('')).not.toContain('（续）');
    expect(structure(pdf).filter((line) => line === 'H3')).toHaveLength(2);
  });

  it('A36.3 one that is superseded says so before anything else', async () => {
    const told = structure(await made({ sections: [PENALTIES] }, 'SUPERSEDED')).join('\n');
    expect(told.indexOf('本报告已失效')).toBeGreaterThan(0);
    expect(told.indexOf('本报告已失效')).toBeLessThan(told.indexOf('行政处罚信息'));
  });
});
