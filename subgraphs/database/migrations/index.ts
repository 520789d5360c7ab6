/** Migrations in order. One that has been released is never changed: the next one is added. */
import { Migration } from '@mikro-orm/migrations';
import { AGREED } from './agreed.ts';
import { AGREEMENTS } from './agreements.ts';
import { CHANGES } from './changes.ts';
import { CLOCKS } from './clocks.ts';
import { DOOR_TABLES, PROOFS } from './door.ts';
import { EDITIONS } from './editions.ts';
import { IN_FORCE } from './in-force.ts';
import { LEDGER } from './ledger.ts';
import { MATTER } from './matter.ts';
import { MEASURES } from './measures.ts';
import { OVERTAKING } from './overtaken.ts';
import { PLEDGES } from './pledges.ts';
import { PUBLISHED } from './published.ts';
import { PURPOSES } from './purposes.ts';
import { REGISTERS } from './registers.ts';
import { REPORTS } from './reports.ts';
import { REPORTS_WHOLE } from './reports-whole.ts';
import { RETROSPECT } from './retrospect.ts';
import { STATISTICS } from './statistics.ts';
import { TABLES } from './tables.ts';
import { WALLS } from './walls.ts';
import { WEBHOOKS } from './webhooks.ts';

const migration = (name: string, statements: readonly string[]) => ({
  name,
  class: class extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  },
});

export const MIGRATIONS = [
  migration('0001-tables', TABLES),
  migration('0002-walls', WALLS),
  migration('0003-agreements', AGREEMENTS),
  migration('0004-clocks', CLOCKS),
  migration('0005-ledger', LEDGER),
  migration('0006-changes', CHANGES),
  migration('0007-purposes', PURPOSES),
  migration('0008-webhooks', WEBHOOKS),
  migration('0009-retrospect', RETROSPECT),
  migration('0010-registers', REGISTERS),
  migration('0011-overtaken', OVERTAKING),
  migration('0012-measures', MEASURES),
  migration('0013-matter', MATTER),
  migration('0014-statistics', STATISTICS),
  migration('0015-reports', REPORTS),
  migration('0016-pledges', PLEDGES),
  migration('0017-published', PUBLISHED),
  migration('0018-door', DOOR_TABLES),
  migration('0019-proofs', PROOFS),
  migration('0020-in-force', IN_FORCE),
  migration('0025-reports-whole', REPORTS_WHOLE),
  migration('0026-editions', EDITIONS),
  migration('0027-agreed', AGREED),
];
