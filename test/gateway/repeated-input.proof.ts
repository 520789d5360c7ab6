/** What is sent comes back in no message and in no line of the log: it may be a name, a number or an address, also where it is sent by mistake. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../subgraphs/import.ts';
import { COMPANY, onEachDatabase, openWorld, type World } from '../kit.ts';
import { type RecordedLog, recordLog } from '../recorded-log.ts';
import { ASKERS, type AskerName, GIVEN } from '../stories/who-may-ask.ts';
import { LINES, opened } from '../stories/who-may-ask-lines.ts';
import { inputValue, schemaOf } from './root-fields.ts';

const BORN = '1987-12-12';

/** Of a person that nobody holds. Each is searched for by the part that tells whom it is about. */
const PLANTED: readonly (readonly [string, string])[] = [
  ['司徒望舒', '望舒'],
  ['身份证号239999198712120042', '239999198712120042'],
  ['239999198712120042', '239999198712120042'],
  ['13845001234', '13845001234'],
  ['138-4500-1234', '4500-1234'],
  ['E48213377', '48213377'],
  ['南岗区示例街17号3单元501室', '示例街17号'],
  [BORN, BORN],
];

type Place = readonly (string | number)[];

/** Every place of an input at which one value stands. */
function placesIn(type: GraphQLInputType, place: Place, depth = 4): Place[] {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return placesIn(inner.ofType, [...place, 0], depth);
  if (!isInputObjectType(inner)) return [place];
  return depth === 0
    ? []
    : Object.values(inner.getFields()).flatMap((field) => placesIn(field.type, [...place, field.name], depth - 1));
}

/** The input with another value at one place. What an object on the way there needs is given. */
function planted(root: string, type: GraphQLInputType, [next, ...rest]: Place, value: unknown, held: unknown): unknown {
  if (next === undefined) return String(getNamedType(type)) === 'JSON' ? { [String(value)]: value } : value;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    const [first] = Array.isArray(held) ? held : [];
    return [planted(root, inner.ofType, rest, value, first)];
  }
  const field = isInputObjectType(inner) ? inner.getFields()[String(next)] : undefined;
  if (field === undefined) throw new Error(`${String(type)} has no ${next}.`);
  const whole = (held ?? inputValue(root, '', inner, GIVEN) ?? {}) as Record<string, unknown>;
  return { ...whole, [field.name]: planted(root, field.type, rest, value, whole[field.name]) };
}

interface Question {
  readonly query: string;
  readonly variables: (place: Place, value: unknown) => Readonly<Record<string, unknown>>;
  readonly places: readonly Place[];
}

const isNeeded = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(type) && defaultValue === undefined;

function questionOf(kind: string, { name: root, type, args }: GraphQLField<unknown, unknown>): Question {
  const declared = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const least = Object.fromEntries(
    args
      .filter((argument) => isNeeded(argument))
      .map((argument) => [argument.name, inputValue(root, argument.name, argument.type, GIVEN)]),
  );
  return {
    query: `${kind} (${declared}) { ${root}(${passed}) ${isLeafType(getNamedType(type)) ? '' : '{ __typename }'} }`,
    places: args.flatMap((argument) => placesIn(argument.type, [argument.name])),
    variables: ([name, ...rest], value) => {
      const argument = args.find((one) => one.name === name);
      if (argument === undefined) throw new Error(`${root} has no ${name}.`);
      return { ...least, [argument.name]: planted(root, argument.type, rest, value, least[argument.name]) };
    },
  };
}

