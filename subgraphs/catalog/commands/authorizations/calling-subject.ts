/** The calling subject. It may grant and revoke its own authorizations only (Article 24). */
import { forbidden } from '../../../../schema/errors.ts';
import type { Context } from '../../../request/context.ts';

export const callingSubject = (context: Context): string => {
  if (context.caller.subject === null) throw forbidden('ROLE', '24');
  return context.caller.subject.id;
};
