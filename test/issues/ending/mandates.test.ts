/** What an agent is answered where its mandate rests on what it does, and where it asks for nothing (Articles 35 and 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COMPANY,
  type Identifier,
  MARKET_REGULATION,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { CLERK, inWorld, OTHER } from '../../stories/mandates/mandating.ts';
import { submit } from '../../stories/withheld.ts';

/** In no sample. */
const FIRM: Identifier = { type: 'USCC', value: '91239999MA6XYT019W' };
const NAME = '示例周文商贸有限公司';
const REGISTRATION = {
  subject: FIRM,
  subjectName: NAME,
  occurredOn: '2020-03-02',
  content: {
    legalName: NAME,
    registeredOn: '2020-03-02',
    status: '存续',
    regionCode: '239999',
    legalRepresentativeName: '周文',
    legalRepresentativeIdType: '01',
    legalRepresentativeIdNumber: CLERK.value,
  },
};
const RAISE = 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { status } }';

onDatabaseOfStep('an agent', (kind) => {
  let world: World;
  const { well, refused, register, mandatesOf, looksOf } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  it('A35.1 A39.1 a representative does not object to the registration that it acts by: it is told who does, and goes on', async () => {
    await submit(world, 'REG-ENTERPRISE', REGISTRATION, MARKET_REGULATION);
    const [{ id }] = await mandatesOf(CLERK);
    const { me } = await well(subject(CLERK), '{ me { registration { id } } }', {}, id);
    const input = { record: me.registration.id, reasons: '住所有误。', lodgedWith: 'HLJ-AMR' };
    expect(await refused(subject(CLERK), RAISE, { input }, id)).toEqual([
      '200 raiseObjection FORBIDDEN MANDATE_REQUIRED 35',
    ]);
    await well(subject(CLERK), '{ me { id } }', {}, id);
    // Somebody to whom the company gave a mandate does, and is answered.
    const given = await register(subject(FIRM), { agent: OTHER, kind: 'EMPLOYEE', scope: ['OBJECT'] });
    expect((await well(subject(OTHER), RAISE, { input }, given)).raiseObjection).toEqual({ status: 'OPEN' });
    expect(await refused(subject(CLERK), '{ me { id } }', {}, id)).toEqual(['403 FORBIDDEN MANDATE_REQUIRED 35']);
  });

  it('A35.1 a request that asks for nothing is answered under any mandate that stands, and is an entry', async () => {
    const id = await register(subject(COMPANY), { agent: OTHER, kind: 'EMPLOYEE', scope: ['OBJECT'] });
    expect(await well(subject(OTHER), '{ __typename }', {}, id)).toEqual({ __typename: 'Query' });
    expect(await looksOf(COMPANY)).toContainEqual(
      expect.objectContaining({ actedBy: expect.objectContaining({ mandate: id }) }),
    );
  });
});
