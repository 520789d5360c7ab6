/** Who the kit asks as: tokens of a file, of a command that is run for every request, or of the development issuer. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { kitMessages } from '../../schema/messages/kit.ts';
import { isLoopbackHost } from '../../subgraphs/feed/webhook-url.ts';
import { KitFault } from './exchange.ts';

export const MEMBERS = ['party', 'department', 'subject'] as const;
export type MemberName = (typeof MEMBERS)[number];

export interface Named {
  readonly type: string;
  readonly value: string;
}

export interface Member {
  /** Header lines for one request: Authorization, and DPoP where the token is bound. */
  headers(method: string, url: string): Promise<Readonly<Record<string, string>>>;
  readonly purpose?: string | undefined;
  readonly case?: string | undefined;
  readonly matter?: string | undefined;
}

export interface Members {
  readonly members: Readonly<Partial<Record<MemberName, Member>>>;
  readonly person?: Named | undefined;
  readonly company?: Named | undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Lines `Name: value`, as curl takes them. */
function headerLines(path: string, member: string, printed: string): Readonly<Record<string, string>> {
  const lines = printed.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^([A-Za-z-]+):\s*(.+)$/.exec(line));
  if (pairs.length === 0 || pairs.some((pair) => pair === null))
    throw new KitFault(kitMessages.noHeaderLines(path, member));
  return Object.fromEntries(pairs.map((pair) => [(pair?.[1] ?? '').toLowerCase(), pair?.[2] ?? '']));
}

function run(path: string, member: string, command: string, method: string, url: string): string {
  try {
    return execFileSync('sh', ['-c', `${command} "$@"`, 'kit', method, url], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch {
    throw new KitFault(kitMessages.commandFails(path, member));
  }
}

function memberOf(path: string, name: string, given: Readonly<Record<string, unknown>>): Member {
  const [token, command] = [text(given.token), text(given.command)];
  if ((token === undefined) === (command === undefined)) throw new KitFault(kitMessages.noToken(path, name));
  return {
    headers: (method, url) =>
      Promise.resolve(
        command === undefined
          ? { authorization: `Bearer ${token}` }
          : headerLines(path, name, run(path, name, command, method, url)),
      ),
    purpose: text(given.purpose),
    case: text(given.case),
    matter: text(given.matter),
  };
}

export const named = (value: unknown): Named | undefined =>
  isRecord(value) && typeof value.type === 'string' && typeof value.value === 'string'
    ? { type: value.type, value: value.value }
    : undefined;

/** Throws KitFault where tokens and identification numbers would go over a net unencrypted (RFC 6750, section 5.3). */
export function checkEncrypted(base: string): void {
  const { protocol, hostname } = new URL(base);
  if (protocol === 'http:' && !isLoopbackHost(hostname)) throw new KitFault(kitMessages.openAddress(base));
}

/** Reads the file of `--tokens`. Throws KitFault with the place of what is wrong. */
export function membersOf(path: string): Members {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new KitFault(error instanceof SyntaxError ? kitMessages.fileNoJson(path) : kitMessages.fileUnreadable(path));
  }
  if (!isRecord(parsed)) throw new KitFault(kitMessages.fileNoObject(path));
  const known: readonly string[] = [...MEMBERS, 'person', 'company'];
  const strange = Object.keys(parsed).find((name) => !known.includes(name));
  if (strange !== undefined) throw new KitFault(kitMessages.fileStrange(path, strange, known.join(', ')));
  const given = parsed;
  return {
    members: Object.fromEntries(
      MEMBERS.flatMap((name) => {
        const one = given[name];
        return isRecord(one) ? [[name, memberOf(path, name, one)]] : [];
      }),
    ),
    person: named(given.person),
    company: named(given.company),
  };
}
