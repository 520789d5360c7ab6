/** Comprehensive assessment (Articles 47 and 48). */
import { expect, it } from 'vitest';
import { mayBeAssessed, methodFault, methodOn } from '../../schema/law/matter/assessments.ts';

it('A47.1 enterprises are assessed; natural persons and sole traders are not', () => {
  expect(mayBeAssessed({ kind: 'LEGAL_PERSON', personal: false })).toBe(true);
  expect(mayBeAssessed({ kind: 'UNINCORPORATED_ORGANIZATION', personal: false })).toBe(true);
  expect(mayBeAssessed({ kind: 'UNINCORPORATED_ORGANIZATION', personal: true })).toBe(false);
  expect(mayBeAssessed({ kind: 'NATURAL_PERSON', personal: true })).toBe(false);
});

it('A47.1 the newest published method in force has effect, and nothing unpublished or to come', () => {
  const method = (edition: string, publishedOn: string, effectiveFrom: string) => ({
    edition,
    publishedOn,
    effectiveFrom,
    classes: [],
  });
  const methods = [
    method('2025', '2024-12-20', '2025-01-01'),
    method('2027', '2026-12-20', '2027-01-01'),
    method('2026', '2025-12-20', '2026-01-01'),
  ];
  expect(methodOn(methods, '2024-12-31')).toBeUndefined();
  expect(methodOn(methods, '2025-12-31')?.edition).toBe('2025');
  expect(methodOn(methods, '2026-01-01')?.edition).toBe('2026');
  expect(methodOn(methods, '2026-12-31')?.edition).toBe('2026');
  expect(methodOn(methods, '2027-01-01')?.edition).toBe('2027');
});

it('A47.1 a method gives each level one of the three classes, and no better level a stricter one', () => {
  const levels = (...given: (readonly [string, 'LOW_RISK' | 'NORMAL' | 'HIGH_RISK'])[]) =>
    methodFault(given.map(([level, supervision]) => ({ level, supervision })));
  expect(levels(['优', 'LOW_RISK'], ['良', 'NORMAL'], ['中', 'NORMAL'], ['差', 'HIGH_RISK'])).toBeNull();
  expect(levels()).toBe('NO_LEVEL');
  expect(levels([' ', 'NORMAL'])).toBe('NO_LEVEL');
  expect(levels(['A', 'LOW_RISK'], ['A', 'NORMAL'])).toBe('LEVEL_TWICE');
  expect(levels(['A', 'NORMAL'], ['B', 'LOW_RISK'])).toBe('ORDER');
});
