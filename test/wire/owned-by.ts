/**
 * What is whose in the one database: the schemas of each subgraph, and beside them what its questions rest on, each with why; and what a gateway needs to admit, to
 * count, and for its jobs. Written down from what each is for (subgraphs/README.md and those of the four, gateway/README.md), not from what its login was found to have.
 */
import type { LoginPlace } from '../../subgraphs/database/roles.ts';

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

/** Each answers under the catalog, counts and notes what it discloses (Articles 17 and 23). */
const EVERY = {
  tables: {
    'public_credit.subject_alias': ['alias_id', 'subject_id'] as Part,
    ...whole([
      ...of('control', 'item purpose purpose_cap unit version calendar_year display_period unsafe_redaction gap'),
      ...of('control', 'proof process refusal_count key_mark beat agreement authorization_grant'),
      ...of('ledger', 'quota quota_subject matter_answer'),
      'public.access',
    ]),
  },
  functions: [
    ...of(
      'control',
      'caller_role caller_unit caller_purpose caller_case caller_matter caller_subject acting_for today',
    ),
    ...of('control', 'duties items_agreed items_duty items_identified items_in_force items_open entitlements'),
    ...of('control', 'authorizes authorizations_of displayed_keys was_shown agreement_in_force'),
    ...of('ledger', 'record write_entries keep_answers overtaken'),
    ...of('ledger', 'question_so_far take_question record_part write_part grow withdraw_refusals'),
    ...of('public_credit', 'about_person is_keyed is_shown'),
    ...of('rights', 'is_locked asked_subjects act_under mandate_of'),
  ],
};

/** What was disclosed is shown again (Article 35): entries that are opened one by one. */
const SHOWN_AGAIN = whole(['ledger.disclosure']);

/** By what a row is found and hidden; nothing that it says. */
const MARKS = ['subject_id', 'id', 'personal', 'item', 'display', 'displayed_until', 'displayed_key'];

export const OWNED_BY: Readonly<Record<LoginPlace, OwnedBy>> = {
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
      ...SHOWN_AGAIN,
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
      ...SHOWN_AGAIN,
      ...whole(['public_credit.record_form', 'public_credit.text_whole', 'rights.own_statement']),
    },
    functions: EVERY.functions,
    adds: ['ledger.pending'],
  },
  sanctions: {
    schemas: ['sanctions'],
    tables: {
      ...EVERY.tables,
      ...SHOWN_AGAIN,
      'control.clock': 'WHOLE',
      ...whole(of('public_credit', 'known_values record_form statement_whole text_whole')),
      // A designation that waits for a decision is the operator's to see: that it waits.
      'rights.held': ['subject_id', 'id', 'decided_on'],
      'rights.own_statement': 'WHOLE',
    },
    functions: [
      ...EVERY.functions,
      'control.ended_units',
      ...of('public_credit', 'keep_forms texts_of'),
      ...of('rights', 'hold recognize tell_subjects told_of row_in_question row_to_decide'),
    ],
    // Whoever is designated is stored as a subject.
    adds: ['ledger.pending', 'public_credit.subject'],
  },
  gateway: {
    schemas: ['statistics'],
    tables: {
      ...EVERY.tables,
      // It counts who asks (429), and ends what time alone ends: displays, clocks, evidence (Articles 37 and 39).
      ...whole(of('control', 'rate clock')),
      'ledger.question': ['until'],
      'public_credit.record': [...MARKS, 'version', 'current'],
      'non_public_credit.record': [...MARKS, 'version', 'current'],
      'sanctions.designation': MARKS,
      'sanctions.incentive': MARKS,
      // A file of evidence is given to who brought it and to who decides: whose that is, and whether it is open (Articles 39 and 41).
      ...whole(of('rights', 'evidence evidence_part')),
      'rights.objection': ['id', 'status', 'unit', 'subject_id'],
      'rights.complaint': ['id', 'status', 'unit', 'collector', 'subject_id'],
      'rights.verification': ['id', 'objection_id', 'unit', 'subject_id', 'asked_by'],
      // Reports are made at the door, of what subgraphs answered, and given to whom they were made for.
      ...whole(of('ledger', 'report report_record')),
      // The tree: of an entry what stands for it there. The journal, and gaps (Article 17).
      'ledger.disclosure': ['id', 'at', 'commitment'],
      ...whole(of('ledger', 'pending checkpoint node')),
      ...whole(of('control', 'journal')),
      // Units and subjects are told that there is something (Articles 35 and 39).
      ...whole(of('ledger', 'change feed watch webhook delivery')),
      'rights.channel': 'WHOLE',
      'rights.message': ['subject_id', 'id', 'kind', 'at', 'passed_at'],
      'sanctions.list': ['code', 'name', 'name_en'],
    },
    functions: [
      ...EVERY.functions,
      ...of('control', 'ended_units move_displays end_over operating_figures moment'),
      ...of('ledger', 'report_status issue_report outdated synchronous_replicas'),
      ...of('rights', 'tell_uses tell_endings tell_subjects by_agreement answers'),
    ],
    adds: ['public_credit.display_event', 'ledger.leaf', 'ledger.padding'],
  },
};

