/**
 * The part of an answer to a permit desk that comes from records (Articles 27, 43 and 45). The number of statements is the same for one subject or
 * two hundred.
 */
import DataLoader from 'dataloader';
import type { Finding, PublicCreditPart, Supervision } from '../../../schema/law/matter/matter.ts';
import { asked, formFor, inForms, seenRows } from '../../authorization/scope-sql.ts';
import { readInMatter, scopeInMatter } from '../../matter/in-matter.ts';
import { type MatterKey, questionOf } from '../../matter/matter.ts';
import type { Context, Duty } from '../../request/context.ts';
import { statedBeside } from '../../rights/statements/own-statements.ts';
import { readHeldInMatter } from './subjects.ts';

const READ = `id, subject_id, version, personal, item, type, nature, occurred_on, displayed_until, display, content, objection_raised_on`;

/**
 * Trustworthy and untrustworthy records of the duty's items, and every pledge that was not kept. Their content is not read, except a pledge's
 * performance.
 */
const FINDINGS = inForms('matter-records', (form) => {
  const { from, where } = seenRows('public_credit.record', 'r', 3, form, { columns: READ });
  return `with ${asked('$1::uuid[]', 3, ['public_credit.record'])}
    select r.id, r.subject_id as "subjectId", r.version, r.item, r.nature, r.occurred_on as "occurredOn",
      r.objection_raised_on is not null as objected, r.item = any ($2::text[]) and r.nature <> 'NEUTRAL' as matters,
      case when r.type = 'PledgeRecord' then r.content->>'performance' end as performance,
      r.type = 'PledgeRecord' and r.content->>'performance' in ('FAILED', 'FALSE') as unkept
    from ${from}
    where ${where}
      and (r.item = any ($2::text[]) and r.nature <> 'NEUTRAL'
        or r.type = 'PledgeRecord' and r.content->>'performance' in ('FAILED', 'FALSE'))
    order by r.subject_id, r.occurred_on desc, r.id`;
});

/** The newest assessment of each enterprise, where the duty needs it (Article 48). */
const SUPERVISION = inForms('matter-supervision', (form) => {
  const { from, where } = seenRows('public_credit.record', 'r', 3, form, { columns: READ });
  return `with ${asked('$1::uuid[]', 3, ['public_credit.record'])}
    select r.subject_id as "subjectId", r.id as "recordId", r.version, r.item, r.content->>'supervisionClass' as class,
      r.content->>'assessmentEdition' as "assessmentEdition", r.objection_raised_on is not null as objected
    from ${from}
    where r.type = 'AssessmentRecord' and not r.personal and r.item = any ($2::text[]) and ${where}`;
});

interface Stored {
  readonly id: string;
  readonly subjectId: string;
  readonly version: number;
  readonly item: string;
  readonly nature: string;
  readonly occurredOn: string;
  readonly objected: boolean;
  readonly matters: boolean;
  readonly performance: string | null;
  /** A pledge that failed or was false. It counts whatever items the duty covers (Article 45). */
  readonly unkept: boolean;
}

/** The item's name, the date, and the objection label, which is shown wherever the record is (Article 39). */
function findingOf(context: Context, row: Stored, ownStatement: string | undefined): Finding {
  const { items, editions } = context.snapshot.directory;
  const name = (items.get(row.item) ?? editions.find(({ code }) => code === row.item))?.name ?? row.item;
  const untrustworthy = row.nature === 'UNTRUSTWORTHY' || row.unkept;
  return {
    kind: untrustworthy ? 'UNTRUSTWORTHY_RECORD' : 'TRUSTWORTHY_RECORD',
    recordId: row.id,
    designationId: null,
    version: row.version,
    item: row.item,
    summary: `${name}（${row.occurredOn}）${row.objected ? '，异议处理中' : ''}`,
    article: untrustworthy ? (row.matters ? '27' : '45') : '18',
    objected: row.objected,
    ...(ownStatement === undefined ? {} : { ownStatement }),
  };
}

async function readParts(context: Context, duty: Duty, ids: readonly string[]): Promise<PublicCreditPart[]> {
  const scope = scopeInMatter(context, duty);
  const held = await readHeldInMatter(context, duty, ids);
  const stored = await readInMatter<Stored>(context, duty, formFor(FINDINGS, ids, scope), [ids, duty.items, ...scope]);
  const stated = await statedBeside(
    context,
    (statement, parameters) => readInMatter<object>(context, duty, statement, parameters),
    stored.map(({ id }) => id),
  );
  const supervision = new Map(
    (
      await readInMatter<Supervision & { subjectId: string }>(context, duty, formFor(SUPERVISION, ids, scope), [
        ids,
        duty.items,
        ...scope,
      ])
    ).map(({ subjectId, ...assessed }) => [subjectId, assessed]),
  );
  const bySubject = Map.groupBy(stored, (row) => row.subjectId);
  return ids.map((id) => {
    const rows = bySubject.get(id) ?? [];
    return {
      found: held.has(id),
      findings: rows.map((row) => findingOf(context, row, stated.get(row.id))),
      failedPledges: rows.filter(({ performance }) => performance === 'FAILED').length,
      falsePledges: rows.filter(({ performance }) => performance === 'FALSE').length,
      supervision: supervision.get(id) ?? null,
    };
  });
}

const loader = (context: Context, duty: Duty): DataLoader<string, PublicCreditPart> =>
  context.once(
    `matter:${duty.id}`,
    () => new DataLoader<string, PublicCreditPart>((ids) => readParts(context, duty, ids), { maxBatchSize: 1_000 }),
  );

export async function publicCreditPart(context: Context, { key }: MatterKey): Promise<PublicCreditPart | null> {
  const question = questionOf(context, key);
  return question === undefined ? null : loader(context, question.duty).load(question.subjectId);
}
