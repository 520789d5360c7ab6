/** What can be refused: code, reason, article, and what to do; from the catalogue that `npm run generate` makes of the code. */
import { CODES, type Code } from '../../../schema/errors.ts';
import type { Localized } from '../../../schema/localized.ts';
import { type CatalogueEntry, catalogue } from '../errors/catalogue.ts';
import { both, type Page, type Section, say, show, type Text, table } from '../page.ts';
import { WORDS } from '../words.ts';

/** What a code means for a program, which reads it before it reads the reason. */
const MEANINGS: Readonly<Record<Code, Localized>> = {
  UNAUTHENTICATED: both(
    'The token or its proof does not say who asks. Nothing was answered.',
    '令牌或其证明不能表明访问者身份，未作任何应答。',
  ),
  FORBIDDEN: both(
    'Not open to this caller, for this purpose or item, whether it exists or not. The article says why.',
    '不向该访问者、该用途或该条目开放，与是否存在无关；所附条款说明依据。',
  ),
  BAD_USER_INPUT: both(
    'What was sent cannot be meant. It is not repeated by trying again.',
    '发送的内容有误，重试无益。',
  ),
  NOT_FOUND: both(
    'A mutation, a report or an address names what is not there, or belongs to another; which of both is not told.',
    '变更操作、报告或地址所指的内容不存在或者属于他人，不作区分。',
  ),
  CONFLICT: both(
    'The present state forbids the change, or it was made already.',
    '现有状态不允许该变更，或者已经变更。',
  ),
  TOO_COSTLY: both(
    'A limit of size, cost or rate. See [the limits](/docs/en/limits).',
    '超过大小、开销或者频率的限制，见[限制](/docs/zh/limits)。',
  ),
  QUOTA_EXCEEDED: both(
    'The daily number of subjects of the agreement is used up. `extensions.renewsAt` says when it renews; there is no `Retry-After`.',
    '开放协议约定的每日数量已用完。恢复时间见`extensions.renewsAt`，不返回`Retry-After`。',
  ),
  PERSISTED_QUERY_NOT_FOUND: both(
    'No operation is kept under this hash, said as Apollo’s clients expect it: they send the text after it.',
    '没有以该散列值留存的操作，以Apollo客户端所期待的方式告知；客户端随后发送文本。',
  ),
  PERSISTED_QUERY_NOT_SUPPORTED: both(
    'No operations are kept here at all. Send the query itself.',
    '此处没有留存任何操作，请发送查询本身。',
  ),
  UNAVAILABLE: both(
    'A part of the platform does not answer now. Nothing was disclosed or changed; try again.',
    '平台的某一部分暂不应答，未提供或者变更任何信息，请重试。',
  ),
  INTERNAL: both(
    'A fault of the platform, told without its words. `extensions.id` finds it in the log of the operator.',
    '平台故障，不透露细节。公共信用工作机构可凭`extensions.id`在日志中找到。',
  ),
};

const dash = (texts: readonly (string | number)[]): string => (texts.length === 0 ? '–' : texts.join(', '));

const rowsOf = ({ reason, statuses, articles, says }: CatalogueEntry): Text[][] =>
  says.map(({ message, help }, index) =>
    index === 0
      ? [reason === null ? '–' : `\`${reason}\``, dash(articles), dash(statuses), message, help]
      : ['', '', '', message, help],
  );

const sectionOf = (code: Code, status: number | undefined): Section => ({
  id: code.toLowerCase().replaceAll('_', '-'),
  title: `\`${code}\``,
  blocks: [
    { kind: 'text', text: MEANINGS[code] },
    ...(status === undefined
      ? []
      : [
          say(
            `Outside of an answer of GraphQL: HTTP ${status}, unless the table says another.`,
            `不在GraphQL应答之内的：HTTP ${status}，表中另有注明的除外。`,
          ),
        ]),
    table(
      [WORDS.reason, WORDS.article, WORDS.status, WORDS.says, WORDS.help],
      catalogue()
        .errors.filter((entry) => entry.code === code)
        .flatMap(rowsOf),
    ),
  ],
});

export const errors: Page = {
  name: 'errors',
  title: both('Errors', '错误'),
  lead: both(
    'Each error says what happened and what to do next, in the language of `Accept-Language`; codes, reasons and articles are the same in both. For programs: [errors.json](/docs/errors.json).',
    '每个错误都说明发生了什么以及如何处理，语言依`Accept-Language`；代码、原因和条款在两种语言中相同。供程序读取：[errors.json](/docs/errors.json)。',
  ),
  sections: ({ statusOf }) => [
    {
      id: 'form',
      title: both('Form', '形式'),
      blocks: [
        show(
          JSON.stringify(
            {
              errors: [
                {
                  message: '…',
                  path: ['subject', 'nonPublicRecords'],
                  extensions: { code: 'FORBIDDEN', reason: 'IDENTITY_REQUIRED', article: '23(2)', help: '…' },
                },
              ],
            },
            null,
            2,
          ),
        ),
        say(
          'A program reads `code` first, then `reason`; `article` is the article of the Regulations. An answer of GraphQL with errors within stays HTTP 200: read `errors`, not the status. Before a query runs, and outside of GraphQL, the status says it too; a client that names `application/json` in `Accept` gets 200 for what GraphQL itself refuses with 400.',
          '程序先读`code`，再读`reason`；`article`为《黑龙江省社会信用条例》的条款。含有错误的GraphQL应答仍为HTTP 200：请读取`errors`而不是状态码。查询执行之前以及GraphQL以外的错误，状态码也予表明；在`Accept`中指明`application/json`的客户端，GraphQL本身以400拒绝的改为200。',
        ),
        say('In the tables … stands for a value.', '表中“…”代表具体的值。'),
      ],
    },
    ...CODES.map((code) => sectionOf(code, statusOf[code])),
    {
      id: 'rows',
      title: both('Codes of rejected rows', '未受理行的代码'),
      blocks: [
        say(
          'A delivery is taken row by row: `rejected { row code message }`. `correctRecord` and `recordPledge`, which deliver one, give the same code as `reason`.',
          '报送逐行受理：`rejected { row code message }`。一次只报送一条的`correctRecord`和`recordPledge`，以相同的代码作为`reason`。',
        ),
        table(
          [WORDS.code, WORDS.says],
          catalogue().rows.flatMap(({ code, says }): Text[][] =>
            says.length === 0
              ? [[`\`${code}\``, '–']]
              : says.map((text, index) => [index === 0 ? `\`${code}\`` : '', text]),
          ),
        ),
      ],
    },
  ],
};
