/** A subject complains of a collector, and is answered in writing (Article 41 §2): who answers, by when, and who learns of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bring, look, TYPES } from '../../evidence/desk.ts';
import { printed } from '../../evidence/made.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import { refusals } from '../objections/objecting.ts';
import { ANSWER, COLLECTOR_A, COLLECTOR_B, FILE, FILED, LIST, OWN, WITHDRAW } from './complaining.ts';

const mei = subject(MEI);
const PHONE = '13912345678';
const TEXT = `贵单位辖区内的机构未经本人同意采集信息，并拨打${PHONE}催促。`;
const SAID = `经核实，该机构已停止采集，并向${PHONE}致歉。`;

onDatabaseOfStep('a complaint about a collector', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    world.setNow(FILED.at);
  });
  afterAll(() => world.close());
  const well = async (holder: Holder | null, query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await world.ask(holder, query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const listed = async (holder: Holder) => (await well(holder, LIST)).complaints;
  let filed: string;
  let file: string;

  it('A41.1 goes to the department in charge of where the collector is, with twenty working days counted over two holidays', async () => {
    file = (await bring(world, mei, await printed('evidence'), TYPES.pdf)).json.id;
    const { fileComplaint } = await well(mei, FILE, {
      input: { collector: 'COLLECTOR-B', text: TEXT, evidence: [file] },
    });
    filed = fileComplaint.id;
    expect(fileComplaint).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      collector: { code: 'COLLECTOR-B' },
      // No department of Harbin, where the collector is, is registered: the province's.
      answeringUnit: { code: 'HLJ-BIZENV' },
      status: 'OPEN',
      filedOn: FILED.on,
      answerBy: FILED.answerBy,
      provisional: false,
      text: TEXT,
      answer: null,
      answeredOn: null,
      late: false,
      evidence: [{ id: file, kind: 'PDF', keptUntil: null }],
    });
    const { deadlines } = await well(
      AUTHORITY,
      '{ deadlines(obligation: "A41.1") { nodes { kind unit { code } reference startedOn dueOn status } } }',
    );
    expect(deadlines.nodes).toEqual([
      {
        kind: 'complaint.answer',
        unit: { code: 'HLJ-BIZENV' },
        reference: filed,
        startedOn: FILED.on,
        dueOn: FILED.answerBy,
        status: 'OPEN',
      },
    ]);
  });

  it('A41.1 A23.1 is read with what is personal masked by who answers, who oversees and the collector that it is about, and by nobody else', async () => {
    const masked = TEXT.replace(PHONE, '139********');
    for (const holder of [AUTHORITY, OPERATOR, COLLECTOR_B]) {
      const { totalCount, nodes } = await listed(holder);
      expect([holder.unit, totalCount, nodes[0].text]).toEqual([holder.unit, 1, masked]);
      // A collector knows it by an id of its own, and evidence is told to who answers alone.
      expect(nodes[0].id).toBe(holder === COLLECTOR_B ? ownIdOf(world, COLLECTOR_B, filed, 'COMPLAINT') : filed);
      expect(nodes[0].evidence).toHaveLength(holder === AUTHORITY ? 1 : 0);
      expect(nodes[0].answerBy).toBe(FILED.answerBy);
    }
    expect(await listed(COLLECTOR_A)).toEqual({ totalCount: 0, nodes: [] });
    for (const holder of [BANK_A, PERMIT_OFFICE, MARKET_REGULATION, mei])
      expect(refusals(await world.ask(holder, LIST))).toEqual(['complaints FORBIDDEN ROLE 41']);
    expect((await well(subject(COMPANY), OWN)).me.complaints).toEqual([]);
    for (const collector of [COLLECTOR_A, COLLECTOR_B])
      expect((await well(collector, '{ deadlines { totalCount } }')).deadlines.totalCount).toBe(0);
    expect((await well(mei, OWN)).me.complaints[0].text).toBe(TEXT);
  });

  it('A41.1 A35.1 its evidence is looked at by who answers until it is answered, and each look is an entry', async () => {
    for (const holder of [OPERATOR, COLLECTOR_B, MARKET_REGULATION, BANK_A])
      expect([holder.unit, (await look(world, holder, file)).status]).toEqual([holder.unit, 404]);
    expect((await look(world, AUTHORITY, file)).status).toBe(200);
    await world.publish();
    const { me } = await well(
      mei,
      '{ me { disclosures(last: 5) { nodes { recipient { code } caseReference basis { article } } } } }',
    );
    expect(me.disclosures.nodes).toContainEqual({
      recipient: { code: 'HLJ-BIZENV' },
      caseReference: filed,
      basis: { article: '41' },
    });
  });

  it('A41.1 is answered in writing once: the subject is told and reads it whole, others masked', async () => {
    world.setNow('2026-10-22T17:00:00+08:00');
    const { answerComplaint } = await well(AUTHORITY, ANSWER, { input: { id: filed, answer: SAID } });
    expect(answerComplaint).toMatchObject({
      status: 'ANSWERED',
      answer: SAID.replace(PHONE, '139********'),
      answeredOn: '2026-10-22',
      late: false,
    });
    const { me } = await well(mei, OWN);
    expect(me.complaints).toMatchObject([{ id: filed, status: 'ANSWERED', text: TEXT, answer: SAID, late: false }]);
    expect(me.complaints[0].evidence).toEqual([{ id: file, kind: 'PDF', keptUntil: '2027-10-22' }]);
    expect(me.messages.nodes[0]).toEqual({
      kind: 'COMPLAINT_ANSWERED',
      text: 'On 2026-10-22 Heilongjiang Bureau for the Establishment and Oversight of the Business Environment answered your complaint in writing; read the answer in me { complaints } (Article 41).',
      recordId: null,
    });
    expect((await listed(COLLECTOR_B)).nodes[0].answer).toBe(SAID.replace(PHONE, '139********'));
    expect((await look(world, AUTHORITY, file)).status).toBe(404);
    expect((await look(world, mei, file)).status).toBe(200);
    const again = await world.ask(AUTHORITY, ANSWER, { input: { id: filed, answer: '再次答复。' } });
    expect(refusals(again)).toEqual(['answerComplaint CONFLICT COMPLAINT_CLOSED']);
    expect(refusals(await world.ask(mei, WITHDRAW, { id: filed }))).toEqual([
      'withdrawComplaint CONFLICT COMPLAINT_CLOSED',
    ]);
  });

  it('A41.1 answered late, it is late for the subject and in the report on breaches; withdrawn, nobody owes an answer', async () => {
    world.setNow(FILED.at);
    const { fileComplaint } = await well(mei, FILE, {
      input: { collector: 'COLLECTOR-A', text: '拒不删除已更正的信息。' },
    });
    const taken = await well(subject(COMPANY), FILE, { input: { collector: 'COLLECTOR-A', text: '超范围采集。' } });
    const { withdrawComplaint } = await well(subject(COMPANY), WITHDRAW, { id: taken.fileComplaint.id });
    expect(withdrawComplaint).toMatchObject({ status: 'WITHDRAWN', answer: null, late: false });
    // The twenty-first working day.
    world.setNow('2026-10-23T09:00:00+08:00');
    const input = { id: fileComplaint.id, answer: '经核实，已责令删除。' };
    expect((await well(AUTHORITY, ANSWER, { input })).answerComplaint.late).toBe(true);
    const mine = (await well(mei, OWN)).me.complaints as readonly { readonly id: string }[];
    expect(mine.find(({ id }) => id === input.id)).toMatchObject({ late: true, answeredOn: '2026-10-23' });
    const report = await well(
      AUTHORITY,
      '{ breachReport(from: "2026-10", until: "2026-10") { rows(limit: 50) { unit { code } obligation due met late } } }',
    );
    expect(report.breachReport.rows.filter((row: { obligation: string }) => row.obligation === 'A41.1')).toEqual([
      { unit: { code: 'HLJ-BIZENV' }, obligation: 'A41.1', due: 3, met: 2, late: 1 },
    ]);
  });

  it('A41.1 a day in a year without published holidays is provisional', async () => {
    world.setNow('2026-12-11T10:00:00+08:00');
    const { fileComplaint } = await well(mei, FILE, { input: { collector: 'COLLECTOR-A', text: '重复采集。' } });
    expect(fileComplaint.provisional).toBe(true);
  });
});
