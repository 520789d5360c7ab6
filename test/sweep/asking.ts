/** Who asks in the sweep, and how what is told is read: every text of an answer with the path at which it stands, whatever wraps it. */
import { spawnSync } from 'node:child_process';
import { CALLERS, type Caller } from '../fuzz/two-worlds/callers.ts';
import { type Holder, type Identifier, subject, type World } from '../kit.ts';
import { headersOf, textOfPdf } from '../stories/report-kit.ts';
import { ASKERS as CONDITIONED } from '../stories/who-may-ask.ts';
import { SUBJECTS } from './things.ts';

/** A caller; one who acts for a subject names the mandate with each question. */
export interface Asker extends Caller {
  readonly mandate?: string;
  readonly for?: Identifier;
}

/** As whom the caller reads: the one for whom it acts, where it acts for one. */
export const readsAs = ({ holder, for: principal }: Asker): Holder | null =>
  principal === undefined ? holder : subject(principal);

/** One table: a unit of every role for every purpose and matter, callers that lack one condition, each subject, and subjects of whom it is not. */
export const ASKERS: readonly Asker[] = [
  ...CALLERS,
  ...Object.entries(CONDITIONED)
    .filter(([name]) => / without | of another /.test(name))
    .map(([name, { holder, headers }]) => ({ name, holder, headers })),
  ...['HLJ-HRSS', 'HRB-AMR'].map((unit) => ({
    name: `department ${unit}`,
    holder: { role: 'department', unit },
    headers: {},
  })),
  ...SUBJECTS.map(({ identifier, kind, number }) => ({
    name: `itself ${kind} ${number}`,
    holder: subject(identifier),
    headers: {},
  })),
];

/** Who lacks a condition of Articles 22 to 24. */
export const isLacking = ({ name }: Asker): boolean => / without | of another /.test(name);

/** One of each role, and each subject itself. */
export const OF_EACH_ROLE: readonly Asker[] = [
  ...Map.groupBy(ASKERS, ({ holder }) => holder?.role ?? 'public').values(),
].flatMap((ofRole) => (ofRole[0]?.holder?.role === 'subject' ? ofRole : ofRole.slice(0, 1)));

/** A text, and where it stands: names of fields without places in lists; for what is no JSON, how it was read. */
export interface Said {
  readonly at: string;
  readonly text: string;
}

const TOKEN = /^[\w-]+\.([\w-]{8,})\.[\w-]+$/;

/** Every text in a value. What is signed is read as what it says, and JSON within a text as JSON. */
export function textsOf(value: unknown, at = ''): Said[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, at));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => [
      { at: `${at}#`, text: key },
      ...textsOf(inner, at === '' ? key : `${at}.${key}`),
    ]);
  const text = String(value);
  const signed = TOKEN.exec(text)?.[1];
  const inner = signed === undefined ? text : Buffer.from(signed, 'base64url').toString();
  if (!/^\s*[{[]/.test(inner)) return [{ at, text: inner }];
  try {
    return textsOf(JSON.parse(inner), `${at}>`);
  } catch {
    return [{ at, text: inner }];
  }
}

/** Marks of a page, and letters that it writes as numbers. */
const readable = (page: string): string =>
  page
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#x([0-9a-f]+);/gi, (_all, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)));

/** Without one a page as PDF is asked for and not read. */
export const hasPdfReader = spawnSync('pdftotext', ['-v']).error === undefined;

export interface Told {
  readonly status: number;
  readonly said: readonly Said[];
  /** The body as JSON, where it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  readonly json: any;
}

function read(bytes: Buffer, type: string): Pick<Told, 'said' | 'json'> {
  if (type.includes('json')) {
    const json = JSON.parse(bytes.toString());
    return { json, said: textsOf(json) };
  }
  if (type.includes('pdf')) {
    // Letters of a page can stand in lines of their own.
    const text = hasPdfReader ? (textOfPdf(bytes) ?? '') : '';
    return { json: undefined, said: [{ at: 'pdf', text: text.replaceAll(/\s/g, '') }] };
  }
  const text = bytes.toString();
  return {
    json: undefined,
    said: type.includes('html') ? [{ at: 'page', text: `${readable(text)}\n${text}` }] : textsOf(text, 'text'),
  };
}

/** What says that a question was none, or that it was not answered. */
const FAULT = /"code":"(INTERNAL|UNAVAILABLE|TOO_COSTLY)"|"reason":"QUERY"/;

/** One request by a caller. Throws for what no caller may be answered: a fault of the server, or a question that is none. */
export async function told(
  world: World,
  { name, holder, headers, mandate }: Asker,
  method: 'GET' | 'POST',
  path: string,
  {
    body,
    accept,
    headers: more = {},
  }: { readonly body?: unknown; readonly accept?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Told> {
  const response = await fetch(path.startsWith('http') ? path : `${world.server.url}${path}`, {
    method,
    headers: {
      ...(await headersOf(world, holder, headers)),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(accept === undefined ? {} : { accept }),
      ...(mandate === undefined ? {} : { 'credit-for': mandate }),
      ...more,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const answer = read(bytes, response.headers.get('content-type') ?? '');
  // Errors alone: refusals of others are counted, and a caller may read such codes as numbers.
  const errors: readonly unknown[] = Array.isArray(answer.json?.errors) ? answer.json.errors : [];
  const faults = path === '/graphql' ? errors.map((one) => JSON.stringify(one)).filter((one) => FAULT.test(one)) : [];
  if (response.status >= 500 || response.status === 429 || faults.length > 0)
    throw new Error(`${name} cannot ask ${method} ${path}: ${response.status} ${faults.join('\n').slice(0, 2_000)}`);
  const named = [...response.headers].map(([key, text]) => ({ at: `header ${key}`, text }));
  return { status: response.status, ...answer, said: [...answer.said, ...named] };
}
