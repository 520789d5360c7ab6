/** What is wrong with a request that a person sent from a browser, as a page in the language of the browser. */
import type { IncomingMessage } from 'node:http';
import { inLanguage, isAnswer, languageOf } from '../message/language.ts';
import { CONTENT_POLICY, noticePage } from '../reports/page.ts';
import type { Outcome } from './context.ts';

interface Told {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly help?: string } }[];
}

/** The outcome with its first error as a page; as it is where it holds none. */
export function asNotice(outcome: Outcome, { headers }: Pick<IncomingMessage, 'headers'>): Outcome {
  if (!isAnswer(outcome.body)) return outcome;
  const language = languageOf(headers['accept-language']);
  const { errors } = inLanguage(outcome.body, language) as Told;
  const [first] = errors ?? [];
  if (first === undefined) return outcome;
  return {
    status: outcome.status,
    body: Buffer.from(noticePage(language, { message: first.message, help: first.extensions?.help ?? '' })),
    headers: {
      ...outcome.headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_POLICY,
      'content-language': language,
    },
  };
}
