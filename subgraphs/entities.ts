/** MikroORM entities of the four subgraphs and of the ledger. */
import { CATALOG_ENTITIES } from './catalog/entities.ts';
import { LEDGER_ENTITIES } from './ledger/entities.ts';
import { NON_PUBLIC_CREDIT_ENTITIES } from './non-public-credit/entities.ts';
import { PUBLIC_CREDIT_ENTITIES } from './public-credit/entities.ts';
import { REDACTION_ENTITIES } from './redaction/entities.ts';
import { RIGHTS_ENTITIES } from './rights/entities.ts';
import { RESTORATION_ENTITIES } from './rights/restorations/entities.ts';
import { SANCTIONS_ENTITIES } from './sanctions/entities.ts';

export const ENTITIES = [
  ...CATALOG_ENTITIES,
  ...PUBLIC_CREDIT_ENTITIES,
  ...NON_PUBLIC_CREDIT_ENTITIES,
  ...SANCTIONS_ENTITIES,
  ...LEDGER_ENTITIES,
  ...REDACTION_ENTITIES,
  ...RIGHTS_ENTITIES,
  ...RESTORATION_ENTITIES,
];
