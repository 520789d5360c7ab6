/** What was held before spellings of documents were folded is the same record still: it is neither stored twice nor corrected, and it can be revoked. A proof: it opens a world of its own for what one test shows. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentKey } from '../../../schema/law/records/document-number.ts';
import type { Secrets } from '../../../subgraphs/keys/secrets.ts';
import { type CheckedRecord, checkRecord } from '../../../subgraphs/public-credit/intake/check.ts';
import { nameRecord } from '../../../subgraphs/public-credit/intake/same-record.ts';
import { storeRecords } from '../../../subgraphs/public-credit/intake/store.ts';
import { COMPANY, MARKET_REGULATION, openWorld, soonest, TODAY, type World } from '../../kit.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const deliveryOf = (documentNumber: string) => ({
  subject: COMPANY,
  subjectName: '哈尔滨示例冰雪设备有限公司',
  occurredOn: '2026-09-01',
  basisDocument: documentNumber,
  content: { documentNumber, facts: '未按规定明码标价。', penaltyKinds: ['罚款'], fineYuan: '10.00' },
});

/** Hashes as they were made of a document as it was spelled. */
const before = (secrets: Secrets, written: string): Secrets =>
  new Proxy(secrets, {
    get: (target, name) => {
      if (name === 'fingerprint')
        return (text: string) => target.fingerprint(text.replaceAll(documentKey(written), written));
      const member = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });

async function plant(item: string, documentNumber: string): Promise<void> {
  const { requestAs, platform } = world.server;
  const request = requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  const { directory } = await request.snapshot();
  const { editions, displayEditions, units, calendar } = directory;
  const setting = {
    today: TODAY,
    unit: 'HLJ-AMR',
    editions,
    displayEditions,
    units,
    calendar,
    unassignedRegions: 'allow',
  } as const;
  const checked = checkRecord(setting, item, 0, deliveryOf(documentNumber)) as CheckedRecord;
  const secrets = before(platform.secrets, documentNumber);
  await request.write('intake', (em) =>
    storeRecords(em, secrets, { unit: 'HLJ-AMR', at: platform.now(), submissionId: randomUUID() }, [
      nameRecord(secrets, 'HLJ-AMR', checked),
    ]),
  );
  await request.abandon();
}

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  accepted unchanged corrected rejected { code message } } }`;
const REVOKE = 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } } }';

it.each(['例市监罚(2026)71号', '例市监罚【2026】 72号'])('A19.2 A38.1 %s', async (written) => {
  await plant('PENALTY-GENERAL', written);
  const { data, errors } = await world.ask(MARKET_REGULATION, SUBMIT, {
    input: { item: 'PENALTY-GENERAL', records: [deliveryOf(written)] },
  });
  expect([errors, data.submitRecords]).toEqual([undefined, { accepted: 0, unchanged: 1, corrected: 0, rejected: [] }]);
  const revoked = await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument: written } });
  expect([revoked.errors, revoked.data?.revokeBasis.records.length]).toEqual([undefined, 1]);
});
