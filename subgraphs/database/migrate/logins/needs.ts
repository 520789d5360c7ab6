/**
 * What each subgraph needs of the database where it is a process with a login of its own: roles that it may take on, and of what these may do in the whole
 * database (access/) the part that is the subgraph's. What stands here in no line, its login cannot read, whatever it sends.
 */
import { type DatabaseRole, READER_ROLES, type SubgraphPlace } from '../../roles.ts';

type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

export interface Need {
  /** Tables and functions by name; `schema.*` for all of a schema. The first line that names an object for a role counts. */
  readonly objects: readonly string[];
  /** Under these roles; under each that the subgraph takes on where it is absent. */
  readonly roles?: readonly DatabaseRole[];
  /** Of a table these privileges alone. */
  readonly may?: readonly Privilege[];
  /** Columns that may be read; all that the role may where it is absent. */
  readonly columns?: readonly string[];
  /** Row policies that let rows through, by name; all of the role's where it is absent. */
  readonly policies?: readonly string[];
}

export interface OfSubgraph {
  readonly roles: readonly DatabaseRole[];
  readonly needs: readonly Need[];
}

/** Every question: who asks, what is in force, what the ledger keeps of the answer. */
const EVERY_QUESTION: readonly Need[] = [
  {
    objects: [
      ...[
        'caller_role',
        'caller_unit',
        'caller_purpose',
        'caller_case',
        'caller_matter',
        'caller_subject',
        'acting_for',
        'today',
      ].map((name) => `control.${name}`),
      ...[
        'duties',
        'items_agreed',
        'items_duty',
        'items_identified',
        'items_in_force',
        'items_open',
        'entitlements',
      ].map((name) => `control.${name}`),
      ...['authorizes', 'authorizations_of', 'displayed_keys', 'was_shown', 'ended_units', 'agreement_in_force'].map(
        (name) => `control.${name}`,
      ),
      'public_credit.about_person',
      'public_credit.is_keyed',
      'rights.is_locked',
      'rights.act_under',
      'rights.mandate_of',
      'ledger.grow',
      'ledger.keep_answers',
      'ledger.overtaken',
      'ledger.question_so_far',
      'ledger.record',
      'ledger.record_part',
      'ledger.take_question',
      'ledger.withdraw_refusals',
      'ledger.write_entries',
      'ledger.write_part',
    ],
  },
  // The catalog, which every answer rests on and which anybody may read.
  {
    objects: 'item purpose purpose_cap unit version calendar_year display_period unsafe_redaction gap'
      .split(' ')
      .map((name) => `control.${name}`),
  },
  {
    objects: [
      'control.proof',
      'control.rate',
      'control.process',
      'control.refusal_count',
      'control.key_mark',
      'control.beat',
    ],
  },
  { objects: ['control.agreement', 'control.authorization_grant'], roles: ['ledger'] },
  {
    objects: ['ledger.disclosure', 'ledger.pending', 'ledger.quota', 'ledger.quota_subject', 'ledger.matter_answer'],
    roles: ['ledger'],
  },
  // What was disclosed is shown again by whoever holds it, version for version (Articles 35 and 36).
  { objects: ['ledger.disclosure'], roles: ['subject', 'operator', 'authority'] },
  { objects: ['public_credit.subject_alias'] },
  // Edition of the database, which is verified at the start.
  { objects: ['public.access'] },
];

/** By what a row about a subject is found, and whether it may be seen: no content. */
const MARKS = ['subject_id', 'id', 'personal', 'item', 'display', 'displayed_until', 'displayed_key'] as const;

