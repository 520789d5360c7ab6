/** Guards and ids of what a subject states beside a row (Article 35): whoever reads the row reads it; what is masked in it is the subject's own knowledge. */
import { idOf, ownId } from '../../authorization/ids.ts';
import { open, selfOnly } from '../../authorization/policy.ts';

/** Where statements are read. */
export const ownStatementGuards = { id: open, text: open, textForOthers: selfOnly, masked: selfOnly, shownSince: open };

/** Where they are made and withdrawn too. */
export const statementGuards = {
  OwnStatement: ownStatementGuards,
  WithdrawnStatement: { id: open, withdrawnOn: open },
};

export const statementIds = {
  OwnStatement: { id: idOf('OWN_STATEMENT') },
  WithdrawnStatement: { id: ownId('OWN_STATEMENT') },
};

export const statementArguments = {
  'Mutation.addStatement': { record: 'RECORD' },
  'Mutation.withdrawStatement': { id: 'OWN_STATEMENT' },
} as const;
