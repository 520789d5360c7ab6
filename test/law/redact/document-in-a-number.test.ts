/** The reference of a case that names a passport was left as it is: what is itself a number was not looked through for documents of persons. */
import { expect, it } from 'vitest';
import { redactAlone } from '../../../subgraphs/texts/alone.ts';

it.each([
  ['贷审〔2026〕12号（护照号E48213377）', '贷审〔2026〕12号（护照号E********）'],
  ['哈公受〔2026〕7号，护照：G12345678', '哈公受〔2026〕7号，护照：G********'],
])('A23.4 adversarial 77: in %s the number of a document is masked, since a word says what it is', (sent, seen) => {
  expect(redactAlone(sent, 'NUMBER')).toBe(seen);
});

it.each([
  '贷审〔2026〕12号',
  'JY12301990012345',
  '黑AG20260001',
  'E48213377',
  '20261126-0001',
  '黑劳监处〔2026〕示例7号行政处理决定书',
])('A23.4 %s is the number of a case or a decision, and stays', (sent) => {
  expect(redactAlone(sent, 'NUMBER')).toBe(sent);
});
