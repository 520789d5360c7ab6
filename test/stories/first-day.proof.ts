/**
 * The first day in production as `gateway/first-day/README.md` tells it: every block of the page in its order, word for word, in a shell, against a
 * real authorization server over https; what it prints is held against the page, and the answers against the law. A proof, because it starts servers
 * and commands as processes of their own and waits for a checkpoint.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { roleNames } from '../../subgraphs/database/roles.ts';
import { onEachDatabase } from '../kit.ts';
import { type Machine, openMachine } from './first-day/machine.ts';
import { comparable } from './first-day/page.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'gateway/first-day/README.md'), 'utf8');
const PERSON = '23000018010101000X';

/** Headings of the page, and what following them shows. One that is missing here fails. */
const SHOWN: readonly (readonly [heading: string, name: string])[] = [
  ['1. What you need', 'names and packages'],
  ['With PostgreSQL', 'a database of its own'],
  ['Or with the embedded database', 'the embedded database, where somebody says that it may serve'],
  ['3. Keys', 'keys that root alone reads'],
  ['4. TLS', 'a certificate'],
  ['5. Tokens', 'an authorization server over https, with a certificate that the machine does not know'],
  ['6. Start', 'production starts from the unit, with its variables and credentials alone'],
  [
    '7. The province',
    'A07.1 the first file publishes with its references; afterwards what is published is signed by the authority',
  ],
  ['8. The first delivery', 'two providers deliver what the catalog names them for'],
  ['9. The first answers', 'A23.2 A22.1 without agreement, registration and duty each is refused by its own reason'],
  [
    'The first agreement and the first duty',
    'A22.1 A23.2 A24.3 the duty opens for its case; the agreement alone does not open a person',
  ],
  ['The first authorization and the first answer to the bank', 'A23.2 A24.3 agreement and authorization together open'],
  [
    '10. Who saw it',
    'A17.1 A35.1 person and operator see who asked what, and the ledger proves it without the platform',
  ],
  [
    '11. Take the test back',
    'A38.2 what is revoked is told to whoever was shown it; agreement and duty end by the file',
  ],
];

interface Answer {
  readonly data?: {
    readonly subject?: {
      readonly name: string;
      readonly records: { readonly nodes: readonly { item: { code: string } }[] };
    } | null;
    readonly access?: readonly {
      readonly granted: boolean;
      readonly reason: string | null;
      readonly article: string;
    }[];
  };
  readonly errors?: readonly { readonly extensions: { readonly reason: string } }[];
}

