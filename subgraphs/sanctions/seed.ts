/** Loads the sample lists and designations, each under the unit that designated. */
import { randomUUID } from 'node:crypto';
import { desensitizeText } from '../../schema/law/desensitize.ts';
import type { Act } from '../act.ts';
import type { House } from '../context.ts';
import { DecisionEntity, DesignationEntity, IncentiveEntity, ListEntity } from './entities.ts';
import { SAMPLE_DESIGNATIONS, SAMPLE_INCENTIVES, SAMPLE_LISTS } from './sample.ts';

interface Reference {
  readonly type: 'USCC' | 'CITIZEN_ID' | 'OTHER_DOCUMENT';
  readonly value: string;
}

const personal = (subject: Reference): boolean => subject.type !== 'USCC' || subject.value.startsWith('92');

export async function seedSanctions(house: House, act: Act): Promise<void> {
  const idOf = (subject: Reference): string => house.secrets.subjectId(subject.type, subject.value);
  const itemOf = new Map(SAMPLE_LISTS.map((list) => [list.code, list.item]));
  await act({ role: 'AUTHORITY', unit: 'HLJ-BIZENV' }).write('credit_designate', (em) =>
    em.insertMany(
      ListEntity,
      SAMPLE_LISTS.map(({ code, name, nameEn, kind, item, publication }) => ({
        code,
        name,
        nameEn,
        kind,
        item,
        publicationReference: publication.reference,
        publishedOn: publication.publishedOn,
      })),
    ),
  );
  for (const [unit, rows] of Map.groupBy(SAMPLE_DESIGNATIONS, (row) => row.designatingUnit))
    await act({ role: 'DEPARTMENT', unit }).write('credit_designate', async (em) => {
      const keyed = rows.map((row) => ({ row, id: randomUUID(), subjectId: idOf(row.subject) }));
      await em.insertMany(
        DesignationEntity,
        keyed.map(({ row, id, subjectId }) => ({
          subjectId,
          id,
          personal: personal(row.subject),
          list: row.list,
          item: itemOf.get(row.list) ?? row.list,
          ground: row.ground,
          basisDocument: desensitizeText(row.basisDocument),
          designatedOn: row.designatedOn,
          displayedUntil: row.until,
          display: 'DISPLAYED',
          designatingUnit: unit,
        })),
      );
      await em.insertMany(
        DecisionEntity,
        keyed.map(({ row, id, subjectId }) => ({
          subjectId,
          designationId: id,
          decisionNumber: row.decisionNumber,
          reasons: row.reasons,
          removalConditions: row.removalConditions,
          remedies: row.remedies,
        })),
      );
    });
  for (const [unit, rows] of Map.groupBy(SAMPLE_INCENTIVES, (row) => row.designatingUnit))
    await act({ role: 'DEPARTMENT', unit }).write('credit_designate', (em) =>
      em.insertMany(
        IncentiveEntity,
        rows.map((row) => ({
          subjectId: idOf(row.subject),
          id: randomUUID(),
          personal: personal(row.subject),
          list: row.list,
          item: itemOf.get(row.list) ?? row.list,
          designatedOn: row.designatedOn,
          displayedUntil: row.until,
          display: 'DISPLAYED',
          designatingUnit: unit,
        })),
      ),
    );
}
