/** Renders a report as an HTML page, and the verification page behind its QR code. Without scripts; the page loads nothing. */
import { createHash } from 'node:crypto';
import QRCode from 'qrcode';
import type { ReportStatus } from '../../subgraphs/reports/reports.ts';
import { certificateTexts } from './certificate.ts';
import { entryTexts } from './entries.ts';
import { headOf } from './head.ts';
import { objectionOf } from './objection.ts';
import { runsOf } from './pdf/spans.ts';
import type { Report, ReportEntry } from './report.ts';
import type { Language } from './templates.ts';
import { CERTIFICATE, SECTION_TITLES, TAG_OF, TITLES, WORDS } from './wording.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Characters that turn the order of others round or hide what stands beside them are shown as code points, as no font of the PDF draws them. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}]/gu;
const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replace(UNSEEN, (character) => `[U+${character.codePointAt(0)?.toString(16).toUpperCase()}]`);

const STYLE = `
:root { color-scheme: light; --ink: #1d2430; --line: #d7dce4; --quiet: #5b6678; --mark: #8c1d18; }
* { box-sizing: border-box; }
body { font: 15px/1.65 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); margin: 0; background: #f4f6f9; }
main { max-width: 860px; margin: 24px auto; background: #fff; padding: 40px 48px; border: 1px solid var(--line); }
header { display: flex; justify-content: space-between; gap: 24px; border-bottom: 2px solid var(--ink); padding-bottom: 16px; }
h1 { font-size: 26px; line-height: 1.3; margin: 0 0 12px; }
h2 { font-size: 18px; margin: 28px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
article { padding: 12px 0; border-bottom: 1px dashed var(--line); break-inside: avoid; }
article h3 { font-size: 15px; margin: 0 0 4px; } .from { color: var(--quiet); font-size: 13px; }
.quiet { color: var(--quiet); } .mark { color: var(--mark); font-weight: 600; }
.banner { border: 2px solid var(--mark); color: var(--mark); padding: 8px 12px; margin: 16px 0; font-weight: 600; }
figure { margin: 0; text-align: center; width: 128px; flex: none; } figcaption { font-size: 11px; color: var(--quiet); } svg { width: 120px; height: 120px; }
footer { margin-top: 28px; font-size: 12px; color: var(--quiet); }
@media (max-width: 600px) { main { padding: 20px; margin: 0; } header { flex-direction: column; } dl { grid-template-columns: 1fr; } dt { margin-top: 6px; } }
@media print { body { background: #fff; } main { border: 0; margin: 0; max-width: none; padding: 0; } @page { margin: 18mm; } }
`;

/** Content security policy of both pages: their own style, by its hash, and nothing else. */
export const CONTENT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const document = (language: Language, title: string, body: string): string =>
  `<!doctype html><html lang="${TAG_OF[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

/** A text of a report; what is said in the other language is marked, so that it is read out in that one. */
const told = (text: string, language: Language): string =>
  runsOf(text, language, () => 0)
    .runs.map((run) =>
      run.language === language
        ? escaped(run.text)
        : `<span lang="${TAG_OF[run.language]}">${escaped(run.text)}</span>`,
    )
    .join('');

const list = (pairs: readonly (readonly [string, string])[], language: Language): string =>
  `<dl>${pairs.map(([label, value]) => `<dt>${told(label, language)}</dt><dd>${told(value, language)}</dd>`).join('')}</dl>`;

function entryOf(entry: ReportEntry, language: Language): string {
  const { heading, mark, pairs, from } = entryTexts(entry, language);
  const marked = mark === '' ? '' : ` <span class="mark">${escaped(mark)}</span>`;
  return `<article><h3>${told(heading, language)}${marked}</h3>${list(pairs, language)}<p class="from">${told(from, language)}</p></article>`;
}

/** What a certificate says in place of sections; undefined for a report. */
function certified(report: Report): string | undefined {
  const { language } = report;
  const texts = certificateTexts(report);
  if (texts === undefined) return undefined;
  const { sentence, pairs, meaning } = texts;
  return `<section><p>${told(sentence, language)}</p>${list(pairs, language)}<p class="quiet">${told(meaning, language)}</p></section><footer>${escaped(CERTIFICATE.notice[language])}</footer>`;
}

/** The report as HTML. */
export async function reportPage(report: Report, status: ReportStatus): Promise<string> {
  const { language } = report;
  const title = TITLES[report.template][language];
  const code = await QRCode.toString(report.verify, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
  const superseded =
    status.status === 'SUPERSEDED' ? `<p class="banner">${escaped(WORDS.superseded[language])}</p>` : '';
  const sections = report.sections.map(({ key, asked, entries }) => {
    const none = asked ? WORDS.none[language] : WORDS.noneOf[language];
    const body =
      entries.length === 0
        ? `<p class="quiet">${escaped(none)}</p>`
        : entries.map((entry) => entryOf(entry, language)).join('');
    return `<section><h2>${escaped(SECTION_TITLES[key][language])}</h2>${body}</section>`;
  });
  const body =
    certified(report) ??
    `${sections.join('')}<section><h2>${escaped(WORDS.objections[language])}</h2><p>${told(objectionOf(report), language)}</p></section><footer>${escaped(WORDS.notice[language])}</footer>`;
  return document(
    language,
    `${title} ${report.jti}`,
    `<header><div><h1>${escaped(title)}</h1>${list(headOf.report(report), language)}</div><figure>${code}<figcaption>${escaped(WORDS.verify[language])}</figcaption></figure></header>${superseded}${body}`,
  );
}

/** What people are told instead of a report that they opened. */
export const noticePage = (
  language: Language,
  { message, help }: { readonly message: string; readonly help: string },
): string => document(language, TITLES.PUBLIC_CREDIT[language], `<h1>${escaped(message)}</h1><p>${escaped(help)}</p>`);

const STATES: Readonly<Record<ReportStatus['status'], string>> = {
  CURRENT: '有效 Current: 报告由本平台出具，所载信息未变更。Issued here; nothing in it has changed.',
  SUPERSEDED: '已失效 Superseded: 所载信息已变更、修复或者到期。Something in it changed, was restored, or ended.',
  UNKNOWN: '无法核验 Unknown: 本平台没有出具过此编号的报告。No report of this number was issued here.',
};

/** The page behind the QR code: status and dates in both languages. It shows none of the content, because anyone may open it. */
export function statusPage(status: ReportStatus): string {
  const dates = [
    ...(status.issuedAt === null ? [] : [['出具时间 Issued', headOf.instant(status.issuedAt)] as const]),
    ...(status.supersededAt === null ? [] : [['失效时间 Superseded', headOf.instant(status.supersededAt)] as const]),
  ];
  return document(
    'zh',
    '信用报告核验 Verification of a credit report',
    `<h1>信用报告核验<br>Verification of a credit report</h1><p class="${status.status === 'CURRENT' ? '' : 'banner'}">${escaped(STATES[status.status])}</p>${list(dates, 'zh')}<footer>内容请以报告电子版（JWS）核对；本页不显示报告内容。Check the content against the electronic report (JWS); this page shows none of it.</footer>`,
  );
}
