/** Publishes what a law excludes from restoration (Article 40): an item, a list or a ground. What is published is never changed; a later one takes its place. */
import { sql } from 'kysely';
import { badInput, conflict, repeated } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { GROUNDS } from '../../../../schema/law/measures/designations.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { exclusionMessages } from '../../../../schema/messages/acts/rights/restorations.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { ExclusionRow } from '../../../rights/restorations/rows.ts';
import { redactAlone } from '../../../texts/alone.ts';
import type { RestorationExclusionInput } from '../../types.generated.ts';

const CITATION_MAX = 1_000;

const LIST_THERE: Statement = {
  name: 'serious-list',
  text: `select code from sanctions.list where code = $1 and kind = 'SERIOUS_UNTRUSTWORTHINESS'`,
};

const FIELDS = ['item', 'list', 'ground'] as const;

/** Whether what it is about is published. */
async function isThere(context: Context, field: (typeof FIELDS)[number], code: string): Promise<boolean> {
  if (field === 'item') return context.snapshot.directory.editions.some((item) => item.code === code);
  if (field === 'ground') return (GROUNDS as readonly string[]).includes(code);
  return (await context.query(LIST_THERE, [code])).length > 0;
}

export async function publishRestorationExclusion(
  context: Context,
  input: RestorationExclusionInput,
): Promise<ExclusionRow> {
  const named = FIELDS.filter((field) => input[field] != null);
  const [field] = named;
  if (field === undefined || named.length > 1) throw badInput('NAMES_ONE', exclusionMessages.namesOne, '40');
  const code = input[field] ?? '';
  if (!(await isThere(context, field, code)))
    throw badInput('NOT_PUBLISHED', exclusionMessages.unknown(field, repeated(code)), '40');
  const citation = input.citation.normalize('NFC').trim();
  if (citation === '' || citation.length > CITATION_MAX)
    throw badInput('CITATION', exclusionMessages.citation(CITATION_MAX), '40');
  const { effectiveFrom } = input;
  const until = input.until ?? null;
  if (!isDate(effectiveFrom) || (until !== null && !isDate(until))) throw badInput('DATE', inputMessages.aDate, '40');
  if (until !== null && until < effectiveFrom) throw badInput('DATE', exclusionMessages.days, '40');
  const row: ExclusionRow = {
    item: null,
    list: null,
    ground: null,
    [field]: code,
    citation: redactAlone(citation),
    effectiveFrom,
    until,
    publishedOn: context.request.today,
  };
  const { rows } = await context.request.write('control', (em) =>
    sql`insert into control.restoration_exclusion (id, item, list, ground, citation, effective_from, until, published_on)
      values (${newId()}::uuid, ${row.item}, ${row.list}, ${row.ground}, ${row.citation}, ${effectiveFrom}::date, ${until}::date, ${row.publishedOn}::date)
      on conflict do nothing returning id`.execute(em.getKysely()),
  );
  context.snapshot = await context.request.snapshot();
  if (rows.length === 0) throw conflict('PUBLISHED', exclusionMessages.twice);
  return row;
}
