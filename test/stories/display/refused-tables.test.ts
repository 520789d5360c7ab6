/** What is no table of display periods, and what would bring something back, is refused, with its article (Article 37 §2). */
import { expect, it } from 'vitest';
import { BANK_A, COMPANY, type Holder, OPERATOR, onDatabaseOfStep, sharedWorld, subject } from '../../kit.ts';
import { CITY } from '../comeback/delivering.ts';
import { EFFECT, GENERAL, heldDisplays, MINOR, PUBLISH, reasonsOf, row, SERIOUS } from './tables.ts';

onDatabaseOfStep('a table of display periods', (kind) => {
  it('A37.2 refuses, each with its article, what is no table and what would bring something back', async () => {
    const world = await sharedWorld(kind);
    const held = () => heldDisplays(world);
    const reasons = (changes: object, query: string, holder?: Holder | null) =>
      reasonsOf(world, query, changes, holder);
    const before = await held();
    for (const query of [PUBLISH, EFFECT]) {
      const said = (changes: object) => reasons(changes, query);
      expect(await said({ edition: ' ' })).toEqual(['BAD_USER_INPUT EDITION 37']);
      expect(await said({ edition: '2026-36' })).toEqual(['CONFLICT EDITION_PUBLISHED']);
      expect(await said({ effectiveFrom: '2026-11-19' })).toEqual(['BAD_USER_INPUT RETROACTIVE 37']);
      expect(await said({ periods: [MINOR, ...GENERAL] })).toEqual(['BAD_USER_INPUT DISPLAY_GAP 37']);
      expect(await said({ periods: [MINOR, ...GENERAL, row('SERIOUS', '2000-01-01', 36)] })).toEqual([
        'BAD_USER_INPUT DISPLAY_GAP 37',
      ]);
      expect(await said({ periods: [MINOR, ...GENERAL.toReversed(), ...SERIOUS] })).toEqual([
        'BAD_USER_INPUT DISPLAY_ORDER 37',
      ]);
      expect(await said({ periods: [MINOR, MINOR, ...GENERAL, ...SERIOUS] })).toEqual([
        'BAD_USER_INPUT DISPLAY_ORDER 37',
      ]);
      expect(await said({ periods: [row('MINOR', '1949-10-01', null), ...GENERAL, ...SERIOUS] })).toEqual([
        'BAD_USER_INPUT DISPLAY_PERIOD 37',
      ]);
      expect(await said({ periods: [row('MINOR', '1949-10-01', 3, 4), ...GENERAL, ...SERIOUS] })).toEqual([
        'BAD_USER_INPUT DISPLAY_PERIOD 37',
      ]);
      expect(await said({ periods: [{ ...MINOR, citation: '' }, ...GENERAL, ...SERIOUS] })).toEqual([
        'BAD_USER_INPUT CITATION 37',
      ]);
      // A minor decision of 2026-08-19 ended on 2026-11-19: a fourth month would bring it back. From 2026-08-20 on none has ended.
      expect(await said({ periods: [row('MINOR', '1949-10-01', 4), ...GENERAL, ...SERIOUS] })).toEqual([
        'BAD_USER_INPUT BRINGS_BACK 37',
      ]);
      expect(await said({ periods: [MINOR, row('MINOR', '2026-08-19', 4), ...GENERAL, ...SERIOUS] })).toEqual([
        'BAD_USER_INPUT BRINGS_BACK 37',
      ]);
    }
    const fits = { periods: [MINOR, row('MINOR', '2026-08-20', 4), ...GENERAL, ...SERIOUS] };
    expect(await reasons(fits, EFFECT)).toBeUndefined();
    for (const [holder, reason] of [
      [null, 'IDENTITY_REQUIRED'],
      [BANK_A, 'ROLE'],
      [CITY, 'ROLE'],
      [subject(COMPANY), 'ROLE'],
    ] as const) {
      expect(await reasons({}, PUBLISH, holder)).toEqual([`FORBIDDEN ${reason} 37`]);
      expect(await reasons({}, EFFECT, holder)).toEqual([`FORBIDDEN ${reason} 37`]);
    }
    expect(await reasons({}, PUBLISH, OPERATOR)).toEqual(['FORBIDDEN ROLE 37']);
    expect(await held()).toEqual(before);
  });
});
