/** The headers that are read, and those that are sent, each once. */
import { CHANNELS } from '../../../schema/law/facts.ts';
import { CASE_MAX, MATTER_MAX } from '../../identity/caller.ts';
import { PROOF_SECONDS } from '../../identity/dpop.ts';
import { both, type Page, say, type Text, table } from '../page.ts';
import { WORDS } from '../words.ts';

interface Told {
  readonly name: string;
  readonly meaning: Text;
}

/** What the server reads of a request; `test/docs/headers.test.ts` holds it against the code. */
export const READ: readonly Told[] = [
  {
    name: 'Authorization',
    meaning: both(
      '`Bearer TOKEN`, or `DPoP TOKEN` where the token is bound to a key. Absent: anyone.',
      '`Bearer TOKEN`；令牌与密钥绑定的为`DPoP TOKEN`。省略即为任何人。',
    ),
  },
  {
    name: 'DPoP',
    meaning: both(
      `A proof for this request (RFC 9449), made within ${PROOF_SECONDS} seconds and used once.`,
      `针对本次请求的证明（RFC 9449），须在${PROOF_SECONDS}秒之内制作，只能使用一次。`,
    ),
  },
  {
    name: 'Credit-Purpose',
    meaning: both(
      'Code of a published purpose; parties and departments need it.',
      '已公布用途的代码；协议方和行政机关须填写。',
    ),
  },
  {
    name: 'Credit-Case',
    meaning: both(
      `The caller’s own reference of its case, at most ${CASE_MAX} characters; departments need it. Text that is not ASCII as percent-encoded UTF-8.`,
      `访问者自己的案件编号，最多${CASE_MAX}个字符；行政机关须填写。非ASCII文本以百分号编码的UTF-8发送。`,
    ),
  },
  {
    name: 'Credit-Matter',
    meaning: both(
      `Code of the matter, at most ${MATTER_MAX} characters, for a department with duties in several under one purpose; encoded like \`Credit-Case\`.`,
      `事项代码，最多${MATTER_MAX}个字符；同一用途下有多个履职事项的行政机关填写，编码方式同\`Credit-Case\`。`,
    ),
  },
  {
    name: 'Credit-Channel',
    meaning: both(
      `${CHANNELS.map((channel) => `\`${channel}\``).join(', ')}; \`${CHANNELS[0]}\` when absent. It is recorded and opens nothing.`,
      `${CHANNELS.map((channel) => `\`${channel}\``).join('、')}，省略时为\`${CHANNELS[0]}\`。只作记录，不影响开放范围。`,
    ),
  },
  {
    name: 'Credit-For',
    meaning: both(
      'Id of the mandate under which the caller acts, as `me { mandates }` gives it, with a token of role `subject`. Anything else, a credit code or a number of a person above all, is 400; one that does not stand is 403.',
      '访问者所凭委托的编号，由`me { mandates }`给出，与角色为`subject`的令牌一并使用。填写其他内容（统一社会信用代码、证件号码等）返回400；委托无效的返回403。',
    ),
  },
  {
    name: 'Content-Type',
    meaning: both(
      '`application/json`, in UTF-8, of every body; of evidence that of the file (`POST /evidence`). Any other is 415.',
      '请求体为UTF-8编码的`application/json`；证据材料为文件本身的类型（`POST /evidence`）；其他的返回415。',
    ),
  },
  { name: 'Content-Encoding', meaning: both('None: a compressed body is 415.', '不得使用：压缩的请求体返回415。') },
  {
    name: 'Content-Length',
    meaning: both('Counted: a body over its limit is not read to its end.', '用于计算大小：超过限制的请求体不会读完。'),
  },
  { name: 'Transfer-Encoding', meaning: both('`chunked` is taken.', '可以使用`chunked`。') },
  {
    name: 'Accept',
    meaning: both(
      'Of GraphQL `application/graphql-response+json` or `application/json`, as GraphQL over HTTP has it; chooses the form of a report and of its verification.',
      'GraphQL为`application/graphql-response+json`或者`application/json`，依GraphQL over HTTP；并选择报告及其核验结果的格式。',
    ),
  },
  {
    name: 'If-None-Match',
    meaning: both('The `ETag` of a copy of `/schema.graphql`: 304.', '`/schema.graphql`副本的`ETag`：返回304。'),
  },
  {
    name: 'Accept-Language',
    meaning: both(
      '`zh` or `en`, with weights: the language of messages, help and of `/docs`. English where nothing fits.',
      '`zh`或`en`，可带权重：错误说明以及`/docs`的语言。均不符合时为英文。',
    ),
  },
  {
    name: 'Origin',
    meaning: both('Compared with those that the operator allows; none by default.', '与允许的来源比较；默认均不允许。'),
  },
  {
    name: 'Access-Control-Request-Method',
    meaning: both('Of a preflight of an allowed origin: 204.', '允许的来源发送预检请求时使用，返回204。'),
  },
  {
    name: 'traceparent',
    meaning: both(
      'W3C Trace Context: its trace id stands in the log beside the request.',
      'W3C Trace Context：其跟踪编号与请求一同记入日志。',
    ),
  },
  {
    name: 'Host',
    meaning: both(
      'Once, as HTTP asks; addresses are made from the setting of the operator and not from it.',
      '依HTTP规定发送一次；地址依公共信用工作机构的设置生成，不取自该请求头。',
    ),
  },
  {
    name: 'X-Forwarded-For',
    meaning: both('Believed from the proxies that the operator names.', '只采信公共信用工作机构指定的代理所发送的。'),
  },
];

