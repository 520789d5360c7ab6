/** Transaction and time of a run of the due jobs. */
import type { EntityManager } from '@mikro-orm/sql';

export interface Occasion {
  readonly em: EntityManager;
  readonly today: string;
  readonly at: string;
}
