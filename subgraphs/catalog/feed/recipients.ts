/** Roles that have a feed (Article 39): all that are shown other units' data, except the operator, which runs the platform. */
import { roles } from '../../authorization/policy.ts';

export const recipients = roles('39', 'PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR', 'AUTHORITY');
