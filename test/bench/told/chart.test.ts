import { expect, test } from 'vitest';
import { chart } from './chart.ts';
import type { Figures } from './figures.ts';

const figures = (perSecond: number, p99: number, cpuMs: number, residentMiB: number): Figures => ({
  perSecond,
  p50: p99 / 2,
  p99,
  p999: p99,
  requests: 1,
  errors: 0,
  cpuMs,
  serverMs: cpuMs,
  databaseMs: 0,
  residentMiB,
});

const drawn = chart(
  [
    {
      operation: 'PublicLookup',
      sides: [
        { name: '(a) this <one>', figures: figures(800, 20, 1.5, 200) },
        { name: '(b) "stock" & more', figures: figures(400, 40, 6, 800) },
      ],
    },
  ],
  ['on a machine'],
);

const bars = [...drawn.matchAll(/<rect x="\d+" y="\d+" width="([\d.]+)" height="18"/g)].map(([, width]) =>
  Number(width),
);

test('the longer bar of a measure fills its panel, and the other is as long as its share of it', () => {
  const [requests, requestsOfStock, late, lateOfStock, cpu, cpuOfStock, memory, memoryOfStock] = bars as [
    number,
    ...number[],
  ];
  expect([lateOfStock, cpuOfStock, memoryOfStock]).toEqual([requests, requests, requests]);
  expect([requestsOfStock, late, cpu, memory]).toEqual([requests / 2, requests / 2, requests / 4, requests / 4]);
});

test('the chart says every figure, and how many times the other it is', () => {
  for (const label of ['800 (×2.00)', '400', '20.0 (×0.50)', '1.50 (×0.25)', '200 (×0.25)', 'on a machine'])
    expect(drawn).toContain(`>${label}</text>`);
});

test('names are text of the picture, never marks of it', () => {
  expect(drawn).toContain('>(a) this &lt;one&gt;</text>');
  expect(drawn).toContain('>(b) &quot;stock&quot; &amp; more</text>');
  expect(drawn).not.toMatch(/<one>|"stock"/);
});

test('a run with one side alone has its bars and no ratio', () => {
  const alone = chart([{ operation: 'PartyBatch', sides: [{ name: '(a)', figures: figures(10, 5, 0, 7) }] }], []);
  expect(alone).toContain('>10.0</text>');
  expect(alone).not.toContain('×');
});
