/** A measure whose period nobody can have meant was published, and then every answer about measures was a fault. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, LISTED, onDatabaseOfStep, openWorld, PERMIT_OFFICE, type World } from '../../kit.ts';
import { DECISION, DESK, MAY_APPLY } from '../../stories/listing.ts';

const PUBLISH = 'mutation ($input: MeasureInput!) { publishMeasure(input: $input) { code } }';
const MEASURE = {
  code: 'RESTRAINT-LONG',
  edition: '1',
  name: '暂停便利服务',
  nameEn: 'Facilitation suspended',
  kind: 'RESTRAINT',
  scope: 'FACILITATION_WITHHELD',
  source: 'PROVINCIAL',
  legalBasis: '黑龙江省社会信用条例第三十一条',
  grounds: [DECISION.ground],
  activities: ['ADMINISTRATIVE_MANAGEMENT'],
  effectiveFrom: '2026-11-20',
  publication: { reference: '示例公告2026年第9号', publishedOn: '2026-11-20' },
};

onDatabaseOfStep('the period of a measure', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const outcome = async (change: object) => {
    const { errors } = await world.ask(AUTHORITY, PUBLISH, { input: { ...MEASURE, ...change } });
    return errors?.[0]?.extensions.reason ?? null;
  };

  it('A31.1 a measure is published with a period and an end that a calendar knows, and with no other', async () => {
    expect(await outcome({ maximumMonths: 2_147_483_647 })).toBe('NUMBER');
    expect(await outcome({ maximumMonths: 1_201 })).toBe('NUMBER');
    expect(await outcome({ maximumExtent: 1_000_001 })).toBe('NUMBER');
    expect(await outcome({ effectiveUntil: 'abc' })).toBe('DATE');
    expect(await outcome({ effectiveUntil: '2026-11-19' })).toBe('DATE');
    expect(await outcome({ maximumMonths: 1_200, effectiveUntil: '2027-11-20' })).toBe(null);
  });

  it('A30.1 a question for more months than there can be is refused in words, and an ordinary one is answered', async () => {
    const may = (months: number) =>
      world.ask(PERMIT_OFFICE, MAY_APPLY, { id: LISTED, measure: 'RESTRAINT-LONG', months }, DESK);
    for (const months of [2_147_483_647, 1_201, 0, -1])
      expect((await may(months)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'NUMBER' });
    expect((await may(1_200)).errors).toBeUndefined();
  });
});
