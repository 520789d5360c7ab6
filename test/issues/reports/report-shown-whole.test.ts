/** A report that was made on a duty that needs the person whole was handed out again, whole, on a duty of the same unit that does not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MEI, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { fetchReport, make, payload } from '../../stories/report-kit.ts';

const FINANCE = { role: 'department', unit: 'HLJ-FINANCE' } as const;
/** Of the sample's duties, nominations for awards need to know who is meant; applications for funds do not. */
const AWARD = { purpose: 'AWARD', case: '黑财奖〔2026〕1号' };
const FUNDING = { purpose: 'FUNDING', case: '黑财资〔2026〕1号' };

onDatabaseOfStep('whole values of a report', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A22.1 A23.4 A35.1 a report with a person whole is read again on a duty that needs her whole, and on no other', async () => {
    const { body } = await make(world, FINANCE, { subject: MEI }, AWARD);
    expect(payload(body.token).subject).toMatchObject({ name: '张小梅', identifier: { value: MEI.value } });
    expect((await fetchReport(world, FINANCE, body.id, 'application/jose', AWARD)).status).toBe(200);
    expect((await fetchReport(world, FINANCE, body.id, 'application/jose', FUNDING)).status).toBe(403);
    const { data } = await world.ask(subject(MEI), '{ me { disclosures(first: 2) { nodes { seen } } } }');
    expect(data.me.disclosures.nodes.map((one: { seen: string }) => one.seen)).toEqual(['WHOLE', 'WHOLE']);
  });

  it('A22.1 one that was made desensitized is read again as it was made', async () => {
    const { body } = await make(world, FINANCE, { subject: MEI }, FUNDING);
    expect(payload(body.token).subject).toMatchObject({ name: '张**', identifier: { value: '23****************' } });
    expect((await fetchReport(world, FINANCE, body.id, 'application/jose', FUNDING)).status).toBe(200);
  });
});