onEachDatabase('input that comes back', (kind) => {
  let world: World;
  let log: RecordedLog<object>;
  let questions: ReadonlyMap<string, Question>;
  beforeAll(async () => {
    log = recordLog('trace');
    world = await openWorld(kind, { log: log.log, environment: { RATE_UNIT: '1000000' } });
    const schema = await schemaOf(world);
    const fields = (of: 'query' | 'mutation') =>
      Object.values((of === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
        .filter(({ args }) => args.length > 0)
        .map((field) => [field.name, questionOf(of, field)] as const);
    questions = new Map([...fields('query'), ...fields('mutation')]);
  });
  afterAll(() => world.close());

  const told = (text: string): string[] => PLANTED.flatMap(([, part]) => (text.includes(part) ? [part] : []));
  let [asked, refused] = [0, 0];

  it('A23.4 A23.5 adversarial 78: in whatever argument it stands, and whoever asks', async () => {
    const found: string[] = [];
    for (const [field, { query, variables, places }] of questions) {
      const line = LINES.get(field);
      if (line === undefined) throw new Error(`${field} is in no table.`);
      // Whom the field is open to: others are refused before their input is looked at.
      const names = (Object.keys(ASKERS) as AskerName[]).filter(
        (name) => !name.includes(' ') && opened(line).includes(ASKERS[name].role),
      );
      for (const [at, place] of places.entries())
        for (const [value] of PLANTED) {
          // A date where a date belongs tells nothing of a person.
          if (value === BORN && /(?:on|from|until|by)$/i.test(String(place.at(-1)))) continue;
          const name = names[at % names.length] ?? 'operator';
          const { holder, headers } = ASKERS[name];
          const { errors } = await world.ask(holder, query, variables(place, value), headers);
          asked += 1;
          if (errors === undefined) continue;
          refused += 1;
          const parts = told(JSON.stringify(errors.map(({ message, extensions }) => [message, extensions])));
          if (parts.length > 0) found.push(`${field} ${place.join('.')} as ${name}: ${errors[0]?.message}`);
        }
    }
    expect(found).toEqual([]);
    expect([asked > 1_000, refused > asked / 2]).toEqual([true, true]);
  }, 300_000);

  it('A23.4 A23.5 adversarial 78: in headers, names of the query, keys of the variables, paths and bodies', async () => {
    const found: string[] = [];
    const token = await world.token({ role: 'party', unit: 'BANK-A' });
    const send = async (path: string, headers: Record<string, string>, body?: string): Promise<void> => {
      const response = await fetch(`${world.server.url}${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body }),
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      });
      const text = await response.text();
      const parts = [...told(text), ...told(decodeURIComponent(JSON.stringify([...response.headers])))];
      if (parts.length > 0) found.push(`${path} ${JSON.stringify(headers)} ${body}: ${text.slice(0, 200)}`);
    };
    for (const [value] of PLANTED) {
      const encoded = encodeURIComponent(value);
      const word = /^\w+$/.test(value) ? `w${value}` : 'w';
      const query = (document: string, variables = {}, more = {}): string =>
        JSON.stringify({ query: document, variables, ...more });
      const named = '{ subject(identifier: { type: USCC, value: "x" }) { name } }';
      for (const header of [
        'credit-purpose',
        'credit-case',
        'credit-matter',
        'credit-channel',
        'credit-for',
        'traceparent',
        'dpop',
      ])
        await send('/graphql', { [header]: encoded }, query(named));
      for (const authorization of [`Bearer ${encoded}`, encoded, `DPoP ${encoded}`])
        await send('/graphql', { authorization }, query(named));
      await send('/graphql', { 'content-type': `application/${encoded}` }, query(named));
      for (const document of [
        `query ${word} { ${word}: nothing }`,
        `{ ${word} }`,
        `{ subject(${word}: 1) { name } }`,
        `{ subject(identifier: "${value}") { name } }`,
        `{ subject(identifier: { type: ${word}, value: "x" }) { name } }`,
        `query ($${word}: ${word}) { me { name } }`,
        `{ me { name @${word} } }`,
        `{ ...${word} }`,
        `{ me { ${value} } }`,
        `# ${value}\n{`,
        value,
      ])
        await send('/graphql', {}, query(document));
      const variable = 'query ($a: SubjectIdentifierInput!) { subject(identifier: $a) { name } }';
      for (const variables of [
        { [value]: `${value}\0` },
        { a: { [value]: value } },
        { a: value },
        { a: { type: value, value } },
        { a: { type: 'USCC', value: [value] } },
        { a: { type: 'USCC', value: { [value]: `${value}\0` } } },
      ])
        await send('/graphql', {}, query(variable, variables));
      await send('/graphql', {}, query(named, {}, { operationName: value }));
      await send('/graphql', {}, query(named, {}, { documentId: value }));
      for (const body of [
        value,
        `{"${value}": ${value}`,
        JSON.stringify([value]),
        JSON.stringify({ [value]: value }),
      ]) {
        await send('/graphql', {}, body);
        await send('/reports', {}, body);
      }
      await send('/reports', {}, JSON.stringify({ template: value, language: value, subject: { type: value, value } }));
      for (const path of [`/${encoded}`, `/reports/${encoded}`, `/verify/${encoded}`, `/graphql?query=${encoded}`])
        await send(path, {});
    }
    expect(found).toEqual([]);
  });

  it('A23.4 A23.5 adversarial 78: in the first line of a file, nor what is told of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-repeated-'));
    const file = join(folder, 'penalties.csv');
    const needed = 'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_CFLB,CF_NR_FK,CF_JDRQ';
    // Numbers and the street: that a word alone is a name is for the redaction to know.
    const columns = PLANTED.slice(1, -1).map(([value]) => value);
    writeFileSync(
      file,
      `${needed},${columns.join(',')}\n示例,法人及非法人组织,${COMPANY.value},示例〔2026〕995号,罚款,1,2026-11-10${','.repeat(columns.length)}\n`,
    );
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    const order = { file, layout: 'double-publicity-penalty', unit: 'HLJ-AMR', open } as const;
    const { warnings, warningsFile } = await importProviderFile(order);
    expect(warnings).toMatchObject({ COLUMN_UNKNOWN: columns.length });
    expect(told(readFileSync(warningsFile ?? '', 'utf8'))).toEqual([]);
    writeFileSync(file, `${columns.join(',')}\n`);
    const fault = await importProviderFile(order).catch((error: Error) => error.message);
    expect([String(fault).includes('CF_XDR_MC'), told(String(fault))]).toEqual([true, []]);
    rmSync(folder, { recursive: true });
  });

  it('A23.4 A23.5 adversarial 78: nor in a line of the log', () => {
    expect(log.lines.length).toBeGreaterThan(1_000);
    expect(log.lines.filter((line) => told(line).length > 0)).toEqual([]);
  });
});
