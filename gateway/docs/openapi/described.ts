/** Every path of the server that is not GraphQL, with each status that it gives: what openapi.json and the page of reports are made from. */
import { both } from '../page.ts';
import {
  BAD_TOKEN,
  type Described,
  json,
  METHOD,
  NO_MANDATE,
  NO_PAGE,
  PAGE_METHOD,
  page,
  RATE,
  ref,
  refused,
  TEXT,
  TWICE,
} from './answered.ts';
import { EVIDENCE_PATHS } from './evidence-paths.ts';
import { ACCEPT_LANGUAGE, REPORT_PATHS } from './report-paths.ts';

const forPeople = { token: 'none', parameters: [ACCEPT_LANGUAGE] } as const;

export const DESCRIBED: readonly Described[] = [
  ...REPORT_PATHS,
  ...EVIDENCE_PATHS,
  {
    route: 'GET /schema.graphql',
    summary: both(
      'The schema that callers see, for tools that write clients.',
      '访问者所见的接口模式，供生成客户端的工具使用。',
    ),
    token: 'optional',
    parameters: [
      {
        name: 'If-None-Match',
        in: 'header',
        means: both('The `ETag` of a copy that is held.', '所持副本的`ETag`。'),
        schema: TEXT,
      },
      ACCEPT_LANGUAGE,
    ],
    answers: {
      200: { means: both('The schema (SDL).', '接口模式（SDL）。'), types: { 'text/plain': TEXT }, headers: ['ETag'] },
      304: { means: both('The copy is current.', '副本为最新。'), headers: ['ETag'] },
      400: TWICE,
      401: BAD_TOKEN,
      403: NO_MANDATE,
      405: METHOD,
      429: RATE,
      503: refused('The issuer of the token does not give its keys.', '令牌签发方没有提供其公钥。'),
    },
  },
  {
    route: 'GET /.well-known/jwks.json',
    summary: both('The public keys of what the platform signs.', '平台签名所用的公钥。'),
    token: 'none',
    answers: {
      200: { means: both('A key set (RFC 7517).', '公钥集（RFC 7517）。'), types: json(ref('Keys')) },
      405: METHOD,
    },
  },
  {
    route: 'GET /healthz',
    summary: both('Whether the process runs.', '进程是否运行。'),
    token: 'none',
    answers: { 200: { means: both('It runs.', '运行中。'), types: json(ref('Alive')) }, 405: METHOD },
  },
  {
    route: 'GET /readyz',
    summary: both('Whether the server can answer.', '服务器能否应答。'),
    token: 'none',
    answers: {
      200: {
        means: both(
          'It can; `serves` names whom alone, while a gap of the ledger is open.',
          '能应答；账本有缺口期间，`serves`注明只向谁应答。',
        ),
        types: json(ref('Ready')),
      },
      405: METHOD,
      503: {
        means: both('The database does not answer, or the server stops.', '数据库没有应答，或者服务器正在停止。'),
        types: json(ref('Ready')),
      },
    },
  },
  {
    route: 'GET /',
    summary: both('The query page of development mode.', '开发模式的查询页面。'),
    token: 'none',
    answers: { 200: page('The page.', '页面。'), 405: METHOD },
  },
  {
    route: 'GET /docs',
    summary: both('Leads to these pages, in the language of `Accept-Language`.', '依`Accept-Language`转到参考页面。'),
    ...forPeople,
    answers: { 302: { ...page('To the first page.', '转到首页。'), headers: ['Location'] }, 405: PAGE_METHOD },
  },
  {
    route: 'GET /docs/{language}',
    summary: both('Leads to the pages in a language.', '转到某一语言的参考页面。'),
    ...forPeople,
    parameters: [{ name: 'language', in: 'path', means: both('`en` or `zh`.', '`en`或`zh`。'), schema: TEXT }],
    answers: {
      302: { ...page('To the first page.', '转到首页。'), headers: ['Location'] },
      404: NO_PAGE,
      405: PAGE_METHOD,
    },
  },
  {
    route: 'GET /docs/{language}/{page}',
    summary: both('A reference page.', '参考页面。'),
    token: 'none',
    parameters: [
      { name: 'language', in: 'path', means: both('`en` or `zh`.', '`en`或`zh`。'), schema: TEXT },
      { name: 'page', in: 'path', means: both('Name of the page.', '页面名称。'), schema: TEXT },
    ],
    answers: { 200: page('The page.', '页面。'), 404: NO_PAGE, 405: PAGE_METHOD },
  },
  {
    route: 'GET /docs/openapi.json',
    summary: both('This description (OpenAPI 3.1).', '本说明（OpenAPI 3.1）。'),
    token: 'none',
    answers: { 200: { means: both('The description.', '说明。'), types: json({ type: 'object' }) }, 405: PAGE_METHOD },
  },
  {
    route: 'GET /docs/errors.json',
    summary: both('The catalogue of errors.', '错误目录。'),
    token: 'none',
    answers: { 200: { means: both('The catalogue.', '目录。'), types: json({ type: 'object' }) }, 405: PAGE_METHOD },
  },
];
