/** Side (f): who asks. Each token is verified once and then known, until the process ends. */
import { jwtVerify } from 'jose';
import { openDevelopmentIssuer } from '../../../gateway/identity/development-issuer.ts';
import type { Role } from '../../../schema/law/facts.ts';
import { NOW } from '../settings.ts';

export interface Caller {
  readonly role: Role;
  readonly unit: string | null;
  readonly purpose: string | null;
}

const NOBODY: Caller = { role: 'PUBLIC', unit: null, purpose: null };

export async function openCallers(folder: string) {
  const { publicKey } = await openDevelopmentIssuer(folder);
  const known = new Map<string, Caller>();
  return async (authorization: string | undefined, purpose: string | undefined): Promise<Caller> => {
    if (authorization === undefined) return NOBODY;
    const key = `${authorization}\n${purpose}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { payload } = await jwtVerify(authorization.slice('Bearer '.length), publicKey, { currentDate: NOW });
    const caller = {
      role: String(payload.role).toUpperCase() as Role,
      unit: String(payload.unit ?? ''),
      purpose: purpose ?? null,
    };
    known.set(key, caller);
    return caller;
  };
}
