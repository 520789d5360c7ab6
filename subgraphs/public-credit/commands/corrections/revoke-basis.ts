/** A basis document is revoked (Article 38): the display of records that rest on it ends at once, and their recipients are notified. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, notFoundAs } from '../../../../schema/errors.ts';
import { operatorOf } from '../../../../schema/law/asking/unit-roles.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { basisMessages } from '../../../../schema/messages/acts/public-credit.ts';
import { type AmendBy, basisAmended, basisTold } from '../../../clocks/kinds/basis.ts';
import { basisMark, unfoldedMark } from '../../../redaction/basis.ts';
import type { Context } from '../../../request/context.ts';

export interface RevocationInput {
  readonly basisDocument: string;
  readonly cause?: string | null | undefined;
  readonly happenedOn?: string | null | undefined;
}

export interface RevocationRow {
  readonly records: readonly { readonly id: string; readonly personal: boolean; readonly displayed: boolean }[];
  readonly amendBy: string;
  readonly provisional: boolean;
  readonly recipientsToNotify: number;
}

interface Ended {
  readonly id: string;
  readonly personal: boolean;
  readonly subjectId: string;
  readonly version: number;
}

/**
 * A provider ends its own records. The operator, which is informed by it, ends those of other units. The row policies of the role `amend` select the
 * rows.
 */
export async function revokeBasis(context: Context, input: RevocationInput): Promise<RevocationRow> {
  const { request } = context;
  const document = input.basisDocument.trim();
  if (document === '') throw badInput('BASIS', basisMessages.empty, '38');
  const happenedOn = input.happenedOn ?? request.today;
  if (!isDate(happenedOn) || happenedOn > request.today) throw badInput('DATE', inputMessages.dayItHappened, '38');
  const at = context.platform.now().toISOString();
  const { secrets } = context.platform;
  const mark = basisMark(secrets, document);
  const both = [mark, unfoldedMark(secrets, document)];
  const marks = sql.join(both);
  // A row of before has no mark yet, and says the document whole.
  const rests = sql<boolean>`(basis_mark in (${marks}) or basis_mark is null and basis_document = ${document})`;
  const result = await request.write('amend', async (em) => {
    const db = em.getKysely();
    await sql`select set_config('credit.cause', 'WITHDRAWN', true), set_config('credit.fell', 'BASIS', true)`.execute(
      db,
    );
    const { rows: records } = await sql<Ended>`update public_credit.record set display = 'ARCHIVED'
      where ${rests} and current and display <> 'ARCHIVED'
      returning id, personal, subject_id as "subjectId", version`.execute(db);
    const { rows: designations } = await sql<Ended>`update sanctions.designation set display = 'ARCHIVED'
      where ${rests} and display <> 'ARCHIVED'
      returning id, personal, subject_id as "subjectId", 1 as version`.execute(db);
    // What is held and not displayed to anybody is told to its unit as any record is.
    const { rows: held } =
      await sql<Ended>`select * from rights.revoke_held(${JSON.stringify(both.map((one) => one.toString('hex')))}::jsonb)`.execute(
        db,
      );
    if (records.length + designations.length + held.length === 0) {
      const { rows } = await sql<{
        known: boolean;
      }>`select exists (select from public_credit.record where ${rests})
        or exists (select from sanctions.designation where ${rests}) as known`.execute(db);
      // Revoking again changes nothing. A document that no record rests on was probably mistyped.
      if (rows[0]?.known !== true)
        throw notFoundAs(
          context.caller.role === 'OPERATOR' ? basisMessages.nothingRests : basisMessages.nothingOfYours,
        );
    }
    const events = [...records, ...designations, ...held].map((row) => ({ ...row, event: randomUUID() }));
    await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
      select (e->>'event')::uuid, (e->>'subjectId')::uuid, (e->>'id')::uuid, ${at}::timestamptz, 'ARCHIVED', 'REVOKED'
      from jsonb_array_elements(${JSON.stringify(events)}::jsonb) e`.execute(db);
    // The operator reads the ledger. Who was shown a record is not a provider's to know (Article 23).
    const recipients = await sql<{ told: number }>`select ledger.told(array(select (e->>'id')::uuid
      from jsonb_array_elements(${JSON.stringify(events)}::jsonb) e), 'WITHDRAWN') as told`.execute(db);
    const due = await runClocks(context, em, mark.toString('hex'), happenedOn);
    return { ended: events, recipients: recipients.rows[0]?.told ?? 0, due };
  });
  context.snapshot = await request.snapshot();
  return {
    records: result.ended.map(({ id, personal }) => ({ id, personal, displayed: false })),
    amendBy: result.due.date,
    provisional: result.due.provisional,
    recipientsToNotify: result.recipients,
  };
}

/** The document number may identify a person, so that the clock refers to it by its keyed mark. Returns by when the operator amends. */
function runClocks(context: Context, em: EntityManager, reference: string, happenedOn: string): Promise<AmendBy> {
  const { today } = context.request;
  const { calendar, units } = context.snapshot.directory;
  if (context.caller.role === 'OPERATOR') return basisAmended(em, { calendar, today }, reference);
  const operator = operatorOf(units.values(), today)?.code;
  return basisTold(em, { calendar, today }, { reference, happenedOn }, { unit: context.caller.unit ?? '', operator });
}
