/** A subgraph that does not answer over the wire is named as one in the same process is, and never an exception (adversarial case 99). */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';
import {
  BANK_A,
  COMPANY,
  databases,
  type Holder,
  LISTED,
  MEI,
  NO_JOBS,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { MATTER_CHECK, MY_RECORD, named, PARTY_BATCH, PARTY_CHECK, PUBLIC_LOOKUP } from '../stories/operations.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const ASKED: readonly (readonly [string, Holder | null, string, object, object])[] = [
  ['look-up', null, PUBLIC_LOOKUP, { id: LISTED, first: 5 }, {}],
  ['look-up of a person', null, PUBLIC_LOOKUP, { id: MEI, first: 5 }, {}],
  ['check', BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN],
  ['check of a person', BANK_A, PARTY_CHECK, { id: MEI }, LOAN],
  ['batch', BANK_A, PARTY_BATCH, { ids: [COMPANY, MEI, LISTED] }, LOAN],
  ['matter', PERMIT_OFFICE, MATTER_CHECK, { id: LISTED, matter: 'FOOD-PERMIT' }, { purpose: 'PERMIT' }],
  ['own record', subject(MEI), MY_RECORD, { first: 5 }, {}],
];

describe.runIf(databases().includes('postgresql'))('a subgraph that does not answer', () => {
  let wire: World;
  let whole: World;
  let down: SubgraphName | undefined;
  beforeAll(async () => {
    const environment = { ...NO_JOBS, SUBGRAPH_TIMEOUT_MS: '1500', REQUEST_TIMEOUT_MS: '6000' };
    wire = await openWorld('postgresql', { wire: true, environment });
    whole = await openWorld('postgresql', {
      wire: false,
      environment,
      faults: (name) => (name === down ? 'FAILS' : undefined),
    });
  });
  afterAll(async () => {
    await wire.close();
    await whole.close();
  });

  /** What a refused answer did not use is left: while one of them comes back, both count differently. */
  const uncounted = (given: unknown): unknown =>
    JSON.parse(JSON.stringify(given).replaceAll(/"uses":\d+/g, '"uses":"<uses>"'));

  /** Each is a case of its own: an answer that was given stands. */
  let cases = 0;
  const answers = async (world: World, reference: string) => {
    const given: Record<string, unknown> = {};
    for (const [name, holder, query, variables, headers] of ASKED) {
      const { status, data, errors } = await world.ask(
        holder,
        query,
        { ...variables },
        { ...headers, ...(name === 'matter' ? { case: reference } : {}) },
      );
      const told = errors?.map(({ message, path, extensions: { code, reason, help } }) => ({
        message,
        path,
        code,
        reason,
        help,
      }));
      // A token of a matter's answer holds its id.
      given[name] = JSON.parse(
        JSON.stringify(named({ status, data, errors: told })).replaceAll(/"eyJ[^"]+"/g, '"<token>"'),
      );
    }
    return given;
  };

  it('with all of them up both modes answer alike', async () => {
    expect(await answers(wire, '案0')).toEqual(await answers(whole, '案0'));
  });

  it.each(SUBGRAPH_NAMES)(
    'A17.1 A43.1 adversarial 99: %s is stopped: what it holds is missing and named, all else is answered, and it is back when it is',
    async (name) => {
      cases += 1;
      await wire.wired?.servers[name].stop();
      down = name;
      const [over, within] = [await answers(wire, `案${cases}`), await answers(whole, `案${cases}`)];
      expect(uncounted(over)).toEqual(uncounted(within));
      expect(JSON.stringify(over)).not.toContain('INTERNAL');
      // Something was missing, and is not told as an answer without it.
      expect(JSON.stringify(over)).toContain('UNAVAILABLE');
      down = undefined;
      await wire.wired?.startAgain(name);
      // The gateway leaves it alone for a moment, then tries it again by itself.
      const back = async (): Promise<Record<string, unknown>> => {
        cases += 1;
        return answers(wire, `案${cases}`);
      };
      let again = await back();
      for (let tries = 0; tries < 40 && JSON.stringify(again).includes('UNAVAILABLE'); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        again = await back();
      }
      expect(uncounted(again)).toEqual(uncounted(await answers(whole, `案${cases}`)));
    },
  );

  it('A17.1 one that does not answer in time is named, and its statements are cancelled', async () => {
    const owner = new pg.Client({ connectionString: wire.ownerUrl });
    await owner.connect();
    const waiting = async (): Promise<number> =>
      (
        await owner.query(
          "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
      ).rows[0].n;
    const entries = async (): Promise<number> =>
      (await owner.query('select count(*)::int as n from ledger.disclosure')).rows[0].n;
    const before = await entries();
    try {
      await owner.query('begin; lock table public_credit.record in access exclusive mode');
      const { status, data, errors } = await wire.ask(BANK_A, PARTY_CHECK, { id: MEI }, LOAN);
      expect([status, data, errors?.map(({ extensions: { code } }) => code)]).toEqual([
        200,
        { subject: null },
        ['UNAVAILABLE'],
      ]);
      for (let tries = 0; tries < 200 && (await waiting()) > 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));
      expect(await waiting()).toBe(0);
    } finally {
      await owner.query('commit');
    }
    try {
      expect(await entries()).toBe(before);
    } finally {
      await owner.end();
    }
  });
});
