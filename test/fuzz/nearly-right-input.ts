/** Generates nearly valid input: a valid one with a few mutations ("slips") of its parts, which may be bytes, tokens or cells. */
import fc from 'fast-check';

/** Positions are drawn below this number and taken modulo the length of the input, which is always shorter. */
const PLACES = 1_000_003;

/** Most parts after repetition, so that an input does not grow to megabytes. */
const PARTS_MAX = 100_000;

interface Slip<Part> {
  readonly how: 'drop' | 'twice' | 'often' | 'replace' | 'put' | 'swap' | 'wrap' | 'graft' | 'cut';
  readonly at: number;
  readonly length: number;
  readonly wrong: Part;
  readonly pair: readonly [Part, Part];
  readonly other: readonly Part[];
  readonly from: number;
}

const HOW = ['drop', 'twice', 'often', 'replace', 'replace', 'put', 'swap', 'wrap', 'graft', 'cut'] as const;

function slipped<Part>(parts: readonly Part[], slip: Slip<Part>): readonly Part[] {
  const at = slip.at % (parts.length + 1);
  const [before, some, after] = [
    parts.slice(0, at),
    parts.slice(at, at + slip.length),
    parts.slice(at + slip.length),
  ] as const;
  switch (slip.how) {
    case 'drop':
      return [...before, ...after];
    case 'twice':
      return [...before, ...some, ...some, ...after];
    case 'often':
      return [...before, ...Array.from({ length: slip.from % 200 }, () => some).flat(), ...after].slice(0, PARTS_MAX);
    case 'replace':
      return [...before, slip.wrong, ...parts.slice(at + 1)];
    case 'put':
      return [...before, slip.wrong, ...some, ...after];
    case 'swap':
      return [...before, ...after.slice(0, slip.length), ...some, ...after.slice(slip.length)];
    case 'wrap':
      return [...before, slip.pair[0], ...some, slip.pair[1], ...after];
    case 'graft': {
      const from = slip.from % (slip.other.length + 1);
      return [...before, ...slip.other.slice(from, from + slip.length), ...after];
    }
    case 'cut':
      return before;
  }
}

/** One of several valid inputs with up to `slips` mutations. `pairs` are brackets and quotes to wrap parts in. */
export function nearly<Part>(
  right: readonly (readonly Part[])[],
  wrong: fc.Arbitrary<Part>,
  pairs: readonly (readonly [Part, Part])[],
  slips = 4,
): fc.Arbitrary<readonly Part[]> {
  // fast-check prefers small numbers. Positions must be spread evenly, since the middle of an input matters as much as its beginning.
  const place = fc.noBias(fc.nat(PLACES));
  const slip: fc.Arbitrary<Slip<Part>> = fc.record({
    how: fc.constantFrom(...HOW),
    at: place,
    length: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 })),
    wrong,
    pair: fc.constantFrom(...pairs),
    other: fc.constantFrom(...right),
    from: place,
  });
  return fc
    .tuple(fc.constantFrom(...right), fc.array(slip, { minLength: 1, maxLength: slips }))
    .map(([parts, list]) => list.reduce(slipped, parts));
}

const code = (text: string): number => text.charCodeAt(0);

/** Bytes with a meaning for a parser: punctuation of JSON and CSV, line ends, and the ends of strings. */
const SPECIAL = [...'{}[]":,\\/\'=;#$@&<>\t\n\r\0 09eE-+.', '\u007f'].map(code);

/** Valid bytes with a few mutations. */
export const nearlyBytes = (right: readonly Uint8Array[], slips = 4): fc.Arbitrary<Uint8Array> =>
  nearly(
    right.map((bytes) => [...bytes]),
    fc.oneof(fc.nat(255), fc.constantFrom(...SPECIAL, 0xef, 0xbb, 0xbf, 0xff, 0xc0, 0x80, 0xed, 0xf4)),
    [
      [code('{'), code('}')],
      [code('['), code(']')],
      [code('"'), code('"')],
    ],
    slips,
  ).map((bytes) => Uint8Array.from(bytes));
