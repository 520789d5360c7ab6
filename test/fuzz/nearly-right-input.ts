/** What is nearly right: something right with a few slips, whether its parts are bytes, tokens or cells. */
import fc from 'fast-check';

/** Far beyond the length of anything that is changed: a place is one of it, modulo its length. */
const PLACES = 1_000_003;

/** A slip may make many of a few; it shall not make megabytes of them. */
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

/** One of several right ones with up to `slips` slips; `pairs` are what some of its parts can be wrapped in. */
export function nearly<Part>(
  right: readonly (readonly Part[])[],
  wrong: fc.Arbitrary<Part>,
  pairs: readonly (readonly [Part, Part])[],
  slips = 4,
): fc.Arbitrary<readonly Part[]> {
  // Without a bias for the beginning: what is in the middle is as interesting.
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

/** Bytes of which a reader makes something: signs of JSON and CSV, ends of lines, of texts and of characters. */
const TELLING = [...'{}[]":,\\/\'=;#$@&<>\t\n\r\0 09eE-+.', '\u007f'].map(code);

/** Right bytes with a few slips. */
export const nearlyBytes = (right: readonly Uint8Array[], slips = 4): fc.Arbitrary<Uint8Array> =>
  nearly(
    right.map((bytes) => [...bytes]),
    fc.oneof(fc.nat(255), fc.constantFrom(...TELLING, 0xef, 0xbb, 0xbf, 0xff, 0xc0, 0x80, 0xed, 0xf4)),
    [
      [code('{'), code('}')],
      [code('['), code(']')],
      [code('"'), code('"')],
    ],
    slips,
  ).map((bytes) => Uint8Array.from(bytes));
