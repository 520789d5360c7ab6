/**
 * What a gateway needs of the database where the subgraphs are processes of their own: it admits, counts, makes reports of what the subgraphs answered, and runs the
 * jobs. Of a record it reads by which key it is found and of which item it is, for the feeds of parties, and nothing that it says.
 */
import { READER_ROLES } from '../../../roles.ts';
import { EVERY_QUESTION } from './every-question.ts';
import { FEED } from './feed.ts';
import type { OfPlace } from './need.ts';

/** Who may be given a file of evidence (Articles 39 and 41). */
const READ_EVIDENCE = ['subject', 'department', 'provider', 'collector', 'operator', 'authority'] as const;

/** By what a display that ended is found. */
const DISPLAYED = ['subject_id', 'id', 'display', 'displayed_until', 'ctid', 'tableoid'] as const;

export const GATEWAY: OfPlace = {
  roles: [
    ...READER_ROLES,
    ...(['rights', 'ledger', 'report', 'due', 'statistics', 'sequencer', 'webhooks'] as const),
    ...(['admission', 'metrics', 'presence', 'recovery'] as const),
  ],
  needs: [
    // A report is kept sealed, and given to whom it was made for.
    { objects: ['ledger.report', 'ledger.report_record'], roles: ['subject', 'party', 'department', 'report'] },
    { objects: ['ledger.issue_report', 'ledger.outdated', 'control.ended_units'], roles: ['report'] },
    { objects: ['ledger.report_status', 'rights.by_agreement'] },
    // A file of evidence is looked into at the door and kept sealed. It is read where an objection is decided.
    {
      objects: ['rights.evidence'],
      roles: ['rights'],
      may: ['SELECT', 'INSERT'],
      columns: ['id', 'subject_id', 'unit', 'bytes', 'uploaded_at', 'used_by'],
    },
    { objects: ['rights.evidence_part'], roles: ['rights'] },
    // A file is given to who brought it and to who decides while what it is for is open: of that the gateway reads whose it is to decide.
    { objects: ['rights.evidence', 'rights.evidence_part'], roles: READ_EVIDENCE },
    {
      objects: ['rights.objection'],
      roles: READ_EVIDENCE,
      columns: ['id', 'status', 'unit', 'subject_id'],
    },
    {
      objects: ['rights.verification'],
      roles: READ_EVIDENCE,
      columns: ['id', 'objection_id', 'unit', 'subject_id', 'asked_by'],
    },
    {
      objects: ['rights.complaint'],
      roles: READ_EVIDENCE,
      columns: ['id', 'status', 'unit', 'collector', 'subject_id'],
    },
    { objects: ['rights.answers'] },
    // What time alone changes: clocks, displays that end, evidence that is kept no longer, and what subjects are told of it.
    { objects: ['control.clock', 'control.display_period'], roles: ['due'] },
    {
      objects: ['public_credit.record', 'non_public_credit.record'],
      roles: ['due'],
      may: ['SELECT', 'UPDATE'],
      columns: [...DISPLAYED, 'current'],
    },
    {
      objects: ['sanctions.designation', 'sanctions.incentive'],
      roles: ['due'],
      may: ['SELECT', 'UPDATE'],
      columns: DISPLAYED,
    },
    { objects: ['public_credit.display_event', 'rights.evidence', 'rights.evidence_part'], roles: ['due'] },
    {
      objects: ['control.move_displays', 'control.end_over', 'rights.tell_uses', 'rights.tell_endings'],
      roles: ['due'],
    },
    // Who asks how often, proofs of possession that were used, and what of both and of questions is over.
    { objects: ['control.proof', 'control.rate', 'ledger.question'], roles: ['admission'] },
    // Checkpoints, statistics, calls and figures have roles of their own that may nothing else.
    // Of an entry the sequencer needs its commitment alone: who was shown what stays closed to it.
    {
      objects: ['ledger.disclosure'],
      roles: ['sequencer'],
      columns: ['id', 'at', 'commitment'],
    },
    { objects: ['ledger.*', 'control.*'], roles: ['sequencer'] },
    { objects: ['statistics.*'], roles: ['statistics'] },
    { objects: ['sanctions.list'], roles: ['operator'], columns: ['code', 'name', 'name_en'] },
    { objects: ['ledger.*', 'rights.*', 'control.*'], roles: ['webhooks'] },
    { objects: ['control.operating_figures'], roles: ['metrics'] },
    // A webhook is called where its unit's feed has news.
    {
      objects: [
        'ledger.change',
        'ledger.watch',
        'ledger.quota',
        'ledger.quota_subject',
        'control.clock',
        'control.agreement',
      ],
      roles: ['party'],
    },
    ...FEED,
    // What ended is taken to the files of the journal, and a ledger that lost entries is found. To say again what ended is for the owner, over a database that was restored.
    { objects: ['control.journal'], roles: ['recovery'], may: ['SELECT', 'UPDATE'] },
    { objects: ['control.gap'], roles: ['recovery'], may: ['SELECT', 'INSERT'] },
    { objects: ['ledger.checkpoint', 'ledger.node'], roles: ['recovery'] },
    { objects: ['control.unit'], roles: ['recovery'], may: ['SELECT'], columns: ['code'] },
    ...EVERY_QUESTION,
  ],
};
