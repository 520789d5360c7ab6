/** Where a subject objects to a report: which unit answers for what, by which article, until when. */
import { describe, expect, it } from 'vitest';
import { objectionOf } from '../../gateway/reports/objection.ts';
import { reportPage } from '../../gateway/reports/page.ts';
import { CURRENT, entry, LABOUR, named, reportOf } from './report.ts';

const PENALTIES = { key: 'penalties', asked: true, entries: [entry(), entry({ id: 's' })] } as const;
const LISTS = {
  key: 'lists',
  asked: true,
  entries: [entry({ list: named('L', '严重失信主体名单', 'The list'), source: LABOUR })],
} as const;

describe('where to object', () => {
  it('A36.1 A36.2 A23.1 A39.3 a record: to its provider or the public credit work body, labelled in one and decided in three working days (Article 39)', () => {
    const zh = objectionOf(reportOf({ sections: [PENALTIES] }));
    for (const part of [
      '第三十九条',
      '提供单位（示例市场监督管理局）',
      '公共信用工作机构（示例省公共信用信息中心）',
      '1个工作日',
      '3个工作日',
      '书面',
    ])
      expect(zh).toContain(part);
    expect(zh).not.toContain('认定单位');
    const en = objectionOf(reportOf({ language: 'en', sections: [PENALTIES] }));
    for (const part of [
      'Article 39',
      '(Sample Market Regulation)',
      '(Sample Public Credit Information Centre)',
      '1 working day ',
      '3 working days',
    ])
      expect(en).toContain(part);
    expect(en).not.toContain('Article 35');
  });

  it('A35.2 a place on the list of serious untrustworthiness: to the unit that designated, in three working days (Article 35)', () => {
    const zh = objectionOf(reportOf({ sections: [PENALTIES, LISTS] }));
    expect(zh).toContain('第三十五条向认定单位（示例人力资源和社会保障厅）');
    expect(zh).toContain('提供单位（示例市场监督管理局）');
    const en = objectionOf(reportOf({ language: 'en', sections: [LISTS] }));
    expect(en).toContain('designated it (Sample Human Resources)');
    expect(en).toContain('Article 35');
  });

  it('A23.1 a report without records, and one of before this release, name no unit and still say where', () => {
    const { workBody: _none, ...before } = reportOf();
    for (const text of [objectionOf(before), objectionOf(reportOf({ workBody: null }))]) {
      expect(text).toContain('第三十九条');
      expect(text).not.toMatch(/（|undefined|null/);
    }
  });

  it('A23.1 the page has it as a section of its own, and tells every code by its name', async () => {
    const html = await reportPage(
      reportOf({ sections: [PENALTIES], purpose: 'SELF_CHECK', purposeNamed: named('SELF_CHECK', '自查<1>') }),
      CURRENT,
    );
    expect(html).toContain('<h2>异议途径</h2>');
    expect(html).toContain('第三十九条');
    expect(html).toContain('自查&lt;1&gt;');
    // What is Chinese on an English page is marked, and what is English on a Chinese one.
    const english = await reportPage(reportOf({ language: 'en', sections: [PENALTIES] }), CURRENT);
    expect(english).toContain('<dd><span lang="zh-CN">张小梅</span></dd>');
    const foreign = entry({ values: { content: '违反 Food Safety Law 的规定<b>' } });
    expect(await reportPage(reportOf({ sections: [{ ...PENALTIES, entries: [foreign] }] }), CURRENT)).toContain(
      '<dd>违反 <span lang="en">Food Safety Law</span> 的规定&lt;b&gt;</dd>',
    );
    for (const code of ['SELF_CHECK', 'NATURAL_PERSON', 'CITIZEN_ID']) expect(html).not.toContain(code);
  });
});
