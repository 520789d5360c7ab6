/** What a PDF shows of characters that few fonts hold. */
import { describe, expect, it } from 'vitest';
import { reportPdf } from '../../gateway/reports/pdf.ts';
import { textOfPdf } from '../stories/report-kit.ts';

describe('a PDF of rare characters', () => {
  it('A36.3 shows those of the basic plane, and a code point where the font has none, never an empty box', async () => {
    const report = {
      iss: 'credit-gateway',
      jti: '00000000-0000-4000-8000-000000000000',
      iat: 0,
      sub: '',
      template: 'PUBLIC_CREDIT',
      language: 'zh',
      issuedAt: '2026-11-20T02:00:00.000Z',
      recipient: { role: 'SUBJECT', unit: null },
      purpose: null,
      case: null,
      subject: { name: '䶮㛃镕𠮷', kind: null, identifier: null },
      sections: [],
      verify: 'https://credit.example/verify/x',
    } as const;
    const pdf = await reportPdf(report, { status: 'CURRENT', issuedAt: report.issuedAt, supersededAt: null });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = textOfPdf(pdf);
    if (text !== undefined) {
      expect(text).toContain('䶮㛃镕[U+20BB7]');
      expect(text).toContain('以码位');
    }
  });
});
