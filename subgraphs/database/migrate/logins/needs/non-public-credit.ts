/** What the subgraph non-public-credit needs of the database. */
import { READER_ROLES } from '../../../roles.ts';
import { EVERY_QUESTION, SHOWN_AGAIN } from './every-question.ts';
import type { OfPlace } from './need.ts';

export const NON_PUBLIC_CREDIT: OfPlace = {
  roles: [...READER_ROLES, 'ledger', 'admission', 'presence'],
  needs: [
    { objects: ['non_public_credit.*'] },
    { objects: ['public_credit.record_form'] },
    // What a subject states stands beside the record (Article 35).
    { objects: ['rights.own_statement'], roles: READER_ROLES, policies: ['own', 'beside_non_public'] },
    { objects: ['public_credit.text_whole'], roles: ['subject'], policies: ['own_said'] },
    SHOWN_AGAIN,
    ...EVERY_QUESTION,
  ],
};
