/** Every pair of columns that holds something sealed and the id of the key that sealed it. A test compares the list with the tables. */

export interface SealedPlace {
  readonly table: string;
  readonly sealed: string;
  readonly key: string;
  /** Columns of the primary key, with their types. */
  readonly row: Readonly<Record<string, string>>;
  /** What the value is bound to, as SQL over the row. Whoever seals says the same. */
  readonly boundTo: string;
}

const place = (table: string, row: SealedPlace['row'], boundTo: string): SealedPlace => ({
  table,
  sealed: 'sealed',
  key: 'key_id',
  row,
  boundTo,
});

const VERSION = { subject_id: 'uuid', id: 'uuid', version: 'int' } as const;

export const SEALED_PLACES: readonly SealedPlace[] = [
  place('public_credit.record_whole', VERSION, 'id::text'),
  {
    table: 'public_credit.record_whole',
    sealed: 'basis_sealed',
    key: 'basis_key',
    row: VERSION,
    boundTo: `'basis of ' || id`,
  },
  place('public_credit.statement_whole', { subject_id: 'uuid', record_id: 'uuid', version: 'int' }, 'subject_id::text'),
  place('public_credit.record_form', { ...VERSION, until_at: 'timestamptz' }, `'form of ' || id`),
  place('public_credit.text_whole', { subject_id: 'uuid', place: 'text', id: 'uuid' }, 'id::text'),
  place('public_credit.known_values', { subject_id: 'uuid' }, `'known of ' || subject_id`),
  place('public_credit.subject_alias', { alias_id: 'uuid' }, 'alias_id::text'),
  place('non_public_credit.record_whole', VERSION, 'id::text'),
  place('rights.evidence_part', { id: 'uuid', part: 'int' }, `'evidence ' || id || ' ' || part`),
  place('ledger.report', { id: 'uuid' }, 'id::text'),
  place('rights.mandate', { id: 'uuid' }, `'mandate ' || id`),
  {
    table: 'rights.mandate',
    sealed: 'reason_sealed',
    key: 'reason_key',
    row: { id: 'uuid' },
    boundTo: `'end of mandate ' || id`,
  },
  place('rights.channel', { id: 'uuid' }, `'channel ' || id`),
  place('ledger.webhook', { unit: 'text' }, `'webhook ' || unit`),
];
