/** Subjects that no world holds yet: each pair of worlds is about a new one. All are of the region that is assigned to no place. */
import {
  synthesizeCitizenId,
  synthesizeUscc,
} from '../../../subgraphs/public-credit/sample/generate/synthesize-identifiers.ts';
import type { Identifier } from '../../kit.ts';

export const KINDS = ['company', 'trader', 'person'] as const;
export type Kind = (typeof KINDS)[number];

export interface About {
  readonly kind: Kind;
  /** Number of the pair. Documents of a pair bear it. */
  readonly number: number;
  readonly identifier: Identifier;
  readonly name: string;
  /** A person or a sole trader, of whom more is withheld (Civil Code Article 54). */
  readonly personal: boolean;
}

const DAY = 86_400_000;
const SEQUENCES = 900;
const NAMES = ['钱测试', '欧阳测试', '孙小雪', '李冬'];

/** The subject of this number: there are six hundred thousand of each kind. */
export function freshSubject(kind: Kind, number: number): About {
  const organization = `MW${String(number).padStart(6, '0')}`;
  const born = new Date(Date.UTC(1960, 0, 1) + Math.floor(number / SEQUENCES) * DAY).toISOString().slice(0, 10);
  const name = NAMES[number % NAMES.length] ?? '';
  if (kind === 'person') {
    const value = synthesizeCitizenId(born, 10 + (number % SEQUENCES));
    return { kind, number, identifier: { type: 'CITIZEN_ID', value }, name, personal: true };
  }
  const value = synthesizeUscc(kind === 'company' ? '91' : '92', organization);
  const called = kind === 'company' ? `黑龙江示例雪原${number}有限公司` : `南岗区示例雪原${number}面馆`;
  return { kind, number, identifier: { type: 'USCC', value }, name: called, personal: kind === 'trader' };
}
