/** Finds personal information in a response that its recipient must not get. */
import { CAST, DEFAULTERS } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import type { Holder } from '../kit.ts';

const PERSONS = [CAST.meiZhang, CAST.liOuyang, CAST.xiaobeiLiu, CAST.hidden, ...DEFAULTERS];

/** Unmasked identification numbers, telephones and addresses of the sample's persons in the text, without those of the recipient itself. */
export function leaks(holder: Holder | null, text: string): string[] {
  // A department with an identified duty may see numbers unmasked (Article 23), so its responses are not checked.
  if (holder?.role === 'department') return [];
  const own = holder?.subject?.value;
  return PERSONS.filter(({ value }) => value !== own)
    .flatMap(({ value, phone, address }) => [value, phone, address])
    .filter((secret) => text.includes(secret));
}
