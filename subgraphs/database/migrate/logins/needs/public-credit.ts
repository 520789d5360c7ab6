/** What the subgraph public-credit needs of the database. */
import { READER_ROLES } from '../../../roles.ts';
import { EVERY_QUESTION, SHOWN_AGAIN } from './every-question.ts';
import { MARKS, type OfPlace } from './need.ts';

/** Those under which questions are answered. */
const ANSWERING = [
  ...READER_ROLES,
  ...(['intake', 'rights', 'amend', 'control', 'collect', 'designate', 'ledger', 'admission', 'presence'] as const),
];

export const PUBLIC_CREDIT: OfPlace = {
  roles: [...ANSWERING, 'due'],
  needs: [
    { objects: ['public_credit.*', 'rights.*', 'statistics.*'], roles: ANSWERING },
    // Texts of an earlier version are made anew here, where they lie (Article 23). Nothing else that time alone changes is.
    {
      objects: ['known_values', 'rows_to_redact', 'texts_to_redact', 'keep_forms'].map(
        (name) => `public_credit.${name}`,
      ),
      roles: ['due'],
    },
    {
      objects: [
        'control.clock',
        'control.assessment_method',
        'control.restoration_exclusion',
        'control.submission',
        'control.moment',
      ],
      roles: ANSWERING,
    },
    {
      objects: [
        'control.counted_since',
        'control.refusal_figures',
        'control.returned_figures',
        'control.submission_figures',
      ],
    },
    { objects: ['ledger.told', 'ledger.report_status', 'ledger.report', 'ledger.report_record'] },
    // Who a subject is say all rows about it. Which of them say it is no secret of its holder; what else they say is.
    {
      objects: ['non_public_credit.record'],
      roles: ['subject', 'party'],
      columns: [
        ...MARKS,
        'version',
        'current',
        'collector',
        'occurred_on',
        'received_at',
        'objection_raised_on',
        'objection_decide_by',
      ],
    },
    { objects: ['sanctions.designation', 'sanctions.incentive', 'sanctions.list'], roles: READER_ROLES },
    // Objections, restorations and hiding (Articles 36 to 40) reach the row that is decided on, and no other.
    { objects: ['non_public_credit.record', 'sanctions.designation', 'sanctions.incentive'], roles: ['rights'] },
    {
      objects: ['non_public_credit.record', 'non_public_credit.record_whole'],
      roles: ['collect'],
      policies: ['decided'],
    },
    { objects: ['sanctions.designation', 'sanctions.incentive'], roles: ['designate'], policies: ['decided'] },
    { objects: ['sanctions.removal'], roles: ['designate'], may: ['INSERT'] },
    // A document that is revoked ends what rests on it, also a designation (Article 38).
    { objects: ['sanctions.designation'], roles: ['amend'] },
    SHOWN_AGAIN,
    ...EVERY_QUESTION,
  ],
};
