/** What the subgraph sanctions needs of the database. */
import { READER_ROLES } from '../../../roles.ts';
import { EVERY_QUESTION, SHOWN_AGAIN } from './every-question.ts';
import type { OfPlace } from './need.ts';

export const SANCTIONS: OfPlace = {
  roles: [...READER_ROLES, 'designate', 'ledger', 'admission', 'presence'],
  needs: [
    { objects: ['sanctions.*'] },
    {
      objects: ['rights.own_statement'],
      roles: READER_ROLES,
      policies: ['own', 'beside_designation', 'beside_incentive'],
    },
    { objects: ['control.clock'], roles: ['designate'], policies: ['listed'] },
    // What waits for the operator's decision: that it does, by its row policy.
    { objects: ['rights.held'], roles: ['operator'], columns: ['subject_id', 'id', 'decided_on'] },
    // Row policies of designations name who decides on one elsewhere.
    { objects: ['rights.row_in_question', 'rights.row_to_decide'] },
    { objects: ['public_credit.text_whole'], roles: ['subject', 'designate'], policies: ['own_listed', 'listed'] },
    // Names and texts of a designation are stored as those of a record are: with all that is known of the subject, so that no text shows what another masks, and
    // with the open forms of before, which are narrowed. What texts say whole is read of designations and incentives alone.
    {
      objects: 'keep_forms texts_of known_values record_form statement_whole'
        .split(' ')
        .map((name) => `public_credit.${name}`),
      roles: ['subject', 'designate'],
    },
    { objects: ['public_credit.subject'], roles: ['designate'] },
    // What comes again though it fell waits for a decision, and subjects are told (Articles 35 and 40).
    { objects: ['rights.hold', 'rights.recognize', 'rights.tell_subjects', 'rights.told_of'], roles: ['designate'] },
    SHOWN_AGAIN,
    ...EVERY_QUESTION,
  ],
};
