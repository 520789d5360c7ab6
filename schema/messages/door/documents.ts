/** What is said of the document of a query before it runs: its form, its limits, its cost, and operations that are kept. */
import { type Said, said } from '../said.ts';

const LEAVE_SUBSCRIPTIONS = { en: 'Send a query or mutation.', zh: '请发送query或者mutation。' };

/** What a document is counted by, in Chinese; the English is the name of the limit. */
const COUNTED = {
  fields: '字段数',
  roots: '顶层字段数',
  depth: '嵌套层数',
  aliases: '别名数',
  directives: '指令数',
  fragments: '片段展开数',
} as const satisfies Readonly<Record<string, string>>;

export const documentMessages = {
  /** `fault` is what the parser says, without values; it speaks English alone. */
  syntax: (fault: string): Said =>
    said({
      en: [fault, 'Send a valid GraphQL document.'],
      zh: [`文档不符合GraphQL语法。解析器说明：${fault}`, '请发送有效的GraphQL文档。'],
    }),
  /** `fault` is what the validator says, without values. */
  query: (fault: string): Said =>
    said({
      en: [fault, 'Check the query against the published schema, GET /schema.graphql.'],
      zh: [`查询不能执行。校验器说明：${fault}`, '请对照已公布的接口模式（GET /schema.graphql）检查查询。'],
    }),
  noIntrospection: said({
    en: ['The schema cannot be asked for here.', 'Read it at GET /schema.graphql.'],
    zh: ['此处不提供接口模式查询。', '请通过GET /schema.graphql查阅接口模式。'],
  }),
  fragmentOfItself: said({
    en: ['A fragment of the document spreads itself.', 'Spread other fragments alone.'],
    zh: ['文档中有片段展开自身。', '片段只能展开其他片段。'],
  }),
  aliasReserved: (alias: string): Said =>
    said({
      en: [`The alias ${alias} is reserved.`, 'Use another alias.'],
      zh: [`别名${alias}为保留名称。`, '请使用其他别名。'],
    }),
  variableReserved: (variable: string): Said =>
    said({
      en: [`The variable $${variable} is reserved.`, 'Use another name.'],
      zh: [`变量$${variable}为保留名称。`, '请使用其他名称。'],
    }),
  aliasOfKey: (alias: string, line: number, column: number, type: string): Said =>
    said({
      en: [
        `The alias ${alias} at line ${line}, column ${column} has the name of a field of ${type} by which its parts are joined.`,
        'Choose another alias for the field.',
      ],
      zh: [`第${line}行第${column}列的别名${alias}与${type}用于关联各部分的字段同名。`, '请为该字段另取别名。'],
    }),
  noOperation: said({
    en: ['The document holds no operation.', LEAVE_SUBSCRIPTIONS.en],
    zh: ['文档中没有操作。', LEAVE_SUBSCRIPTIONS.zh],
  }),
  severalOperations: said({
    en: ['The document holds several operations.', 'Send one operation a request.'],
    zh: ['文档中有多项操作。', '每次请求请只发送一项操作。'],
  }),
  noSubscriptions: said({
    en: ['There are no subscriptions here.', LEAVE_SUBSCRIPTIONS.en],
    zh: ['此处没有subscription。', LEAVE_SUBSCRIPTIONS.zh],
  }),
  noText: said({
    en: ['A text in the document holds U+0000.', 'Send text without it.'],
    zh: ['文档中的文本含有U+0000。', '请发送不含U+0000的文本。'],
  }),
  tokens: (limit: number): Said =>
    said({
      en: [`The document has more than ${limit} tokens.`, 'Send a shorter document; use variables.'],
      zh: [`文档超过${limit}个词法单元。`, '请缩短文档，并使用变量。'],
    }),
  tooDeep: (levels: number): Said =>
    said({
      en: ['The document is nested too deep.', `Stay within ${levels} levels.`],
      zh: ['文档嵌套过深。', `请不超过${levels}层。`],
    }),
  /** More of something than the limit; `found` is undefined where nobody counted to the end. */
  over: (what: keyof typeof COUNTED, found: number | undefined, limit: number): Said =>
    said({
      en: [`The query comes to ${found ?? 'far too many'} ${what}; the limit is ${limit}.`, 'Ask for less at once.'],
      zh: [
        `查询的${COUNTED[what]}（${what}）${found === undefined ? '过多' : `为${found}`}，上限为${limit}。`,
        '请减少每次查询的内容。',
      ],
    }),
  cost: (cost: number, limit: number): Said =>
    said({
      en: [
        `The query would cost ${cost}; the limit is ${limit}.`,
        'Ask for smaller pages, fewer subjects at once or fewer nested lists.',
      ],
      zh: [`查询的开销将达${cost}，上限为${limit}。`, '请减小分页、减少每次查询的信用主体或者嵌套列表。'],
    }),
};

