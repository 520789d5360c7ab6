/** Puts the things of the sweep into a world, as their units deliver and decide them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import { deliver, inSession, itemOf, storedRecord, subjectIdOf, well } from '../fuzz/two-worlds/deliveries.ts';
import type { About } from '../fuzz/two-worlds/subjects.ts';
import { BANK_A, subject, type World } from '../kit.ts';
import { ownIdOf, storedId } from '../own-ids.ts';
import { SAMPLE_AGREEMENTS, SAMPLE_PURPOSES } from '../sample-province.ts';
import { DECISION, DESIGNATE, LABOUR } from '../stories/listing.ts';
import { COMPANY, LISTED, PERSON, RESPONSIBLE, type Thing, TRADER } from './things.ts';

const GRANT = 'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }';
const PERIODS = '{ catalogItems(first: 200) { nodes { code displayPeriod { maximumMonths } } } }';
const WATCH = 'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched } }';
const REWARD = 'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id } }';
const STATE = 'mutation ($record: ID!, $text: String!) { addStatement(record: $record, text: $text) { id } }';
export const RAISE = 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id } }';

/** What persons open to BANK-A for a purpose: every item of its agreement that the purpose needs. */
const openedFor = (purpose: string): readonly string[] => {
  const agreed = SAMPLE_AGREEMENTS.find(({ party }) => party === BANK_A.unit)?.items ?? [];
  const needs = SAMPLE_PURPOSES.find(({ code }) => code === purpose)?.needs ?? agreed;
  // Bills carry a few uses only, and nothing of the sweep is one.
  return agreed.filter((code) => needs.includes(code) && code !== 'NP-UTILITY-BILL');
};

