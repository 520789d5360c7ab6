/** What a subgraph needs to write the changes of a file: all of them in one transaction, each as its command would. */
import type { EntityManager } from '@mikro-orm/sql';
import type { Role } from '../../schema/law/facts.ts';
import type { Directory } from '../request/directory.ts';
import type { Change } from './compare/change.ts';

export interface Writing {
  readonly em: EntityManager;
  readonly today: string;
  readonly at: Date;
  /** Who registers, for what only the authority may register. Null: the first file, before there is an authority. */
  readonly by: Role | null;
  /** Why an agreement or a duty changes where the file itself gives no reason: it names the file. */
  readonly reason: string;
  readonly unassignedRegions: 'allow' | 'refuse';
  /** The control plane as this transaction has it now. */
  readonly directory: Directory;
}

/** Writes a change, or refuses it with the error that its command would give. False where it is another subgraph's. */
export type Writer = (writing: Writing, change: Change) => Promise<boolean>;

/** The instant of a day that lies before today; of today, now. */
export const instantOf = (day: string | undefined, { today, at }: Pick<Writing, 'today' | 'at'>): Date =>
  day === undefined || day >= today ? at : new Date(`${day}T00:00:00+08:00`);
