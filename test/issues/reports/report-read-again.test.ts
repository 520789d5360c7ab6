/**
 * A report that was made on a duty that needs the person whole was handed out again, whole, on a duty of the same unit that does not. And whatever
 * lacked, one that was refused said that the item was not agreed.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  BANK_A,
  BANK_B,
  type Headers,
  type Holder,
  LISTED,
  MEI,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../../kit.ts';
import { fetchReport, make, payload } from '../../stories/report-kit.ts';

const FINANCE = { role: 'department', unit: 'HLJ-FINANCE' } as const;
/** Of the sample's duties, nominations for awards need to know who is meant; applications for funds do not. */
const AWARD = { purpose: 'AWARD', case: '黑财奖〔2026〕1号' };
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '哈审批受〔2026〕802号' };
const FUNDING = { purpose: 'FUNDING', case: '黑财资〔2026〕1号' };

onDatabaseOfStep('a report that is read again', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** Status of a second look, and what lacks where it is refused. */
  const readAgain = async (holder: Holder | null, id: string, headers: Headers) => {
    const { status, bytes } = await fetchReport(world, holder, id, 'application/jose', headers);
    if (status === 200) return [status];
    const { reason, article } = JSON.parse(bytes.toString()).errors[0].extensions;
    return [status, reason, article];
  };

  it('A22.1 A23.4 A35.1 a report with a person whole is read again on a duty that needs her whole, and on no other', async () => {
    const { body } = await make(world, FINANCE, { subject: MEI }, AWARD);
    expect(payload(body.token).subject).toMatchObject({ name: '张小梅', identifier: { value: MEI.value } });
    expect((await fetchReport(world, FINANCE, body.id, 'application/jose', AWARD)).status).toBe(200);
    expect(await readAgain(FINANCE, body.id, FUNDING)).toEqual([403, 'DUTY_REQUIRED', '22']);
    const { data } = await world.ask(subject(MEI), '{ me { disclosures(first: 2) { nodes { seen } } } }');
    expect(data.me.disclosures.nodes.map((one: { seen: string }) => one.seen)).toEqual(['WHOLE', 'WHOLE']);
  });

  it('A22.1 one that was made desensitized is read again as it was made', async () => {
    const { body } = await make(world, FINANCE, { subject: MEI }, FUNDING);
    expect(payload(body.token).subject).toMatchObject({ name: '张**', identifier: { value: '23****************' } });
    expect((await fetchReport(world, FINANCE, body.id, 'application/jose', FUNDING)).status).toBe(200);
  });

  it('A22.1 A23.2 A36.3 a report that its reader’s basis does not cover is refused with what lacks first', async () => {
    const bank = (await make(world, BANK_A, { subject: LISTED }, LOAN)).body.id;
    expect(await readAgain(BANK_A, bank, LOAN)).toEqual([200]);
    expect(await readAgain(BANK_A, bank, {})).toEqual([403, 'PURPOSE_REQUIRED', '24']);
    expect(await readAgain(BANK_A, bank, { purpose: 'CREDIT_SERVICE' })).toEqual([403, 'PURPOSE_NOT_AGREED', '23(2)']);
    const desk = (await make(world, PERMIT_OFFICE, { subject: LISTED }, DESK)).body.id;
    expect(await readAgain(PERMIT_OFFICE, desk, DESK)).toEqual([200]);
    const { purpose, matter, case: reference } = DESK;
    for (const [headers, reason] of [
      [{ matter, case: reference }, 'PURPOSE_REQUIRED'],
      [{ purpose, matter }, 'CASE_REQUIRED'],
      [{ purpose, case: reference }, 'MATTER_REQUIRED'],
    ] as const)
      expect(await readAgain(PERMIT_OFFICE, desk, headers)).toEqual([403, reason, '22']);
    expect(await readAgain(PERMIT_OFFICE, desk, { ...DESK, purpose: 'FUNDING' })).toEqual([403, 'DUTY_REQUIRED', '22']);
    // For anybody else it does not exist.
    for (const other of [null, BANK_B, ANALYST, subject(LISTED)])
      expect(await readAgain(other, bank, LOAN)).toEqual([404, 'NOT_FOUND', undefined]);
  });
});
