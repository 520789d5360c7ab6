import { expect, test } from 'vitest';
import { chart } from './chart.ts';
import { figuresWith } from './figures-of.ts';

const figures = (perSecond: number, p99: number, cpuMs: number, residentMiB: number) =>
  figuresWith({ perSecond, p99, cpuMs, residentMiB });

const drawn = chart(
  [
    {
      operation: 'PublicLookup',
      sides: [
        { letter: 'a', name: '(a) this <one>', figures: figures(800, 20, 1.5, 200) },
        { letter: 'b', name: '(b) "stock" & more', figures: figures(400, 40, 6, 800) },
      ],
    },
    { operation: 'MatterCheck', sides: [{ letter: 'a', name: '(a) this <one>', figures: figures(10, 5, 2, 7) }] },
  ],
  ['on a machine'],
);

const bars = [...drawn.matchAll(/<rect x="\d+" y="\d+" width="([\d.]+)" height="16"/g)].map(([, width]) =>
  Number(width),
);

test('the longer bar of a measure fills its panel, and the other is as long as its share of it', () => {
  const [cpu, cpuOfStock, requests, requestsOfStock, late, lateOfStock, memory, memoryOfStock] = bars as [
    number,
    ...number[],
  ];
  expect([requests, lateOfStock, memoryOfStock]).toEqual([cpuOfStock, cpuOfStock, cpuOfStock]);
  expect([requestsOfStock, late, cpu, memory]).toEqual([2, 2, 4, 4].map((share) => (cpuOfStock as number) / share));
});

test('the chart says every figure, and of another side how many times that of (a) it is', () => {
  for (const label of ['800', '400 (×0.50)', '40.0 (×2.00)', '6.00 (×4.00)', '800 (×4.00)', 'on a machine'])
    expect(drawn).toContain(`>${label}</text>`);
});

test('names are text of the picture, never marks of it, and stand in it once', () => {
  expect(drawn).toContain('>(a) this &lt;one&gt;</text>');
  expect(drawn).toContain('>(b) &quot;stock&quot; &amp; more</text>');
  expect(drawn).not.toMatch(/<one>|"stock"/);
  expect(drawn.match(/>\(a\) this &lt;one&gt;<\/text>/g)).toHaveLength(1);
});

test('an operation that one side alone answers has its bars and no ratio', () => {
  const alone = chart(
    [{ operation: 'PartyBatch', sides: [{ letter: 'a', name: '(a)', figures: figures(10, 5, 0, 7) }] }],
    [],
  );
  expect(alone).toContain('>10.0</text>');
  expect(alone).not.toContain('×');
});

test('no bar lies outside of the picture, and none on another', () => {
  const height = Number(/ height="(\d+)" viewBox/.exec(drawn)?.[1]);
  const places = [...drawn.matchAll(/<rect x="(\d+)" y="(\d+)" width="[\d.]+" height="16"/g)].map(
    ([, x, y]) => `${x} ${y}`,
  );
  expect(new Set(places).size).toBe(places.length);
  for (const place of places) expect(Number(place.split(' ')[1]) + 16).toBeLessThan(height);
});
