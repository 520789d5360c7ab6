/**
 * Texts of an earlier version, where the subgraphs log in as themselves (Article 23): sanctions may not read what others say of a subject, so that what it writes is
 * withheld until public-credit has made all of the subject's texts anew. A proof: it opens a world over the wire.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REDACTION_VERSION, WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import { remakeAll } from '../../subgraphs/redaction/job.ts';
import { openRequestAs } from '../../subgraphs/request/internal-request.ts';
import { snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { COMPANY, databases, NO_JOBS, openWorld, type World } from '../kit.ts';
import { DECISION, DESIGNATE, LABOUR } from '../stories/listing.ts';

describe.runIf(databases().includes('postgresql'))('texts that are made anew by another process', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: NO_JOBS });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  const KNOWN = `select k.redaction from public_credit.known_values k join public_credit.subject s on s.id = k.subject_id where s.identifier = $1`;
  const version = async () => (await owner.query(KNOWN, [COMPANY.value])).rows[0]?.redaction;
  const designated = async (number: string) => {
    const input = { ...DECISION, subject: COMPANY, decisionNumber: number };
    const { data, errors } = await world.ask(LABOUR, DESIGNATE, { input });
    expect(errors).toBeUndefined();
    const held =
      'select basis_document as text from sanctions.designation where subject_id in (select id from public_credit.subject where identifier = $1) order by designated_on desc, ctid desc limit 1';
    expect(data.designate.id).toBeDefined();
    return (await owner.query(held, [COMPANY.value])).rows[0]?.text;
  };

  it('A23.1 a designation of a subject whose texts are of an earlier version is stored, and its text is withheld until they are made anew', async () => {
    await owner.query(
      'update public_credit.known_values set redaction = $2 where subject_id in (select id from public_credit.subject where identifier = $1)',
      [COMPANY.value, REDACTION_VERSION - 1],
    );
    expect(await designated('黑人社失信〔2026〕911号')).toBe(WITHHELD_TEXT);
    expect(await version()).toBeLessThan(REDACTION_VERSION);
    const { platform } = (world.wired as NonNullable<World['wired']>).servers['public-credit'];
    const made = await remakeAll(openRequestAs(platform, snapshotReader()), 10);
    expect(made).toMatchObject({ subjects: 1, failed: 0 });
    expect(await version()).toBe(REDACTION_VERSION);
    const { rows } = await owner.query(
      'select basis_document as text from sanctions.designation where subject_id in (select id from public_credit.subject where identifier = $1)',
      [COMPANY.value],
    );
    expect(rows.map(({ text }) => text)).toContain(DECISION.basisDocument);
    expect(rows.map(({ text }) => text)).not.toContain(WITHHELD_TEXT);
  });
});
