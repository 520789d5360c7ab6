/** What every process needs that answers questions. */
import type { Need } from './need.ts';

/** Every question: who asks, what is in force, what the ledger keeps of the answer. */
export const EVERY_QUESTION: readonly Need[] = [
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
      'public_credit.is_shown',
      'rights.is_locked',
      'rights.asked_subjects',
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
    may: ['SELECT'],
  },
  // A nonce that was seen stays until it is over: gateways clear away, and count rates.
  { objects: ['control.proof'], roles: ['admission'], may: ['SELECT', 'INSERT'] },
  { objects: ['control.process', 'control.refusal_count', 'control.key_mark', 'control.beat'] },
  { objects: ['control.agreement', 'control.authorization_grant'], roles: ['ledger'] },
  {
    objects: ['ledger.disclosure', 'ledger.pending', 'ledger.quota', 'ledger.quota_subject', 'ledger.matter_answer'],
    roles: ['ledger'],
  },
  // Under which id an entry is kept whose subject turned out to be another.
  { objects: ['public_credit.subject_alias'], columns: ['alias_id', 'subject_id'] },
  // Edition of the database, which is verified at the start.
  { objects: ['public.access'] },
];

/** What was disclosed is shown again by whoever holds it, version for version (Articles 35 and 36): of the one entry that is opened. */
export const SHOWN_AGAIN: Need = {
  objects: ['ledger.disclosure'],
  roles: ['subject', 'operator', 'authority'],
  policies: ['own_opened', 'opened'],
};
