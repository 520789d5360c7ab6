/** Texts of an earlier version of the function are made anew, subject after subject, while everything goes on (Article 23). */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { causeOf } from '../../schema/cause.ts';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import { isUnreadable } from '../keys/unreadable.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { redactAlone } from '../texts/alone.ts';
import { readKnown } from './known-values.ts';
import { remakeSubject } from './remake.ts';

export interface Remade {
  readonly subjects: number;
  readonly texts: number;
  /** Subjects whose texts could not be made anew. They stay as they are: withheld, where their version is unsafe. */
  readonly failed: number;
  /** Why they could not, each cause once. */
  readonly causes: readonly string[];
  /** The last subject that was looked at; null where there are no more. */
  readonly last: string | null;
}

/** What an error says, where it is ours; of others the code alone, because their words may repeat a value. */
function reasonOf(error: unknown): string {
  if (isUnreadable(error)) return 'a row cannot be opened with the keys of the key file; the log names it (KEYS.md)';
  const { name, code, said } = causeOf(error);
  return code === undefined ? (said ?? name) : `error ${code} of the database`;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the texts of some subjects anew, in order of their ids behind `after`, each in a transaction of its own. Several processes may do it at once: what
 * one holds the others pass over.
 */
export async function remakeSlice(requestAs: RequestAs, atMost: number, after: string = NOBODY): Promise<Remade> {
  const request = requestAs({ role: 'OPERATOR' });
  const { secrets } = request.platform;
  try {
    await request.snapshot();
    const { rows } = await request.write('due', (em) =>
      sql<{ id: string }>`select subject_id as id from public_credit.known_values
        where redaction < ${REDACTION_VERSION} and subject_id > ${after}::uuid order by subject_id limit ${atMost}`.execute(
        em.getKysely(),
      ),
    );
    const counts = { subjects: 0, texts: 0, failed: 0 };
    const causes = new Set<string>();
    for (const { id } of rows) {
      // The embedded database answers within this process: without a pause no request would be answered before the last subject is made anew.
      await setImmediate();
      try {
        const made = await request.write('due', async (em) => {
          const known = (await readKnown(em, secrets, [id])).get(id);
          // Another process, or a delivery, made them anew meanwhile.
          if (known === undefined || known.redaction >= REDACTION_VERSION) return undefined;
          return await remakeSubject(em, secrets, id, known);
        });
        if (made === undefined) continue;
        counts.subjects += 1;
        counts.texts += made;
      } catch (error) {
        counts.failed += 1;
        causes.add(reasonOf(error));
      }
    }
    return { ...counts, causes: [...causes], last: rows.length < atMost ? null : (rows.at(-1)?.id ?? null) };
  } finally {
    await request.abandon();
  }
}

/** All of them, slice after slice. `onSlice` is told what is done; it says whether to go on. */
export async function remakeAll(
  requestAs: RequestAs,
  atMost: number,
  onSlice: (made: Omit<Remade, 'last'>) => boolean = () => true,
): Promise<Omit<Remade, 'last'>> {
  const all = { subjects: 0, texts: 0, failed: 0, causes: [] as readonly string[] };
  for (let after: string | null = NOBODY; after !== null; ) {
    const { last, subjects, texts, failed, causes }: Remade = await remakeSlice(requestAs, atMost, after);
    all.subjects += subjects;
    all.texts += texts;
    all.failed += failed;
    all.causes = [...new Set([...all.causes, ...causes])];
    after = onSlice(all) ? last : null;
  }
  return all;
}

export interface RedactionStatus {
  /** The version of the function that runs. */
  readonly version: number;
  /** Subjects by the version that made their texts. */
  readonly subjects: readonly { readonly version: number; readonly subjects: number }[];
  readonly unsafe: readonly { readonly version: number; readonly reason: string; readonly declaredAt: string }[];
}

export async function redactionStatus(requestAs: RequestAs): Promise<RedactionStatus> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    return await request.write('due', async (em) => {
      const db = em.getKysely();
      const { rows: subjects } = await sql<{
        version: number;
        subjects: number;
      }>`select redaction as version, subjects::int as subjects from public_credit.redaction_status()`.execute(db);
      const { rows: unsafe } = await sql<
        RedactionStatus['unsafe'][number]
      >`select version, reason, declared_at as "declaredAt"
        from control.unsafe_redaction order by version`.execute(db);
      return { version: REDACTION_VERSION, subjects, unsafe };
    });
  } finally {
    await request.abandon();
  }
}

/** Withholds at once what a version of the function made, and supersedes the reports that hold it. */
export async function declareUnsafe(requestAs: RequestAs, version: number, reason: string): Promise<void> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    await request.snapshot();
    await request.write('due', (em) =>
      sql`select public_credit.declare_unsafe(${version}::int, ${redactAlone(reason)})`.execute(em.getKysely()),
    );
  } finally {
    await request.abandon();
  }
}
