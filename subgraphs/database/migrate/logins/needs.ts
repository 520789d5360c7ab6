/**
 * What each process needs of the database that has a login of its own: roles that it may take on, and of what these may do in the whole database (access/) the
 * part that is the process's. What stands here in no line, its login cannot do, whatever it sends.
 */
import type { LoginPlace } from '../../roles.ts';
import { CATALOG } from './needs/catalog.ts';
import { GATEWAY } from './needs/gateway.ts';
import type { OfPlace } from './needs/need.ts';
import { NON_PUBLIC_CREDIT } from './needs/non-public-credit.ts';
import { PUBLIC_CREDIT } from './needs/public-credit.ts';
import { SANCTIONS } from './needs/sanctions.ts';

export const NEEDS: Readonly<Record<LoginPlace, OfPlace>> = {
  catalog: CATALOG,
  'public-credit': PUBLIC_CREDIT,
  'non-public-credit': NON_PUBLIC_CREDIT,
  sanctions: SANCTIONS,
  gateway: GATEWAY,
};
