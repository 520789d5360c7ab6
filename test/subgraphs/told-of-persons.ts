/** What is told of persons, to be searched for in what is kept. All of it is invented. */
import type { Identifier } from '../kit.ts';

export const PERSON: Identifier = { type: 'CITIZEN_ID', value: '239999198712120042' };
export const NAME = '司徒望舒';
export const PHONE = '13845001234';
const STREET = '示例街17号3单元501室';
export const ADDRESS = `黑龙江省哈尔滨市南岗区${STREET}`;
/** Who represents the company, and a holder of a passport. */
export const [REPRESENTATIVE, REPRESENTATIVE_ID] = ['慕容清河', '239999198301010017'] as const;
const TRAVELLER: Identifier = { type: 'OTHER_DOCUMENT', value: 'E48213377' };
const TRAVELLER_NAME = '端木星河';
export const WHO: readonly (readonly [Identifier, string])[] = [
  [PERSON, NAME],
  [TRAVELLER, TRAVELLER_NAME],
];
export const SECRET: readonly string[] = [
  ...[NAME, PERSON.value, PHONE, STREET, ADDRESS, '1987-12-12', '1987年12月12日', '19871212'],
  ...[REPRESENTATIVE, REPRESENTATIVE_ID, TRAVELLER.value, TRAVELLER_NAME],
];

/** A text that says everything of a person whom its subject is, or who represents it. */
export const about = (name: string, what: string): string =>
  `${what}：${name}（身份证号${PERSON.value}，手机${PHONE}），住址：${ADDRESS}，1987年12月12日出生，护照号${TRAVELLER.value}，另一身份证号${REPRESENTATIVE_ID}。`;
