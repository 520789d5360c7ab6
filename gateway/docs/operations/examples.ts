/** All examples, in the order in which they are asked: later ones name what earlier ones made. */
import type { Example } from './example.ts';
import { ANALYST_EXAMPLES, AUTHORITY_EXAMPLES } from './examples/authority.ts';
import { COMPLAINT_EXAMPLES } from './examples/complaints.ts';
import { DESIGNATING_EXAMPLES } from './examples/designating.ts';
import { MANDATE_EXAMPLES } from './examples/mandates.ts';
import { OBJECTION_EXAMPLES } from './examples/objections.ts';
import { OPERATOR_EXAMPLES } from './examples/operator.ts';
import { OWN_WORDS_EXAMPLES } from './examples/own-words.ts';
import { DEPARTMENT_EXAMPLES, PARTY_EXAMPLES, PARTY_LATER } from './examples/parties.ts';
import { PROVIDER_EXAMPLES, PROVIDER_LATER } from './examples/providers.ts';
import { RESTORATION_EXAMPLES } from './examples/restorations.ts';
import { PUBLIC_EXAMPLES, SUBJECT_EXAMPLES, SUBJECT_LATER } from './examples/subjects.ts';

export const EXAMPLES: readonly Example[] = [
  ...PUBLIC_EXAMPLES,
  ...SUBJECT_EXAMPLES,
  ...MANDATE_EXAMPLES,
  ...OWN_WORDS_EXAMPLES,
  ...PROVIDER_EXAMPLES,
  ...PARTY_EXAMPLES,
  ...DEPARTMENT_EXAMPLES,
  ...PROVIDER_LATER,
  ...PARTY_LATER,
  ...SUBJECT_LATER,
  ...DESIGNATING_EXAMPLES,
  ...OBJECTION_EXAMPLES,
  ...COMPLAINT_EXAMPLES,
  ...RESTORATION_EXAMPLES,
  ...OPERATOR_EXAMPLES,
  ...AUTHORITY_EXAMPLES,
  ...ANALYST_EXAMPLES,
];
