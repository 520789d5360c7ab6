/** Where to begin: who one is to the platform, and the first request as each. */
import { ROLES, type Role } from '../../../schema/law/facts.ts';
import { tokenCommand, tokenHeaders } from '../operations/example.ts';
import { type Block, both, type Facts, type Page, run, say, show, type Text, table } from '../page.ts';
import { ROLE_NAMES, WORDS } from '../words.ts';

/** What each has to bring, with its article. */
const NEEDS: Readonly<Record<Role, Text>> = {
  PUBLIC: both(
    'nothing; sees what is open to anyone, Article 23 (1)',
    '无需令牌；可查阅无条件开放的信息（第二十三条）',
  ),
  SUBJECT: both(
    'a token with its own number; sees itself, whole and without limit, Article 24',
    '含本人证件号码的令牌；可不限次数免费查阅本人全部信息（第二十四条）',
  ),
  PARTY: both(
    '`Credit-Purpose`, an agreement and, for a person, its authorization, Articles 23 (2) and 24',
    '`Credit-Purpose`、开放协议；查询自然人的还须有其授权（第二十三条、第二十四条）',
  ),
  DEPARTMENT: both(
    '`Credit-Purpose`, `Credit-Case` and a registered duty, Article 22',
    '`Credit-Purpose`、`Credit-Case`和已登记的履职事项（第二十二条）',
  ),
  PROVIDER: both(
    'delivers the items that the catalog names it for, Article 21',
    '报送目录规定由其提供的条目（第二十一条）',
  ),
  COLLECTOR: both(
    'reads what is open to anyone and its own feed, Article 38',
    '可查阅无条件开放的信息和本单位的变更通知（第三十八条）',
  ),
  OPERATOR: both('keeps agreements, duties and the ledger, Article 6', '管理开放协议、履职事项和披露日志（第六条）'),
  ANALYST: both(
    'numbers alone, never a row, Articles 17 and 22',
    '只提供统计数据，不提供任何记录（第十七条、第二十二条）',
  ),
  AUTHORITY: both('publishes catalog, purposes, lists and measures, Article 7', '公布目录、用途、名单和措施（第七条）'),
};

const WHO: Readonly<Record<Role, string | undefined>> = {
  PUBLIC: undefined,
  SUBJECT: 'CITIZEN_ID:239999199003070016',
  PARTY: 'BANK-A',
  DEPARTMENT: 'HRB-PERMIT',
  PROVIDER: 'HLJ-AMR',
  COLLECTOR: 'COLLECTOR-A',
  OPERATOR: 'HLJ-CREDIT',
  ANALYST: 'HLJ-CREDIT',
  AUTHORITY: 'HLJ-BIZENV',
};

const post = (url: string, query: string, headers: readonly string[] = []): string =>
  [`curl -s ${url}/graphql -H 'content-type: application/json'`, ...headers, `-d '${JSON.stringify({ query })}'`].join(
    ' \\\n  ',
  );
const bearer = '-H "authorization: Bearer $TOKEN"';
const token = (role: Role): string => {
  const by = WHO[role];
  return tokenCommand({ role, ...(by === undefined ? {} : { by }) }) ?? '';
};

const PERSON = 'subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"})';
const LISTED = '{type: USCC, value: "91239999MA2ABC029U"}';

/** A bank's question as this server takes it: with a token of its command, with a bound one, or not as a text at all. */
function bank(facts: Facts): readonly Block[] {
  if (facts.onlyKeptForParties)
    return [
      say(
        'A bank asks here by the id of [an operation that the operator keeps](/docs/en/operations#kept), within its agreement and her authorization.',
        '银行在开放协议和本人授权范围内，以[公共信用工作机构留存的操作](/docs/zh/operations#kept)的编号查询。',
      ),
    ];
  const lines = post(facts.url, `{ ${PERSON} { name pseudonym records { totalCount } } }`, [
    ...tokenHeaders('PARTY', facts),
    "-H 'Credit-Purpose: LOAN_ORIGINATION'",
  ]);
  return facts.boundRoles.includes('PARTY')
    ? [
        say(
          'A bank, within its agreement and her authorization. Its token is bound here: `TOKEN`, `dpop.pem` and `jws.py` are those of [the page on tokens](/docs/en/tokens).',
          '银行在开放协议和本人授权范围内查询。本服务器要求其令牌与持有者绑定：`TOKEN`、`dpop.pem`和`jws.py`见[令牌页](/docs/zh/tokens)。',
        ),
        show(lines),
      ]
    : [
        say('A bank, within its agreement and her authorization:', '银行在开放协议和本人授权范围内查询：'),
        run(`${token('PARTY')}\n${lines}`),
      ];
}

