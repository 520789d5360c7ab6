/** `/docs/openapi.json`: the paths that this server has, as OpenAPI 3.1. Its sentences are English, as the names in it are. */
import type { Facts } from '../page.ts';
import type { Answered, Described } from './answered.ts';
import { DESCRIBED } from './described.ts';
import { SCHEMAS } from './schemas.ts';

const HEADERS: Readonly<Record<string, object>> = {
  Allow: { description: 'Methods that are taken.', schema: { type: 'string' } },
  'Content-Disposition': { description: 'Name of the file.', schema: { type: 'string' } },
  ETag: { description: 'Changes with the text.', schema: { type: 'string' } },
  Location: { description: 'Where it is.', schema: { type: 'string' } },
  'Retry-After': {
    description: 'Seconds; with the rate limit alone, never with a quota.',
    schema: { type: 'integer' },
  },
  'WWW-Authenticate': { description: 'How to authenticate.', schema: { type: 'string' } },
};

const responseOf = ({ means, types, headers = [] }: Answered): object => ({
  description: means.en,
  ...(types === undefined
    ? {}
    : { content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])) }),
  ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers.map((name) => [name, HEADERS[name]])) }),
});

const SECURITY = {
  bearer: [{ bearer: [] }, { dpop: [] }],
  optional: [{}, { bearer: [] }, { dpop: [] }],
  none: [],
} as const;

/** `GET /docs/{language}`: `getDocsLanguage`. */
function operationId(route: string): string {
  const [method = '', path = ''] = route.split(' ');
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== '');
  return [
    method.toLowerCase(),
    ...(words.length === 0 ? ['root'] : words).map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ].join('');
}

/** A body of JSON, or a file in one of its types. */
const bodyOf = ({ body, files = [] }: Described): object => {
  const types = Object.fromEntries(files.map((type) => [type, {}]));
  const content = body === undefined ? types : { 'application/json': { schema: body } };
  return Object.keys(content).length === 0 ? {} : { requestBody: { required: true, content } };
};

const operationOf = (described: Described): object => {
  const { route, summary, token, parameters = [], answers } = described;
  return {
    operationId: operationId(route),
    summary: summary.en,
    security: SECURITY[token],
    parameters: parameters.map(({ name, in: where, means, schema }) => ({
      name,
      in: where,
      required: where === 'path',
      description: means.en,
      schema,
    })),
    ...bodyOf(described),
    responses: Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)])),
  };
};

/** A call that a receiver gets, signed. */
const callOf = (operationId: string, summary: string, schema: string, sameId: string) => ({
  post: {
    operationId,
    summary,
    parameters: [
      {
        name: 'Credit-Delivery',
        in: 'header',
        required: true,
        description: sameId,
        schema: { type: 'string' },
      },
      {
        name: 'Credit-Timestamp',
        in: 'header',
        required: true,
        description: 'Seconds since 1970.',
        schema: { type: 'string' },
      },
      {
        name: 'Credit-Signature',
        in: 'header',
        required: true,
        description:
          '`v1=` and HMAC-SHA256 in hexadecimal digits over timestamp, delivery id and body, joined by points.',
        schema: { type: 'string' },
      },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
    },
    responses: { '2XX': { description: 'Accepted. Anything else, and the call is repeated.' } },
  },
});

/** The call that a unit's receiver gets, and the one that a subject's gets (Article 35). */
const CALLS = {
  news: callOf(
    'newsOfUnit',
    'The feed of the unit has something new. The call holds nothing of it.',
    'News',
    'Id, the same for every attempt until there are more changes.',
  ),
  notice: callOf(
    'noticeOfSubject',
    'There is something new about a subject, or the code that confirms its channel. The call holds nothing of whom or what.',
    'Notice',
    'Id of the call; a repeated one has another.',
  ),
};

/** The routes that need a description and have none. The test of these pages names them. */
export const undescribed = (routes: readonly string[]): string[] =>
  routes.filter((route) => route !== 'POST /graphql' && !DESCRIBED.some((one) => one.route === route));

export function openapi({ url, routes }: Facts, version: string): object {
  const offered = DESCRIBED.filter(({ route }) => routes.includes(route));
  const paths: Record<string, Record<string, object>> = {};
  for (const described of offered) {
    const [method = '', path = ''] = described.route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(described) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Credit gateway',
      version,
      description:
        'Everything that is not GraphQL. A GET may be asked by HEAD. An address that is not here is 404 with those that are.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    paths,
    webhooks: CALLS,
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        dpop: {
          type: 'http',
          scheme: 'DPoP',
          description: 'A token that is bound to a key, with a proof in the header DPoP (RFC 9449).',
        },
      },
    },
  };
}