onEachDatabase('the first day in production', (kind) => {
  let machine: Machine;
  const superuser = kind === 'postgresql' ? inject('postgresql') : undefined;
  /** What was printed under a heading, block by block. */
  const printed = new Map<string, string[]>();
  beforeAll(async () => {
    machine = await openMachine(superuser);
  });
  afterAll(async () => {
    await machine.close();
    if (superuser === undefined) return;
    const client = new pg.Client({ connectionString: superuser });
    await client.connect();
    const { database } = machine;
    await client.query(`drop database if exists ${database} with (force)`);
    for (const role of [...Object.values(roleNames(database)), database])
      await client.query(`drop role if exists "${role}"`);
    await client.end();
  });

  const left = kind === 'postgresql' ? 'Or with the embedded database' : 'With PostgreSQL';
  for (const [heading, name] of SHOWN.filter(([one]) => one !== left))
    it(`${heading}: ${name}`, async () => {
      const steps = machine.steps.filter((step) => step.heading === heading);
      expect(steps.length).toBeGreaterThan(0);
      for (const { commands, printed: told } of steps) {
        const ran = await machine.terminal.run(commands);
        printed.set(heading, [...(printed.get(heading) ?? []), ran.printed]);
        const seen = machine.asOnPage(ran.printed);
        if (told === undefined) expect([commands, seen.trim(), ran.status]).toEqual([commands, '', 0]);
        else expect(comparable(seen), commands).toEqual(comparable(told));
      }
    });

  const answers = (heading: string): Answer[] =>
    (printed.get(heading) ?? []).flatMap((text) => (text.startsWith('{') ? [JSON.parse(text) as Answer] : []));
  const reasonOf = ({ data, errors }: Answer) => data?.access?.[0]?.reason ?? errors?.[0]?.extensions.reason ?? null;
  const itemsOf = ({ data }: Answer) => data?.subject?.records.nodes.map(({ item }) => item.code) ?? null;

  it('A22.1 A23.2 A24.3 the law, whatever the page says: each is refused by its reason, and sees what it may and no more', () => {
    const before = answers('9. The first answers');
    expect(before.map(reasonOf)).toEqual(['IDENTITY_REQUIRED', 'NO_AGREEMENT', 'UNIT_UNKNOWN', 'DUTY_REQUIRED']);
    expect(before.map(itemsOf)).toEqual([['PERMIT-GENERAL'], ['PERMIT-GENERAL'], null, null]);
    const [department, unauthorized] = answers('The first agreement and the first duty');
    expect(department && [reasonOf(department), itemsOf(department)]).toEqual([
      null,
      ['ARREARS-TAX', 'PERMIT-GENERAL'],
    ]);
    expect(unauthorized && [reasonOf(unauthorized), itemsOf(unauthorized)]).toEqual([
      'AUTHORIZATION_REQUIRED',
      ['PERMIT-GENERAL'],
    ]);
    const answered = answers('The first authorization and the first answer to the bank').at(-1);
    expect(answered && [reasonOf(answered), itemsOf(answered)]).toEqual([null, ['ARREARS-TAX', 'PERMIT-GENERAL']]);
    for (const { data } of [...before, department, unauthorized, answered].flatMap((one) => one ?? []))
      if (data?.subject) expect(data.subject.name).toBe('测**');
  });

  it('the token of a unit that is in no file is 401, nothing failed, and no log holds a number', () => {
    const log = machine.log();
    const lines = log
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as { level: number; status?: number }] : []));
    expect(lines.filter(({ status }) => status === 401)).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
    expect(log).not.toContain(PERSON);
  });

  if (spawnSync('systemd-analyze', ['--version']).status === 0)
    it('systemd understands the unit', () => {
      const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', machine.unit], { encoding: 'utf8' });
      expect([status, stdout, stderr]).toEqual([0, '', '']);
    });
});

it('every heading with blocks is followed', () => {
  const headings = page
    .split(/^##+ /m)
    .filter((part) => /^```sh$/m.test(part))
    .map((part) => part.split('\n')[0]);
  expect(headings).toEqual(SHOWN.map(([heading]) => heading));
});

it('whatever the table of refusals quotes is said by the software', () => {
  const sources = globSync('{gateway,subgraphs,schema}/**/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const table = page
    .slice(page.indexOf('| it says | do |'))
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const quoted = table.flatMap((line) =>
    [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, words = '']) => words),
  );
  expect(quoted.length).toBeGreaterThan(12);
  expect(
    quoted.filter((words) => !sources.includes(words) && !sources.includes(words.replace(/^IDENTIFIER_/, ''))),
  ).toEqual([]);
});

it('what TOKENS.md shows of oidc-provider is what runs, and its roles are those of the law', () => {
  const tokens = readFileSync(join(root, 'gateway/first-day/TOKENS.md'), 'utf8');
  const shown = /```ts\n([\s\S]*?)```/.exec(tokens)?.[1] ?? 'nothing';
  expect(readFileSync(join(root, 'test/trial/configuration.ts'), 'utf8')).toContain(shown);
});

it('whatever the two pages link to is there', () => {
  for (const name of ['README.md', 'TOKENS.md']) {
    const folder = join(root, 'gateway/first-day');
    const links = [...readFileSync(join(folder, name), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)];
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter(([, link = '']) => !existsSync(join(folder, link)))).toEqual([]);
  }
});
