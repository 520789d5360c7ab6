/** Tokens of the callers in the benchmark, signed by the development issuer with the key in the server's DATA_DIR. */
import { openDevelopmentIssuer } from '../../../gateway/identity/development-issuer.ts';
import { NOW, type Tokens } from '../settings.ts';

export async function tokensOf(folder: string): Promise<Tokens> {
  const issuer = await openDevelopmentIssuer(folder);
  const subject = 'CITIZEN_ID:239999199003070016';
  return {
    bank: await issuer.signAt({ sub: 'BANK-A', role: 'party', unit: 'BANK-A' }, '1h', NOW),
    desk: await issuer.signAt({ sub: 'HRB-PERMIT', role: 'department', unit: 'HRB-PERMIT' }, '1h', NOW),
    subject: await issuer.signAt({ sub: 'subject', role: 'subject', subject }, '1h', NOW),
  };
}
