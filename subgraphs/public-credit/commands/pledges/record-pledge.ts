/** Records a pledge that a permit or a proof rests on (Articles 45 and 46): who may make one, and when it must be verified. */
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import type { IdentifierType } from '../../../../schema/law/facts.ts';
import { type PledgeKind, pledgeEligibility } from '../../../../schema/law/matter/pledges.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { pledgeMessages } from '../../../../schema/messages/acts/pledges.ts';
import type { Said } from '../../../../schema/messages/said.ts';
import { pledgeRelied } from '../../../clocks/kinds/pledge.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { hold } from '../../../rights/fallen/register.ts';
import { type CheckedRecord, checkRecord } from '../../intake/check.ts';
import { wordsOf } from '../../intake/refused.ts';
import { retried } from '../../intake/retry.ts';
import { nameRecord } from '../../intake/same-record.ts';
import { storeRecords } from '../../intake/store.ts';
import { readCheck } from '../../queries/pledge-checks.ts';
import type { PledgeCheckRow } from '../../rows.ts';
import { holdingsOf, sortFallen } from '../fallen/come-back.ts';
import { checkItem } from '../item-fault.ts';
import { storePledgeTexts } from './pledge-texts.ts';

export interface PledgeInput {
  readonly item: string;
  readonly subject: { readonly type: IdentifierType; readonly value: string };
  readonly subjectName: string;
  readonly consent?: string | null | undefined;
  readonly kind: PledgeKind;
  readonly matter: string;
  readonly content: string;
  readonly pledgedOn: string;
  readonly document: string;
  readonly permitDocument?: string | null | undefined;
  readonly permittedOn?: string | null | undefined;
}

interface Permit {
  readonly document: string;
  readonly on: string;
}

/** The permit that was granted on the pledge. A pledge in place of a proof has none (Article 45 §§2 and 3). */
function permitOf(input: PledgeInput, today: string): Permit | null {
  const document = (input.permitDocument ?? '').trim();
  const on = input.permittedOn ?? '';
  if (input.kind === 'PROOF') {
    if (document !== '' || on !== '') throw badInput('PERMIT', pledgeMessages.noPermit);
    return null;
  }
  if (document === '' || document.length > 1_000) throw badInput('PERMIT', pledgeMessages.permitMissing, '46');
  if (!isDate(on) || on > today || on < input.pledgedOn) throw badInput('DATE', pledgeMessages.permittedOn, '46');
  return { document, on };
}

function checkedPledge(context: Context, input: PledgeInput): CheckedRecord {
  const { request, platform, caller } = context;
  const { directory } = context.snapshot;
  const unit = caller.unit ?? '';
  checkItem(directory, input.item, unit);
  const checked = checkRecord(
    {
      today: request.today,
      calendar: directory.calendar,
      unit,
      editions: directory.editions,
      displayEditions: directory.displayEditions,
      units: directory.units,
      unassignedRegions: platform.unassignedRegions,
    },
    input.item,
    0,
    {
      subject: input.subject,
      subjectName: input.subjectName,
      occurredOn: input.pledgedOn,
      basisDocument: input.document,
      consent: input.consent,
      content: { content: input.content, pledgedOn: input.pledgedOn, performance: 'PENDING', matter: input.matter },
    },
  );
  if ('code' in checked) throw badInput(checked.code, pledgeMessages.fault(wordsOf(checked.faults)), '18');
  if (checked.item.recordType !== 'PledgeRecord')
    throw badInput('ITEM_NO_PLEDGE', pledgeMessages.itemNoPledge(input.item), '45');
  for (const name of ['matter', 'content'] as const)
    if (input[name].trim() === '') throw badInput('PART_MISSING', pledgeMessages.partEmpty(name), '45');
  if (checked.basisDocument === null) throw badInput('PART_MISSING', pledgeMessages.documentEmpty, '45');
  return checked;
}

/**
 * The mutation: a unit records a pledge and its decision. Throws CONFLICT where the subject is barred, chose against pledges, or the pledge is
 * recorded already.
 */
export async function recordPledge(context: Context, input: PledgeInput): Promise<PledgeCheckRow> {
  const { request, platform } = context;
  const { calendar } = context.snapshot.directory;
  const { today } = request;
  const unit = context.caller.unit ?? '';
  const checked = checkedPledge(context, input);
  const permit = permitOf(input, today);
  const subjectId = platform.secrets.subjectId(checked.subject.type, checked.subject.value);
  // Whether the subject may make pledges is told either way: by the refusal, and by the pledge that is taken (Articles 17 and 45).
  const told = (): void =>
    request.disclose({
      subjectId,
      personal: checked.subject.personal,
      items: [input.item],
      records: [],
      seen: 'DESENSITIZED',
      article: '45',
    });
  const refused = (reason: string, said: Said) => {
    told();
    return conflict(reason, said);
  };
  const row = await retried(() =>
    request.write('intake', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{
        serious: number;
        failed: number;
        falseOnes: number;
        declined: boolean;
      }>`select b.serious, b.failed,
          b.false_ones as "falseOnes", public_credit.declined_pledges(${subjectId}::uuid) as declined
        from public_credit.pledge_bars(${subjectId}::uuid) b`.execute(db);
      const facts = rows[0] ?? { serious: 0, failed: 0, falseOnes: 0, declined: false };
      if (facts.declined) throw refused('PLEDGE_DECLINED', pledgeMessages.declined);
      const { eligible, reasons } = pledgeEligibility({
        seriousDesignations: facts.serious,
        failedPledges: facts.failed,
        falsePledges: facts.falseOnes,
      });
      if (!eligible) throw refused('PLEDGE_CLOSED', pledgeMessages.closed(reasons));
      const occasion = { unit, at: platform.now(), submissionId: newId() };
      const sorted = await sortFallen(em, platform.secrets, [nameRecord(platform.secrets, unit, checked)], false);
      const [fell] = sorted.refused;
      if (fell !== undefined) throw refused('FELL', pledgeMessages.fault(wordsOf(fell.faults)));
      const held = new Set(sorted.held.keys());
      const stored = await storeRecords(em, platform.secrets, occasion, sorted.kept, { held });
      await hold(em, { directory: context.snapshot.directory, today }, holdingsOf(sorted, stored.ids));
      const [id] = stored.added;
      if (id === undefined) throw refused('PLEDGE_RECORDED', pledgeMessages.recorded);
      const texts = {
        matter: input.matter.trim(),
        permitDocument: permit?.document ?? null,
        reasons: null,
        basisDocument: null,
      };
      const open = await storePledgeTexts(em, platform.secrets, subjectId, id, texts);
      await sql`insert into public_credit.pledge_check (subject_id, record_id, unit, item, kind, matter, permit_document, permitted_on, recorded_on, redaction)
        values (${subjectId}::uuid, ${id}::uuid, ${unit}, ${checked.item.code}, ${input.kind}, ${open.matter},
          ${open.permitDocument}, ${permit?.on ?? null}::date, ${today}::date, ${REDACTION_VERSION})`.execute(db);
      if (permit !== null) await pledgeRelied(em, { calendar, today }, { id, unit, subjectId }, permit.on);
      return readCheck(em, context.snapshot.directory, id);
    }),
  );
  told();
  context.snapshot = await request.snapshot();
  return row;
}
