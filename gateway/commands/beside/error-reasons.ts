/** Reasons of errors, as the source of an argument says them. */
import type { IdentifierFault } from '../../../schema/law/records/identifier-faults.ts';
import { AGREEMENT_NEXT } from '../../../schema/messages/acts/catalog.ts';
import { MEASURE_FAULTS } from '../../../schema/messages/acts/lists.ts';
import { VERIFICATION_FAULTS } from '../../../schema/messages/acts/pledges.ts';
import type { documentMessages } from '../../../schema/messages/door/documents.ts';
import { FILE_FAULTS } from '../../../schema/messages/door/evidence.ts';

const IDENTIFIER_FAULTS: Readonly<Record<IdentifierFault, true>> = {
  EMPTY: true,
  LENGTH: true,
  CHARACTER: true,
  CONFUSABLE: true,
  ZERO_WIDTH: true,
  CHECK_DIGIT: true,
  DATE: true,
  REGION: true,
  REGISTRATION: true,
  TYPE: true,
};
type Counted = Parameters<typeof documentMessages.over>[0];
const COUNTED: Readonly<Record<Counted, true>> = {
  fields: true,
  roots: true,
  depth: true,
  aliases: true,
  directives: true,
  fragments: true,
};

/** Reasons that are put together where the error is made, by the source of the argument. */
export const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  '`LAST_${kind}`': ['LAST_OPERATOR', 'LAST_AUTHORITY'],
  '`IDENTIFIER_${checked.reason}`': Object.keys(IDENTIFIER_FAULTS).map((fault) => `IDENTIFIER_${fault}`),
  '`PLEDGE_${fault}`': Object.keys(VERIFICATION_FAULTS).map((fault) => `PLEDGE_${fault}`),
  '`MEASURE_${wrong.fault}`': Object.keys(MEASURE_FAULTS).map((fault) => `MEASURE_${fault}`),
  'reason.toUpperCase()': Object.keys(COUNTED).map((what) => what.toUpperCase()),
  state: Object.keys(AGREEMENT_NEXT),
  '`FILE_${fault}`': Object.keys(FILE_FAULTS).map((fault) => `FILE_${fault}`),
};

/** Texts of an argument that are reasons: one, or those of `condition ? 'A' : 'B'`. */
export const literals = (source: string | undefined): string[] =>
  [...(source ?? '').matchAll(/(?:^|[?:] )'([A-Z][A-Z_]+)'/g)].map(([, text]) => text ?? '');
