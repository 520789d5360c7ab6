/** What stands in an answer of somebody that is not his. */
import { CAST, DEFAULTERS } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import type { Holder } from '../kit.ts';

const PERSONS = [CAST.meiZhang, CAST.liOuyang, CAST.xiaobeiLiu, CAST.hidden, ...DEFAULTERS];

/** Whole numbers, telephones and addresses of persons in the text, those of the holder himself apart. */
export function leaks(holder: Holder | null, text: string): string[] {
  // A department whose duty needs to know who somebody is sees the number (Article 23); what the others see is masked.
  if (holder?.role === 'department') return [];
  const own = holder?.subject?.value;
  return PERSONS.filter(({ value }) => value !== own)
    .flatMap(({ value, phone, address }) => [value, phone, address])
    .filter((secret) => text.includes(secret));
}