/** What the server sends; the same test holds it against real answers. */
export const SENT: readonly Told[] = [
  {
    name: 'X-Request-Id',
    meaning: both(
      'Of every answer of a route: names it in the log. Tell it to the operator.',
      '每次应答均有：日志中的编号，可告知公共信用工作机构。',
    ),
  },
  {
    name: 'Content-Type',
    meaning: both(
      'The type that was accepted, `application/json; charset=utf-8` without a wish, or that of the page or report.',
      '所接受的类型，未指明的为`application/json; charset=utf-8`，或者页面、报告的类型。',
    ),
  },
  { name: 'Content-Language', meaning: both('Language of the sentences in the answer.', '应答中语句的语言。') },
  {
    name: 'Vary',
    meaning: both(
      '`Accept-Language` where the language counts, `Accept` where the type does, `Origin` where origins are allowed.',
      '与语言有关的为`Accept-Language`，与类型有关的为`Accept`；允许跨域来源的为`Origin`。',
    ),
  },
  {
    name: 'Retry-After',
    meaning: both(
      'Seconds; with 429 of the rate limit alone. Not with `QUOTA_EXCEEDED`, and not with 503.',
      '秒数；只随频率限制的429返回，不随`QUOTA_EXCEEDED`和503返回。',
    ),
  },
  {
    name: 'ETag',
    meaning: both('Of `/schema.graphql`: changes with the text.', '`/schema.graphql`的标签，随内容变更。'),
  },
  {
    name: 'WWW-Authenticate',
    meaning: both(
      'With every 401: scheme and error (RFC 6750, RFC 9449).',
      '随每个401返回：方式和错误（RFC 6750、RFC 9449）。',
    ),
  },
  { name: 'Allow', meaning: both('With 405: the methods of the address.', '随405返回：该地址允许的方法。') },
  {
    name: 'Location',
    meaning: both(
      'With 201 the address of the report or of the evidence, with 302 that of a page.',
      '随201返回报告或者证据材料地址，随302返回页面地址。',
    ),
  },
  { name: 'Content-Disposition', meaning: both('Name of the file that is sent.', '返回文件的名称。') },
  {
    name: 'Cache-Control',
    meaning: both(
      '`no-store`: nothing is to be kept. Of `/schema.graphql` and `/.well-known/jwks.json`, which are open to anyone, `public, max-age=300`.',
      '`no-store`：不得缓存。对任何人开放的`/schema.graphql`和`/.well-known/jwks.json`为`public, max-age=300`。',
    ),
  },
  {
    name: 'Content-Security-Policy',
    meaning: both('Nothing is loaded and nothing runs in a page.', '页面不加载也不运行任何内容。'),
  },
  { name: 'Strict-Transport-Security', meaning: both('Browsers use https from then on.', '浏览器此后使用https。') },
  { name: 'X-Content-Type-Options', meaning: both('`nosniff`', '`nosniff`') },
  { name: 'X-Frame-Options', meaning: both('`DENY`', '`DENY`') },
  { name: 'Referrer-Policy', meaning: both('`no-referrer`', '`no-referrer`') },
  { name: 'Cross-Origin-Opener-Policy', meaning: both('`same-origin`', '`same-origin`') },
  {
    name: 'Cross-Origin-Resource-Policy',
    meaning: both(
      '`same-origin`; `cross-origin` of an allowed origin.',
      '`same-origin`；对允许的来源为`cross-origin`。',
    ),
  },
  { name: 'Origin-Agent-Cluster', meaning: both('`?1`', '`?1`') },
  { name: 'X-DNS-Prefetch-Control', meaning: both('`off`', '`off`') },
  { name: 'X-Download-Options', meaning: both('`noopen`', '`noopen`') },
  { name: 'X-Permitted-Cross-Domain-Policies', meaning: both('`none`', '`none`') },
  { name: 'X-XSS-Protection', meaning: both('`0`, as browsers are advised today.', '`0`，依现行建议。') },
  { name: 'Access-Control-Allow-Origin', meaning: both('The origin, where the operator allows it.', '允许的来源。') },
  { name: 'Access-Control-Allow-Methods', meaning: both('Of a preflight.', '预检应答。') },
  { name: 'Access-Control-Allow-Headers', meaning: both('Of a preflight.', '预检应答。') },
  {
    name: 'Access-Control-Expose-Headers',
    meaning: both('What a page of that origin may read.', '该来源的页面可以读取的响应头。'),
  },
  { name: 'Access-Control-Max-Age', meaning: both('Of a preflight, in seconds.', '预检应答，单位为秒。') },
];

