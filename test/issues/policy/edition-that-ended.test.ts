/** When the newest edition of a measure ended, the edition that it had replaced had effect again; and an answer promised more than the edition's last day. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, LISTED, onDatabaseOfStep, openWorld, PERMIT_OFFICE, type World } from '../../kit.ts';
import { DECISION, DESK, MAY_APPLY } from '../../stories/listing.ts';

const PUBLISH = 'mutation ($input: MeasureInput!) { publishMeasure(input: $input) { code } }';
const FIRST = {
  code: 'RESTRAINT-ENDED',
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
const SECOND = { ...FIRST, edition: '2', effectiveFrom: '2026-11-21', effectiveUntil: '2026-11-25' };

onDatabaseOfStep('an edition of a measure that ended', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
    for (const input of [FIRST, SECOND])
      expect((await world.ask(AUTHORITY, PUBLISH, { input })).errors).toBeUndefined();
  });
  afterAll(() => world.close());

  const may = async (months?: number) =>
    (await world.ask(PERMIT_OFFICE, MAY_APPLY, { id: LISTED, measure: FIRST.code, months }, DESK)).data.mayApply;

  it('A07.1 A30.1 a measure has effect up to the last day of its newest edition, and no older one comes back behind it', async () => {
    expect(await may()).toMatchObject({ allowed: true, listEdition: '1' });
    world.setNow('2026-11-25T10:00:00+08:00');
    expect(await may()).toMatchObject({ allowed: true, listEdition: '2', until: '2026-11-25' });
    expect(await may(1)).toMatchObject({ allowed: false, reason: 'HEAVIER_THAN_LISTED' });
    world.setNow('2026-11-26T10:00:00+08:00');
    expect(await may()).toMatchObject({ allowed: false, reason: 'NOT_PUBLISHED' });
    const { data } = await world.ask(null, '{ publishedMeasures { code } }');
    expect(data.publishedMeasures.map(({ code }: { code: string }) => code)).not.toContain(FIRST.code);
  });
});
