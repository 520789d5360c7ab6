/** Doors beside GraphQL: every other route, what programs read of the server, what it calls, writes and logs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGES } from '../../gateway/docs/docs.ts';
import type { Example } from '../../gateway/docs/operations/example.ts';
import { EXAMPLES } from '../../gateway/docs/operations/examples.ts';
import { ROUTES } from '../../gateway/http/index.ts';
import { labelOf } from '../../gateway/http/paths.ts';
import { deliver } from '../../gateway/process/call-webhooks.ts';
import { LANGUAGES } from '../../gateway/reports/templates.ts';
import { well } from '../fuzz/two-worlds/deliveries.ts';
import { BANK_A, subject, type World } from '../kit.ts';
import { ASKERS, type Asker, textsOf, told } from './asking.ts';
import { ANYBODY } from './reports.ts';
import type { Sweep } from './sweep.ts';
import { COMPANY, PERSON, PERSON_OF_ONE } from './things.ts';

/** Routes that the sweep asks by another file, or not, each with where or why. All others are asked as they stand. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'POST /graphql': 'sweep.ts',
  'POST /reports': 'reports.ts',
  'GET /reports/{id}': 'reports.ts',
  'POST /reports/{id}/link': 'reports.ts',
  'GET /open-report': 'reports.ts',
  'GET /verify/{id}': 'reports.ts',
  'GET /evidence/{id}': 'by the ids of every thing, below',
  'POST /evidence': 'It takes a file and answers with a new id, whoever sends it.',
  'GET /docs/{language}': 'It leads to the first page of the language.',
  'GET /docs/{language}/{page}': 'by every page, below',
};

/** Every route without a parameter and every page, as anybody and as a bank asks it; evidence by the id of each file. */
export async function routes(sweep: Sweep): Promise<void> {
  const plain = ROUTES.filter((route) => route.method === 'GET' && !route.path.includes(':'))
    .filter((route) => !(`GET ${labelOf(route)}` in ELSEWHERE))
    .map(({ path }) => path);
  const pages = LANGUAGES.flatMap((language) => PAGES.map(({ name }) => `/docs/${language}/${name}`));
  for (const by of [ANYBODY, bank()])
    for (const path of [...plain, ...pages]) sweep.look(by, `GET ${path}`, await told(sweep.world, by, 'GET', path));
  for (const by of sweep.askers)
    for (const { values } of sweep.things.filter(({ objection }) => objection)) {
      const answer = await told(sweep.world, by, 'GET', `/evidence/${values.evidence}`);
      const said = answer.said.map(({ at, text }) => ({ at: at === 'pdf' ? 'pdf of evidence' : at, text }));
      sweep.look(by, 'GET /evidence/{id}', { said }, [values.evidence ?? '']);
    }
}

const bank = (): Asker => ASKERS.find(({ name }) => name === 'BANK-A') as Asker;

/** What Prometheus reads. Anybody who reaches the port may. */
export async function metrics(sweep: Sweep): Promise<void> {
  sweep.look(ANYBODY, 'GET /metrics', { said: textsOf(await sweep.world.server.metrics.text(), 'metrics') });
}

/** A receiver of what the server calls when the feed of BANK-A has something new. */
export async function openReceiver(world: World) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      bodies.push(`${JSON.stringify(request.headers)}\n${Buffer.concat(parts).toString()}`);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await well(world, BANK_A, 'mutation ($url: String!) { registerWebhook(url: $url) { url } }', {
    url: `http://127.0.0.1:${port}/changes`,
  });
  return {
    /** Calls what waits, and how often it was called since. */
    look: async (sweep: Sweep): Promise<number> => {
      await deliver(world.server.platform);
      const taken = bodies.splice(0);
      sweep.look(bank(), 'webhook', { said: taken.map((text) => ({ at: 'webhook', text })) });
      return taken.length;
    },
    close: () => server.close(),
  };
}

/** Puts the subject, or an id that the caller knows, where the example has its own. */
function placed(value: unknown, identifier: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.map((one) => placed(one, identifier, id));
  if (value === null || typeof value !== 'object') return value;
  if ('type' in value && 'value' in value) return identifier;
  if ('of' in value && 'at' in value) return id;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, placed(inner, identifier, id)]));
}

const callerOf = ({ role, by, name }: Example, identifier: Parameters<typeof subject>[0]): Asker => ({
  name: `example ${name}`,
  holder: role === 'SUBJECT' ? subject(identifier) : by === undefined ? null : { role: role.toLowerCase(), unit: by },
  headers: {},
});

/** Whether what an example takes out of earlier answers is an id: a size or a hash of the ledger is about nobody. */
const takesIds = (value: unknown): boolean => {
  if (value === null || typeof value !== 'object') return true;
  if ('of' in value && 'at' in value) return /id$/i.test(String((value.at as unknown[]).at(-1)));
  return Object.values(value).every(takesIds);
};

/** Every documented operation that asks, as it stands on the pages, about these subjects. */
export async function documented(sweep: Sweep): Promise<readonly string[]> {
  const asking = EXAMPLES.filter(({ document, variables }) => !/^\s*mutation\b/.test(document) && takesIds(variables));
  for (const example of asking)
    for (const { identifier } of [COMPANY, PERSON, PERSON_OF_ONE]) {
      const by = callerOf(example, identifier);
      const [thing] = sweep.things.filter(({ about, id }) => about.identifier === identifier && id !== undefined);
      const [id = ''] = thing === undefined ? [] : sweep.idsOf(by, thing);
      const variables = placed(example.variables ?? {}, identifier, id) as Record<string, unknown>;
      await sweep.ask(by, by.name, { query: example.document, variables }, example.headers);
    }
  return asking.map(({ name }) => name);
}
