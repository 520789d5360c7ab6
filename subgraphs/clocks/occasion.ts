/** When a run of what time alone moves is made, and in which unit of work. */
import type { EntityManager } from '@mikro-orm/sql';

export interface Occasion {
  readonly em: EntityManager;
  readonly today: string;
  readonly at: string;
}
