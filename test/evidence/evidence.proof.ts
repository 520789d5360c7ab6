/**
 * Evidence from the upload to its end (Article 39), through HTTP: who brings it, who sees it, how often it is used, when it is gone. A proof: each file is
 * looked into in a thread of its own.
 */
import { ReadableStream } from 'node:stream/web';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import type { Context } from '../../subgraphs/request/context.ts';
import { keepEvidence } from '../../subgraphs/rights/evidence/evidence.ts';
import { evidenceOf } from '../../subgraphs/rights/evidence/read-evidence.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NO_JOBS,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { bring, decide, idOf, look, object, TYPES } from './desk.ts';
import { archive, photograph, printed, SECRETS, written } from './made.ts';

const mei = subject(MEI);
const company = subject(COMPANY);
const BAD = ['BAD_USER_INPUT', '39', expect.any(String)];
const OTHER_PROVIDER = { role: 'provider', unit: 'HRB-AMR' } as const;

onEachDatabase('evidence', (kind) => {
  let world: World;
  let pdf: Buffer;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
    pdf = await printed('evidence');
  });
  afterAll(() => world.close());
  const brought = async (by = mei): Promise<string> => (await bring(world, by, pdf, TYPES.pdf)).json.id;
  const due = () => runDue(world.server.requestAs, world.server.platform.now);
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      ({ message, extensions }) => [extensions.code, extensions.article, message],
    );

  describe('brought', () => {
    it('A39.2 by whoever takes part in an objection, and by nobody else', async () => {
      for (const by of [mei, company, MARKET_REGULATION, PERMIT_OFFICE, OPERATOR, AUTHORITY]) {
        const { status, json, headers } = await bring(world, by, pdf, TYPES.pdf);
        expect([by.role, status]).toEqual([by.role, 201]);
        expect(json).toEqual({
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          kind: 'PDF',
          bytes: pdf.length,
          unusedUntil: '2026-11-21T02:00:00.000Z',
          keptMonths: 12,
        });
        expect(headers.get('location')).toBe(`${world.server.url}/evidence/${json.id}`);
      }
      const bank = await bring(world, BANK_A, pdf, TYPES.pdf);
      expect([bank.status, bank.json.errors[0].extensions]).toMatchObject([403, { code: 'FORBIDDEN', article: '39' }]);
      const nobody = await bring(world, null, pdf, TYPES.pdf);
      expect([nobody.status, nobody.json.errors[0].extensions]).toMatchObject([
        401,
        { code: 'UNAUTHENTICATED', article: '39' },
      ]);
      expect(nobody.headers.get('www-authenticate')).toContain('Bearer');
    });

    it('A39.2 as one of three kinds that it is, of at most ten megabytes, not packed; each fault has its sentence and article', async () => {
      const large = Buffer.alloc(20 * 1024 * 1024, 0x20);
      pdf.copy(large);
      // Its length is not said: it is counted as it comes.
      const chunked = () => ReadableStream.from(Array.from({ length: 12 }, () => new Uint8Array(1024 * 1024)));
      const cases = [
        [413, 'TOO_LARGE', () => bring(world, mei, large, TYPES.pdf).catch(() => undefined)],
        [413, 'TOO_LARGE', () => bring(world, mei, chunked(), TYPES.pdf).catch(() => undefined)],
        [415, 'OTHER_TYPE', () => bring(world, mei, pdf, 'text/html')],
        [415, 'OTHER_TYPE', () => bring(world, mei, pdf, 'multipart/form-data; boundary=x')],
        [415, undefined, () => bring(world, mei, pdf, TYPES.pdf, { 'content-encoding': 'gzip' })],
        [400, 'EMPTY', () => bring(world, mei, Buffer.alloc(0), TYPES.pdf)],
        [400, 'FILE_OTHER_KIND', () => bring(world, mei, pdf, TYPES.png)],
        [400, 'FILE_OTHER_KIND', async () => bring(world, mei, await archive(), TYPES.pdf)],
        [400, 'FILE_SCRIPT', () => bring(world, mei, written(['<< /S /JavaScript /JS (x) >>']), TYPES.pdf)],
        [
          400,
          'FILE_TWO_KINDS',
          async () => bring(world, mei, Buffer.concat([await photograph(), await archive()]), TYPES.jpeg),
        ],
      ] as const;
      for (const [status, reason, send] of cases) {
        const said = await send();
        // A body that is not read to its end may end the connection before its answer is read.
        if (said === undefined && status === 413) continue;
        expect([reason, said?.status, said?.json.errors[0].extensions.reason]).toEqual([reason, status, reason]);
        if (reason !== undefined) expect(said?.json.errors[0].extensions.article).toBe('39');
        expect(said?.json.errors[0].extensions.help.length).toBeGreaterThan(10);
      }
    });

    it('A39.2 no more of it than one caller may hold unused, which the refusal says', async () => {
      const request = world.server.requestAs({ role: 'SUBJECT', subject: { ...LISTED, id: idOf(world, LISTED) } });
      for (let count = 0; count < 20; count += 1) await keepEvidence(request, 'PDF', written());
      await request.abandon();
      const { status, json } = await bring(world, subject(LISTED), written(), TYPES.pdf);
      expect([status, json.errors[0].extensions.reason]).toEqual([409, 'EVIDENCE_HELD']);
      expect(json.errors[0].message).toContain('20 files, 60 MB');
    });
  });

  describe('seen', () => {
    it('A39.2 by who brought it and by who decides while the objection is open, as a file and never as a page', async () => {
      const photo = await photograph();
      const { json } = await bring(world, mei, photo, TYPES.jpeg);
      for (const by of [company, MARKET_REGULATION, OPERATOR, AUTHORITY, BANK_A, null])
        expect((await look(world, by, json.id)).status).toBeGreaterThanOrEqual(401);
      const own = await look(world, mei, json.id);
      expect(Object.fromEntries(own.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'attachment; filename="evidence.jpg"',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect([own.status, own.bytes.length]).toEqual([200, json.bytes]);
      for (const secret of SECRETS) expect(own.bytes.includes(secret)).toBe(false);

      const objection = await object(world, MEI, 'HLJ-AMR', [json.id]);
      const decider = await look(world, MARKET_REGULATION, json.id);
      expect([decider.status, decider.bytes.equals(own.bytes)]).toEqual([200, true]);
      // Another unit, the operator and the authority are told as of one that does not exist.
      const nothing = (await look(world, OTHER_PROVIDER, crypto.randomUUID())).json;
      for (const by of [OTHER_PROVIDER, PERMIT_OFFICE, OPERATOR, AUTHORITY, company]) {
        const said = await look(world, by, json.id);
        expect([by.unit, said.status, said.json]).toEqual([by.unit, 404, nothing]);
      }
      await world.publish();
      const { data } = await world.ask(
        mei,
        '{ me { disclosures(last: 5) { nodes { recipient { code } caseReference basis { article } } } } }',
      );
      expect(data.me.disclosures.nodes).toContainEqual({
        recipient: { code: 'HLJ-AMR' },
        caseReference: objection,
        basis: { article: '39' },
      });

      await decide(world, 'HLJ-AMR', objection, '2026-11-23');
      expect((await look(world, MARKET_REGULATION, json.id)).status).toBe(404);
      expect((await look(world, mei, json.id)).status).toBe(200);
    });

    it('A39.2 that there is some, by whoever reads the objection, with how long it is kept', async () => {
      const id = await brought();
      const objection = await object(world, MEI, 'HLJ-AMR', [id]);
      const listed = async (caller: Parameters<World['server']['requestAs']>[0]) => {
        const request = world.server.requestAs(caller);
        const snapshot = await request.snapshot();
        const context = { request, query: snapshot.transaction.query } as unknown as Context;
        return evidenceOf(context, 'OBJECTION', [objection]).finally(() => request.abandon());
      };
      const self = { role: 'SUBJECT', subject: { ...MEI, id: idOf(world, MEI) } } as const;
      const row = {
        id,
        usedBy: objection,
        kind: 'PDF',
        bytes: pdf.length,
        uploadedAt: expect.stringContaining('Z'),
        keptUntil: null,
      };
      expect(await listed(self)).toEqual([row]);
      expect(await listed({ role: 'PROVIDER', unit: 'HLJ-AMR' })).toEqual([row]);
      expect(await listed({ role: 'PROVIDER', unit: 'HRB-AMR' })).toEqual([]);
      await decide(world, 'HLJ-AMR', objection, '2026-11-24');
      expect(await listed(self)).toEqual([{ ...row, keptUntil: '2027-11-24' }]);
    });
  });

  describe('used', () => {
    it('A39.2 once, by who brought it, ten at most; nothing is lost on a refusal', async () => {
      const [one, two, others] = [await brought(), await brought(), await brought(company)];
      expect(await refusal(object(world, MEI, 'HLJ-AMR', [one, others]))).toEqual([
        'BAD_USER_INPUT',
        '39',
        'No unused evidence of yours has the id at position 2 of evidence.',
      ]);
      expect(await refusal(object(world, MEI, 'HLJ-AMR', [one, one]))).toMatchObject(BAD);
      expect(await refusal(object(world, MEI, 'HLJ-AMR', ['x']))).toMatchObject(BAD);
      expect(await refusal(object(world, MEI, 'HLJ-AMR', Array(11).fill(one)))).toMatchObject(BAD);
      await object(world, MEI, 'HLJ-AMR', [one, two]);
      expect(await refusal(object(world, MEI, 'HRB-AMR', [one]))).toMatchObject(BAD);
    });
  });

  describe('gone', () => {
    it('A39.2 after a day unused, and after its retention: nobody sees it, and the daily run deletes it', async () => {
      const files = async () => {
        const rows = await world.server.platform.database.write(
          { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
          'due',
          async (em) => {
            const { rows } = await sql<{ id: string }>`select id from rights.evidence`.execute(em.getKysely());
            const parts = await sql<{ id: string }>`select distinct id from rights.evidence_part`.execute(
              em.getKysely(),
            );
            return [rows.map(({ id }) => id).sort(), parts.rows.map(({ id }) => id).sort()];
          },
        );
        expect(rows[0]).toEqual(rows[1]);
        return rows[0];
      };
      world.setNow('2026-12-01T10:00:00+08:00');
      const unused = await brought();
      const used = await brought();
      const objection = await object(world, MEI, 'HLJ-AMR', [used]);
      world.setNow('2026-12-02T09:59:59+08:00');
      expect((await look(world, mei, unused)).status).toBe(200);
      world.setNow('2026-12-02T10:00:00+08:00');
      expect((await look(world, mei, unused)).status).toBe(404);
      expect(await refusal(object(world, MEI, 'HRB-AMR', [unused]))).toMatchObject(BAD);
      expect((await due())?.deleted).toBeGreaterThan(0);
      expect(await files()).not.toContain(unused);
      // While it is open nothing is deleted, however long that takes.
      world.setNow('2028-06-01T10:00:00+08:00');
      await due();
      expect(await files()).toContain(used);
      await decide(world, 'HLJ-AMR', objection, '2028-06-01');
      world.setNow('2029-06-01T23:59:00+08:00');
      await due();
      expect(await files()).toContain(used);
      expect((await look(world, mei, used)).status).toBe(200);
      world.setNow('2029-06-02T00:01:00+08:00');
      expect((await look(world, mei, used)).status).toBe(404);
      expect((await due())?.deleted).toBe(1);
      expect(await files()).not.toContain(used);
      expect((await due())?.deleted).toBe(0);
    });
  });
});
