/** Runs the request files against a server: single requests with what each must be answered, and the identifiers of the case files. */
import type { Localized } from '../../schema/localized.ts';
import { kitMessages } from '../../schema/messages/kit.ts';
import { exchange, type Got } from './exchange.ts';
import { type Case, filesOf, type Group, type Outcome } from './files.ts';
import { MEMBERS, type MemberName, type Members } from './members.ts';
import { seen } from './seen.ts';

type Told = (group: Group) => void;

/** Headers of a member for a request, with its purpose, case and matter where `stated`. */
export async function headersAs(
  base: string,
  { members }: Members,
  name: MemberName,
  sent: { readonly method?: string | undefined; readonly path?: string | undefined } = {},
  stated = true,
): Promise<Record<string, string> | undefined> {
  const member = members[name];
  if (member === undefined) return undefined;
  const { purpose, case: reference, matter } = member;
  return {
    ...(await member.headers(sent.method ?? 'POST', `${base}${sent.path ?? '/graphql'}`)),
    ...(!stated || purpose === undefined ? {} : { 'credit-purpose': purpose }),
    ...(!stated || reference === undefined ? {} : { 'credit-case': encodeURIComponent(reference) }),
    ...(!stated || matter === undefined ? {} : { 'credit-matter': encodeURIComponent(matter) }),
  };
}

/** Why the gateway refuses the token of a member (401), in its own words; undefined where it takes every one. */
export async function refusedToken(base: string, members: Members): Promise<Localized | undefined> {
  for (const name of MEMBERS) {
    if (members.members[name] === undefined) continue;
    const said = async (language: string): Promise<string | undefined> => {
      const headers = { ...(await headersAs(base, members, name)), 'accept-language': language };
      const { status, json } = await exchange(base, { headers, body: '{"query":"{ __typename }"}' });
      const { message = '', extensions } = json?.errors?.[0] ?? {};
      return status === 401 ? `${message} ${extensions?.help ?? ''}`.trim() : undefined;
    };
    const en = await said('en');
    if (en === undefined) continue;
    const { en: told, zh } = kitMessages.tokenRefused(name, { en, zh: (await said('zh')) ?? en });
    return { en: seen(told), zh: seen(zh) };
  }
  return undefined;
}

/** `{{person}}` and the like, from the member's settings; undefined where one is missing. */
function filled(value: unknown, settings: Readonly<Record<string, unknown>>): unknown {
  const [, name] = /^\{\{(\w+)\}\}$/.exec(typeof value === 'string' ? value : '') ?? [];
  return name === undefined ? value : settings[name];
}

/** Whether an answer holds what is expected: of objects the named properties, of anything else all of it. */
export function holds(got: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return got === expected;
  if (typeof got !== 'object' || got === null) return false;
  return Object.entries(expected).every(([key, inner]) => holds((got as Record<string, unknown>)[key], inner));
}

/** What of an answer a case speaks of. */
function judged({ status, headers, json }: Got, { expected }: Case) {
  const [first] = json?.errors ?? [];
  const got: Record<string, unknown> = {
    status,
    code: first?.extensions?.code,
    reason: first?.extensions?.reason,
    article: first?.extensions?.article,
    data: json?.data,
  };
  const wrongHeader = Object.entries(expected.headers ?? {}).find(
    ([name, pattern]) => !new RegExp(String(pattern)).test(headers.get(name) ?? ''),
  );
  const named = Object.keys(expected).filter((key) => key !== 'headers');
  // A refusal that says nothing to do leaves its caller alone.
  const helps = expected.code === undefined || (first?.extensions?.help ?? '') !== '';
  const right = named.every((key) => holds(got[key], expected[key])) && wrongHeader === undefined && helps;
  const shown = Object.fromEntries(named.map((key) => [key, got[key] ?? null]));
  return {
    right,
    got: { ...shown, ...(wrongHeader === undefined ? {} : { [wrongHeader[0]]: headers.get(wrongHeader[0]) }), helps },
  };
}

/** Whether a party was told that only operations that the operator keeps are taken from it: a setting, and no fault. All others ask as they like. */
export const isOnlyKept = (as: string | undefined, { json }: Pick<Got, 'json'>): boolean =>
  as === 'party' && json?.errors?.[0]?.extensions?.reason === 'OPERATION_ONLY';