/** Before anything is held: persons authorize, and the bank watches the companies. */
export async function openToBank(world: World): Promise<void> {
  for (const { identifier } of [PERSON, TRADER])
    for (const purpose of ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'])
      await well(world, subject(identifier), GRANT, {
        input: {
          party: 'BANK-A',
          purposes: [purpose],
          items: openedFor(purpose),
          validFrom: '2026-11-20',
          validUntil: '2027-02-20',
        },
      });
}

/** For how many months what an item holds is displayed at most, as anyone reads it; null where it has no end. */
export async function monthsOf(world: World): Promise<(code: string) => number | null> {
  const { catalogItems } = await well(world, null, PERIODS);
  const months = new Map<string, number | null>(
    catalogItems.nodes.map((node: { code: string; displayPeriod: { maximumMonths: number | null } }) => [
      node.code,
      node.displayPeriod.maximumMonths,
    ]),
  );
  return (code) => months.get(code) ?? null;
}

export const watch = (world: World, ids: readonly About[]): Promise<unknown> =>
  well(world, BANK_A, WATCH, { ids: ids.map(({ identifier }) => identifier) }, { purpose: 'POST_LOAN_MONITORING' });

export async function placeRecord(world: World, thing: Thing): Promise<void> {
  const { record, about } = thing;
  if (record === undefined) return;
  await deliver(world, record.item, { ...about, number: Number(/(\d+)号$/.exec(record.document)?.[1]) }, record.said);
  const id = await storedRecord(world, record.item, about, record.document);
  if (id === undefined) throw new Error(`${thing.name} is not held.`);
  thing.id = id;
}

const listedAs = (about: About, mark: string) => ({
  ...DECISION,
  subject: about.identifier,
  subjectName: about.name,
  decisionNumber: `黑人社失信〔2026〕${mark}1号`,
  basisDocument: `黑劳监处〔2026〕${mark}2号`,
  reasons: `拖欠${mark}号工程农民工工资。`,
  removalConditions: `付清${mark}号工程的工资。`,
  remedies: `可以在${mark}个工作日内陈述申辩。`,
});

/** A designation, with the texts of its decision. */
export async function designated(world: World, about: About, mark: string, more: object) {
  const input = { ...listedAs(about, mark), ...more };
  const { designate } = await well(world, LABOUR, DESIGNATE, { input });
  const { basisDocument, decisionNumber, reasons, removalConditions, remedies } = input;
  return {
    id: storedId(world, LABOUR, designate.id),
    values: { basisDocument, decisionNumber, reasons, removalConditions, remedies },
  };
}

/** Two designations: one with a person on its account, which is removed, and one whose month runs out; and an incentive. */
export async function placeLists(world: World): Promise<readonly Thing[]> {
  const item = itemOf('LIST-WAGE');
  const evidence = '示例：工资表第7703页的签名';
  const responsible = [{ subject: RESPONSIBLE.identifier, subjectName: RESPONSIBLE.name, role: 'PRINCIPAL', evidence }];
  const removed = await designated(world, LISTED, '7701', { responsible });
  const expiring = await designated(world, PERSON, '7702', { months: 1 });
  const own = '{ me { designations { id } } }';
  const { me } = await well(world, subject(RESPONSIBLE.identifier), own);
  const rewarded = { subject: COMPANY.identifier, subjectName: COMPANY.name, list: 'MODEL' };
  const incentive = await well(world, LABOUR, REWARD, {
    input: { ...rewarded, decisionNumber: '黑人社典〔2026〕7704号', basisDocument: '黑人社典〔2026〕7705号' },
  });
  return [
    { name: 'designation, REMOVAL', about: LISTED, also: RESPONSIBLE, fall: 'REMOVAL', item, ...removed },
    {
      name: 'designation on account, REMOVAL',
      about: RESPONSIBLE,
      fall: 'REMOVAL',
      item,
      id: storedId(world, subject(RESPONSIBLE.identifier), me.designations[0].id),
      values: { evidence },
    },
    { name: 'designation, EXPIRY', about: PERSON, fall: 'EXPIRY', item, ...expiring },
    {
      name: 'incentive, REMOVAL',
      about: COMPANY,
      fall: 'REMOVAL',
      item: itemOf('INCENTIVE-MODEL'),
      id: storedId(world, LABOUR, incentive.designateIncentive.id),
      values: {},
    },
  ];
}

/** What a collector holds about the company and the person, displayed until a day. Nothing delivers it over HTTP yet. */
export async function placeCollected(world: World, until: string): Promise<readonly Thing[]> {
  const things: Thing[] = [];
  for (const [about, words] of [
    [COMPANY, '茶壶贷款余额'],
    [PERSON, '铜镜贷款余额'],
  ] as const) {
    const id = randomUUID();
    await inSession(
      world,
      'COLLECTOR-B',
      'collect',
      sql`insert into non_public_credit.record (subject_id, id, version, current, personal, item, category, collector, occurred_on, display, displayed_until,
          content, redaction, received_at, submission_id)
        values (${subjectIdOf(world, about)}::uuid, ${id}::uuid, 1, true, ${about.personal}, 'NP-LOAN', 'LOAN', 'COLLECTOR-B', '2026-10-21',
          'DISPLAYED', ${until}::date, ${words}, ${REDACTION_VERSION}, ${world.server.platform.now().toISOString()}::timestamptz, ${id}::uuid)`,
    );
    things.push({
      name: `NP-LOAN of ${about.kind}, EXPIRY`,
      about,
      fall: 'EXPIRY',
      item: itemOf('NP-LOAN'),
      id,
      values: { words },
    });
  }
  return things;
}

/** The id of a row as its subject knows it. */
export const ownId = (world: World, { about, id = '' }: Thing, holder = subject(about.identifier)): string =>
  about.personal ? ownIdOf(world, holder, id) : id;

/** What the subject states beside a record that falls: it is found no longer either. */
export async function placeStatement(world: World, thing: Thing, words: string): Promise<Thing> {
  const text = `已经按期处理${words}的事情。`;
  await well(world, subject(thing.about.identifier), STATE, { record: ownId(world, thing), text });
  return {
    name: `statement beside ${thing.name}`,
    about: thing.about,
    fall: thing.fall,
    item: thing.item,
    values: { words },
  };
}