const KEEP = {
  en: 'Send an operation that the operator keeps, or the query itself.',
  zh: '请发送公共信用工作机构留存的操作，或者发送查询本身。',
};

export const operationMessages = {
  onlyKept: said({
    en: [
      'A party asks here by the id of an operation that the operator keeps, and not otherwise.',
      'Send { "documentId": "sha256:…", "variables": … }, or extensions.persistedQuery; have the operator keep what you need.',
    ],
    zh: [
      '协议方在此只能以公共信用工作机构留存的操作编号查询。',
      '请发送{ "documentId": "sha256:…", "variables": … }，或者extensions.persistedQuery；所需的操作请由公共信用工作机构留存。',
    ],
  }),
  /** `members` are names of the body. */
  several: (members: readonly string[]): Said =>
    said({
      en: [`The body holds ${members.join(' and ')}.`, 'Send one of them.'],
      zh: [`请求体中同时有${members.join('和')}。`, '请只发送其中之一。'],
    }),
  /** `member` is the name of the body under which the id was sent. */
  unknown: (member: string): Said =>
    said({
      en: [
        `No operation is kept under this ${member}.`,
        'Send the id of one that the operator keeps, as it stands in its file; sha256: may stand before 64 hexadecimal digits.',
      ],
      zh: [
        `没有以该${member}留存的操作。`,
        '请按公共信用工作机构的操作清单填写编号；64位十六进制数字之前可以写sha256:。',
      ],
    }),
  /** Message of Apollo's protocol, by which clients know what to do: the same in every language. */
  hashUnknown: said({
    en: ['PersistedQueryNotFound', `No operation is kept under extensions.persistedQuery.sha256Hash. ${KEEP.en}`],
    zh: ['PersistedQueryNotFound', `没有以该extensions.persistedQuery.sha256Hash留存的操作。${KEEP.zh}`],
  }),
  /** As before. */
  hashesNotTaken: said({
    en: ['PersistedQueryNotSupported', 'No operations are kept here. Send the query itself.'],
    zh: ['PersistedQueryNotSupported', '此处没有留存操作，请发送查询本身。'],
  }),
  /** `place` is a member of the body. */
  hashOfOther: (place: string): Said =>
    said({
      en: [
        `${place} is not the SHA-256 of query.`,
        'Send the hash of exactly the text that is sent, or the text alone.',
      ],
      zh: [`${place}不是query的SHA-256散列值。`, '请发送与所发文本完全一致的散列值，或者只发送文本。'],
    }),
  noHash: (place: string): Said =>
    said({
      en: [`${place} is no SHA-256 in 64 lower-case hexadecimal digits.`, KEEP.en],
      zh: [`${place}不是64位小写十六进制数字的SHA-256散列值。`, KEEP.zh],
    }),
  otherVersion: (place: string): Said =>
    said({
      en: [`${place} is not 1.`, 'Send { "version": 1, "sha256Hash": … }, or the query itself.'],
      zh: [`${place}不是1。`, '请发送{ "version": 1, "sha256Hash": … }，或者发送查询本身。'],
    }),
};
