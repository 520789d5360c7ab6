/** Makes the logins of the subgraphs: run by the owner of the schemas, at first and whenever a password changes. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { bringUpWith, type KeyCheck } from './migrate/key-check.ts';
import { type LoginPlace, quoted, roleOfPlace } from './roles.ts';
import { asServerOwner, loginUrl } from './server.ts';
import { literal } from './statements.ts';

/** What PostgreSQL stores of a password (RFC 5803): sent in its place, so that no log of the server ever holds the password. */
function verifierOf(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4_096];
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

export type OfPlaces<Value> = Readonly<Record<LoginPlace, Value>>;

/** Brings the database up with the roles and grants of the subgraphs, and sets the passwords of their logins. Returns the URL of each. */
export async function makeLogins(url: string, passwords: OfPlaces<string>, keys?: KeyCheck): Promise<OfPlaces<string>> {
  return asServerOwner(url, async (owner) => {
    // As gateways that start at the same time do.
    await owner.query(`select pg_advisory_lock(hashtext('credit-gateway migrations'))`);
    await bringUpWith(keys, owner, { logins: true });
    const made = Object.entries(passwords).map(([place, password]) => {
      const login = roleOfPlace(owner.database, place as LoginPlace, 'login');
      return { place, login, password };
    });
    for (const { login, password } of made) {
      await owner.run(`alter role ${quoted(login)} password ${literal(verifierOf(password))}`);
      await owner.run(`alter role ${quoted(login)} set jit = off`);
    }
    return Object.fromEntries(
      made.map(({ place, login, password }) => [place, loginUrl(url, login, password)]),
    ) as OfPlaces<string>;
  });
}
