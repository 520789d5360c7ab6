/** A world with something in every place that holds sealed values. */

import { OF_PLATFORM } from '../../gateway/keys/presence.ts';
import { joinSubjects } from '../../subgraphs/index.ts';
import type { SealedPlace } from '../../subgraphs/keys/sealed-places.ts';
import { bring, TYPES } from '../evidence/desk.ts';
import { printed } from '../evidence/made.ts';
import {
  BANK_A,
  COMPANY,
  HIDDEN,
  type Identifier,
  LISTED,
  MARKET_REGULATION,
  MEI,
  SOLE_TRADER,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { make } from '../stories/report-kit.ts';
import { COMPANY_NEW, decision, LOAN, PERSON_NEW, penalty, QUIET, submit } from '../stories/withheld.ts';
import { plantRecord } from '../subgraphs/planted-subjects.ts';

/** Held under an old number of fifteen digits, and joined to the person. */
export const OLD = ['OTHER_DOCUMENT', '239999850808005'] as const;

export const HELD: readonly Identifier[] = [MEI, HIDDEN, COMPANY, SOLE_TRADER, LISTED, PERSON_NEW, COMPANY_NEW];

/** Fills the places that the sample leaves empty; returns the id of the report that it issued. */
export async function fill(world: World): Promise<string> {
  world.setNow(`${TODAY}T11:01:00+08:00`);
  await submit(world, 'PENALTY-GENERAL', decision(COMPANY_NEW, 1, { facts: QUIET }));
  await submit(world, 'PENALTY-GENERAL', {
    ...penalty(PERSON_NEW, 3, { basisDocument: '关于钱测试的行政处罚决定书' }),
    content: { documentNumber: '黑市监罚〔2026〕743号', facts: '钱测试未明码标价。', penaltyKinds: ['警告'] },
  });
  await submit(world, 'PENALTY-GENERAL', {
    ...penalty(PERSON_NEW, 4),
    content: { documentNumber: '黑市监罚〔2026〕744号', facts: '钱测试再次未明码标价。', penaltyKinds: ['警告'] },
  });
  world.setNow(`${TODAY}T11:02:00+08:00`);
  // A bank reads the company as it stands, then more becomes known, and its form is made anew: the one of before is kept, sealed.
  const made = await make(world, subject(MEI), {});
  await world.ask(
    BANK_A,
    `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 9) { totalCount nodes { id } } } }`,
    { id: COMPANY_NEW },
    LOAN,
  );
  world.setNow(`${TODAY}T11:03:00+08:00`);
  await submit(
    world,
    'PENALTY-MINOR',
    decision(COMPANY_NEW, 2, { facts: '未明码标价。', legalRepresentativeName: '安宁' }),
  );
  for (const unit of [BANK_A, MARKET_REGULATION])
    await world.ask(unit, 'mutation { registerWebhook(url: "http://127.0.0.1:9/hook") { url } }');
  await bring(world, subject(MEI), await printed('evidence'), TYPES.pdf);
  await world.ask(
    subject(MEI),
    'mutation { chooseChannel(input: { kind: WEBHOOK, url: "http://127.0.0.1:9/mine" }) { secret } }',
  );
  const given = await world.ask(
    subject(MEI),
    `mutation { registerMandate(input: { agent: { type: CITIZEN_ID, value: "239999198706150026" }, kind: AGENT, scope: [READ], validUntil: "2027-01-01" }) { id } }`,
  );
  const end = 'mutation ($id: ID!) { endMandate(id: $id, reason: "另行委托") { endedOn } }';
  await world.ask(subject(MEI), end, { id: given.data.registerMandate.id });
  await plantRecord(world, OLD, '林测试', '旧〔2026〕1号');
  await joinSubjects(world.server.requestAs);
  return String(made.body.id);
}

export interface SealedRow {
  readonly at: Readonly<Record<string, string>>;
  readonly sealed: Buffer;
  readonly key: string;
  readonly bound: string;
}

const columns = ({ row }: SealedPlace): string =>
  Object.keys(row)
    .map((name) => `'${name}', ${name}::text`)
    .join(', ');

export const rowsOf = ({ server }: World, place: SealedPlace): Promise<readonly SealedRow[]> =>
  server.platform.database.execute<SealedRow>(
    OF_PLATFORM,
    'reseal',
    {
      name: `test-rows:${place.table}.${place.sealed}`,
      text: `select jsonb_build_object(${columns(place)}) as at, ${place.sealed} as sealed, ${place.key} as key, ${place.boundTo} as bound from ${place.table}
        where ${place.sealed} is not null order by ${Object.keys(place.row).join(', ')}`,
    },
    [],
  );

/** Puts other bytes in place of what is sealed in one row. */
export async function overwrite({ server }: World, place: SealedPlace, { at }: SealedRow, sealed: Buffer, key: string) {
  const where = Object.entries(place.row).map(([name, type]) => `${name} = ($1::jsonb->>'${name}')::${type}`);
  await server.platform.database.execute(
    OF_PLATFORM,
    'reseal',
    {
      name: `test-overwrite:${place.table}.${place.sealed}`,
      text: `update ${place.table} set ${place.sealed} = decode($2, 'hex'), ${place.key} = $3 where ${where.join(' and ')}`,
    },
    [JSON.stringify(at), Buffer.from(sealed).toString('hex'), key],
  );
}
