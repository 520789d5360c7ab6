/** The form of a description, and the answers that many paths give. */
import type { Localized } from '../../../schema/localized.ts';
import { both } from '../page.ts';

/** An answer: what it means, and the media types of its body with a schema for JSON. */
export interface Answered {
  readonly means: Localized;
  readonly types?: Readonly<Record<string, object>>;
  readonly headers?: readonly string[];
}

export interface Described {
  /** As in the list of routes: `GET /reports/{id}`. */
  readonly route: string;
  readonly summary: Localized;
  /** `bearer`: needed; `optional`: read where it is sent; `none`: not read. */
  readonly token: 'bearer' | 'optional' | 'none';
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly means: Localized;
    readonly schema: object;
  }[];
  readonly body?: object;
  /** Media types of a body that is a file. */
  readonly files?: readonly string[];
  readonly answers: Readonly<Record<number, Answered>>;
}

export const TEXT = { type: 'string' };
export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: object): Readonly<Record<string, object>> => ({ 'application/json': schema });
export const HTML = { 'text/html': TEXT };

export const refused = (en: string, zh: string, headers: readonly string[] = []): Answered => ({
  means: both(en, zh),
  types: json(ref('Errors')),
  headers,
});

/** What any path may say. */
export const METHOD = refused(
  'Another method; `Allow` names those that are taken.',
  '其他方法；允许的方法见`Allow`。',
  ['Allow'],
);
export const RATE = refused('The rate limit; `Retry-After` says the seconds.', '超过频率限制；秒数见`Retry-After`。', [
  'Retry-After',
]);
export const RATE_OR_QUOTA = refused(
  'The rate limit, with `Retry-After`; or `QUOTA_EXCEEDED`, without it.',
  '超过频率限制，附`Retry-After`；或者`QUOTA_EXCEEDED`，不附。',
  ['Retry-After'],
);
export const TWICE = refused('A header that was sent twice or cannot be read.', '请求头重复或者无法识别。');
export const BAD_TOKEN = refused('The token or its proof is not good.', '令牌或其证明无效。', ['WWW-Authenticate']);
export const NO_MANDATE = refused('The mandate that Credit-For names does not stand.', 'Credit-For所填委托无效。');
export const FAILED = refused(
  'A fault of the platform; `extensions.id` finds it in the log.',
  '平台故障，可凭`extensions.id`查找。',
);
export const SILENT = refused('A part does not answer, or not in time.', '平台的某一部分没有应答或者没有按时应答。');

export const page = (en: string, zh: string): Answered => ({ means: both(en, zh), types: HTML });
export const NO_PAGE = page(
  'There is no such page or language: the page says which there are.',
  '没有该页面或语言：页面列出已有的页面和语言。',
);
export const PAGE_METHOD: Answered = { means: METHOD.means, types: HTML, headers: ['Allow'] };
