/** Evidence over HTTP, and objections as rows: what raises and decides them has tests of its own. */
import type { ReadableStream } from 'node:stream/web';
import { sql } from 'kysely';
import type { Session } from '../../subgraphs/database/session.ts';
import type { Context } from '../../subgraphs/request/context.ts';
import { useEvidence } from '../../subgraphs/rights/evidence/evidence.ts';
import type { Holder, Identifier, World } from '../kit.ts';

export const TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;

export interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  readonly json: any;
}

async function saidBy(response: Response): Promise<Said> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    json: isJson ? JSON.parse(bytes.toString()) : undefined,
  };
}

const bearer = async (world: World, by: Holder | null): Promise<Record<string, string>> =>
  by === null ? {} : { authorization: `Bearer ${await world.token(by)}` };

export async function bring(
  world: World,
  by: Holder | null,
  file: Buffer | ReadableStream,
  type: string,
  headers: Record<string, string> = {},
): Promise<Said> {
  const sent = { ...(await bearer(world, by)), 'content-type': type, ...headers };
  return saidBy(
    await fetch(`${world.server.url}/evidence`, {
      method: 'POST',
      headers: sent,
      body: file as never,
      ...(Buffer.isBuffer(file) ? {} : { duplex: 'half' }),
    } as RequestInit),
  );
}

export async function look(world: World, by: Holder | null, id: string): Promise<Said> {
  return saidBy(await fetch(`${world.server.url}/evidence/${id}`, { headers: await bearer(world, by) }));
}

export const idOf = (world: World, { type, value }: Identifier): string =>
  world.server.platform.secrets.subjectId(type, value);

const sessionOf = (world: World, identifier: Identifier): Session => ({
  role: 'SUBJECT',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: idOf(world, identifier),
  today: '2026-11-20',
});

/** Raises an objection that takes evidence, in one transaction, as `raiseObjection` does. Throws what useEvidence throws. */
export async function object(
  world: World,
  identifier: Identifier,
  unit: string,
  evidence: readonly string[],
): Promise<string> {
  const id = crypto.randomUUID();
  const subjectId = idOf(world, identifier);
  const { platform, requestAs } = world.server;
  const request = requestAs({ role: 'SUBJECT', subject: { ...identifier, id: subjectId } });
  try {
    await platform.database.write(sessionOf(world, identifier), 'rights', async (em) => {
      await sql`insert into rights.objection (subject_id, id, personal, about, unit, raised_on, raised_at, status, reasons, redaction)
        values (${subjectId}::uuid, ${id}::uuid, true, 'OMISSION', ${unit}, '2026-11-20', now(), 'OPEN', 'x', 0)`.execute(
        em.getKysely(),
      );
      await useEvidence(em, { request, platform } as unknown as Context, evidence, {
        usedFor: 'OBJECTION',
        id,
        article: '39',
      });
    });
  } finally {
    await request.abandon();
  }
  return id;
}

/** Ends it on a day, as a decision does. */
export const decide = (world: World, unit: string, objection: string, on: string): Promise<unknown> =>
  world.server.platform.database.write(
    { role: 'PROVIDER', unit, purpose: null, caseReference: null, subjectId: null, today: on },
    'rights',
    (em) =>
      sql`update rights.objection set status = 'REFUSED', decided_on = ${on}::date where id = ${objection}::uuid`.execute(
        em.getKysely(),
      ),
  );
