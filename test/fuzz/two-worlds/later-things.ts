/** What happens alike in both worlds after one of them holds more: what is withheld must not show in what becomes of the rest. */
import { sql } from 'kysely';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import { MARKET_REGULATION, type World } from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import { LABOUR } from '../../stories/listing.ts';
import { CITY, PLEDGE, RECORD } from '../../stories/pledging.ts';
import { deliver, documentOf, inSession, itemOf, redeliver, storedRecord, subjectIdOf, well } from './deliveries.ts';
import type { About } from './subjects.ts';

interface Later {
  /** What must be visible before. */
  readonly needs?: string;
  /** What must not be. */
  readonly without?: string;
  happen(world: World, about: About): Promise<unknown>;
}

const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const REVOKE = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }';
const REMOVE = 'mutation ($id: ID!, $reason: String!) { removeDesignation(id: $id, reason: $reason) { id } }';

/** The record of the item as its provider knows it. */
async function provided(world: World, about: About, code: string): Promise<string> {
  const item = itemOf(code);
  const id = (await storedRecord(world, item, about)) ?? '';
  return about.personal ? ownIdOf(world, { role: 'provider', unit: item.providingUnit }, id) : id;
}

export const LATER: Readonly<Record<string, Later>> = {
  'the penalty is corrected': {
    needs: 'penalty',
    happen: async (world, about) => {
      const input = {
        record: await provided(world, about, 'PENALTY-GENERAL'),
        reason: '有误',
        content: { facts: '已更正。' },
      };
      return well(world, MARKET_REGULATION, CORRECT, { input });
    },
  },
  'the permit is delivered again': {
    needs: 'permit',
    happen: (world, about) =>
      redeliver(world, itemOf('PERMIT-GENERAL'), about, {
        occurredOn: '2026-10-13',
        mark: '13',
        text: '食品经营。',
        name: `${about.name}新`,
      }),
  },
  'the basis of the penalty is revoked': {
    needs: 'penalty',
    happen: (world, about) =>
      well(world, MARKET_REGULATION, REVOKE, { input: { basisDocument: documentOf(about, '12') } }),
  },
  'the commendation is objected to': {
    needs: 'commendation',
    happen: (world, about) =>
      inSession(
        world,
        'HLJ-HRSS',
        'intake',
        sql`update public_credit.record set objection_raised_on = '2026-11-20' where subject_id = ${subjectIdOf(world, about)}::uuid
          and item = 'COMMENDATION-GOV' and current`,
      ),
  },
  'the designation is removed': {
    needs: 'designation',
    happen: async (world, about) => {
      const rows = await inSession(
        world,
        'HLJ-CREDIT',
        'due',
        sql<{
          id: string;
        }>`select id from sanctions.designation where subject_id = ${subjectIdOf(world, about)}::uuid and display = 'DISPLAYED'
          order by basis_document limit 1`,
      );
      const id = rows[0]?.id ?? '';
      return well(world, LABOUR, REMOVE, { id: about.personal ? ownIdOf(world, LABOUR, id) : id, reason: '已履行。' });
    },
  },
  'another penalty comes': {
    happen: (world, about) =>
      deliver(world, itemOf('PENALTY-SERIOUS'), about, { occurredOn: '2026-11-05', mark: '后', text: '另一事实。' }),
  },
  'a judgment comes': {
    happen: (world, about) =>
      deliver(world, itemOf('JUDGMENT-CIVIL'), about, { occurredOn: '2026-11-06', mark: '判', text: '驳回。' }),
  },
  'a pledge is taken': {
    without: 'designation',
    happen: (world, about) =>
      well(world, CITY, RECORD, {
        input: {
          ...PLEDGE,
          subject: about.identifier,
          subjectName: about.name,
          consent: '示例同意书',
          document: documentOf(about, '后诺'),
          permitDocument: documentOf(about, '后许'),
        },
      }),
  },
  'what is due is done': { happen: ({ server }) => runDue(server.requestAs, server.platform.now) },
};

/** What can happen where these are visible. */
export const happening = (visible: readonly string[]): readonly string[] =>
  Object.keys(LATER).filter((name) => {
    const { needs, without } = LATER[name] ?? {};
    return (needs === undefined || visible.includes(needs)) && (without === undefined || !visible.includes(without));
  });
