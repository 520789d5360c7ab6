/** What is not restored (Article 40): each refusal a sentence with its article, and what the applicant has not met itself comes back named. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, COMPANY, MEI, OPERATOR, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { acts, PROVINCE } from '../comeback/delivering.ts';
import { CONDITIONS, EXCLUDE, inWorld, LIST, refusals, SERIOUS, WITHDRAW } from './restoring.ts';

const NAME = '哈尔滨示例冰雪设备有限公司';
const HELD = `{ me { records(first: 200) { nodes { id nature __typename } } incentives { id } nonPublicRecords(first: 5) { nodes { id } } } }`;

onDatabaseOfStep('restoration is refused', (kind) => {
  let world: World;
  let id = '';
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    id = await punish(COMPANY, NAME, SERIOUS.number, { occurredOn: '2025-10-15' });
  });
  afterAll(() => world.close());
  const { well, punish, apply, decide, conditions, mine, clocks } = inWorld(() => world);
  const exclude = (input: object, holder: { role: string; unit: string } = AUTHORITY) =>
    world.ask(holder, EXCLUDE, {
      input: { citation: '示例省食品安全条例第六十条', effectiveFrom: '2026-11-20', ...input },
    });

  it('A40.1 what the applicant has not met is named, and nothing waits for a decision', async () => {
    const { data } = await apply(COMPANY, { record: id, corrected: false, dutiesPerformed: true, pledge: ' \u3164 ' });
    expect(data.applyForRestoration).toMatchObject({
      status: 'NOT_ACCEPTED',
      unmetConditions: ['CORRECTED', 'PLEDGE'],
      decideBy: null,
      provisional: null,
    });
    expect((await well(OPERATOR, LIST)).restorations.totalCount).toBe(0);
    expect(await clocks(OPERATOR)).toEqual([]);
    expect(refusals(await decide({ id: data.applyForRestoration.id }))).toEqual([
      'decideRestoration NOT_FOUND NOT_FOUND',
    ]);
    expect(refusals(await world.ask(subject(COMPANY), WITHDRAW, { id: data.applyForRestoration.id }))).toEqual([
      'withdrawRestoration CONFLICT CLOSED',
    ]);
    expect((await mine(COMPANY)).restorations).toHaveLength(1);
  });

  it('A40.1 what is trustworthy, neutral, not public, another’s or nobody’s is not restored', async () => {
    const { me } = await well(subject(COMPANY), HELD);
    const ofNature = (nature: string) => me.records.nodes.find((one: { nature: string }) => one.nature === nature)?.id;
    for (const nature of ['TRUSTWORTHY', 'NEUTRAL']) {
      const record = ofNature(nature);
      if (record === undefined) continue;
      expect(refusals(await apply(COMPANY, { record }))).toEqual([
        'applyForRestoration BAD_USER_INPUT NOT_UNTRUSTWORTHY 40',
      ]);
      expect(await conditions(COMPANY, { record })).toMatchObject({
        earliest: null,
        unmetConditions: ['UNTRUSTWORTHY'],
      });
    }
    expect(ofNature('NEUTRAL')).toBeDefined();
    const mei = (await well(subject(MEI), HELD)).me;
    const [nonPublic] = mei.nonPublicRecords.nodes;
    expect(refusals(await apply(MEI, { record: nonPublic.id }))).toEqual([
      'applyForRestoration BAD_USER_INPUT NOT_PUBLIC 40',
    ]);
    for (const record of [
      mei.records.nodes[0].id,
      '00000000-0000-4000-8000-000000000000',
      'x',
      `p_${'A'.repeat(43)}`,
    ]) {
      expect(refusals(await apply(COMPANY, { record }))).toEqual(['applyForRestoration NOT_FOUND NOT_FOUND']);
      expect(refusals(await world.ask(subject(COMPANY), CONDITIONS, { record }))).toEqual([
        'restorationConditions NOT_FOUND NOT_FOUND',
      ]);
    }
    for (const input of [{}, { record: id, designation: id }]) {
      expect(refusals(await apply(COMPANY, input))).toEqual(['applyForRestoration BAD_USER_INPUT NAMES_ONE 40']);
      expect(refusals(await world.ask(subject(COMPANY), CONDITIONS, input))).toEqual([
        'restorationConditions BAD_USER_INPUT NAMES_ONE 40',
      ]);
    }
    for (const pledge of ['长'.repeat(4_001), `承诺${String.fromCodePoint(0x202e)}`])
      expect(refusals(await apply(COMPANY, { record: id, pledge }))).toEqual([
        'applyForRestoration BAD_USER_INPUT PLEDGE 40',
      ]);
  });

  it('A40.1 A07.1 what a law excludes is published by the authority alone, read by anyone, and never restored', async () => {
    for (const [input, reason] of [
      [{}, 'NAMES_ONE'],
      [{ item: 'PENALTY-SERIOUS', list: 'WAGE' }, 'NAMES_ONE'],
      [{ item: 'INVENTED' }, 'NOT_PUBLISHED'],
      [{ list: 'MODEL' }, 'NOT_PUBLISHED'],
      [{ ground: 'INVENTED' }, 'NOT_PUBLISHED'],
      [{ item: 'PENALTY-SERIOUS', citation: ' ' }, 'CITATION'],
      [{ item: 'PENALTY-SERIOUS', until: '2026-11-19' }, 'DATE'],
    ] as const)
      expect(refusals(await exclude(input))).toEqual([`publishRestorationExclusion BAD_USER_INPUT ${reason} 40`]);
    expect(refusals(await exclude({ item: 'PENALTY-SERIOUS' }, OPERATOR as never))).toEqual([
      'publishRestorationExclusion FORBIDDEN ROLE 40',
    ]);
    // It waits for its decision when a law comes to exclude it: the conditions are looked at again.
    const { data } = await apply(COMPANY, { record: id });
    expect(data.applyForRestoration.status).toBe('PENDING');
    expect((await exclude({ item: 'PENALTY-SERIOUS' })).errors).toBeUndefined();
    expect(refusals(await exclude({ item: 'PENALTY-SERIOUS' }))).toEqual([
      'publishRestorationExclusion CONFLICT PUBLISHED',
    ]);
    const granting = await decide({ id: data.applyForRestoration.id });
    expect(refusals(granting)).toEqual(['decideRestoration CONFLICT UNMET']);
    expect(granting.errors?.[0]?.message).toContain('示例省食品安全条例第六十条');
    expect((await decide({ id: data.applyForRestoration.id, granted: false })).data.decideRestoration).toMatchObject({
      status: 'REFUSED',
      // Without a day of its own: from the next one.
      againFrom: '2026-11-21',
    });
    world.setNow('2026-11-23T10:00:00+08:00');
    const again = await apply(COMPANY, { record: id });
    expect(refusals(again)).toEqual(['applyForRestoration BAD_USER_INPUT EXCLUDED_BY_LAW 40']);
    expect(again.errors?.[0]?.message).toContain('示例省食品安全条例第六十条');
    expect(await conditions(COMPANY, { record: id })).toMatchObject({
      earliest: null,
      unmetConditions: ['EXCLUDED_BY_LAW'],
      excludedBy: '示例省食品安全条例第六十条',
    });
    expect(
      (await well(null, '{ restorationExclusions { item list ground citation effectiveFrom until } }'))
        .restorationExclusions,
    ).toEqual([
      {
        item: 'PENALTY-SERIOUS',
        list: null,
        ground: null,
        citation: '示例省食品安全条例第六十条',
        effectiveFrom: '2026-11-20',
        until: null,
      },
    ]);
    // A later one about the same takes its place, and ends.
    expect(
      (await exclude({ item: 'PENALTY-SERIOUS', effectiveFrom: '2026-11-24', until: '2026-11-24' })).errors,
    ).toBeUndefined();
    world.setNow('2026-11-24T10:00:00+08:00');
    expect((await conditions(COMPANY, { record: id })).unmetConditions).toEqual(['EXCLUDED_BY_LAW']);
    world.setNow('2026-11-25T10:00:00+08:00');
    expect((await conditions(COMPANY, { record: id })).excludedBy).toBeNull();
  });

  it('A40.1 withdrawn it waits no more; where its row ends otherwise it lapses, and neither is decided', async () => {
    const first = (await apply(COMPANY, { record: id })).data.applyForRestoration.id;
    expect((await world.ask(subject(COMPANY), WITHDRAW, { id: first })).data.withdrawRestoration).toEqual({
      id: first,
      status: 'WITHDRAWN',
    });
    expect(refusals(await decide({ id: first }))).toEqual(['decideRestoration CONFLICT CLOSED']);
    const second = (await apply(COMPANY, { record: id })).data.applyForRestoration.id;
    expect((await acts(world).revoke(PROVINCE, SERIOUS.number)).errors).toBeUndefined();
    expect((await mine(COMPANY)).restorations.find((one: { id: string }) => one.id === second).status).toBe('LAPSED');
    expect(refusals(await decide({ id: second }))).toEqual(['decideRestoration CONFLICT CLOSED']);
    expect(refusals(await apply(COMPANY, { record: id }))).toEqual(['applyForRestoration CONFLICT FALLEN']);
    expect((await clocks(OPERATOR)).every((clock) => / (MET|LATE)$/.test(clock))).toBe(true);
  });

  it('A40.1 not again and again on one day', async () => {
    const other = await punish(COMPANY, NAME, '黑市监罚〔2025〕示例602号', { occurredOn: '2025-10-15' });
    for (let n = 0; n < 3; n += 1)
      expect((await apply(COMPANY, { record: other, corrected: false })).data.applyForRestoration.status).toBe(
        'NOT_ACCEPTED',
      );
    expect(refusals(await apply(COMPANY, { record: other }))).toEqual(['applyForRestoration CONFLICT TOO_OFTEN']);
  });
});
