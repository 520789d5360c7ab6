/**
 * Texts of decisions about lists, and what collectors keep (Articles 23, 35, 36 and 38): masked with everything that is known of their subject, whichever came
 * first; whole for the subject alone; and a dump of the database tells none of what they say of persons.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpOf, placesOf } from '../dump.ts';
import { type Holder, type Identifier, onDatabaseOfStep, openWorld, subject, TODAY, type World } from '../kit.ts';
import { COURT, DECISION, DESIGNATE, LABOUR, ORGAN, SECOND, STRANGER } from '../stories/listing.ts';
import { LOAN, penalty, submit } from '../stories/withheld.ts';
import { decideAboutAll, LISTED, namedInRecord, OWN, PLANTED } from './planted-texts.ts';

const BANK = { role: 'party', unit: 'BANK-A' } as const;
const code = (value: string): Identifier => ({ type: 'USCC', value });
/** Held by nobody's delivery before. Check characters by GB 32100. */
const [FIRST, LATER, MANAGED, TWICE, KEPT] = [
  '91239999MA9XY0181P',
  '91239999MA9XY0191Q',
  '91239999MA9XY02015',
  '91239999MA9XY02116',
  '91239999MA9XY02217',
].map(code) as [Identifier, Identifier, Identifier, Identifier, Identifier];
/** Words of every day that are names too, which nothing but a column tells. */
const [NAME, OTHER] = ['安宁', '安静'];
const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records { nodes { ... on AdministrativePenalty { facts } } } } }`;

onDatabaseOfStep('texts of lists', (kind) => {
  let world: World;
  let minute = 0;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const later = () => {
    minute += 1;
    world.setNow(`${TODAY}T11:${String(minute).padStart(2, '0')}:00+08:00`);
  };
  const well = async (holder: Holder | null, query: string, variables: object = {}, headers = {}) => {
    const { data, errors } = await world.ask(holder, query, { ...variables }, headers);
    expect(errors).toBeUndefined();
    return data;
  };
  const designate = (about: Identifier, input: object) =>
    world.ask(LABOUR, DESIGNATE, { input: { ...DECISION, subject: about, ...input } });
  const bases = async (about: Identifier, holder: Holder | null = null, headers = {}): Promise<string[]> =>
    (await well(holder, LISTED, { id: about }, headers)).subject.designations.map(
      (one: { basisDocument: string }) => one.basisDocument,
    );
  const asCollector = (statement: string) =>
    world.server.requestAs({ role: 'COLLECTOR', unit: 'COLLECTOR-B' }).write('collect', (em) => em.execute(statement));

  describe('adversarial 77', () => {
    it('A23.4 a name of a record, even of one that is withheld, does not stand in the document of a later designation', async () => {
      await namedInRecord(world, FIRST, 1, NAME);
      const whole = `影响周边${NAME}案〔2026〕771号`;
      expect((await designate(FIRST, { basisDocument: whole })).errors).toBeUndefined();
      const [seen = ''] = await bases(FIRST);
      expect(seen).not.toContain(NAME);
      expect(seen).toContain('〔2026〕771号');
      const own = await well(subject(FIRST), OWN);
      expect(own.me.designations).toMatchObject([{ basisDocument: whole, reasons: DECISION.reasons }]);
    });

    it('A23.4 A35.1 A36.3 nor in that of an earlier one, from the same moment; who saw it is told what left', async () => {
      const whole = `影响周边${NAME}案〔2026〕772号`;
      expect((await designate(LATER, { basisDocument: whole })).errors).toBeUndefined();
      later();
      expect(await bases(LATER, BANK, LOAN)).toEqual([whole]);
      later();
      await namedInRecord(world, LATER, 2, NAME);
      later();
      const [seen = ''] = await bases(LATER, BANK, LOAN);
      expect(seen).not.toContain(NAME);
      const { me } = await well(
        subject(LATER),
        '{ me { disclosures(first: 50) { nodes { id at recipient { code } } } } }',
      );
      const ids = me.disclosures.nodes
        .filter(({ recipient }: { recipient: { code: string | null } }) => recipient.code === 'BANK-A')
        .sort((left: { at: string }, right: { at: string }) => (left.at < right.at ? -1 : 1))
        .map(({ id }: { id: string }) => id);
      const shown = [];
      for (const id of ids)
        shown.push(
          ...(
            await well(
              subject(LATER),
              'query ($id: ID!) { disclosure(id: $id) { shownDesignations { basisDocument } } }',
              { id },
            )
          ).disclosure.shownDesignations,
        );
      expect(shown).toEqual([{ basisDocument: whole }, { basisDocument: seen }]);
    });

    it('A23.4 A33.1 a person whom a decision holds responsible does not stand in texts of the company, nor in its own', async () => {
      for (const about of [MANAGED, SECOND])
        await submit(
          world,
          'PENALTY-GENERAL',
          penalty(about, 3, {
            subjectName: about === MANAGED ? '黑龙江测试不露面有限公司' : '钱测试',
            content: {
              documentNumber: '黑市监罚〔2026〕743号',
              facts: `夜间施工影响周边${OTHER}。`,
              penaltyKinds: ['警告'],
            },
          }),
        );
      const facts = async (about: Identifier, holder: Holder | null = null) =>
        (await well(holder, RECORDS, { id: about })).subject.records.nodes.map((one: { facts: string }) => one.facts);
      expect(await facts(MANAGED)).toEqual([`夜间施工影响周边${OTHER}。`]);
      const responsible = [
        { subject: SECOND, subjectName: OTHER, role: 'ACTUAL_CONTROLLER', evidence: `${OTHER}签字的付款单` },
      ];
      const input = { basisDocument: `影响周边${OTHER}案〔2026〕773号`, responsible };
      expect((await designate(MANAGED, input)).errors).toBeUndefined();
      for (const about of [MANAGED, SECOND]) {
        const [text = ''] = await facts(about);
        const [basis = ''] = await bases(about);
        expect([text.includes(OTHER), text.startsWith('夜间施工'), basis.includes(OTHER)]).toEqual([
          false,
          true,
          false,
        ]);
      }
      const own = await well(subject(SECOND), OWN);
      expect(own.me.designations).toMatchObject([
        { evidence: `${OTHER}签字的付款单`, basisDocument: input.basisDocument },
      ]);
      expect(own.me.records.nodes).toEqual([{ facts: `夜间施工影响周边${OTHER}。` }]);
    });

    it('A23.4 nor in what a collector keeps; the subject reads it whole', async () => {
      const whole = `用于周边${NAME}工程，按期偿还。`;
      await submit(world, 'PENALTY-GENERAL', penalty(KEPT, 4));
      const id = world.server.platform.secrets.subjectId(KEPT.type, KEPT.value);
      await asCollector(`insert into non_public_credit.record (subject_id, id, version, current, personal, item, category, collector, occurred_on,
          display, content, received_at, submission_id, redaction)
        values ('${id}', '${randomUUID()}', 1, true, false, 'NP-LOAN', 'LOAN', 'COLLECTOR-B', '2026-11-01', 'DISPLAYED', '${whole}',
          '2026-11-01T00:00:00Z', '${randomUUID()}', 2)`);
      const KEPT_OF = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { nonPublicRecords { nodes { content } } } }`;
      const seen = async () =>
        (await well(BANK, KEPT_OF, { id: KEPT }, LOAN)).subject.nonPublicRecords.nodes[0].content;
      expect(await seen()).toBe(whole);
      await namedInRecord(world, KEPT, 5, NAME);
      expect(await seen()).not.toContain(NAME);
      expect(await seen()).toContain('按期偿还');
      const own = await well(subject(KEPT), '{ me { nonPublicRecords { nodes { content } } } }');
      expect(own.me.nonPublicRecords.nodes).toEqual([{ content: whole }]);
    });

    it('A38.1 A28.1 two documents that are masked alike stay two, and each is known again', async () => {
      await namedInRecord(world, TWICE, 6, '王小一');
      await namedInRecord(world, TWICE, 7, '王小二');
      const [one, two] = ['王小一案〔2026〕774号', '王小二案〔2026〕774号'];
      const reasons = async (basisDocument: string) =>
        (await designate(TWICE, { basisDocument })).errors?.map(({ extensions }) => extensions.reason) ?? [];
      expect([await reasons(one), await reasons(two), await reasons(one)]).toEqual([[], [], ['LISTED_ALREADY']]);
      const seen = await bases(TWICE);
      expect(new Set(seen)).toEqual(new Set([seen[0]]));
      expect(seen).toHaveLength(2);
      const waive = async (basisDocument: string) =>
        (
          await world.ask(
            LABOUR,
            'mutation ($input: WaiveConductInput!) { waiveConduct(input: $input) { basisDocument } }',
            {
              input: { subject: TWICE, basisDocument, conduct: '迟延。', minor: true, corrected: true, harmless: true },
            },
          )
        ).errors?.map(({ extensions }) => extensions.reason) ?? [];
      const three = '王小一案〔2026〕775号';
      expect([await waive(one), await waive(three), await waive(three)]).toEqual([['LISTED_ALREADY'], [], ['WAIVED']]);
      expect([await reasons(three), await reasons('王小二案〔2026〕775号')]).toEqual([['WAIVED'], []]);
      const entry = (basisDocument: string) => ({
        subject: TWICE,
        subjectName: '黑龙江测试不露面有限公司',
        decisionNumber: '执〔2026〕776号',
        basisDocument,
        reasons: '有履行能力而拒不履行。',
        enteredOn: TODAY,
      });
      const entries = ['王小一执〔2026〕776号', '王小二执〔2026〕776号'].map(entry);
      const enter = async () =>
        (
          await well(
            COURT,
            'mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted unchanged } }',
            { input: { entries } },
          )
        ).submitDefaulters;
      expect([await enter(), await enter()]).toEqual([
        { accepted: 2, unchanged: 0 },
        { accepted: 0, unchanged: 2 },
      ]);
    });
  });

  describe('a dump without the file of keys', () => {
    it('A23.4 A36.2 holds nothing of what any text of a decision says of a person, plain or hashed', async () => {
      await decideAboutAll(world);
      const dump = await dumpOf(world);
      // What is open is found, so that the search can find.
      expect(placesOf(dump, ['黑龙江测试不露面有限公司'])).not.toEqual([]);
      expect(placesOf(dump, PLANTED)).toEqual([]);
    });

    it('A23.4 A35.1 the subject reads it whole, and others read nothing of it', async () => {
      const own = JSON.stringify((await well(subject(STRANGER), OWN)).me);
      for (const text of PLANTED) expect(own).toContain(text);
      const open = JSON.stringify(await well(null, LISTED, { id: STRANGER }));
      const notices = JSON.stringify(
        await well({ role: 'authority', unit: 'HLJ-BIZENV' }, '{ organNotices { outcome kind } }'),
      );
      expect(notices).toContain('已督促');
      for (const text of PLANTED) expect([open.includes(text), notices.includes(text)]).toEqual([false, false]);
      const refused = await world.ask(
        BANK,
        `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { reasons } } }`,
        { id: ORGAN },
        LOAN,
      );
      expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    });
  });
});
