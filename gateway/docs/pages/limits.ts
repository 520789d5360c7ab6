/** The limits, each from where it is enforced. */
import { BATCH_SIZES } from '../../../schema/law/asking/batch-sizes.ts';
import { DEFAULT_SIZE } from '../../../subgraphs/request/paging.ts';
import { CLOCK_TOLERANCE_SECONDS, TOKEN_MAX } from '../../identity/access-token.ts';
import { AHEAD_SECONDS, PROOF_SECONDS } from '../../identity/dpop.ts';
import { VARIABLE_DEPTH } from '../../message/body.ts';
import { BODY_DEPTH } from '../../message/json.ts';
import { LIMITS } from '../../query/limits.ts';
import { LINK_MINUTES, OPENINGS_MAX } from '../../reports/link.ts';
import { both, type Facts, type Page, say, type Text, table } from '../page.ts';
import { WORDS } from '../words.ts';

const HEAD: readonly Text[] = [WORDS.limit, WORDS.value, WORDS.refused];
const row = (en: string, zh: string, value: number, beyond: Text): readonly Text[] => [
  both(en, zh),
  String(value),
  beyond,
];
const costly = (reason: string): string => `\`TOO_COSTLY\` \`${reason}\``;
const wrong = (reason: string): string => `\`BAD_USER_INPUT\` \`${reason}\``;

const rates = ({ rates: of }: Facts): readonly (readonly Text[])[] => [
  row(
    'of one network without a token (an IPv4 address, a /64 of IPv6)',
    '不带令牌的一个网络（一个IPv4地址、IPv6的/64）',
    of.public,
    `429 ${costly('RATE')}`,
  ),
  row(
    'of one subject; a guard against abuse and no quota, Article 24',
    '一个信用主体；用于防止滥用，并非限额（第二十四条）',
    of.subject,
    `429 ${costly('RATE')}`,
  ),
  row('of one unit in one role', '一个单位以一个角色', of.unit, `429 ${costly('RATE')}`),
];

