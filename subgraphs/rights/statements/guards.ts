/** Guards of what a subject states beside a row (Article 35): whoever reads the row reads it; what is masked in it is the subject's own knowledge. */
import { open, selfOnly } from '../../authorization/policy.ts';

export const ownStatementGuards = {
  id: open,
  text: open,
  textForOthers: selfOnly,
  masked: selfOnly,
  shownSince: open,
};
