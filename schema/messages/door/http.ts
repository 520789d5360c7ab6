/** What is said of a request that cannot be read: its path, method, headers and body. */
import { type Said, said } from '../said.ts';

const LESS = { en: 'Send less at once.', zh: '请减少每次发送的内容。' };

export const httpMessages = {
  onlyMethods: (methods: string): Said =>
    said({
      en: [`Only ${methods} is taken here.`, `Use ${methods}.`],
      zh: [`此处只接受${methods}。`, `请使用${methods}。`],
    }),
  nothingHere: (routes: readonly string[]): Said =>
    said({
      en: ['There is nothing here.', `There are ${routes.join(', ')}.`],
      zh: ['此处没有内容。', `可用的有：${routes.join('、')}。`],
    }),
  headerTwice: (header: string): Said =>
    said({
      en: [`The header ${header} was sent more than once.`, 'Send it once.'],
      zh: [`请求头${header}发送了不止一次。`, '请只发送一次。'],
    }),
  notEncoded: (header: string): Said =>
    said({
      en: [`The header ${header} is not percent-encoded UTF-8.`, 'Encode it as in a URL.'],
      zh: [`请求头${header}不是百分号编码的UTF-8。`, '请按网址的方式编码。'],
    }),
  caseUnusable: (longest: number): Said =>
    said({
      en: [
        `The header Credit-Case is longer than ${longest} characters or holds control characters.`,
        'Send the reference alone.',
      ],
      zh: [`请求头Credit-Case超过${longest}个字符或者含有控制字符。`, '请只填写案件编号。'],
    }),
  purposeNoCode: said({
    en: ['The header Credit-Purpose holds no code.', 'Send a code of the published list, such as LOAN_ORIGINATION.'],
    zh: ['请求头Credit-Purpose中不是代码。', '请填写已公布清单中的用途代码，例如LOAN_ORIGINATION。'],
  }),
  matterUnusable: (longest: number): Said =>
    said({
      en: [
        `The header Credit-Matter is longer than ${longest} characters or holds control characters.`,
        'Send the code of the matter alone, such as FOOD-PERMIT.',
      ],
      zh: [`请求头Credit-Matter超过${longest}个字符或者含有控制字符。`, '请只填写事项代码，例如FOOD-PERMIT。'],
    }),
  channelUnknown: (channels: readonly string[]): Said =>
    said({
      en: ['The header Credit-Channel names no channel.', `Channels are ${channels.join(', ')}.`],
      zh: ['请求头Credit-Channel中不是渠道代码。', `渠道代码有：${channels.join('、')}。`],
    }),
  otherType: (types: readonly string[]): Said =>
    said({
      en: [
        'The header Accept names no media type in which a GraphQL answer is sent.',
        `Accept ${types.join(' or ')}, or leave the header out.`,
      ],
      zh: ['请求头Accept中没有GraphQL应答可以采用的媒体类型。', `请接受${types.join('或者')}，或者省略该请求头。`],
    }),
  notJsonType: said({
    en: ['The content type is not application/json in UTF-8.', 'Send JSON with Content-Type: application/json.'],
    zh: ['内容类型不是UTF-8编码的application/json。', '请发送JSON，并注明Content-Type: application/json。'],
  }),
  compressed: said({
    en: ['A compressed body is not taken.', 'Send the body as it is.'],
    zh: ['不接受压缩的请求体。', '请发送未压缩的请求体。'],
  }),
  bodyTooLarge: (limit: number): Said =>
    said({
      en: [`The body is larger than ${limit} bytes.`, LESS.en],
      zh: [`请求体超过${limit}字节。`, LESS.zh],
    }),
  notUtf8: said({
    en: ['The body is not UTF-8.', 'Send JSON in UTF-8.'],
    zh: ['请求体不是UTF-8编码。', '请发送UTF-8编码的JSON。'],
  }),
  noText: (place: string): Said =>
    said({
      en: [`${place} holds characters that are no text.`, 'Send text in Unicode, without U+0000.'],
      zh: [`${place}中有不能作为文本的字符。`, '请发送Unicode文本，且不含U+0000。'],
    }),
  noName: (place: string): Said =>
    said({
      en: [`${place} has a key that is no name.`, 'Check the names of the variables.'],
      zh: [`${place}中有不能作为名称的键。`, '请检查变量名称。'],
    }),
  variablesTooDeep: (levels: number): Said =>
    said({
      en: [`The variables are nested deeper than ${levels} levels.`, LESS.en],
      zh: [`变量嵌套超过${levels}层。`, LESS.zh],
    }),
  bodyTooDeep: (levels: number): Said =>
    said({
      en: [`The body is nested deeper than ${levels} levels.`, LESS.en],
      zh: [`请求体嵌套超过${levels}层。`, LESS.zh],
    }),
  nameTwice: said({
    en: ['An object of the body has a name twice.', 'Send each name once: which of two counts is not defined.'],
    zh: ['请求体中同一对象的名称重复。', '每个名称请只发送一次：重复时以哪一个为准没有规定。'],
  }),
  notOneObject: (shape: string): Said =>
    said({
      en: ['The body is not one JSON object.', `Send one operation a request: ${shape}.`],
      zh: ['请求体不是一个JSON对象。', `每次请求请只发送一项操作：${shape}。`],
    }),
  notJson: (shape: string): Said =>
    said({ en: ['The body is not JSON.', `Send ${shape}.`], zh: ['请求体不是JSON。', `请发送${shape}。`] }),
  noQuery: said({
    en: ['The body holds no query.', 'Send { "query": …, "variables": … }.'],
    zh: ['请求体中没有查询。', '请发送{ "query": …, "variables": … }。'],
  }),
  extensionsNoObject: said({
    en: ['extensions is no object.', 'Send extensions as a JSON object, or leave it out.'],
    zh: ['extensions不是对象。', '请以JSON对象发送extensions，或者省略。'],
  }),
  variablesNoObject: said({
    en: ['variables is no object.', 'Send variables as a JSON object.'],
    zh: ['variables不是对象。', '请以JSON对象发送variables。'],
  }),
  operationNameNoText: said({
    en: ['operationName is no text.', 'Send the name of the operation, or leave it out.'],
    zh: ['operationName不是文本。', '请填写操作名称，或者省略。'],
  }),
  operationNameUnknown: said({
    en: ['operationName names no operation of the document.', 'Send the name of the operation, or leave it out.'],
    zh: ['operationName不是文档中操作的名称。', '请填写操作名称，或者省略。'],
  }),
};
