/**
 * A bank's first week as `gateway/clients/WEEK.md` tells it: every block of the page in its order, word for word, in a shell, with the clients of the
 * page against a real server and a real authorization server over TLS. A proof, because it starts servers and clients as processes of their own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { comparable, type Step, stepsOf, withNames } from './first-day/page.ts';
import { openTerminal, type Terminal } from './first-day/terminal.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'gateway/clients/WEEK.md'), 'utf8');

/** Headings of the page, what following them shows, and the program that it needs beyond the first ones. A heading that is missing here fails. */
const SHOWN: readonly (readonly [heading: string, name: string, program?: string])[] = [
  ['Before it', 'a gateway over TLS whose parties bind their tokens, and the authorization server of the trial'],
  [
    'Monday: the schema, a token, an answer',
    'A23.2 A17.1 agreement, purpose and authorization open; the name is masked',
  ],
  [
    'Tuesday: a refusal, and what it says to do',
    'A23.1 A23.2 without a purpose nothing is told, and access says what would be',
  ],
  ['Wednesday: pages', 'A23.2 the pages of a list together are the list'],
  [
    'Thursday: a correction that reaches',
    'A39.4 A23.2 who was shown the record is called, reads it in the feed, acknowledges',
  ],
  ['Friday: what was disclosed, proved', 'A17.1 the entry is proved without the platform, and a changed word is found'],
  ['The same in other languages', 'a call that was saved, and one that was changed'],
  ['TypeScript', 'A23.2 A17.1 allowed, refused, read page by page, and a call checked'],
  ['curl', 'A23.2 A17.1 allowed, refused, read page by page, and a call checked'],
  ['Java', 'A23.2 A17.1 allowed, refused, read page by page, and a call checked', 'java'],
];

const isHere = (program: string | undefined): boolean =>
  program === undefined || spawnSync(program, ['--version']).status === 0;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};

let folder = '';
let terminal: Terminal;
let steps: readonly Step[] = [];
/** The page's own values by those of this run. */
const own = new Map<string, string>();
const asOnPage = (text: string): string => [...own].reduce((seen, [here, there]) => seen.replaceAll(here, there), text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'credit-week-'));
  const names = {
    CREDIT_GATEWAY: `https://localhost:${await freePort()}`,
    CREDIT_ISSUER: `https://localhost:${await freePort()}`,
    CREDIT_KEY: join(folder, 'trial/bank-a.pem'),
    CREDIT_CA: join(folder, 'server.pem'),
    WEEK: folder,
    PORT_OF_CALLS: String(await freePort()),
  };
  for (const [name, value] of Object.entries(names))
    own.set(value, new RegExp(`^export ${name}=(\\S+)`, 'm').exec(page)?.[1] ?? '');
  steps = stepsOf(withNames(page, names));
  terminal = openTerminal(root, { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' });
});

afterAll(async () => {
  await terminal.run('kill $(jobs -p) 2>/dev/null; wait', 60_000).catch(() => undefined);
  await terminal.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [heading, name, program] of SHOWN)
  it.skipIf(!isHere(program))(
    `${heading}: ${name}`,
    async () => {
      const blocks = steps.filter((step) => step.heading === heading);
      expect(blocks.length).toBeGreaterThan(0);
      for (const { commands, printed } of blocks) {
        const ran = await terminal.run(commands);
        const seen = asOnPage(ran.printed);
        if (printed === undefined) expect([commands, seen.trim(), ran.status]).toEqual([commands, '', 0]);
        else expect(comparable(seen), commands).toEqual(comparable(printed));
      }
    },
    180_000,
  );

it('every heading with blocks is followed', () => {
  const told = page
    .split(/^##+ /m)
    .filter((part) => /^```sh$/m.test(part))
    .map((part) => part.split('\n')[0]);
  expect(told).toEqual(SHOWN.map(([heading]) => heading));
});