/**
 * Who writes what of the schema control, which decides what the walls let through: the catalog what is published, agreed, granted and registered; the others what they
 * count and note, never an item, a unit, a purpose, an agreement, a duty, a mark of a key. I, U, D: insert, update, delete.
 */
const NOTED = { proof: 'I', process: 'IUD', refusal_count: 'IU', beat: 'IU', authorization_grant: 'U' } as const;
export const CONTROL_WRITTEN: Readonly<Record<LoginPlace, Readonly<Record<string, string>>>> = {
  catalog: {
    ...NOTED,
    // Articles 7, 17, 22 to 24, 36 and 37: units, what is opened to whom, on what, and for how long. What is published is added to, and ends.
    ...{ unit: 'IU', item: 'IU', purpose: 'I', purpose_cap: 'I', calendar_year: 'IU', display_period: 'I' },
    ...{ agreement: 'IU', agreement_event: 'I', duty: 'IU', authorization_grant: 'IU', province_run: 'I' },
    ...{ clock: 'IU', restoration_exclusion: 'I', gap: 'IU' },
  },
  // Deadlines of objections and pledges, methods, batches (Articles 21, 39, 40 and 46).
  'public-credit': { ...NOTED, clock: 'IU', assessment_method: 'I', restoration_exclusion: 'I', submission: 'I' },
  'non-public-credit': NOTED,
  // Deadlines of re-examinations and corrections (Articles 32 and 35).
  sanctions: { ...NOTED, clock: 'IU' },
  gateway: { ...NOTED, proof: 'ID', rate: 'IUD', clock: 'U', display_period: 'U', journal: 'U', gap: 'I' },
};

const READERS = 'public subject party department provider collector operator analyst authority'.split(' ');

/** The roles of the files that each may take on: those who ask, and its own writers. */
export const MAY_BE: Readonly<Record<LoginPlace, readonly string[]>> = {
  catalog: [...READERS, 'control', 'rights', 'recovery', 'ledger', 'admission', 'presence'],
  'public-credit': [
    ...READERS,
    ...['intake', 'rights', 'amend', 'control', 'collect', 'designate', 'due', 'ledger', 'admission', 'presence'],
  ],
  'non-public-credit': [...READERS, 'ledger', 'admission', 'presence'],
  sanctions: [...READERS, 'designate', 'ledger', 'admission', 'presence'],
  gateway: [
    ...READERS,
    ...[
      'rights',
      'ledger',
      'report',
      'due',
      'statistics',
      'sequencer',
      'webhooks',
      'admission',
      'metrics',
      'presence',
      'recovery',
    ],
  ],
};
