/**
 * Side (f): the floor. One handler over HTTP with statements by hand, in one process, under the same row policies and with the same entries of the ledger. What
 * it leaves out stands in the README of the benchmark.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { openPlatform } from '../../../gateway/platform.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import type { IdentifierType } from '../../../schema/law/facts.ts';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';
import { readerRole, roleNames } from '../../../subgraphs/database/roles.ts';
import { loginUrl } from '../../../subgraphs/database/server.ts';
import type { Secrets } from '../../../subgraphs/keys/secrets.ts';
import type { Snapshot } from '../../../subgraphs/request/context.ts';
import { LOAN } from '../load/questions.ts';
import { NOW, TODAY } from '../settings.ts';
import { serveChild, usage } from '../sides/child.ts';
import { type Checked, type LookedUp, shaping } from './answers.ts';
import { type Caller, openCallers } from './caller.ts';
import { entriesFor } from './note.ts';
import { beginning, CHECK, LOOK_UP, RECORD } from './statements.ts';

interface Identifier {
  readonly type: IdentifierType;
  readonly value: string;
}

interface Body {
  readonly query: string;
  readonly variables: { readonly id?: Identifier; readonly ids?: readonly Identifier[]; readonly first?: number };
}

const CONNECTIONS = 10;

async function bodyOf(message: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}

/** What the bank may see, decided once by the rules of the house: bases of entries need it. */
async function readSnapshot(environment: NodeJS.ProcessEnv): Promise<{ secrets: Secrets; snapshot: Snapshot }> {
  const { platform, requestAs, close } = await openPlatform(readConfig(environment), { now: () => NOW });
  const request = requestAs({ role: 'PARTY', unit: 'BANK-A', purpose: LOAN });
  const snapshot = await request.snapshot();
  await request.abandon();
  await close();
  return { secrets: platform.secrets, snapshot };
}

async function serve(environment: NodeJS.ProcessEnv): Promise<string> {
  const config = readConfig(environment);
  const { secrets, snapshot } = await readSnapshot(environment);
  const callerOf = await openCallers(config.folder);
  const url = environment.DATABASE_URL ?? '';
  const names = roleNames(new URL(url).pathname.slice(1));
  const pool = new pg.Pool({
    connectionString: loginUrl(url, names.login, config.secrets.login),
    max: CONNECTIONS,
    pipeline: true,
  } as pg.PoolConfig);

  /** A whole transaction in one round trip. Throws where one of its statements failed. */
  const within = async <Row>(
    begin: string,
    statement: { name: string; text: string },
    values: unknown[],
  ): Promise<Row[]> => {
    const client = await pool.connect();
    try {
      const [, result, ended] = await Promise.all([
        client.query(begin),
        client.query({ ...statement, values }),
        client.query('commit'),
      ]);
      if (ended.command === 'ROLLBACK') throw new Error('The transaction was rolled back.');
      return result.rows as Row[];
    } finally {
      client.release();
    }
  };
  const idOf = ({ type, value }: Identifier): string => {
    const checked = checkIdentifier(type, value, { unassignedRegions: 'allow' });
    if (!checked.ok) throw new Error(checked.message);
    return secrets.subjectId(type, checked.value);
  };
  const read = <Row extends { id: string }>(caller: Caller, statement: typeof CHECK, ids: readonly string[]) =>
    within<Row>(beginning(caller, names[readerRole(caller.role)], TODAY, true), statement, [
      ids,
      ...(statement.text.includes('$2') ? [TODAY] : []),
    ]);

  const lookUp = async (caller: Caller, { id, first = 20 }: Body['variables']): Promise<object> => {
    const [row] = await read<LookedUp>(caller, LOOK_UP, [idOf(id as Identifier)]);
    return {
      subject:
        row === undefined ? null : shaping({ secrets, directory: snapshot.directory }, caller).lookUp(row, first),
    };
  };
  const check = async (caller: Caller, { id, ids }: Body['variables']): Promise<object> => {
    const asked = (ids ?? [id as Identifier]).map(idOf);
    const rows = await read<Checked>(caller, CHECK, [...new Set(asked)]);
    const entries = entriesFor(snapshot, caller, rows, ids === undefined);
    if (entries !== undefined) await within(beginning(caller, names.ledger, TODAY, false), RECORD, [entries]);
    const shape = shaping({ secrets, directory: snapshot.directory }, caller);
    const known = new Map(rows.map((row) => [row.id, ids === undefined ? shape.check(row) : shape.inBatch(row)]));
    const answers = asked.map((one) => known.get(one) ?? null);
    return ids === undefined ? { subject: answers[0] } : { subjects: answers };
  };

  const server = createServer(async (message, response) => {
    const { query, variables } = await bodyOf(message);
    const purpose = message.headers['credit-purpose'];
    const answer = callerOf(message.headers.authorization, typeof purpose === 'string' ? purpose : undefined)
      .then((caller) => (query.startsWith('query PublicLookup') ? lookUp : check)(caller, variables))
      .then((data) => [200, { data }] as const)
      .catch((error: unknown) => [500, { errors: [{ message: String(error) }] }] as const);
    const [status, body] = await answer;
    const text = JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

serveChild<{ environment: NodeJS.ProcessEnv }>(async ({ environment }) => ({
  ready: await serve(environment),
  answer: usage,
}));