export const start: Page = {
  name: 'start',
  title: both('Start', '开始使用'),
  lead: both(
    'One address takes GraphQL: `POST /graphql`. Who you are says your token, what for your headers, and what you may see the law. What you may not see is refused with its article, or is as if it were not there.',
    '接口地址只有一个：以`POST /graphql`发送GraphQL。令牌表明您的身份，请求头说明用途，可以查阅的范围由法规确定。无权查阅的内容，或者附条款予以拒绝，或者视同不存在。',
  ),
  sections: (facts) => [
    {
      id: 'who',
      title: both('Who you are', '您是谁'),
      blocks: [
        table(
          [both('role', '角色'), both('who', '访问者'), both('what it needs and sees', '条件和范围')],
          ROLES.map((role) => [`\`${role.toLowerCase()}\``, ROLE_NAMES[role], NEEDS[role]]),
        ),
        say(
          'A token comes from the authorization server that the operator trusts, as [the page on tokens](/docs/en/tokens) shows. A token that is missing means anyone; one that is present and bad is 401 and never counts as none.',
          '令牌由公共信用工作机构信任的授权服务器签发，见[令牌页](/docs/zh/tokens)。不带令牌即视为任何人；令牌无效的返回401，不会视为未带令牌。',
        ),
      ],
    },
    ...(facts.development && facts.sample
      ? [
          {
            id: 'first',
            title: both('First requests', '首次请求'),
            blocks: [
              say(
                'This server is in development mode: it holds a synthetic province, and `npm run token` makes tokens for it. Anyone asks about a person:',
                '本服务器处于开发模式：数据为合成的省域样例，可用`npm run token`制作令牌。任何人查询一名自然人：',
              ),
              run(
                post(
                  facts.url,
                  `{ ${PERSON} { name identifier { value } records { totalCount } nonPublicRecords { totalCount } } }`,
                ),
              ),
              say('She herself, who sees everything about herself:', '本人查询，可见全部信息：'),
              run(
                `${token('SUBJECT')}\n${post(facts.url, '{ me { name birthDate records { totalCount nodes { item { name openness } } } } }', [bearer])}`,
              ),
              ...bank(facts),
              say('A permit desk, one question before it decides:', '行政机关在作出许可决定前查询：'),
              run(
                `${token('DEPARTMENT')}\n${post(facts.url, `{ matterCheck(subject: ${LISTED}, matter: "FOOD-PERMIT") { complete findings { summary article } measures { name article } pledge { eligible reasons } } }`, [bearer, "-H 'Credit-Purpose: PERMIT' -H 'Credit-Case: 2026-0001'"])}`,
              ),
              say('An analyst, who reads numbers:', '统计人员查询统计数据：'),
              run(
                `${token('ANALYST')}\n${post(facts.url, '{ statistics(groupBy: [NATURE]) { asOf rows { keys count error suppressed } } }', [bearer])}`,
              ),
              say('The operator, who sees who asked what:', '公共信用工作机构查阅查询日志：'),
              run(
                `${token('OPERATOR')}\n${post(facts.url, '{ disclosures(first: 5) { totalCount nodes { at recipient { code } purpose items { code } outcome } } }', [bearer])}`,
              ),
            ],
          },
        ]
      : []),
    {
      id: 'read',
      title: both('How to read an answer', '如何理解应答'),
      blocks: [
        {
          kind: 'list',
          items: [
            both(
              'An answer may be partial: what is refused is `null`, with an error at its path and the article; the rest stands. [All errors](/docs/en/errors).',
              '应答可能是部分的：被拒绝的内容为`null`，并在其路径上附错误和条款，其余照常提供。见[全部错误](/docs/zh/errors)。',
            ),
            both(
              'What would tell that something exists is hidden instead: it is in no list, no count and no cursor. `access` says for each item whether it is granted to you, so that “nothing there” and “not for you” can be told apart without learning what is there.',
              '可能暴露存在与否的内容则予以隐去：不出现在列表、计数和游标中。`access`逐条目说明是否向您开放，从而区分“没有”与“不向您开放”，而不透露有什么。',
            ),
            both(
              'Ids are opaque. Those about natural persons and sole traders are your own: another recipient knows the same record by another id. Those about organizations are the same for everybody.',
              '编号不含任何信息。关于自然人和个体工商户的编号为各接收方专有：同一记录在其他接收方处编号不同；关于组织的编号对所有人相同。',
            ),
            both(
              'Dates are `YYYY-MM-DD` in Asia/Shanghai; instants are ISO 8601 with offset; money is a decimal string in yuan.',
              '日期为`YYYY-MM-DD`（Asia/Shanghai）；时刻为带时差的ISO 8601格式；金额为以元为单位的十进制字符串。',
            ),
            both(
              'Every answer about somebody is on the ledger, and the subject reads who asked. `x-request-id` of the answer finds the request in the log of the operator.',
              '涉及信用主体的每次应答都记入披露日志，信用主体可以查阅谁查询过。公共信用工作机构可凭应答中的`x-request-id`在日志中找到该请求。',
            ),
          ],
        },
        say(
          'Small whole clients in Python, TypeScript, Java and for curl, and what Apollo Client, urql and others must be told, come with the source: `gateway/clients/`, `gateway/http/CLIENTS.md`. `npm run kit -- --offline` runs the cases by which a client in any language tests itself.',
          'Python、TypeScript、Java和curl的小型完整客户端，以及Apollo Client、urql等须作的设置，随源代码提供：`gateway/clients/`、`gateway/http/CLIENTS.md`。`npm run kit -- --offline`运行成员单位测试包，任何语言的客户端均可据以自测。',
        ),
        table(
          [both('page', '页面'), WORDS.meaning],
          [
            [
              both('[operations](/docs/en/operations)', '[操作](/docs/zh/operations)'),
              both(
                'each operation by role, with a request and its real answer',
                '按角色列出各项操作，附请求和真实应答',
              ),
            ],
            [
              both('[schema](/schema.graphql)', '[接口模式](/schema.graphql)'),
              both(
                'what can be asked, as text for the tools that write clients',
                '可以查询的内容，供生成客户端的工具使用的文本',
              ),
            ],
            [
              both('[errors](/docs/en/errors)', '[错误](/docs/zh/errors)'),
              both('code, reason, article, and what to do', '代码、原因、条款及处理办法'),
            ],
            [
              both('[headers](/docs/en/headers)', '[请求头](/docs/zh/headers)'),
              both('those that are read and those that are sent', '读取和返回的各项'),
            ],
            [
              both('[limits](/docs/en/limits)', '[限制](/docs/zh/limits)'),
              both('rates, cost, sizes, pages, quotas', '频率、开销、大小、分页和限额'),
            ],
            [
              both('[reports and webhooks](/docs/en/reports)', '[报告和回调通知](/docs/zh/reports)'),
              both('everything that is not GraphQL', '除GraphQL以外的全部接口'),
            ],
            [
              both('[proofs](/docs/en/proofs)', '[证明](/docs/zh/proofs)'),
              both(
                'matter tokens, reports, ledger proofs, checked without us',
                '不依赖本平台核验应答签名、报告和披露日志',
              ),
            ],
            [
              both('[tokens](/docs/en/tokens)', '[令牌](/docs/zh/tokens)'),
              both('private_key_jwt and DPoP', 'private_key_jwt和DPoP'),
            ],
          ],
        ),
      ],
    },
  ],
};
