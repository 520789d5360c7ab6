/** What the triggers tell without a command of their own yet: objection labels, restorations, designations; and keys that rotate. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigner, verifyCheckpoint } from '../../subgraphs/ledger/checkpoint.ts';
import { BANK_A, COMPANY, onDatabaseOfStep, openWorld, TODAY, type World } from '../kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('told by the database itself', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const kinds = async (): Promise<string[]> =>
    (await world.ask(BANK_A, '{ changes(first: 200) { nodes { kind item { code } } } }')).data.changes.nodes.map(
      (node: { kind: string; item: { code: string } }) => `${node.kind} ${node.item.code}`,
    );

  it('A39.4 A06.1 an objection and a restoration reach who was shown the record, a designation who watches', async () => {
    const { data } = await world.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id records(first: 200) { nodes { id item { code } objection { raisedOn } } } } }',
      { id: COMPANY },
      LOAN,
    );
    const record = data.subject.records.nodes.find(
      (node: { item: { code: string }; objection: object | null }) =>
        node.item.code.startsWith('PERMIT') && node.objection === null,
    );
    await world.ask(
      BANK_A,
      'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched } }',
      { ids: [COMPANY] },
      {
        purpose: 'POST_LOAN_MONITORING',
      },
    );
    const { requestAs } = world.server;
    const { rows } = await requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' }).write('intake', (em) =>
      sql`update public_credit.record set objection_raised_on = ${TODAY}::date where id = ${record.id}::uuid and current returning providing_unit`.execute(
        em.getKysely(),
      ),
    );
    expect(rows).toHaveLength(1);
    await requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' }).write('amend', async (em) => {
      await sql`select set_config('credit.cause', 'RESTORED', true)`.execute(em.getKysely());
      await sql`update public_credit.record set display = 'ARCHIVED' where id = ${record.id}::uuid and current`.execute(
        em.getKysely(),
      );
    });
    await requestAs({ role: 'DEPARTMENT', unit: 'HLJ-COURT' }).write('designate', (em) =>
      sql`insert into sanctions.designation (subject_id, id, personal, list, item, ground, basis_document, designated_on,
          displayed_until, display, designating_unit)
        values (${data.subject.id}::uuid, ${randomUUID()}::uuid, false, 'DEFAULTER', 'LIST-DEFAULTER',
          'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION', '示例文件', ${TODAY}::date, '2028-11-20', 'DISPLAYED', 'HLJ-COURT')`.execute(
        em.getKysely(),
      ),
    );
    expect(await kinds()).toEqual([
      `OBJECTED ${record.item.code}`,
      `RESTORED ${record.item.code}`,
      'DESIGNATED LIST-DEFAULTER',
    ]);
  });
});

describe('keys that rotate', () => {
  it('A17.2 a new seed signs, and what the old one signed is still verified', () => {
    const [old, fresh] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const checkpoint = { size: 3, root: randomBytes(32), signedAt: '2026-11-20T02:00:00.000Z' };
    const before = openSigner([old]).sign(checkpoint);
    const rotated = openSigner([fresh, old]);
    const after = rotated.sign(checkpoint);
    expect(after.keyId).not.toBe(before.keyId);
    expect([verifyCheckpoint(before, rotated.keys), verifyCheckpoint(after, rotated.keys)]).toEqual([true, true]);
    expect(verifyCheckpoint(after, openSigner([old]).keys)).toBe(false);
    expect(verifyCheckpoint({ ...after, keyId: before.keyId }, rotated.keys)).toBe(false);
  });
});
