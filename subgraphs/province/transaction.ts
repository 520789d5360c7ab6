/** The one transaction of a file: under which role each section is written, and the control plane as it has it by then. */
import type { EntityManager } from '@mikro-orm/sql';
import { CompiledQuery, sql } from 'kysely';
import type { DatabaseRole } from '../database/roles.ts';
import type { Platform } from '../request/context.ts';
import { type Directory, loadDirectory } from '../request/directory.ts';
import type { Change } from './compare/change.ts';

/** Lists, standards and measures are written under the role of designations; all else is the control plane's. */
export const roleOf = (section: Change['section']): DatabaseRole =>
  section === 'lists' || section === 'standards' || section === 'measures' ? 'designate' : 'control';

export interface Transaction {
  readonly em: EntityManager;
  become(role: DatabaseRole): Promise<void>;
  /** The control plane with what this transaction has changed. */
  directory(): Promise<Directory>;
}

/** A transaction that began under the role `control`, and is under it again after each of its functions but `become`. */
export function transactionOf(em: EntityManager, { database }: Platform, today: string): Transaction {
  const db = em.getKysely();
  const become = async (role: DatabaseRole): Promise<void> => {
    await sql`select set_config('role', ${database.roleName(role)}, true)`.execute(db);
  };
  const query = async <Row>({ text }: { readonly text: string }, parameters: readonly unknown[]): Promise<Row[]> =>
    (await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows as Row[];
  return {
    em,
    become,
    directory: async () => {
      await become('operator');
      const directory = await loadDirectory({ query }, '', today);
      await become('control');
      return directory;
    },
  };
}