const rows = (told: readonly Told[]): Text[][] => told.map(({ name, meaning }) => [`\`${name}\``, meaning]);

export const headers: Page = {
  name: 'headers',
  title: both('Headers', '请求头和响应头'),
  lead: both(
    'What the server reads of a request and what it sends with an answer. There are no cookies.',
    '服务器从请求读取的和随应答返回的各项。不使用cookie。',
  ),
  sections: () => [
    {
      id: 'read',
      title: both('Read', '读取'),
      blocks: [
        table([WORDS.header, WORDS.meaning], rows(READ)),
        say(
          'One that decides on identity, purpose, host or content type and is sent twice is 400: which of two counts is not defined.',
          '决定身份、用途、主机或内容类型的请求头重复发送的返回400：重复时以哪一个为准没有规定。',
        ),
        say(
          'Where a proxy ends TLS, it passes the certificate of the client in a header that the operator names (RFC 9440); sent by anybody else it is not read.',
          '由代理终止TLS的，代理以公共信用工作机构指定的请求头传递客户端证书（RFC 9440）；其他来源发送的不予读取。',
        ),
      ],
    },
    {
      id: 'sent',
      title: both('Sent', '返回'),
      blocks: [
        table([WORDS.responseHeader, WORDS.meaning], rows(SENT)),
        say(
          'Beside these stand those of HTTP itself: `Date`, `Content-Length`, `Connection`, `Keep-Alive`.',
          '此外还有HTTP本身的`Date`、`Content-Length`、`Connection`、`Keep-Alive`。',
        ),
      ],
    },
  ],
};
