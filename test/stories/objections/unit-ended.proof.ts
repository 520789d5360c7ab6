/** A unit ends that answered for what is objected to: the operator decides (Article 39). A proof: units are registered and ended. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, BANK_A, COMPANY, OPERATOR, onEachDatabase, openWorld, subject, type World } from '../../kit.ts';
import { acts, penalty } from '../comeback/delivering.ts';
import { BUREAU, END_UNIT, REGISTER_UNIT } from '../registering.ts';
import { inWorld, LOAN, LOOK, RECORDS, refusals } from './deciding.ts';

const MESSAGES = '{ me { messages(first: 50) { nodes { kind text } } } }';

onEachDatabase('the unit of an objection ends', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, decide, mine, changes, clocks } = inWorld(() => world);

  /** A bureau of Harbin with a penalty of its own, which the bank was shown. */
  async function delivered(code: string, number: string): Promise<string> {
    const input = { ...BUREAU, code, level: 'CITY', region: '230100' };
    expect((await world.ask(AUTHORITY, REGISTER_UNIT, { input })).errors).toBeUndefined();
    const by = acts(world);
    expect((await by.deliver({ role: 'provider', unit: code }, [penalty(number)])).rejected).toEqual([]);
    await well(BANK_A, RECORDS, { id: COMPANY }, LOAN);
    return (await by.shown()).find(({ documentNumber }) => documentNumber === number)?.id ?? '';
  }
  const end = async (code: string): Promise<void> => {
    expect((await world.ask(AUTHORITY, END_UNIT, { code, reason: '机构改革' })).errors).toBeUndefined();
  };

  it('A39.2 ended before: it is lodged with the operator, which decides it; what was wrong falls, and who was shown it is told', async () => {
    const id = await delivered('ENDED-A', '哈市监罚〔2026〕961号');
    await end('ENDED-A');
    const input = { record: id, reasons: '当事人不是本企业。' };
    const { errors } = await world.ask(
      subject(COMPANY),
      'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id } }',
      { input: { ...input, lodgedWith: 'ENDED-A' } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ article: '39', competentUnit: { code: 'HLJ-CREDIT' } });
    const objection = await raise(COMPANY, { ...input, lodgedWith: 'HLJ-CREDIT' });
    expect((await well(OPERATOR, LOOK, { id: objection.id })).objection.inQuestion).toMatchObject({ recordId: id });
    const upheld = { objection: objection.id, upheld: true, reasons: '经核对，当事人为另一企业。' };
    expect((await decide(OPERATOR, upheld)).data.decideObjection.status).toBe('UPHELD');
    expect((await mine(COMPANY)).records.nodes.map((one: { id: string }) => one.id)).not.toContain(id);
    expect(await changes(BANK_A)).toContainEqual({ kind: 'WITHDRAWN', recordId: id, version: 1 });
  });

  it('A39.2 ended while it is open: objection and clock go over to the operator, the subject is told, and nobody else decides', async () => {
    const id = await delivered('ENDED-B', '哈市监罚〔2026〕962号');
    const objection = await raise(COMPANY, { record: id, lodgedWith: 'ENDED-B' });
    const refused = { objection: objection.id, upheld: false, reasons: '记录与决定书一致。' };
    expect(refusals(await decide(OPERATOR, refused))).toEqual(['decideObjection BAD_USER_INPUT WRONG_UNIT 39']);
    await end('ENDED-B');
    expect(await clocks(OPERATOR, 'objection.decide')).toContainEqual('HLJ-CREDIT 2026-11-20 2026-11-25 - OPEN');
    const { me } = await well(subject(COMPANY), MESSAGES);
    expect(me.messages.nodes).toContainEqual({
      kind: 'OBJECTED',
      text: expect.stringMatching(/given to .*Heilongjiang.*, which decides it by 2026-11-25/),
    });
    expect(refusals(await decide({ role: 'provider', unit: 'HLJ-AMR' }, refused))).toEqual([
      'decideObjection NOT_FOUND NOT_FOUND',
    ]);
    expect((await decide(OPERATOR, refused)).data.decideObjection).toMatchObject({ status: 'REFUSED', late: false });
    // It is not wrong, and stays, without its label.
    const kept = (await mine(COMPANY)).records.nodes.find((one: { id: string }) => one.id === id);
    expect(kept.objection).toBeNull();
  });
});
