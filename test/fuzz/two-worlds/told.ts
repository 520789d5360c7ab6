/** What a caller is told over HTTP, to the byte, with what is random replaced by the order of its appearance. */
import type { World } from '../../kit.ts';
import type { Caller } from './callers.ts';

/** Fields that no two worlds share, with the reason. Sizes, times and whether there is a proof are compared. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  rootHash: 'It is over random commitments.',
  signature: 'It is of such a root.',
  hashes: 'They are over random commitments.',
  leafIndex: 'A random place in its interval.',
  pending: 'The operator alone counts entries, when it verifies.',
  entries: 'The same.',
  erased: 'The same.',
};

/** Headers that no two answers share: an instant, and the name of the request. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set(['date', 'x-request-id']);

interface Answered {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

export async function tell(
  world: World,
  caller: Caller,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const { holder, headers } = caller;
  const response = await fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
      ...(headers.purpose === undefined ? {} : { 'credit-purpose': headers.purpose }),
      ...(headers.matter === undefined ? {} : { 'credit-matter': headers.matter }),
      ...(headers.case === undefined ? {} : { 'credit-case': encodeURIComponent(headers.case) }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = await response.text();
  // A question that is no question would be answered alike in any two worlds.
  if (response.status !== 200 || /"code":"(INTERNAL|UNAVAILABLE|TOO_COSTLY)"|"reason":"QUERY"/.test(body))
    throw new Error(`${caller.name} cannot ask this: ${response.status} ${body}`);
  const named = [...response.headers].filter(([name]) => !OF_THE_REQUEST.has(name));
  return {
    status: response.status,
    headers: named.map(([name, value]) => `${name}: ${value}`).join('\n'),
    body,
  };
}

type Json = Readonly<Record<string, unknown>>;

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|p_[\w-]{43}/g;

/** A page of nodes, of edges, or of both. */
interface Page {
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly nodes?: readonly Json[];
  readonly edges?: readonly Json[];
}

/** The node of an edge; a node itself. */
const nodeOf = (row: Json): Json => (row.node ?? row) as Json;

const alike = (row: Json): string => JSON.stringify(row).replaceAll(ID, (id) => `<${id.length} characters>`);

/**
 * A page of deadlines or of pledges to verify. What is due on one day has no order but that of its ids, which are random, so that it is put in one;
 * and where the page begins or ends within a day, which of that day it holds is random too.
 */
function ordered(page: Page, day: 'dueOn' | 'verifyBy') {
  const inOrder = (rows: readonly Json[]): readonly string[] => {
    const cut = [
      page.pageInfo?.hasNextPage === true ? rows.at(-1) : undefined,
      page.pageInfo?.hasPreviousPage === true ? rows[0] : undefined,
    ].flatMap((row) => (row === undefined ? [] : [nodeOf(row)[day]]));
    // Which id belongs to which of those that are alike is random too.
    return rows
      .filter((row) => !cut.includes(nodeOf(row)[day]))
      .map((row) => `${nodeOf(row)[day]} ${alike(nodeOf(row))}`)
      .sort();
  };
  return {
    ...page,
    ...(page.nodes === undefined ? {} : { nodes: inOrder(page.nodes) }),
    ...(page.edges === undefined || page.nodes !== undefined ? {} : { edges: inOrder(page.edges) }),
  };
}

/** Rows of one day stand in the order of their ids, which are random: they are put in one, and the days stay in theirs. */
function inDays(rows: readonly Json[]): readonly Json[] {
  const days = [...Map.groupBy(rows, (row) => nodeOf(row).occurredOn).values()];
  return days.flatMap((day) => day.toSorted((one, other) => (alike(nodeOf(one)) < alike(nodeOf(other)) ? -1 : 1)));
}

const isOfDays = (rows: readonly Json[]): boolean =>
  rows.every((row) => typeof ((row?.node as Json | undefined) ?? row)?.occurredOn === 'string');

/** JSON as it came, without what is not compared, and with rows of one day in one order. */
function compared(body: string): string {
  return JSON.stringify(
    JSON.parse(body, (key, value) => {
      if (key in NOT_COMPARED) return null;
      if (key === 'deadlines' && value !== null) return ordered(value, 'dueOn');
      if (key === 'pledgeChecks' && value !== null) return ordered(value, 'verifyBy');
      if ((key === 'nodes' || key === 'edges') && Array.isArray(value) && isOfDays(value)) return inDays(value);
      // A signature holds ids, which are random; what is signed is compared.
      if (key === 'token' && typeof value === 'string' && value.split('.').length === 3)
        return JSON.parse(Buffer.from(value.split('.')[1] ?? '', 'base64url').toString());
      return value;
    }),
  );
}

/** Gives each random value a name by the order in which it appears. One for a caller, a pair and a world. */
export function namer(): (text: string) => string {
  const names = new Map<string, string>();
  const name = (value: string): string => {
    const known = names.get(value) ?? `<${value.length} characters, the ${names.size + 1}th>`;
    names.set(value, known);
    return known;
  };
  return (text) =>
    text
      .replace(
        /"(startCursor|endCursor|cursor)":"([^"]+)"/g,
        (_all, key, cursor) => `"${key}":"<${cursor.length} characters>"`,
      )
      .replace(/"(pseudonym|secret)":"([^"]+)"/g, (_all, key, value) => `"${key}":"${name(value)}"`)
      .replace(ID, name);
}

/** The known values of withheld rows: they mask wherever they stand, so that they are replaced in both worlds before these are compared. */
export const without = (known: readonly string[], text: string): string =>
  known.reduce((left, value) => left.replaceAll(value, '<known>'), text);

/** An answer as one text. Its length is left out where something of it is not compared, or replaced. */
export function comparable(
  { status, headers, body }: Answered,
  name: (text: string) => string,
  whole: boolean,
): string {
  const named = whole ? headers : headers.replace(/content-length: \d+/, '');
  return `${status} ${name(compared(body))}\n${named}`;
}

/** The first place where two texts part, with what stands around it. */
export function parting(left: string, right: string): string {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 160), at + 240);
  return `without: …${around(left)}…\n    with: …${around(right)}…`;
}
