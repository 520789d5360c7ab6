/** Everything that is not GraphQL: reports, their verification, keys, health, these pages, and the calls of webhooks. */
import { ATTEMPTS_MAX, LONGEST_WAIT_MINUTES, waitMinutes } from '../../../subgraphs/feed/webhook-delivery.ts';
import { TOLERANCE_SECONDS } from '../../../subgraphs/feed/webhook-signature.ts';
import type { Described } from '../openapi/answered.ts';
import { DESCRIBED } from '../openapi/described.ts';
import { tokenCommand } from '../operations/example.ts';
import { both, type Page, run, type Section, say, show, type Text, table } from '../page.ts';
import { WORDS } from '../words.ts';

const TOKENS: Readonly<Record<Described['token'], Text>> = {
  bearer: both('Token: needed.', '令牌：需要。'),
  optional: both('Token: not needed; one that is sent must be good.', '令牌：不需要；发送的必须有效。'),
  none: both('Token: not read.', '令牌：不读取。'),
};

const sectionOf = ({ route, summary, token, parameters = [], answers }: Described): Section => ({
  id: route
    .replace(/[^A-Za-z]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase(),
  title: `\`${route}\``,
  blocks: [
    { kind: 'text', text: summary },
    { kind: 'text', text: TOKENS[token] },
    ...(parameters.length === 0
      ? []
      : [
          table(
            [both('parameter', '参数'), WORDS.meaning],
            parameters.map(({ name, means }) => [`\`${name}\``, means]),
          ),
        ]),
    table(
      [WORDS.status, WORDS.meaning, both('media type', '媒体类型')],
      Object.entries(answers).map(([status, { means, types = {} }]) => [
        status,
        means,
        Object.keys(types)
          .map((type) => `\`${type}\``)
          .join(', '),
      ]),
    ),
  ],
});

const WAITS = [1, 2, 3].map((attempt) => String(waitMinutes(attempt)));

export const reports: Page = {
  name: 'reports',
  title: both('Reports and webhooks', '报告和回调通知'),
  lead: both(
    'Every address beside `POST /graphql`, and the calls that the platform makes. For programs: [openapi.json](/docs/openapi.json), OpenAPI 3.1.',
    '`POST /graphql`以外的全部地址，以及平台发出的回调。供程序读取：[openapi.json](/docs/openapi.json)（OpenAPI 3.1）。',
  ),
  sections: (facts) => [
    ...(facts.development && facts.sample
      ? [
          {
            id: 'report',
            title: both('A report, from making to verification', '报告：从制作到核验'),
            blocks: [
              say(
                'A company makes its own, has it as a PDF, by a link as a page for a browser, and whoever is handed it verifies it:',
                '企业制作本单位的报告并获取PDF，以链接在浏览器中打开，收到报告者予以核验：',
              ),
              run(
                [
                  tokenCommand({ role: 'SUBJECT', by: 'USCC:91239999MA1ABC019L' }),
                  `REPORT=$(curl -s ${facts.url}/reports -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" -d '{}' | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')`,
                  `curl -s ${facts.url}/reports/$REPORT -H "authorization: Bearer $TOKEN" -H 'accept: application/pdf' -o report.pdf`,
                  `curl -s ${facts.url}/reports/$REPORT -H "authorization: Bearer $TOKEN" -o report.jws`,
                  `LINK=$(curl -s -X POST ${facts.url}/reports/$REPORT/link -H "authorization: Bearer $TOKEN" | sed 's/.*"url":"\\([^"]*\\)".*/\\1/')`,
                  'curl -s "$LINK" -o report.html',
                  `curl -s ${facts.url}/verify/$REPORT -H 'accept: application/json'`,
                ].join('\n'),
              ),
              say(
                'How the signed text is checked without the platform: [proofs](/docs/en/proofs).',
                '不依赖本平台核验签名文本的方法见[证明](/docs/zh/proofs)。',
              ),
            ],
          },
        ]
      : []),
    ...DESCRIBED.filter(({ route }) => facts.routes.includes(route)).map(sectionOf),
    {
      id: 'webhooks',
      title: both('Webhooks', '回调通知'),
      blocks: [
        say(
          '`registerWebhook` names an https address and shows the secret once. When the feed of the unit has something new, the platform calls it by `POST`. The call says how much is new and up to which cursor, and nothing of what it is: read `changes`.',
          '`registerWebhook`登记https地址，密钥只显示一次。本单位的变更通知有新内容时，平台以`POST`回调。回调只说明新内容的数量和截至的游标，不含内容本身：请查询`changes`。',
        ),
        show(
          'POST https://receiver.example/credit\ncontent-type: application/json; charset=utf-8\ncredit-delivery: <id>\ncredit-timestamp: <seconds since 1970>\ncredit-signature: v1=<hexadecimal HMAC-SHA256>\n\n{"unit":"BANK-A","cursor":"…","count":1}',
        ),
        table(
          [WORDS.header, WORDS.meaning],
          [
            [
              '`Credit-Delivery`',
              both(
                'Id of the call, the same for every attempt until there are more changes.',
                '回调编号；在有更多变更之前，每次重试相同。',
              ),
            ],
            [
              '`Credit-Timestamp`',
              both(
                `Seconds since 1970. Refuse one that is more than ${TOLERANCE_SECONDS} seconds away.`,
                `自1970年起的秒数。相差超过${TOLERANCE_SECONDS}秒的应予拒绝。`,
              ),
            ],
            [
              '`Credit-Signature`',
              both(
                '`v1=` and HMAC-SHA256, keyed with the secret, over timestamp, id and body, joined by points.',
                '`v1=`加HMAC-SHA256：以密钥对时间、编号和请求体（以点连接）计算。',
              ),
            ],
          ],
        ),
        say(
          `Answer 2xx. Otherwise the call is repeated after ${WAITS.join(', ')} … minutes, at most ${LONGEST_WAIT_MINUTES} apart, ${ATTEMPTS_MAX} times in all; then it is given up, and \`retryDeadDeliveries\` tries it again. Redirects are not followed. [How to check a signature](/docs/en/proofs#webhook).`,
          `请返回2xx。否则在${WAITS.join('、')}……分钟后重试，间隔最长${LONGEST_WAIT_MINUTES}分钟，共${ATTEMPTS_MAX}次；此后放弃，可用\`retryDeadDeliveries\`重试。不跟随重定向。[签名核验方法](/docs/zh/proofs#webhook)。`,
        ),
        say(
          'A subject that chose a URL (`chooseChannel`) is called in the same way, with `{"code":"…"}` first, which `confirmChannel` takes, and then with `{"reference":"…"}`: there is something new in `me { messages }`, and nothing of whom or what.',
          '信用主体选择以网址接收通知的（`chooseChannel`），回调方式相同：先发送`{"code":"…"}`，由`confirmChannel`确认；此后仅发送`{"reference":"…"}`，说明`me { messages }`有新消息，不含任何主体或者内容信息。',
        ),
      ],
    },
  ],
};
