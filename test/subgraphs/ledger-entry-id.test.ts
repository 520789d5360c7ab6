/** Ids of entries are UUIDs of version 7, held against RFC 9562: its layout (5.7) and its example (A.6). */
import { describe, expect, it } from 'vitest';
import { byYear, idTime } from '../../subgraphs/database/migrate/partition/division.ts';
import { entryId } from '../../subgraphs/ledger/entry-id.ts';

const bits = (id: string): string =>
  [...id.replaceAll('-', '')].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');

/** 2022-02-22 14:22:22 -05:00. */
const EXAMPLE = {
  at: new Date('2022-02-22T19:22:22Z'),
  time: '017f22e279b0',
  id: '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
};

describe('ids of entries', () => {
  it('A17.1 the example of RFC 9562, A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F', () => {
    expect(idTime(EXAMPLE.at)).toBe(EXAMPLE.time);
    // What the version and the variant take the place of is drawn otherwise: 0, then all bits.
    for (const taken of [
      [0x0c, 0xc3, 0x18],
      [0xfc, 0xc3, 0xd8],
    ])
      expect(entryId(EXAMPLE.at, Uint8Array.from([...taken, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]))).toBe(
        EXAMPLE.id.toLowerCase(),
      );
  });

  it('A17.1 48 bits are the instant of the entry, six are fixed, and each of the other 74 is drawn anew', () => {
    const at = new Date('2026-11-20T02:03:04.567Z');
    const ids = Array.from({ length: 200 }, () => entryId(at));
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const drawn = ids.map(bits);
    const fixed = Array.from({ length: 128 }, (_, place) => new Set(drawn.map((id) => id[place])).size === 1);
    // Two hundred draws of a bit that are all alike come once in 2^199.
    expect(fixed.map((one, place) => (one ? place : -1)).filter((place) => place >= 0)).toEqual([
      ...Array.from({ length: 48 }, (_, place) => place),
      48,
      49,
      50,
      51,
      64,
      65,
    ]);
    expect(Number.parseInt((drawn[0] as string).slice(0, 48), 2)).toBe(Date.UTC(2026, 10, 20, 2, 3, 4, 567));
    expect([(drawn[0] as string).slice(48, 52), (drawn[0] as string).slice(64, 66)]).toEqual(['0111', '10']);
  });

  it('A17.1 of one answer they say nothing of an order: each may come before the other', () => {
    const at = new Date('2026-11-20T02:03:04.567Z');
    const rising = Array.from({ length: 200 }, () => [entryId(at), entryId(at)] as const).filter(
      ([one, other]) => one < other,
    ).length;
    // Of two hundred throws of a coin: outside of this less than once in 10^12.
    expect(rising).toBeGreaterThan(50);
    expect(rising).toBeLessThan(150);
  });

  it('an instant that no id can carry is refused, and the first and last that one can are not', () => {
    expect(idTime(new Date(0))).toBe('000000000000');
    expect(idTime(new Date(2 ** 48 - 1))).toBe('ffffffffffff');
    for (const at of [new Date(-1), new Date(2 ** 48), new Date(Number.NaN)])
      expect(() => entryId(at)).toThrow(RangeError);
  });

  it('A17.1 an id lies in the part of the year of its entry, as a calendar of the province counts years', () => {
    const { by, parts } = byYear('id', 2026, 2035);
    expect(by).toBe('range (id)');
    const bounds = parts.map(({ name, values }) => {
      const [, from = '', to = ''] = /^from \((.+)\) to \((.+)\)$/.exec(values) ?? [];
      return {
        name,
        from: from === 'minvalue' ? '' : from.slice(1, -1),
        to: to === 'maxvalue' ? 'g' : to.slice(1, -1),
      };
    });
    // No id is without a place, and none has two.
    expect(bounds.slice(1).map(({ from }) => from)).toEqual(bounds.slice(0, -1).map(({ to }) => to));
    const partOf = (at: string, random: number): string[] => {
      const id = entryId(new Date(at), new Uint8Array(10).fill(random));
      return bounds.filter(({ from, to }) => from <= id && id < to).map(({ name }) => name);
    };
    for (const random of [0, 0xff]) {
      expect(partOf('2025-12-31T15:59:59.999Z', random)).toEqual(['earlier']);
      for (let year = 2026; year <= 2035; year += 1) {
        expect(partOf(`${year - 1}-12-31T16:00:00Z`, random)).toEqual([String(year)]);
        expect(partOf(`${year}-12-31T15:59:59.999Z`, random)).toEqual([String(year)]);
      }
      expect(partOf('2035-12-31T16:00:00Z', random)).toEqual(['later']);
    }
  });
});
