/** An operation as the pages show it and as it is asked: by whom, with which headers, document and variables. */
import { createHash } from 'node:crypto';
import { parse, print } from 'graphql';
import type { Role } from '../../../schema/law/facts.ts';
import type { Localized } from '../../../schema/localized.ts';
import type { Facts } from '../page.ts';

/** A value out of the answer of an earlier example, by its name and the path of the value. */
export interface Taken {
  readonly of: string;
  readonly at: readonly (string | number)[];
}

export interface Example {
  /** Name of the operation; one of its kind on the pages. */
  readonly name: string;
  readonly role: Role;
  /** Code of the unit, or `TYPE:VALUE` of a subject; undefined without a token. */
  readonly by?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it is for. */
  readonly title: Localized;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Waits for the next checkpoint of the ledger before it asks. */
  readonly afterCheckpoint?: true;
}

export const taken = (of: string, ...at: readonly (string | number)[]): Taken => ({ of, at });

const isTaken = (value: unknown): value is Taken =>
  typeof value === 'object' && value !== null && 'of' in value && 'at' in value;

/** The value at a path. Throws where there is none, so that an example that depends on another one says so. */
function valueAt({ of, at }: Taken, answers: Readonly<Record<string, unknown>>): unknown {
  const found = at.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    answers[of],
  );
  if (found === undefined || found === null) throw new Error(`The answer of ${of} has nothing at ${at.join('.')}.`);
  return found;
}

/** Variables with what is taken from earlier answers put in its place. */
export function variablesOf(value: unknown, answers: Readonly<Record<string, unknown>>): unknown {
  if (isTaken(value)) return valueAt(value, answers);
  if (Array.isArray(value)) return value.map((one) => variablesOf(one, answers));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, variablesOf(inner, answers)]));
  return value;
}

const cli = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The command that makes a development token for the caller; undefined of anyone. */
export function tokenCommand({ role, by }: Pick<Example, 'role' | 'by'>): string | undefined {
  if (by === undefined) return undefined;
  const who = role === 'SUBJECT' ? `--subject ${by}` : `--unit ${by}`;
  return `TOKEN=$(npm run --silent token -- --role ${role.toLowerCase()} ${who})`;
}

/** The body of the request. A document is written over several lines here, and sent on one. */
export const bodyOf = (
  { document, variables }: Pick<Example, 'document' | 'variables'>,
  answers: Readonly<Record<string, unknown>>,
) => ({
  query: document.replaceAll(/\s+/g, ' '),
  ...(variables === undefined ? {} : { variables: variablesOf(variables, answers) }),
});

/** How a role sends its token: bound to a key it comes with a proof (the page of tokens), which no development token is. */
export const tokenHeaders = (role: Role, { url, boundRoles }: Pick<Facts, 'url' | 'boundRoles'>): readonly string[] =>
  boundRoles.includes(role)
    ? ['-H "authorization: DPoP $TOKEN"', `-H "DPoP: $(python3 jws.py proof dpop.pem POST ${url}/graphql "$TOKEN")"`]
    : ['-H "authorization: Bearer $TOKEN"'];

/** A document as the pages show it. */
export const textShown = (document: string): string => print(parse(document));

/** The same by the id of the text that is shown, for who may not send texts. */
const keptBodyOf = (example: Example, answers: Readonly<Record<string, unknown>>) => {
  const { query: _text, ...more } = bodyOf(example, answers);
  return { documentId: `sha256:${createHash('sha256').update(textShown(example.document)).digest('hex')}`, ...more };
};

/** The request as a command. Only a server in development has tokens to be made by a command. */
export function requestCommand(
  example: Example,
  facts: Pick<Facts, 'url' | 'development' | 'boundRoles' | 'onlyKeptForParties'>,
  answers: Readonly<Record<string, unknown>>,
): string {
  const { url, development, boundRoles, onlyKeptForParties } = facts;
  const token = tokenCommand(example);
  const body = onlyKeptForParties && example.role === 'PARTY' ? keptBodyOf : bodyOf;
  const headers = {
    'content-type': 'application/json',
    ...example.headers,
  };
  return [
    ...(token === undefined || !development || boundRoles.includes(example.role) ? [] : [token]),
    [
      `curl -s ${url}/graphql`,
      ...Object.entries(headers).map(([name, value]) => `-H ${cli(`${name}: ${value}`)}`),
      ...(token === undefined ? [] : tokenHeaders(example.role, facts)),
      `-d ${cli(JSON.stringify(body(example, answers)))}`,
    ].join(' \\\n  '),
  ].join('\n');
}
