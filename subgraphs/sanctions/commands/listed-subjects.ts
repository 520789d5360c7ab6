/** Those whom a decision lists, and their names (Articles 28 and 33). */
import type { EntityManager } from '@mikro-orm/sql';
import { desensitize } from '../../../schema/law/desensitize/desensitize.ts';
import type { Secrets } from '../../keys/secrets.ts';
import type { Identified } from '../../request/subjects/identify.ts';
import { storeWholeStatements } from '../../request/subjects/subject-rows.ts';

/** A subject with its name from the decision. */
export interface Named extends Identified {
  /** Name as the decision has it; null where it has none. */
  readonly name: string | null;
}

/** The name as other callers may read it; null where the decision has none. */
export const statedName = ({ personal, name }: Named): string | null =>
  name !== null && personal ? (desensitize('NAME', name) ?? '*') : name;

interface Listed {
  /** Id of the designation or incentive. */
  readonly id: string;
  readonly item: string;
  readonly subject: Named;
}

/** Stores what the decision says of persons whole. */
export const storeStatements = (em: EntityManager, secrets: Secrets, listed: readonly Listed[]): Promise<void> =>
  storeWholeStatements(
    em,
    secrets,
    listed
      .filter(({ subject }) => subject.personal)
      .map(({ id, item, subject: { id: subjectId, name, value, birthDate } }) => ({
        subjectId,
        recordId: id,
        version: 1,
        item,
        whole: { name, identifier: value, birthDate, address: null, phone: null },
      })),
  );