async function runOne(base: string, members: Members, one: Case): Promise<Outcome> {
  const { name, nameZh, source, as } = one;
  const member = as === undefined ? undefined : members.members[as as MemberName];
  const settings = { ...member, person: members.person, company: members.company } as Record<string, unknown>;
  const variables = Object.entries(one.variables ?? {}).map(([key, value]) => [key, filled(value, settings)] as const);
  const headers = Object.entries(one.headers ?? {}).map(([key, value]) => [key, filled(value, settings)] as const);
  const lacks = [...variables, ...headers].find(([, value]) => value === undefined)?.[0];
  if (as !== undefined && (member === undefined || lacks !== undefined))
    return {
      name,
      nameZh,
      source,
      state: 'NOT_RUN',
      needs: member === undefined || lacks === undefined ? as : `${lacks} of the ${as}`,
    };
  const own = as === undefined ? {} : await headersAs(base, members, as, { method: one.method, path: one.path }, false);
  const query = one.query === undefined ? undefined : { query: one.query, variables: Object.fromEntries(variables) };
  const body = one.body ?? (query === undefined ? undefined : JSON.stringify(query));
  // A case and a matter may hold any text, as percent-encoded UTF-8; all other headers are sent as they stand.
  const isText = (key: string): boolean => key === 'credit-case' || key === 'credit-matter';
  const sent = Object.fromEntries(
    headers.map(([key, value]) => [key, isText(key) ? encodeURIComponent(String(value)) : String(value)]),
  );
  const got = await exchange(base, {
    ...(one.method === undefined ? {} : { method: one.method }),
    ...(one.path === undefined ? {} : { path: one.path }),
    headers: { ...own, ...sent },
    ...(body === undefined ? {} : { body }),
  });
  if (isOnlyKept(as, got)) return { name, nameZh, source, state: 'NOT_RUN', because: kitMessages.onlyKept };
  const { right, got: shown } = judged(got, one);
  return { name, nameZh, source, state: right ? 'RIGHT' : 'WRONG', expected: one.expected, got: shown };
}

/** Numbers asked in one request; each is an error or an answer of its own. */
const AT_ONCE = 10;

/** Identifiers of the case files, by `access`, which says the same of a subject that is held and one that is not (Article 23). */
async function identifiers(base: string): Promise<Group | undefined> {
  const file = filesOf('cases').find(({ kind }) => kind === 'identifiers');
  if (file === undefined) return undefined;
  const region = file.tables.sampleRegion;
  // A server in production refuses the region of the sample, one in development takes it.
  const cases = file.cases.filter(({ value, assignedOnly }) => !assignedOnly && !value.includes(region));
  const outcomes: Outcome[] = [];
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const some = cases.slice(at, at + AT_ONCE);
    const query = `query (${some.map((_one, place) => `$i${place}: SubjectIdentifierInput!`).join(', ')}) { ${some
      .map((_one, place) => `a${place}: access(subject: $i${place}, items: []) { granted }`)
      .join(' ')} }`;
    const variables = Object.fromEntries(some.map(({ type, value }, place) => [`i${place}`, { type, value }]));
    const { json } = await exchange(base, { body: JSON.stringify({ query, variables }) });
    some.forEach(({ name, source, expected }, place) => {
      const error = json?.errors?.find(({ path }: { path?: unknown[] }) => path?.[0] === `a${place}`);
      const wanted = expected.ok ? 'taken' : `IDENTIFIER_${expected.reason}`;
      const taken = Array.isArray(json?.data?.[`a${place}`]);
      const got = taken ? 'taken' : (error?.extensions?.reason ?? json?.errors?.[0]?.extensions?.code ?? 'no answer');
      outcomes.push({ name, source, state: got === wanted ? 'RIGHT' : 'WRONG', expected: wanted, got });
    });
  }
  return { kind: file.kind, about: file.about, outcomes };
}

/** Runs all of them, one file after the other. */
export async function runRequests(base: string, members: Members, told: Told): Promise<void> {
  const numbers = await identifiers(base);
  if (numbers !== undefined) told(numbers);
  for (const { kind, about, cases } of filesOf('requests')) {
    if (cases.length === 0) continue;
    const outcomes: Outcome[] = [];
    for (const one of cases) outcomes.push(await runOne(base, members, one));
    told({ kind, about, outcomes });
  }
}
