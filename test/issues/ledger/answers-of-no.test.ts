/** Case 89: an answer of no told a department or a provider something about a subject, and no entry said so (Articles 17 and 35). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COMPANY,
  type Identifier,
  MEI,
  NOT_HELD,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../../kit.ts';
import { CITY, FAILED_PLEDGER, PLEDGE, RECORD } from '../../stories/pledging.ts';

const MAY = `query ($id: SubjectIdentifierInput!, $measure: String!) { mayApply(subject: $id, measure: $measure) { allowed reason } }`;
const CHECK = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "SPECIAL-OPERATION-PERMIT") {
  subjectFound pledge { eligible } findings { kind } } }`;
const MINE = `{ me { disclosures(first: 200) { nodes { at recipient { code kind } items { code } records { recordId } bases { article dutyId items } } } } }`;
const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT' };

onDatabaseOfStep('answers of no', (kind) => {
  let world: World;
  let minute = 0;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** What a request at a minute of its own left in the ledger about a subject. */
  const left = async (id: Identifier, work: (reference: string) => Promise<unknown>) => {
    minute += 1;
    const at = `${TODAY}T14:${String(minute).padStart(2, '0')}:00+08:00`;
    world.setNow(at);
    const answer = await work(`案${minute}`);
    const { data } = await world.ask(subject(id), MINE);
    const instant = new Date(at).toISOString();
    return {
      answer,
      entries: (data.me?.disclosures.nodes ?? [])
        .filter(
          (one: { at: string; recipient: { kind: string } }) => one.at === instant && one.recipient.kind !== 'SELF',
        )
        .map((one: { items: { code: string }[] }) => ({ ...one, items: one.items.map(({ code }) => code) })),
    };
  };
  const may = (id: Identifier, measure: string) =>
    left(
      id,
      async (reference) =>
        (await world.ask(PERMIT_OFFICE, MAY, { id, measure }, { ...DESK, case: reference })).data.mayApply,
    );

  it('A30.1 A17.1 adversarial 89: that a measure may not be applied is an entry with the items of its lists, under the duty', async () => {
    const { answer, entries } = await may(COMPANY, 'RESTRAINT-NO-FACILITATION');
    expect(answer).toEqual({ allowed: false, reason: 'NOT_LISTED' });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ recipient: { code: 'HRB-PERMIT' }, records: [] });
    // Every list of serious untrustworthiness is an item of the duty.
    expect(entries[0].items).toEqual(['LIST-DEFAULTER', 'LIST-FOOD', 'LIST-SAFETY', 'LIST-TAX', 'LIST-WAGE']);
    expect(entries[0].bases).toMatchObject([{ article: '22', dutyId: expect.any(String), items: entries[0].items }]);
    // A reward rests on other lists.
    const reward = await may(COMPANY, 'REWARD-TENDER-POINTS');
    expect(reward.answer).toMatchObject({ allowed: false, reason: 'NOT_LISTED' });
    expect(reward.entries[0].items.every((code: string) => code.startsWith('INCENTIVE-'))).toBe(true);
  });

  it('A17.1 adversarial 89: about a person, held or not, the same', async () => {
    for (const id of [MEI, NOT_HELD]) {
      const { answer, entries } = await may(id, 'RESTRAINT-NO-FACILITATION');
      expect(answer).toEqual({ allowed: false, reason: 'NOT_LISTED' });
      if (id === MEI) expect(entries).toMatchObject([{ records: [], bases: [{ article: '22' }] }]);
    }
    // A measure that nobody published is refused before anything about the subject is said.
    const invented = await may(MEI, 'INVENTED');
    expect([invented.answer, invented.entries]).toEqual([{ allowed: false, reason: 'NOT_PUBLISHED' }, []]);
  });

  it('A45.1 A17.1 adversarial 89: that a pledge is taken, and that it is not, are entries', async () => {
    const pledge = (id: Identifier, subjectName: string, document: string) =>
      left(id, async () => {
        const { data, errors } = await world.ask(CITY, RECORD, {
          input: { ...PLEDGE, subject: id, subjectName, document },
        });
        return errors?.[0]?.extensions.reason ?? data.recordPledge.item.code;
      });
    const taken = await pledge(COMPANY, PLEDGE.subjectName, '哈市监诺〔2026〕示例891号');
    expect(taken.answer).toBe('PLEDGE-PERMIT');
    const entry = {
      recipient: { code: 'HRB-AMR' },
      items: ['PLEDGE-PERMIT'],
      records: [],
      bases: [{ article: '45', items: ['PLEDGE-PERMIT'] }],
    };
    expect(taken.entries).toMatchObject([entry]);
    const again = await pledge(COMPANY, PLEDGE.subjectName, '哈市监诺〔2026〕示例891号');
    expect(again.answer).toBe('PLEDGE_RECORDED');
    expect(again.entries).toMatchObject([entry]);
    const barred = await pledge(FAILED_PLEDGER, '牡丹江示例雪乡餐饮管理有限公司', '哈市监诺〔2026〕示例892号');
    expect(barred.answer).toBe('PLEDGE_CLOSED');
    expect(barred.entries).toMatchObject([entry]);
  });

  it('A45.1 A43.1 adversarial 89: that nothing bars it from pledges is told of the pledges, though the duty covers none', async () => {
    const { answer, entries } = await left(MEI, async (reference) => {
      const { data } = await world.ask(PERMIT_OFFICE, CHECK, { id: MEI }, { purpose: 'PERMIT', case: reference });
      return data.matterCheck.pledge;
    });
    expect(answer).toEqual({ eligible: true });
    expect(entries).toHaveLength(1);
    expect(entries[0].items).toContain('PLEDGE-PERMIT');
    // Under the duty stands what it covers, and the pledges are open to anyone.
    const under = entries[0].bases.find(({ items }: { items: string[] }) => items.includes('PLEDGE-PERMIT'));
    expect(under).toMatchObject({ article: '23(1)', dutyId: null });
  });
});
