/** Each operation by role: the request as it is sent, and the answer that a server gave to it. */
import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { ROLES, type Role } from '../../../schema/law/facts.ts';
import { type Example, requestCommand, variablesOf } from '../operations/example.ts';
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
    show(print(parse(document))),
    ...(variables === undefined ? [] : [show(json(variablesOf(variables, answers())))]),
    { kind: 'more', title: WORDS.request, blocks: [show(requestCommand(example, facts, answers()))] },
    { kind: 'more', title: WORDS.answer, blocks: [show(json(answers()[example.name]))] },
  ];
}

const sectionOf = (role: Role, facts: Facts): Section => ({
  id: role.toLowerCase(),
  title: ROLE_NAMES[role],
  blocks: EXAMPLES.filter((example) => example.role === role).map((example) => ({
    kind: 'more',
    title: `\`${example.name}\``,
    blocks: exampleBlocks(example, facts),
  })),
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
          'The body is `{ "query": …, "variables": … }`, one operation a request. Connections take `first`, `after`, `last` and `before`, as Relay defines them; a cursor belongs to one caller and one query. An unfolded request is a command for this server. Sentences of errors are in the language of `Accept-Language`; the answers here were asked without it.',
          '请求体为`{ "query": …, "variables": … }`，每次请求一项操作。分页参数为`first`、`after`、`last`、`before`，含义依Relay规范；游标只用于同一访问者的同一查询。展开“请求”即为发往本服务器的命令。错误说明的语言依`Accept-Language`；此处的应答未带该请求头。',
        ),
      ],
    },
    ...ROLES.filter((role) => EXAMPLES.some((example) => example.role === role)).map((role) => sectionOf(role, facts)),
  ],
};
