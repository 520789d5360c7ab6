/**
 * Characters that turn the order of others round are printed as code points in the PDF, because no font draws them. The page of the same report obeyed them: an
 * amount was read backwards, and on a page of a link nobody sees that it was. `seen-text.ts` names these characters.
 */
import { expect, it } from 'vitest';
import { reportPage } from '../../../gateway/reports/page.ts';
import { CURRENT, entry, reportOf } from '../../reports/report.ts';

it('A36.3 A23.1 the page of a report obeys no character that turns a text round or hides a part of it', async () => {
  const content = '罚款人民币\u202E00001\u202C元\u2066\u200B\u2028';
  const html = await reportPage(
    reportOf({
      subject: { name: '示例\u202E司公', kind: 'LEGAL_PERSON', identifier: null },
      sections: [{ key: 'penalties', asked: true, entries: [entry({ values: { content } })] }],
    }),
    CURRENT,
  );
  expect(html).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(html).toContain('[U+202E]');
});