export const NEEDS: Readonly<Record<SubgraphPlace, OfSubgraph>> = {
  catalog: {
    roles: [...READER_ROLES, 'control', 'rights', 'recovery', 'ledger', 'admission', 'presence'],
    needs: [
      {
        objects: [
          'control.*',
          ...[
            'change',
            'checkpoint',
            'delivery',
            'disclosure',
            'feed',
            'leaf',
            'matter_answer',
            'node',
            'padding',
            'pending',
          ].map((name) => `ledger.${name}`),
          ...['question', 'quota', 'quota_subject', 'watch', 'webhook', 'was_told', 'report_status'].map(
            (name) => `ledger.${name}`,
          ),
        ],
        roles: [...READER_ROLES, 'control', 'ledger', 'admission', 'presence'],
      },
      { objects: ['rights.channel', 'rights.codes_sent', 'rights.message', 'rights.mandate', 'rights.pause'] },
      // Whoever verifies or is complained of is told by when what it is of must be decided.
      {
        objects: ['rights.verification'],
        roles: ['department', 'provider', 'collector'],
        columns: ['id', 'objection_id', 'unit', 'asked_by'],
      },
      { objects: ['rights.complaint'], roles: ['collector'], columns: ['id', 'collector'] },
      // A feed tells a party of rows that it may see at the moment (Article 39).
      {
        objects: ['public_credit.record', 'non_public_credit.record'],
        roles: ['party'],
        columns: [...MARKS, 'version', 'current'],
      },
      { objects: ['sanctions.designation', 'sanctions.incentive'], roles: ['party'], columns: MARKS },
      // The gap of a ledger is acknowledged.
      { objects: ['control.gap', 'ledger.checkpoint', 'ledger.node'], roles: ['recovery'] },
      ...EVERY_QUESTION,
    ],
  },
  'public-credit': {
    roles: [
      ...READER_ROLES,
      'intake',
      'rights',
      'amend',
      'control',
      'collect',
      'designate',
      'ledger',
      'admission',
      'presence',
    ],
    needs: [
      { objects: ['public_credit.*', 'rights.*', 'statistics.*'] },
      {
        objects: [
          'control.clock',
          'control.assessment_method',
          'control.restoration_exclusion',
          'control.submission',
          'control.moment',
        ],
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
      ...EVERY_QUESTION,
    ],
  },
  'non-public-credit': {
    roles: [...READER_ROLES, 'ledger', 'admission', 'presence'],
    needs: [
      { objects: ['non_public_credit.*'] },
      { objects: ['public_credit.record_form'] },
      // What a subject states stands beside the record (Article 35).
      { objects: ['rights.own_statement'], roles: READER_ROLES, policies: ['own', 'beside_non_public'] },
      { objects: ['public_credit.text_whole'], roles: ['subject'], policies: ['own_said'] },
      ...EVERY_QUESTION,
    ],
  },
  sanctions: {
    roles: [...READER_ROLES, 'designate', 'ledger', 'admission', 'presence'],
    needs: [
      { objects: ['sanctions.*'] },
      {
        objects: ['rights.own_statement'],
        roles: READER_ROLES,
        policies: ['own', 'beside_designation', 'beside_incentive'],
      },
      { objects: ['control.clock'], roles: ['designate'] },
      // What waits for the operator's decision: that it does, by its row policy.
      { objects: ['rights.held'], roles: ['operator'], columns: ['subject_id', 'id', 'decided_on'] },
      // Row policies of designations name who decides on one elsewhere.
      { objects: ['rights.row_in_question', 'rights.row_to_decide'] },
      // Names and texts of a designation are stored as those of a record are.
      {
        objects:
          'keep_forms rows_to_redact texts_of texts_to_redact known_values record_form statement_whole text_whole'
            .split(' ')
            .map((name) => `public_credit.${name}`),
        roles: ['subject', 'designate'],
      },
      { objects: ['public_credit.subject'], roles: ['designate'] },
      // What comes again though it fell waits for a decision, and subjects are told (Articles 35 and 40).
      { objects: ['rights.hold', 'rights.recognize', 'rights.tell_subjects', 'rights.told_of'], roles: ['designate'] },
      ...EVERY_QUESTION,
    ],
  },
};
