/** Members of the sample province, with tokens of the development issuer, where the target is a server in development on this machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isLoopbackHost } from '../../subgraphs/feed/webhook-url.ts';
import { openDevelopmentIssuer } from '../identity/development-issuer.ts';
import { filesOf } from './files.ts';
import { MEMBERS, type Members, named } from './members.ts';

/** Undefined where the target is elsewhere, or DATA_DIR holds no key of a development issuer. */
export async function developmentMembers(base: string, folder: string): Promise<Members | undefined> {
  // Opening the issuer makes a key where there is none, which no server would know.
  if (!isLoopbackHost(new URL(base).hostname) || !existsSync(join(folder, 'development-issuer.json'))) return undefined;
  const sample = filesOf('requests').find(({ kind }) => kind === 'sample')?.tables;
  const issuer = await openDevelopmentIssuer(folder);
  const members = MEMBERS.map((name) => {
    const { role, unit, subject, purpose, case: reference, matter } = sample[name];
    const claims = {
      sub: unit ?? 'subject',
      role,
      ...(unit === undefined ? {} : { unit }),
      ...(subject === undefined ? {} : { subject }),
    };
    const headers = async () => ({ authorization: `Bearer ${await issuer.sign(claims, '15m')}` });
    return [name, { headers, purpose, case: reference, matter }] as const;
  });
  return { members: Object.fromEntries(members), person: named(sample.person), company: named(sample.company) };
}
