/**
 * What is whose in the one database: the schemas of each subgraph, and beside them what its questions rest on, each with why. Written down from what a subgraph is
 * for (subgraphs/README.md and those of the four), not from what its login was found to have.
 */
import type { SubgraphName } from '../../subgraphs/names.ts';

/** A whole table (what of its rows, the row policies say), or these columns of it. */
type Part = 'WHOLE' | readonly string[];

export interface OwnedBy {
  readonly schemas: readonly string[];
  readonly tables: Readonly<Record<string, Part>>;
  readonly functions: readonly string[];
  /** Tables that it adds to and does not read. */
  readonly adds: readonly string[];
}

const of = (schema: string, names: string): string[] => names.split(' ').map((name) => `${schema}.${name}`);
const whole = (names: readonly string[]): Record<string, Part> =>
  Object.fromEntries(names.map((name) => [name, 'WHOLE' as const]));

/** Each answers under the catalog, counts and notes what it discloses, and shows again what was disclosed (Articles 17, 23 and 35). */
const EVERY = {
  tables: whole([
    ...of('control', 'item purpose purpose_cap unit version calendar_year display_period unsafe_redaction gap'),
    ...of('control', 'proof rate process refusal_count key_mark beat agreement authorization_grant'),
    ...of('ledger', 'disclosure quota quota_subject matter_answer'),
    'public_credit.subject_alias',
    'public.access',
  ]),
  functions: [
    ...of(
      'control',
      'caller_role caller_unit caller_purpose caller_case caller_matter caller_subject acting_for today',
    ),
    ...of('control', 'duties items_agreed items_duty items_identified items_in_force items_open entitlements'),
    ...of('control', 'authorizes authorizations_of displayed_keys was_shown agreement_in_force'),
    ...of('ledger', 'record write_entries keep_answers overtaken'),
    ...of('ledger', 'question_so_far take_question record_part write_part grow withdraw_refusals'),
    'public_credit.about_person',
    ...of('rights', 'is_locked act_under mandate_of'),
  ],
};

/** By what a row is found and hidden; nothing that it says. */
const MARKS = ['subject_id', 'id', 'personal', 'item', 'display', 'displayed_until', 'displayed_key'];

export const OWNED_BY: Readonly<Record<SubgraphName, OwnedBy>> = {
  catalog: {
    schemas: ['control', 'ledger'],
    tables: {
      ...EVERY.tables,
      // Where subjects are told, and what; who acts for them; time that does not count (Articles 35 and 39).
      ...whole(of('rights', 'channel codes_sent message mandate pause')),
      'rights.verification': ['id', 'objection_id', 'unit', 'asked_by'],
      'rights.complaint': ['id', 'collector'],
      // A feed says that something is there, not what.
      'public_credit.record': [...MARKS, 'version', 'current'],
      'non_public_credit.record': [...MARKS, 'version', 'current'],
      'sanctions.designation': MARKS,
      'sanctions.incentive': MARKS,
    },
    functions: [...EVERY.functions, 'control.ended_units'],
    adds: [],
  },
  'public-credit': {
    schemas: ['public_credit', 'rights', 'statistics'],
    tables: {
      ...EVERY.tables,
      ...whole(of('control', 'clock assessment_method restoration_exclusion')),
      ...whole(of('ledger', 'report report_record')),
      // Who a subject is say all rows about it; objections about them are decided here (Article 39). Which rows: the test says it of content.
      ...whole(['non_public_credit.record', 'non_public_credit.record_whole']),
      ...whole(of('sanctions', 'designation incentive list')),
    },
    functions: [
      ...EVERY.functions,
      ...of('control', 'ended_units moment counted_since refusal_figures returned_figures submission_figures'),
      ...of('ledger', 'told report_status'),
    ],
    // Where an objection is upheld a designation is removed (Article 39).
    adds: ['ledger.pending', 'control.submission', 'sanctions.removal'],
  },
  'non-public-credit': {
    schemas: ['non_public_credit'],
    tables: {
      ...EVERY.tables,
      ...whole(['public_credit.record_form', 'public_credit.text_whole', 'rights.own_statement']),
    },
    functions: EVERY.functions,
    adds: ['ledger.pending'],
  },
  sanctions: {
    schemas: ['sanctions'],
    tables: {
      ...EVERY.tables,
      'control.clock': 'WHOLE',
      ...whole(of('public_credit', 'known_values record_form statement_whole text_whole')),
      // A designation that waits for a decision is the operator's to see: that it waits.
      'rights.held': ['subject_id', 'id', 'decided_on'],
      'rights.own_statement': 'WHOLE',
    },
    functions: [
      ...EVERY.functions,
      'control.ended_units',
      ...of('public_credit', 'keep_forms rows_to_redact texts_of texts_to_redact'),
      ...of('rights', 'hold recognize tell_subjects told_of row_in_question row_to_decide'),
    ],
    // Whoever is designated is stored as a subject.
    adds: ['ledger.pending', 'public_credit.subject'],
  },
};

const READERS = 'public subject party department provider collector operator analyst authority'.split(' ');

/** The roles of the files that each may take on: those who ask, and its own writers. */
export const MAY_BE: Readonly<Record<SubgraphName, readonly string[]>> = {
  catalog: [...READERS, 'control', 'rights', 'recovery', 'ledger', 'admission', 'presence'],
  'public-credit': [
    ...READERS,
    ...['intake', 'rights', 'amend', 'control', 'collect', 'designate', 'ledger', 'admission', 'presence'],
  ],
  'non-public-credit': [...READERS, 'ledger', 'admission', 'presence'],
  sanctions: [...READERS, 'designate', 'ledger', 'admission', 'presence'],
};
