/** Each operation by role: the request as it is sent, and the answer that a server gave to it. */
import { readFileSync } from 'node:fs';
import { ROLES, type Role } from '../../../schema/law/facts.ts';
import { type Example, requestCommand, textShown, variablesOf } from '../operations/example.ts';
import { EXAMPLES } from '../operations/examples.ts';
import { type Block, both, type Facts, type Page, type Section, say, show } from '../page.ts';
import { ROLE_NAMES, WORDS } from '../words.ts';

let read: Readonly<Record<string, unknown>> | undefined;

/** Answers by the name of the example, as `test/docs/record.ts` wrote them. */
export function answers(): Readonly<Record<string, unknown>> {
  read ??= JSON.parse(readFileSync(new URL('../operations/answers.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
  return read;
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function exampleBlocks(example: Example, facts: Facts): Block[] {
  const { document, variables } = example;
  return [
    { kind: 'text', text: example.title },
    show(textShown(document)),
    ...(variables === undefined ? [] : [show(json(variablesOf(variables, answers())))]),
    { kind: 'more', title: WORDS.request, blocks: [show(requestCommand(example, facts, answers()))] },
    { kind: 'more', title: WORDS.answer, blocks: [show(json(answers()[example.name]))] },
  ];
}

/** What stands before the operations of a role: how this server wants its token and its text. */
const needsOf = (role: Role, { boundRoles, onlyKeptForParties }: Facts): Block[] => [
  ...(boundRoles.includes(role)
    ? [
        say(
          'Tokens of this role are bound here: `TOKEN`, `dpop.pem` and `jws.py` are those of [the page on tokens](/docs/en/tokens).',
          '本服务器要求该角色的令牌与持有者绑定：`TOKEN`、`dpop.pem`和`jws.py`见[令牌页](/docs/zh/tokens)。',
        ),
      ]
    : []),
  ...(onlyKeptForParties && role === 'PARTY'
    ? [
        say(
          'Only operations that are kept are answered here: each request names the SHA-256 of the text above it, and is answered once [the operator keeps](/docs/en/operations#kept) that text.',
          '此处只应答留存的操作：各请求以其上方文本的SHA-256为编号，[公共信用工作机构留存](/docs/zh/operations#kept)该文本后方可应答。',
        ),
      ]
    : []),
];

const sectionOf = (role: Role, facts: Facts): Section => ({
  id: role.toLowerCase(),
  title: ROLE_NAMES[role],
  blocks: [
    ...needsOf(role, facts),
    ...EXAMPLES.filter((example) => example.role === role).map(
      (example): Block => ({ kind: 'more', title: `\`${example.name}\``, blocks: exampleBlocks(example, facts) }),
    ),
  ],
});

/** Operations that the operator keeps under ids, as a caller sends them. */
const kept = ({ onlyKeptForParties }: Facts): Section => ({
  id: 'kept',
  title: both('Kept operations', '留存的操作'),
  blocks: [
    onlyKeptForParties
      ? say(
          'On this server a party asks by the id of an operation that the operator keeps, and not otherwise: a text of its own is 400 `OPERATION_ONLY`. Others may send texts too.',
          '在本服务器上，协议方只能以公共信用工作机构留存的操作编号查询：自行发送的文本返回400 `OPERATION_ONLY`。其他访问者也可以发送文本。',
        )
      : say(
          'Whoever has operations kept by the operator sends an id for the text. On this server nobody has to.',
          '操作由公共信用工作机构留存的，可以发送编号代替文本。本服务器不要求任何人这样做。',
        ),
    say(
      'Hand the operator the manifest that your tool writes: that of Apollo, of Relay’s compiler, or of graphql-codegen. An id is the hash of its text in small hexadecimal digits. Then send, without `query`, the id as `documentId` (`id` and `doc_id` are read too), or as Apollo’s clients do:',
      '请将工具生成的清单交给公共信用工作机构：Apollo、Relay编译器或者graphql-codegen的清单均可。编号为文本的散列值，以小写十六进制表示。此后不发送`query`，以`documentId`发送编号（也读取`id`和`doc_id`），或者按Apollo客户端的方式：',
    ),
    show(
      '{ "documentId": "sha256:…", "variables": { … } }\n{ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "…" } }, "variables": { … } }',
    ),
    say(
      'Purpose, agreement, limits and cost are those of any query. Nothing is kept by asking: an id that is not kept is 400 `OPERATION_UNKNOWN`. [The errors](/docs/en/errors) that begin with `OPERATION_` say the rest.',
      '用途、开放协议、限制和开销与其他查询相同。查询不会使操作留存：未留存的编号返回400 `OPERATION_UNKNOWN`。其余见以`OPERATION_`开头的[错误](/docs/zh/errors)。',
    ),
  ],
});

export const operations: Page = {
  name: 'operations',
  title: both('Operations', '操作'),
  lead: both(
    'Every query and mutation, under the role that asks it most. The answers are those of a server over the synthetic sample on 2026-11-20; what differs from server to server (ids, cursors, signatures, noise) is replaced by its kind and a number.',
    '全部查询和变更操作，列在最常使用的角色之下。应答取自2026-11-20在合成样例上运行的服务器；因服务器而异的内容（编号、游标、签名、噪声）以其种类和序号代替。',
  ),
  sections: (facts) => [
    {
      id: 'how',
      title: both('How to send one', '如何发送'),
      blocks: [
        say(
          `The body is \`{ "query": …, "variables": … }\`, one operation a request. Connections take \`first\`, \`after\`, \`last\` and \`before\`, as Relay defines them; a cursor belongs to one caller and one query. An unfolded request is a command for ${facts.sample ? 'this server' : 'this server, which does not hold the sample: put numbers and ids of your own into it'}. Sentences of errors are in the language of \`Accept-Language\`; the answers here were asked without it.`,
          `请求体为\`{ "query": …, "variables": … }\`，每次请求一项操作。分页参数为\`first\`、\`after\`、\`last\`、\`before\`，含义依Relay规范；游标只用于同一访问者的同一查询。展开“请求”即为发往本服务器的命令${facts.sample ? '' : '；本服务器没有样例数据，请换用您自己的号码和编号'}。错误说明的语言依\`Accept-Language\`；此处的应答未带该请求头。`,
        ),
      ],
    },
    kept(facts),
    ...ROLES.filter((role) => EXAMPLES.some((example) => example.role === role)).map((role) => sectionOf(role, facts)),
  ],
};
