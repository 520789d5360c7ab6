/** The part of an answer to a permit desk that comes from the lists (Articles 25, 26, 28, 30, 31 and 43). */
import DataLoader from 'dataloader';
import type { Activity } from '../../../schema/law/facts.ts';
import type { Finding, MatterMeasure, SanctionsPart } from '../../../schema/law/matter/matter.ts';
import { mayApply } from '../../../schema/law/measures/measures.ts';
import { readInMatter } from '../../matter/in-matter.ts';
import { type MatterKey, questionOf } from '../../matter/matter.ts';
import type { Context, Duty } from '../../request/context.ts';
import { statedBeside } from '../../rights/statements/own-statements.ts';
import { readDesignations, readIncentives, type StoredDesignation } from '../loaders.ts';
import type { IncentiveRow, MeasureRow } from '../rows.ts';
import { measures } from './lists.ts';
import { listedBy, rewardedBy } from './may-apply.ts';

const findingOf = (row: StoredDesignation, ownStatement: string | undefined): Finding => ({
  kind: 'DESIGNATION',
  recordId: null,
  designationId: row.id,
  version: 1,
  item: row.item,
  summary: `列入${row.list.name}（${row.designatedOn}至${row.until}）${row.responsibleAs === null ? '' : '，因所涉市场主体列入'}${row.objectionRaisedOn === null ? '' : '，异议处理中'}`,
  article: row.responsibleAs === null ? '28' : '33',
  objected: row.objectionRaisedOn !== null,
  ...(ownStatement === undefined ? {} : { ownStatement }),
});

function applicable(
  published: readonly MeasureRow[],
  activity: Activity,
  today: string,
  designations: readonly StoredDesignation[],
  incentives: readonly IncentiveRow[],
): MatterMeasure[] {
  const listed = designations.map(listedBy);
  const rewarded = incentives.map(rewardedBy);
  return published.flatMap((measure) => {
    if (!measure.activities.includes(activity)) return [];
    const { allowed, listEdition, article, from, until, objected } = mayApply(
      measure,
      measure.kind === 'REWARD' ? rewarded : listed,
      today,
    );
    if (!allowed || listEdition === null || from === null) return [];
    return [
      { code: measure.code, name: measure.name, kind: measure.kind, listEdition, article, from, until, objected },
    ];
  });
}

async function readParts(context: Context, duty: Duty, ids: readonly string[]): Promise<SanctionsPart[]> {
  const designations = Map.groupBy(await readDesignations(context, ids, duty), (row) => row.subjectId);
  const incentives = Map.groupBy(await readIncentives(context, ids, duty), (row) => row.subjectId);
  const stated = await statedBeside(
    context,
    (statement, parameters) => readInMatter<object>(context, duty, statement, parameters),
    [...designations.values()].flatMap((rows) => rows.map(({ id }) => id)),
  );
  const published = await measures(context);
  return ids.map((id) => {
    const listed = designations.get(id) ?? [];
    const rewarded = incentives.get(id) ?? [];
    return {
      findings: listed.map((row) => findingOf(row, stated.get(row.id))),
      seriousDesignations: listed.length,
      measures: applicable(published, duty.activity, context.request.today, listed, rewarded),
      incentives: rewarded.map((row) => ({
        id: row.id,
        code: row.list.code,
        name: row.list.name,
        item: row.item,
        article: '25',
        objected: row.objectionRaisedOn !== null,
      })),
    };
  });
}

const loader = (context: Context, duty: Duty): DataLoader<string, SanctionsPart> =>
  context.once(
    `matter:${duty.id}`,
    () => new DataLoader<string, SanctionsPart>((ids) => readParts(context, duty, ids), { maxBatchSize: 1_000 }),
  );

export async function sanctionsPart(context: Context, { key }: MatterKey): Promise<SanctionsPart | null> {
  const question = questionOf(context, key);
  return question === undefined ? null : loader(context, question.duty).load(question.subjectId);
}
