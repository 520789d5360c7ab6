/** What an agent is answered where its mandate rests on what it does, and where it asks for nothing (Articles 35 and 39). */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COMPANY,
  HIDDEN,
  type Identifier,
  MARKET_REGULATION,
  MEI,
  onDatabaseOfStep,
  openWorld,
  SOLE_TRADER,
  subject,
  type World,
} from '../../kit.ts';
import { CLERK, END, inWorld, OTHER, REGISTER } from '../../stories/mandates/mandating.ts';
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

  it('A35.1 however many others name it as their agent, a subject finds what it gave, and ends it', async () => {
    const id = await register(subject(MEI), { agent: CLERK, kind: 'AGENT' });
    const idOf = ({ type, value }: Identifier) => world.server.platform.secrets.subjectId(type, value);
    await world.server
      .requestAs({ role: 'SUBJECT', subject: { ...COMPANY, id: idOf(COMPANY) } })
      .write('rights', (em) =>
        sql`insert into rights.mandate (id, principal_id, agent_id, kind, scope, valid_from, valid_until, registered_at, principal_type, principal_number,
            agent_type, agent_number)
          select gen_random_uuid(), ${idOf(COMPANY)}::uuid, ${idOf(MEI)}::uuid, 'AGENT', array['READ'], '2026-11-19', '2027-11-20', now() + interval '1 year',
            'USCC', ${COMPANY.value}, 'CITIZEN_ID', '23****************' from generate_series(1, 201)`.execute(
          em.getKysely(),
        ),
      );
    expect(await mandatesOf(MEI)).toContainEqual(expect.objectContaining({ id, lacks: null }));
    expect((await well(subject(MEI), END, { id, reason: '不再需要' })).endMandate.lacks).toBe('ENDED');
  });

  it('A35.1 nobody has a stranger told again and again: of ten mandates to one person on one day the next is refused', async () => {
    for (let n = 0; n < 10; n += 1) {
      const id = await register(subject(MEI), { agent: OTHER, kind: 'AGENT' });
      await well(subject(MEI), END, { id, reason: '换' });
    }
    const input = { agent: OTHER, kind: 'AGENT', scope: ['READ'], validUntil: '2027-11-20' };
    expect(await refused(subject(MEI), REGISTER, { input })).toEqual(['200 registerMandate CONFLICT TOO_OFTEN']);
    await register(subject(MEI), { agent: HIDDEN, kind: 'AGENT' });
  });

  it('A35.1 nobody acts for a sole trader that is deregistered', async () => {
    const id = await register(subject(SOLE_TRADER), { agent: OTHER, kind: 'EMPLOYEE' });
    const deliver = (status: string) =>
      submit(
        world,
        'REG-SOLE-TRADER',
        {
          ...REGISTRATION,
          subject: SOLE_TRADER,
          subjectName: '南岗区示例刘晓北面馆',
          occurredOn: '2019-07-16',
          content: { legalName: '南岗区示例刘晓北面馆', registeredOn: '2019-07-16', regionCode: '239999', status },
        },
        MARKET_REGULATION,
      );
    await deliver('存续');
    await well(subject(OTHER), '{ me { id } }', {}, id);
    await deliver('注销');
    expect(await refused(subject(OTHER), '{ me { id } }', {}, id)).toEqual(['403 FORBIDDEN MANDATE_REQUIRED 35']);
    const input = { agent: HIDDEN, kind: 'AGENT', scope: ['READ'], validUntil: '2027-11-20' };
    expect(await refused(subject(SOLE_TRADER), REGISTER, { input })).toEqual([
      '200 registerMandate CONFLICT STRUCK_OFF',
    ]);
  });
});
