/** Reports and their verification: each status that they give. */
import { LINK_MINUTES, OPENINGS_MAX } from '../../reports/link.ts';
import { both } from '../page.ts';
import {
  type Answered,
  BAD_TOKEN,
  type Described,
  FAILED,
  HTML,
  json,
  METHOD,
  NO_MANDATE,
  page,
  RATE,
  RATE_OR_QUOTA,
  ref,
  refused,
  SILENT,
  TEXT,
  TWICE,
} from './answered.ts';
import { REPORT_REQUEST } from './schemas.ts';

const ID = {
  name: 'id',
  in: 'path',
  means: both('Id of the report.', '报告编号。'),
  schema: { type: 'string', minLength: 1, maxLength: 64 },
} as const;
export const ACCEPT_LANGUAGE = {
  name: 'Accept-Language',
  in: 'header',
  means: both('`zh` or `en`.', '`zh`或`en`。'),
  schema: TEXT,
} as const;
const purposeHeaders = [
  {
    name: 'Credit-Purpose',
    in: 'header',
    means: both('Needed by parties and departments.', '协议方和行政机关须填写。'),
    schema: TEXT,
  },
  { name: 'Credit-Case', in: 'header', means: both('Needed by departments.', '行政机关须填写。'), schema: TEXT },
  {
    name: 'Credit-Matter',
    in: 'header',
    means: both('Of a department with duties in several matters.', '有多个履职事项的行政机关填写。'),
    schema: TEXT,
  },
  {
    name: 'Credit-For',
    in: 'header',
    means: both('Id of a mandate, of who acts for a subject.', '委托编号，代信用主体办理的填写。'),
    schema: TEXT,
  },
] as const;

const PDF = { type: 'string', contentMediaType: 'application/pdf' };
const SHOWN_WHOLE = refused(
  'It shows a person whole, and the stated purpose has no duty that needs it.',
  '报告实名显示个人信息，而所述用途没有相应的履职事项。',
);
const NONE_OF_YOURS = refused('No report of the caller has this id.', '没有为访问者制作的该编号的报告。');
const GONE = refused(
  'Superseded: something in it changed, was restored or ended.',
  '已失效：其中有内容变更、信用修复或者期满。',
);

/** What people see who open a link. */
const told = (en: string, zh: string, headers: readonly string[] = []): Answered => ({ ...page(en, zh), headers });

