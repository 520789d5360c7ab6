/** One loan file from its beginning to its end: everything over HTTP (Articles 6, 17, 22 to 24, 35, 38, 39). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Holder, MEI, OPERATOR, onEachDatabase, openWorld, subject, TODAY, type World } from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import { EXPLAIN_ACCESS, PARTY_CHECK, refusals, shown } from './operations.ts';

const BANK = { role: 'party', unit: 'BANK-B' } as const;
const FUND = { role: 'provider', unit: 'HLJ-FUND' } as const;
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const MONITORING = { purpose: 'POST_LOAN_MONITORING' };
const MY_DISCLOSURES = `query MyDisclosures($first: Int, $after: String) {
  me { disclosures(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id at recipient { code name kind } purpose caseReference channel items { code } basis { article agreementId authorizationId } proof { leafIndex checkpointSize } } } } }`;
const CHANGES = `query Changes($first: Int, $after: String) {
  changes(first: $first, after: $after) { nodes { cursor kind subject { id pseudonym } item { code } recordId version at actBy acknowledgedAt } pageInfo { endCursor hasNextPage } }
}`;

onEachDatabase('a loan from its beginning to its end', (kind) => {
  let world: World;
  let second = 0;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  /** The record as its provider knows it. */
  const provided = () => asKnownTo(world, FUND, BANK, ids.record ?? '');
  afterAll(() => world.close());

  /** Asks a second later than before, and expects no refusal. */
  const ask = async (holder: Holder | null, query: string, variables: object = {}, headers = {}) => {
    second += 1;
    world.setNow(new Date(Date.parse(`${TODAY}T10:00:00+08:00`) + second * 1000).toISOString());
    const answer = await world.ask(holder, query, variables as Record<string, unknown>, headers);
    expect(refusals(answer)).toEqual([]);
    return answer.data;
  };

  it('A23.2 A24.3 A36.1 without agreement and authorization the bank learns nothing; with both, what they cover', async () => {
    const before = await world.ask(BANK, PARTY_CHECK, { id: MEI }, LOAN);
    expect(refusals(before)).toEqual([expect.stringContaining('NO_AGREEMENT')]);
    expect(shown(before)).not.toContain('ARREARS-FUND');
    const agreed = await ask(
      OPERATOR,
      'mutation ConcludeAgreement($input: AgreementInput!) { concludeAgreement(input: $input) { id status } }',
      {
        input: {
          party: 'BANK-B',
          items: ['ARREARS-FUND', 'NP-LOAN'],
          purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'],
          validFrom: TODAY,
          validUntil: '2027-11-19',
          dailyQuota: 100,
        },
      },
    );
    expect(agreed.concludeAgreement.status).toBe('IN_FORCE');
    ids.agreement = agreed.concludeAgreement.id;
    // The sample holds one of hers to this bank, of a single use: she takes it back.
    const mine = await ask(subject(MEI), '{ me { authorizations { id party { code } status } } }');
    for (const old of mine.me.authorizations.filter(
      (one: { party: { code: string }; status: string }) => one.party.code === 'BANK-B' && one.status === 'IN_FORCE',
    ))
      await ask(subject(MEI), 'mutation RevokeAuthorization($id: ID!) { revokeAuthorization(id: $id) { id status } }', {
        id: old.id,
      });
    const unauthorized = await ask(BANK, EXPLAIN_ACCESS, { id: MEI, items: ['ARREARS-FUND'] }, LOAN);
    expect(unauthorized.access).toMatchObject([{ granted: false, reason: 'AUTHORIZATION_REQUIRED', article: '24' }]);
    const granted = await ask(
      subject(MEI),
      'mutation GrantAuthorization($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id status validUntil } }',
      {
        input: {
          party: 'BANK-B',
          purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'],
          items: ['ARREARS-FUND', 'NP-LOAN'],
          validFrom: TODAY,
          validUntil: '2027-02-20',
        },
      },
    );
    expect(granted.grantAuthorization).toMatchObject({ status: 'IN_FORCE', validUntil: '2027-02-20' });
    ids.authorization = granted.grantAuthorization.id;
    const check = await ask(BANK, PARTY_CHECK, { id: MEI }, LOAN);
    expect(shown({ status: 200, data: check })).toContain('ARREARS-FUND');
    expect(check.subject.nonPublicRecords.nodes.map(({ item }: { item: { code: string } }) => item.code)).toEqual([
      'NP-LOAN',
    ]);
    expect(check.subject.name).toBe('张**');
    ids.record = check.subject.records.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'ARREARS-FUND',
    ).id;
  });

  it('A35.1 A17.1 she reads it back: who, for what, on which agreement and authorization', async () => {
    const at = await ask(subject(MEI), '{ me { disclosures(first: 1) { nodes { proof { leafIndex } proofAt } } } }');
    // Ten minutes are a published time in every hour.
    expect(at.me.disclosures.nodes).toEqual([{ proof: null, proofAt: `${TODAY}T02:10:00.000Z` }]);
    await world.publish();
    second = 600;
    const { me } = await ask(subject(MEI), MY_DISCLOSURES, { first: 5 });
    const [own, bank] = [
      me.disclosures.nodes.find((one: { recipient: { kind: string } }) => one.recipient.kind === 'SELF'),
      me.disclosures.nodes.find((one: { recipient: { kind: string } }) => one.recipient.kind === 'PARTY'),
    ];
    expect(own.basis).toEqual({ article: '24', agreementId: null, authorizationId: null });
    expect(bank).toMatchObject({
      recipient: { code: 'BANK-B', kind: 'PARTY' },
      purpose: 'LOAN_ORIGINATION',
      caseReference: null,
      channel: 'WEB',
      basis: { article: '23(2), 24', agreementId: ids.agreement, authorizationId: ids.authorization },
      proof: { leafIndex: expect.any(Number), checkpointSize: expect.any(Number) },
    });
    expect(bank.items.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['ARREARS-FUND', 'NP-LOAN']),
    );
    const authorizations = await ask(subject(MEI), '{ me { authorizations { id uses } } }');
    expect(authorizations.me.authorizations.find((one: { id: string }) => one.id === ids.authorization).uses).toBe(1);
  });

  it('A06.1 A39.4 it watches her; a new record and a correction come in its feed, and it acknowledges', async () => {
    const watched = await ask(
      BANK,
      'mutation Watch($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched refused { index reason } } }',
      { ids: [MEI] },
      MONITORING,
    );
    expect(watched.watch).toEqual({ watched: 1, refused: [] });
    const submitted = await ask(
      FUND,
      'mutation SubmitRecords($input: SubmitRecordsInput!) { submitRecords(input: $input) { submissionId accepted unchanged corrected rejected { row code message } late } }',
      {
        input: {
          item: 'ARREARS-FUND',
          records: [
            {
              subject: MEI,
              subjectName: '张小梅',
              occurredOn: '2026-11-18',
              basisDocument: '示例公积金催〔2026〕1118号',
              consent: '示例同意书',
              content: { kind: '住房公积金', amountYuan: '900.00' },
            },
          ],
        },
      },
    );
    expect(submitted.submitRecords).toMatchObject({ accepted: 1, rejected: [] });
    const corrected = await ask(
      FUND,
      'mutation CorrectRecord($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }',
      {
        input: { record: provided(), reason: '欠缴金额计算有误', content: { amountYuan: '1.00' } },
      },
    );
    expect(corrected.correctRecord).toEqual({ id: provided(), version: 2, recipientsToNotify: 0 });
    const feed = await ask(BANK, CHANGES, { first: 10 });
    expect(feed.changes.nodes).toMatchObject([
      { kind: 'ADDED', item: { code: 'ARREARS-FUND' }, actBy: null },
      {
        kind: 'CORRECTED',
        item: { code: 'ARREARS-FUND' },
        recordId: ids.record,
        version: 2,
        actBy: '2026-11-25',
        acknowledgedAt: null,
      },
    ]);
    const acknowledged = await ask(
      BANK,
      'mutation AcknowledgeChanges($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }',
      { through: feed.changes.pageInfo.endCursor },
    );
    expect(acknowledged.acknowledgeChanges.acknowledged).toBe(2);
    const { me } = await ask(subject(MEI), '{ me { notices { kind recipient { code } state } } }');
    expect(me.notices).toEqual([{ kind: 'CORRECTED', recipient: { code: 'BANK-B' }, state: 'ACKNOWLEDGED' }]);
    const deadlines = await ask(OPERATOR, '{ deadlines(status: MET) { nodes { kind unit { code } } } }');
    expect(deadlines.deadlines.nodes).toEqual(
      expect.arrayContaining([
        { kind: 'correction.act', unit: { code: 'BANK-B' } },
        { kind: 'error.correct', unit: { code: 'HLJ-FUND' } },
      ]),
    );
  });

  it('A17.2 A35.1 she proves offline, with the public key alone, that the bank was shown it', async () => {
    await world.publish();
    second = 1_200;
    const { me } = await ask(
      subject(MEI),
      `{ me { disclosures(first: 50) { nodes { recipient { code } proof { leafIndex checkpointSize content salt hashes checkpoint { size rootHash signedAt keyId signature } } } } } }`,
    );
    const folder = mkdtempSync(join(tmpdir(), 'credit-loan-'));
    try {
      const [proofs, keys] = [join(folder, 'proofs.json'), join(folder, 'keys.json')];
      writeFileSync(
        proofs,
        JSON.stringify(
          me.disclosures.nodes.filter((one: { recipient: { code: string } }) => one.recipient.code === 'BANK-B'),
        ),
      );
      writeFileSync(keys, await (await fetch(`${world.server.url}/.well-known/jwks.json`)).text());
      const { status, stdout } = spawnSync(
        process.execPath,
        ['gateway/commands/verify-proof.ts', proofs, '--keys', keys],
        {
          cwd: join(import.meta.dirname, '../..'),
          encoding: 'utf8',
        },
      );
      expect(stdout).toContain('BANK-B  purpose LOAN_ORIGINATION  items ARREARS-FUND');
      expect(stdout).not.toContain('NOT');
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const ledger = await ask(
      OPERATOR,
      'query Ledger { ledgerCheckpoint { size rootHash signedAt signature } verifyLedger { intact firstBroken } }',
    );
    expect(ledger.verifyLedger).toEqual({ intact: true, firstBroken: null });
  });

  it('A24.3 A23.2 she takes it back, and the next question shows nothing of it; the correction of what it holds still reaches it', async () => {
    await ask(subject(MEI), 'mutation RevokeAuthorization($id: ID!) { revokeAuthorization(id: $id) { id status } }', {
      id: ids.authorization,
    });
    const after = await world.ask(BANK, PARTY_CHECK, { id: MEI }, LOAN);
    expect(shown(after)).not.toContain('ARREARS-FUND');
    expect(after.data.subject?.nonPublicRecords?.nodes ?? []).toEqual([]);
    await ask(
      FUND,
      'mutation CorrectRecord($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
      {
        input: { record: provided(), reason: '再次更正', content: { amountYuan: '2.00' } },
      },
    );
    const feed = await ask(BANK, CHANGES, { first: 10 });
    // What she no longer lets it watch is told no more; what it holds wrongly is.
    expect(
      feed.changes.nodes.map(({ kind: what, version }: { kind: string; version: number }) => `${what} ${version}`),
    ).toEqual(['CORRECTED 2', 'CORRECTED 3']);
  });
});
