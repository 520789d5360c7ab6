/** Which entries of the ledger a caller asks for: the filter of `disclosures` and `disclosureCounts` as conditions in SQL. */
import { badInput, forbidden } from '../../../schema/errors.ts';
import { oversees } from '../../../schema/law/asking/unit-roles.ts';
import { addDays, isDate } from '../../../schema/law/clocks/calendar.ts';
import { ledgerMessages } from '../../../schema/messages/ledger.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { isId, NOTHING, openId } from '../../request/subjects/representations.ts';
import type { DisclosureFilter } from '../types.generated.ts';

/**
 * What an entry came to: refused as a whole, nothing of the subject shown (items were asked for in vain), or shown. A look into the ledger itself shows an
 * entry and no item. Of a refusal no subject is named; where one is, a recipient acknowledged what became of its records.
 */
export const OUTCOME = `case when d.seen = 'NONE' then case when d.subject_id is null then 'REFUSED' else 'ACKNOWLEDGED' end
  when cardinality(d.items) = 0 and d.records = '[]'::jsonb and d.subject_id is not null
    and coalesce((d.bases -> 0) ->> 'article', '') not in ('17', '35') then 'NOTHING' else 'SHOWN' end`;

/** Items of an entry: those that were shown, and those that were asked for in vain. */
export const ITEMS = `array(select distinct i from (select unnest(d.items) union
  select jsonb_array_elements_text(b -> 'items') from jsonb_array_elements(d.bases) b) as every (i) order by i)`;

/** Conditions on the row `d`, with parameters $1 to $8: unit, subject, purpose, article, item, from, to and outcome; each null where it does not matter. */
const REST = `d.erased_at is null
  and ($3::text is null or d.purpose = $3)
  and ($4::text is null or exists (select from jsonb_array_elements(d.bases) b
    where b ->> 'article' = $4 or $4 = any (string_to_array(b ->> 'article', ', '))))
  and ($5::text is null or $5 = any (d.items) or exists (select from jsonb_array_elements(d.bases) b where b -> 'items' @> to_jsonb($5::text)))
  and ($6::timestamptz is null or d.at >= $6) and ($7::timestamptz is null or d.at < $7)
  and ($8::text is null or ${OUTCOME} = $8)`;

/** By what the entries are found: each way has an index, so that the entries of others are not walked over. */
export type Way = 'all' | 'unit' | 'subject';

const FOUND: Readonly<Record<Way, string>> = {
  all: '$1::text is null and $2::uuid is null',
  unit: 'd.unit = $1::text and $2::uuid is null',
  subject: `d.subject_id = any (array(select a.alias_id from public_credit.subject_alias a where a.subject_id = $2::uuid) || $2::uuid)
    and ($1::text is null or d.unit = $1)`,
};
/** A unit reads no aliases: it is told of a subject under the id that it was shown. An id of a person as it is stored is none of its own. */
const OWN_SUBJECT = 'd.unit = $1::text and d.subject_id = $2::uuid';
const NO_PERSON = 'not public_credit.about_person($2::uuid)';

export const conditionOf = ({ way, own, stored }: Found): string =>
  [own && way === 'subject' ? OWN_SUBJECT : FOUND[way], ...(own && stored ? [NO_PERSON] : []), REST].join(' and ');

/** Name of a statement over these conditions: each connection prepares it once. */
export const nameOf = (name: string, { way, own, stored }: Found): string =>
  [name, way, ...(own ? ['own'] : []), ...(stored ? ['stored'] : [])].join('-');

export interface Found {
  readonly way: Way;
  /** Entries of the caller's own unit. */
  readonly own: boolean;
  /** The subject's id was sent as it is stored: those of organizations are, and all of the operator's. */
  readonly stored: boolean;
}

export interface Filtered extends Found {
  /** $1 to $8. */
  readonly parameters: readonly unknown[];
  readonly subject: string | null;
  /** The filter as one text: cursors are bound to it. */
  readonly text: string;
}

/** Behind the last day that a date can say nothing comes. */
const LAST_DAY = '9999-12-31';

const midnight = (date: string): string => `${date}T00:00:00+08:00`;

function checkDates(from: string | null, until: string | null): void {
  for (const [name, date] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (date !== null && !isDate(date)) throw badInput('DATE', ledgerMessages.noDate(name));
  if (from !== null && until !== null && from > until) throw badInput('DATE', ledgerMessages.datesTurned(from, until));
}

/** An entry keeps the id that its leaf was made with. What turned out to be another subject is asked for, and looked into, as that one. */
const NOW: Statement = {
  name: 'ledger-subject-now',
  text: 'select a.subject_id as id from public_credit.subject_alias a where a.alias_id = $1::uuid',
};

/** Checks the filter. Throws CASE_REQUIRED where entries about one subject are read without a case (Article 17). Undefined where nothing can match. */
export async function filteredBy(
  context: Context,
  filter: DisclosureFilter | null | undefined,
): Promise<Filtered | undefined> {
  const { caller } = context;
  const own = !oversees(caller.role);
  const [from, until] = [filter?.from ?? null, filter?.until ?? null];
  checkDates(from, until);
  const sent = filter?.subject ?? null;
  const opened = sent === null ? null : openId(context, 'SUBJECT', sent);
  const named = opened === NOTHING ? null : opened;
  if (sent !== null && !own && caller.caseReference === null)
    throw forbidden('CASE_REQUIRED', '17', ledgerMessages.caseForSubject);
  const asked = filter?.unit ?? null;
  if (sent !== null && named === null) return undefined;
  if (own && asked !== null && asked !== caller.unit) return undefined;
  const subject = own || named === null ? named : ((await context.query<{ id: string }>(NOW, [named]))[0]?.id ?? named);
  const unit = own ? (caller.unit ?? '') : asked;
  const parameters = [
    unit,
    subject,
    filter?.purpose ?? null,
    filter?.article ?? null,
    filter?.item ?? null,
    from === null ? null : midnight(from),
    until === null || until === LAST_DAY ? null : midnight(addDays(until, 1)),
    filter?.outcome ?? null,
  ];
  return {
    way: subject !== null ? 'subject' : unit !== null ? 'unit' : 'all',
    own,
    stored: isId(sent),
    subject,
    parameters,
    text: JSON.stringify(parameters),
  };
}

/** Reading entries of others is an entry itself: about the subject whose entries were asked for, else about nobody in particular (Articles 17 and 35). */
export function noteReading(context: Context, subject: string | null): void {
  if (!oversees(context.caller.role)) return;
  if (subject === null) context.request.inspected();
  else
    context.request.disclose({
      subjectId: subject,
      personal: false,
      items: [],
      records: [],
      seen: 'DESENSITIZED',
      article: '35',
    });
}