export const REPORT_PATHS: readonly Described[] = [
  {
    route: 'POST /reports',
    summary: both(
      'Makes a report of a subject as the caller may see it, signs it and keeps it.',
      '按访问者可以查阅的范围制作、签名并留存信用报告。',
    ),
    token: 'bearer',
    parameters: [...purposeHeaders, ACCEPT_LANGUAGE],
    body: REPORT_REQUEST,
    answers: {
      201: {
        means: both('Made: the signed text and its addresses.', '已制作：签名文本及其地址。'),
        types: json(ref('Report')),
        headers: ['Location'],
      },
      400: refused(
        'A header or the body cannot be meant; the message names the place.',
        '请求头或请求体有误，说明中注明位置。',
      ),
      401: BAD_TOKEN,
      403: refused('Not for this role, purpose or case.', '该角色、用途或案件无权制作。'),
      404: refused(
        'No such subject, or none that the caller may see: the two are not told apart.',
        '没有该信用主体或者无权查阅，不作区分。',
      ),
      405: METHOD,
      409: refused('A record changed while the report was made.', '制作报告期间有记录发生变更。'),
      413: refused('The body is too large.', '请求体过大。'),
      415: refused('The body is not JSON in UTF-8, or is compressed.', '请求体不是UTF-8编码的JSON，或者经过压缩。'),
      429: RATE_OR_QUOTA,
      500: FAILED,
      503: SILENT,
    },
  },
  {
    route: 'GET /reports/{id}',
    summary: both(
      'Gives a report to whom it was made for: signed text, page or PDF, as `Accept` asks.',
      '向制作时的接收方提供报告：签名文本、网页或PDF，依`Accept`。',
    ),
    token: 'bearer',
    parameters: [
      ID,
      ...purposeHeaders,
      {
        name: 'Accept',
        in: 'header',
        means: both('`application/jose` when absent.', '省略时为`application/jose`。'),
        schema: TEXT,
      },
      ACCEPT_LANGUAGE,
    ],
    answers: {
      200: {
        means: both('The report.', '报告。'),
        types: {
          'application/jose': TEXT,
          'text/html': TEXT,
          'application/pdf': PDF,
        },
        headers: ['Content-Disposition'],
      },
      400: TWICE,
      401: BAD_TOKEN,
      403: SHOWN_WHOLE,
      404: NONE_OF_YOURS,
      405: METHOD,
      406: refused('No form that the server has is accepted.', '不接受服务器具有的任何格式。'),
      410: GONE,
      429: RATE,
      500: FAILED,
      503: SILENT,
    },
  },
  {
    route: 'POST /reports/{id}/link',
    summary: both(
      `Makes a link that opens the report in a browser without a token, for ${LINK_MINUTES} minutes and ${OPENINGS_MAX} openings.`,
      `生成无需令牌即可在浏览器中打开报告的链接，有效${LINK_MINUTES}分钟，最多打开${OPENINGS_MAX}次。`,
    ),
    token: 'bearer',
    parameters: [ID, ...purposeHeaders, ACCEPT_LANGUAGE],
    answers: {
      200: { means: both('The link, and until when it opens.', '链接及其有效时间。'), types: json(ref('ReportLink')) },
      400: TWICE,
      401: BAD_TOKEN,
      403: SHOWN_WHOLE,
      404: NONE_OF_YOURS,
      405: METHOD,
      410: GONE,
      429: RATE,
      500: FAILED,
      503: SILENT,
    },
  },
  {
    route: 'GET /open-report',
    summary: both(
      'Opens a report by its link, as a page or a PDF; each opening is a disclosure to whoever made the link.',
      '以链接打开报告，格式为网页或PDF；每次打开均作为对链接生成者的一次披露。',
    ),
    token: 'optional',
    parameters: [
      { name: 'link', in: 'query', means: both('The link.', '链接。'), schema: TEXT },
      {
        name: 'format',
        in: 'query',
        means: both('`html` or `pdf`; as `Accept` asks when absent.', '`html`或`pdf`；省略时依`Accept`。'),
        schema: { enum: ['html', 'pdf'] },
      },
      { name: 'Accept', in: 'header', means: both('`text/html` when absent.', '省略时为`text/html`。'), schema: TEXT },
      ACCEPT_LANGUAGE,
    ],
    answers: {
      200: {
        means: both('The report.', '报告。'),
        types: { ...HTML, 'application/pdf': PDF },
        headers: ['Content-Disposition'],
      },
      400: told('The link is missing or cannot be read.', '缺少链接或者链接无法识别。'),
      401: told('A token that was sent is not good.', '所发送的令牌无效。', ['WWW-Authenticate']),
      403: told('Whoever made it may no longer read the report.', '生成者已无权查阅该报告。'),
      405: { means: METHOD.means, types: HTML, headers: ['Allow'] },
      406: told('No form that the server has is accepted.', '不接受服务器具有的任何格式。'),
      410: told('The link is over, or the report is superseded.', '链接已过期，或者报告已失效。'),
      429: told(
        'The rate limit, with `Retry-After`; or the link has been opened as often as it may be, without it.',
        '超过频率限制，附`Retry-After`；或者链接的打开次数已用完，不附。',
        ['Retry-After'],
      ),
      500: told('A fault of the platform.', '平台故障。'),
      503: told('A part does not answer, or not in time.', '平台的某一部分没有应答或者没有按时应答。'),
    },
  },
  {
    route: 'GET /verify/{id}',
    summary: both(
      'The page behind the QR code of a report: status and dates, and nothing of its content.',
      '报告二维码所指页面：只显示状态和日期，不显示内容。',
    ),
    token: 'optional',
    parameters: [
      ID,
      {
        name: 'Accept',
        in: 'header',
        means: both('`application/json` for a program.', '程序请用`application/json`。'),
        schema: TEXT,
      },
      ACCEPT_LANGUAGE,
    ],
    answers: {
      200: {
        means: both('Current, superseded or unknown.', '有效、已失效或者无法核验。'),
        types: { ...json(ref('ReportStatus')), ...HTML },
      },
      400: TWICE,
      401: BAD_TOKEN,
      403: NO_MANDATE,
      405: METHOD,
      429: RATE,
      500: FAILED,
      503: SILENT,
    },
  },
];
