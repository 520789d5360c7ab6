/** The language in which a caller is told what is wrong: read from Accept-Language, and picked as the answer leaves. */
import type { GraphQLFormattedError } from 'graphql';
import { spoken } from '../../schema/errors.ts';
import { isLanguage, LANGUAGES, type Language } from '../../schema/localized.ts';

const DEFAULT: Language = 'en';

/** So many ranges are read; whoever sends more has not sent a wish. */
const RANGES_MAX = 100;

/** A language range with its weight (RFC 9110, sections 12.4.2 and 12.5.4; RFC 4647, section 2.1). */
const RANGE = /^(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:[ \t]*;[ \t]*q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?))?$/i;

interface Range {
  /** First subtag in small letters, or `*`. */
  readonly primary: string;
  /** Whether it names a language alone, without script or region. */
  readonly whole: boolean;
  readonly weight: number;
}

function rangeOf(written: string): Range[] {
  const [, range, weight = '1'] = RANGE.exec(written.trim()) ?? [];
  if (range === undefined) return [];
  const [primary = ''] = range.toLowerCase().split('-');
  return [{ primary, whole: !range.includes('-'), weight: Number(weight) }];
}

/**
 * The language of ours that the header asks for. A range with script or region (zh-CN, en-GB) asks for its language, `*` for one that no other range
 * names; of equal weights the first counts. What cannot be read is left out, and where nothing fits it is English.
 */
export function languageOf(header: string | undefined): Language {
  const ranges = (header ?? '').split(',', RANGES_MAX).flatMap(rangeOf);
  const named = new Set(ranges.map(({ primary }) => primary));
  const barred = new Set(ranges.filter(({ whole, weight }) => whole && weight === 0).map(({ primary }) => primary));
  const rest = LANGUAGES.find((language) => !named.has(language));
  let chosen: { readonly language: Language; readonly weight: number } | undefined;
  for (const { primary, weight } of ranges) {
    const language = primary === '*' ? rest : primary;
    if (language === undefined || !isLanguage(language) || barred.has(language)) continue;
    if (weight > (chosen?.weight ?? 0)) chosen = { language, weight };
  }
  return chosen?.language ?? DEFAULT;
}

/** Whether a body has the form of an answer of GraphQL, in which there may be sentences. */
export const isAnswer = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !(body instanceof Uint8Array) && ('errors' in body || 'data' in body);

/** The body with each error in one language; the others stay here. */
export function inLanguage(body: Readonly<Record<string, unknown>>, language: Language): unknown {
  const { errors } = body;
  if (!Array.isArray(errors)) return body;
  return {
    ...body,
    errors: (errors as readonly GraphQLFormattedError[]).map(({ message, ...error }) => {
      const { said: _said, ...extensions } = error.extensions ?? {};
      const told = spoken({ message, extensions: error.extensions ?? {} }, language);
      return {
        message: told.message,
        ...error,
        extensions: 'help' in extensions ? { ...extensions, help: told.help } : extensions,
      };
    }),
  };
}
