import { expect, it } from 'vitest';
import { desensitize, desensitizeText } from '../../../schema/law/desensitize/desensitize.ts';

/** A value that only ended in stars was taken for masked, and left whole: a provider's own half mask came through. */
it.each([
  ['NAME', '张小梅*', '张***'],
  ['NAME', '欧阳小梅**', '欧阳****'],
  ['ADDRESS', '黑龙江省哈尔滨市南岗区花园街1号2单元****', '黑龙江省哈尔滨市南岗区****'],
  ['ADDRESS', '花园街1号2单元****', '****'],
] as const)('A23.4 a %s of %j is masked whatever it ends in', (kind, value, seen) => {
  expect(desensitize(kind, value)).toBe(seen);
  expect(desensitize(kind, seen)).toBe(seen);
});

it.each([
  ['NAME', '张**'],
  ['NAME', '欧阳**'],
  ['NAME', 'A**'],
  ['NAME', '*'],
  ['ADDRESS', '黑龙江省哈尔滨市南岗区****'],
  ['ADDRESS', '****'],
] as const)('A23.4 a %s that has its mask, %j, stays as it is', (kind, value) => {
  expect(desensitize(kind, value)).toBe(value);
});

/** A number that was written with its country, in groups or with brackets passed the scan of free text. */
it.each([
  ['联系电话+8613800138000。', '联系电话+86138********。'],
  ['电话 0086 13800138000', '电话 0086 138********'],
  ['电话+86-138-0013-8000', '电话+86-138********'],
  ['手机138 00138000', '手机138********'],
  ['手机138.0013.8000', '手机138********'],
  ['电话（0451）87654321', '电话********'],
  ['电话0451-8765-4321', '电话********'],
  ['身份证 239999 19900307 0016', '身份证 23****************'],
  ['身份证239999-19900307-001X', '身份证23****************'],
  ['２０２６年受理，１９９０年３月７日出生', '２０２６年受理，****出生'],
])('A23.4 in the text %j numbers and dates of persons are masked', (text, seen) => {
  expect(desensitizeText(text)).toBe(seen);
});

it.each([
  '罚款13800.00元，期限2026-11-20至2027-11-20',
  '哈市监罚〔2026〕239999号',
  '统一社会信用代码91239999MA1ABC019L',
])('A23.4 what is no number of a person stays: %j', (text) => {
  expect(desensitizeText(text)).toBe(text);
});