export const limits: Page = {
  name: 'limits',
  title: both('Limits', '限制'),
  lead: both(
    'What one request may ask, and how often. The figures are those of this server.',
    '一次请求可以查询多少，以及多久可以请求一次。数值为本服务器的实际数值。',
  ),
  sections: (facts) => [
    {
      id: 'rates',
      title: both('Requests a minute', '每分钟请求数'),
      blocks: [
        table(HEAD, rates(facts)),
        say(
          `A request counts 1; making a report, and having it as PDF, counts ${facts.weights.report}; a verification of a report counts ${facts.weights.verification}, an opening by a link ${facts.weights.opening}. A refused token counts against the network that it came from. The reference pages, the health checks and the public keys count nothing.`,
          `一次请求计1；制作报告和获取PDF计${facts.weights.report}；核验报告计${facts.weights.verification}，以链接打开报告计${facts.weights.opening}。被拒绝的令牌计入其来源网络。参考页面、健康检查和公钥不计。`,
        ),
        say(
          'Beyond the rate the answer is 429 with `Retry-After` in seconds. No other answer carries `Retry-After`.',
          '超过频率的返回429，并以`Retry-After`注明秒数。其他应答均不含`Retry-After`。',
        ),
      ],
    },
    {
      id: 'quota',
      title: both('Subjects a day', '每日信用主体数'),
      blocks: [
        say(
          'An agreement sets how many different subjects a party may be shown a day (Asia/Shanghai); `myAccess { agreements { dailyQuota usedToday left } }` says what is left. An answer that would show more shows nothing: `QUOTA_EXCEEDED`, in an answer of GraphQL with HTTP 200, for a report with 429. `extensions.renewsAt` says when the quota renews; `Retry-After` is not sent. Subjects that were shown today already can be asked again.',
          '开放协议约定协议方每日（Asia/Shanghai）可以查阅的不同信用主体数量；剩余数量见`myAccess { agreements { dailyQuota usedToday left } }`。应答将超过该数量的，全部不予提供：返回`QUOTA_EXCEEDED`，GraphQL应答为HTTP 200，报告为429。恢复时间见`extensions.renewsAt`，不返回`Retry-After`。当日已查阅的信用主体可以再次查询。',
        ),
      ],
    },
    {
      id: 'document',
      title: both('One operation', '一次操作'),
      blocks: [
        table(HEAD, [
          row(
            'cost: every object that can come back costs one, `@listSize` and `@cost` of the schema say more',
            '开销：可能返回的每个对象计一，另见接口模式的`@listSize`和`@cost`',
            LIMITS.cost,
            `400 ${costly('COST')}`,
          ),
          row('levels of selection', '嵌套层数', LIMITS.depth, `400 ${costly('DEPTH')}`),
          row('fields, fragments expanded', '字段数（展开片段后）', LIMITS.fields, `400 ${costly('FIELDS')}`),
          row('fields directly under the operation', '顶层字段数', LIMITS.roots, `400 ${costly('ROOTS')}`),
          row('aliases', '别名数', LIMITS.aliases, `400 ${costly('ALIASES')}`),
          row('directives', '指令数', LIMITS.directives, `400 ${costly('DIRECTIVES')}`),
          row('spreads of fragments', '片段展开数', LIMITS.fragments, `400 ${costly('FRAGMENTS')}`),
          row('tokens of the document', '文档的词法单元数', LIMITS.tokens, `400 ${costly('TOKENS')}`),
          row('levels of the variables', '变量嵌套层数', VARIABLE_DEPTH, '400 `TOO_COSTLY`'),
        ]),
      ],
    },
    {
      id: 'body',
      title: both('Body and token', '请求体和令牌'),
      blocks: [
        table(HEAD, [
          row('bytes of a body', '请求体字节数', LIMITS.bodyBytes, '413 `TOO_COSTLY`'),
          row(
            'bytes of a body of a role that delivers records',
            '报送记录的角色的请求体字节数',
            LIMITS.deliveryBytes,
            '413 `TOO_COSTLY`',
          ),
          row('levels of a body', '请求体嵌套层数', BODY_DEPTH, '400 `TOO_COSTLY`'),
          row('characters of a token', '令牌字符数', TOKEN_MAX, '401 `UNAUTHENTICATED`'),
          row(
            'seconds that clocks may differ for a token',
            '令牌的时钟误差秒数',
            CLOCK_TOLERANCE_SECONDS,
            '401 `UNAUTHENTICATED`',
          ),
          row('seconds for which a DPoP proof is good', 'DPoP证明的有效秒数', PROOF_SECONDS, '401 `UNAUTHENTICATED`'),
          row(
            'seconds that the clock of a proof may be ahead',
            '证明的时钟可以超前的秒数',
            AHEAD_SECONDS,
            '401 `UNAUTHENTICATED`',
          ),
          row('milliseconds for a whole request', '一次请求的毫秒数', facts.requestTimeoutMs, '503 `UNAVAILABLE`'),
        ]),
      ],
    },
    {
      id: 'sizes',
      title: both('Pages and batches', '分页和批量'),
      blocks: [
        table(HEAD, [
          row(
            'rows of a page when neither `first` nor `last` is sent',
            '不发送`first`和`last`时每页的行数',
            DEFAULT_SIZE,
            '–',
          ),
          row('rows of the largest page', '每页最多行数', LIMITS.page, wrong('PAGE_SIZE')),
          row('subjects of `subjects`', '`subjects`的信用主体数', BATCH_SIZES.subjects, wrong('BATCH_SIZE')),
          row(
            'subjects of `matterChecks`',
            '`matterChecks`的信用主体数',
            BATCH_SIZES.matterChecks,
            wrong('BATCH_SIZE'),
          ),
          row(
            'subjects of `watch` and `unwatch`',
            '`watch`和`unwatch`的信用主体数',
            BATCH_SIZES.watched,
            wrong('BATCH_SIZE'),
          ),
          row('items of `access`', '`access`的条目数', BATCH_SIZES.items, wrong('BATCH_SIZE')),
          row('records of `submitRecords`', '`submitRecords`的记录数', BATCH_SIZES.records, wrong('BATCH_SIZE')),
          row(
            'results of `deliverAssessments`',
            '`deliverAssessments`的结果数',
            BATCH_SIZES.assessments,
            wrong('BATCH_SIZE'),
          ),
          row(
            'entries of `submitDefaulters`',
            '`submitDefaulters`的名单条数',
            BATCH_SIZES.defaulters,
            wrong('BATCH_SIZE'),
          ),
          row('groups of `disclosureCounts`', '`disclosureCounts`的分组数', BATCH_SIZES.groups, costly('GROUPS')),
          row('minutes for which a link opens a report', '链接可以打开报告的分钟数', LINK_MINUTES, '410'),
          row('openings of one link', '一个链接的打开次数', OPENINGS_MAX, `429 ${costly('LINK_OPENINGS')}`),
        ]),
        say(
          'An error of an answer of GraphQL leaves it HTTP 200 where the table names no status. A client that names `application/json` in `Accept`, and does not prefer `application/graphql-response+json`, gets 200 too where GraphQL itself refuses, as GraphQL over HTTP asks: the document, its cost, its variables against the schema. What cannot be read stays 400: the levels of a body and of the variables, a body that is no request, a header.',
          '表中未注明状态码的，GraphQL应答中的错误不改变HTTP 200。在`Accept`中指明`application/json`且不优先`application/graphql-response+json`的客户端，由GraphQL本身拒绝的（文档、开销、变量与接口模式不符）也返回200，依GraphQL over HTTP。无法读取的仍为400：请求体和变量的嵌套层数、不成请求的请求体、请求头。',
        ),
      ],
    },
  ],
};
