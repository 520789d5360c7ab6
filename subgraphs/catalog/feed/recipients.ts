/** Who has a feed: whoever is shown what others hold, the operator apart, which runs the platform (Article 39). */
import { roles } from '../../authorization/policy.ts';

export const recipients = roles('39', 'PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR', 'AUTHORITY');
