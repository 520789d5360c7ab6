/** Rules of the architecture: which folder may import which, which files may use which package, how long a file may be. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync('{schema,subgraphs,gateway,test}/**/*.ts', { cwd: root })
  .map((file) => normalize(file))
  .sort();
const own = files.filter((file) => !file.endsWith('.generated.ts'));

interface Import {
  readonly file: string;
  /** Path inside the project, or the name of a package. */
  readonly target: string;
  readonly local: boolean;
}

const text = (file: string): string => readFileSync(join(root, file), 'utf8');

function importsOf(file: string): Import[] {
  const specifiers = [
    ...text(file).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'|import\('([^']+)'\)/g,
    ),
  ];
  return specifiers.map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const local = specifier.startsWith('.');
    return { file, local, target: local ? normalize(join(dirname(file), specifier)) : specifier };
  });
}

const imports = own.flatMap(importsOf);
const local = imports.filter((one) => one.local);
const packages = imports.filter((one) => !one.local && !one.target.startsWith('node:'));

const importLines = (found: readonly Import[]): string[] =>
  found.map(({ file, target }) => `${file} imports ${target}`);

/** Folders of subgraphs/ that all four subgraphs use. */
const SHARED_FOLDERS = new Set([
  'database',
  'keys',
  'ledger',
  'request',
  'authorization',
  'clocks',
  'feed',
  'statistics',
  'reports',
  'matter',
  'redaction',
  'texts',
  'province',
  'recovery',
  'rights',
]);

/** Files that bring the four subgraphs together. */
const ASSEMBLY = new Set([
  'subgraphs/index.ts',
  'subgraphs/entities.ts',
  'subgraphs/sample.ts',
  'subgraphs/import.ts',
  'subgraphs/province.ts',
]);

describe('the house', () => {
  it('finds the files and imports that it judges', () => {
    expect(own.length).toBeGreaterThan(60);
    expect(local.length).toBeGreaterThan(200);
  });

  it('schema imports nothing outside itself', () => {
    expect(
      importLines(local.filter(({ file, target }) => file.startsWith('schema/') && !target.startsWith('schema/'))),
    ).toEqual([]);
  });

  it('the law is pure: no packages, no clock, no environment, nothing of the machine', () => {
    const law = (file: string): boolean => file.startsWith('schema/law/');
    expect(
      importLines(imports.filter(({ file, local: inside, target }) => law(file) && !(inside && law(target)))),
    ).toEqual([]);
    const impure = own
      .filter(law)
      .filter((file) => /\bDate\.now\(|new Date\(\)|\bprocess\.|Math\.random/.test(text(file)));
    expect(impure).toEqual([]);
  });

  it('a subgraph folder imports shared files and itself, never a sibling', () => {
    const folderOf = (file: string): string | undefined => /^subgraphs\/([^/]+)\//.exec(file)?.[1];
    const strangers = local.filter(({ file, target }) => {
      const folder = folderOf(file);
      if (folder === undefined) return false;
      const other = folderOf(target);
      const sibling = other !== undefined && other !== folder && !SHARED_FOLDERS.has(other);
      return target.startsWith('gateway/') || target.startsWith('test/') || sibling;
    });
    expect(importLines(strangers)).toEqual([]);
  });

  it('the database imports what is promised and itself: whoever assembles the whole hands it the entities', () => {
    expect(
      importLines(
        local.filter(
          ({ file, target }) =>
            file.startsWith('subgraphs/database/') && !/^(schema|subgraphs\/database)\//.test(target),
        ),
      ),
    ).toEqual([]);
  });

  it('only the files of assembly import the four folders', () => {
    const shared = local.filter(
      ({ file, target }) =>
        /^subgraphs\/[^/]+\.ts$/.test(file) &&
        /^subgraphs\/[^/]+\//.test(target) &&
        !SHARED_FOLDERS.has(target.split('/')[1] ?? ''),
    );
    expect(importLines(shared.filter(({ file }) => !ASSEMBLY.has(file)))).toEqual([]);
    const used = new Set(shared.map(({ file }) => file));
    expect([...ASSEMBLY].filter((file) => !used.has(file))).toEqual([]);
  });

  it('nothing imports the gateway but itself and the tests, and the gateway imports no subgraph folder', () => {
    const upward = local.filter(({ file, target }) => target.startsWith('gateway/') && !/^(gateway|test)\//.test(file));
    const inward = local.filter(
      ({ file, target }) =>
        file.startsWith('gateway/') &&
        /^subgraphs\/[^/]+\//.test(target) &&
        !SHARED_FOLDERS.has(target.split('/')[1] ?? ''),
    );
    expect(importLines([...upward, ...inward])).toEqual([]);
  });

  it('nothing outside test imports a test', () => {
    expect(
      importLines(local.filter(({ file, target }) => target.startsWith('test/') && !file.startsWith('test/'))),
    ).toEqual([]);
  });

  it('a package lives where it belongs', () => {
    const homes: Readonly<Record<string, RegExp>> = {
      'graphql-shield': /^(subgraphs\/authorization\/guard\.ts|test\/bench\/.*)$/,
      'graphql-middleware': /^(subgraphs\/authorization\/guard\.ts|test\/bench\/.*)$/,
      '@apollo/subgraph': /^(subgraphs\/subgraph\.ts|test\/bench\/.*)$/,
      '@apollo/gateway':
        /^(gateway\/federation\/(gateway|transport|network\/networked)\.ts|gateway\/deploy\/routers\/apollo\.ts|test\/bench\/.*)$/,
      '@graphql-hive/gateway-runtime': /^(gateway\/deploy\/routers\/hive\.ts|test\/(routers|bench)\/.*)$/,
      '@apollo/server':
        /^(gateway\/(federation\/(gateway|open)|http\/context|reports\/make|deploy\/routers\/apollo)\.ts|test\/bench\/.*)$/,
      '@apollo/federation-internals': /^gateway\/federation\/published-schema\.ts$/,
      negotiator: /^gateway\/message\/accept\.ts$/,
      '@apollo/composition': /^gateway\/federation\/supergraph\.ts$/,
      '@mikro-orm/pglite': /^(subgraphs\/database\/embedded\.ts|test\/.*)$/,
      '@mikro-orm/postgresql': /^(subgraphs\/database\/server\.ts|test\/.*)$/,
      '@electric-sql/pglite': /^(subgraphs\/database\/embedded\.ts|test\/.*)$/,
      '@noble/ciphers': /^(subgraphs\/keys|test)\//,
      jose: /^(gateway|test|subgraphs\/keys)\//,
      zod: /^gateway\/(settings\/(environment|database|traces|config-fault|key-file|hop-key)|query\/operations-file|process\/(control-socket|province-order|dump-order)|recovery\/(manifest|restore\/checked)|keys\/key-order|commands\/(verify-proof|beside\/corpus-report)|http\/routes\/reports)\.ts$|^subgraphs\/province\/(form|faults-of-form)\.ts$/,
      yaml: /^(subgraphs\/province\/(read|export)\.ts|gateway\/topology\/files\/.*|test\/.*)$/,
      fastify: /^gateway\/(http\/server|subgraph\/serve)\.ts$/,
      helmet: /^gateway\/message\/headers\.ts$/,
      'prom-client': /^gateway\/metrics\//,
      '@graphql-yoga/render-graphiql': /^gateway\/http\/routes\/explorer\.ts$/,
      yauzl: /^(subgraphs\/public-credit\/import\/read\/workbook(\.ts|\/.*)|test\/files\/.*)$/,
      saxes: /^(subgraphs\/public-credit\/import\/read\/workbook\/xml\.ts|test\/files\/.*)$/,
      yazl: /^(subgraphs\/public-credit\/import\/write\/workbook\.ts|test\/evidence\/.*)$/,
      'csv-parse': /^(subgraphs\/public-credit\/import\/read\/csv\.ts|test\/.*)$/,
      pdfkit: /^(gateway\/reports\/pdf\/(sheet|letters|font-file)\.ts|test\/evidence\/.*)$/,
      sharp: /^(gateway\/evidence\/image\.ts|test\/evidence\/.*)$/,
      '@cantoo/pdf-lib': /^gateway\/evidence\/pdf\/look\.ts$/,
      fontkit: /^(gateway\/reports\/pdf\/font-file\.ts|test\/reports\/.*)$/,
      linebreak: /^gateway\/reports\/pdf\/lines\.ts$/,
      qrcode: /^gateway\/reports\/(page|pdf\/pdf)\.ts$/,
      'csv-stringify': /^subgraphs\/statistics\/csv\.ts$/,
      'rate-limiter-flexible': /^(gateway\/http\/checks\/rates\.ts|test\/wire\/counters\.proof\.ts)$/,
      'jieba-wasm': /^subgraphs\/texts\/jieba\.ts$/,
      '@opentelemetry/api': /^(gateway\/traces|test)\//,
      '@opentelemetry/sdk-trace-base': /^(gateway\/traces|test)\//,
      '@opentelemetry/exporter-trace-otlp-http': /^gateway\/traces\/otlp\.ts$/,
      vitest: /^test\//,
    };
    const homeless = packages.filter(({ file, target }) => {
      const home = Object.entries(homes).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
      return home !== undefined && !home.test(file);
    });
    expect(importLines(homeless)).toEqual([]);
  });

  it('the environment is read in one place, and the clock of the house in one', () => {
    // A client and another router are programs of their own, on another's machine.
    const source = own.filter((file) => !/^(?:test|gateway\/clients|gateway\/deploy\/routers)\//.test(file));
    expect(source.filter((file) => /process\.env/.test(text(file)))).toEqual(['gateway/settings/config.ts']);
    const clocks = source.filter((file) => /Date\.now\(|new Date\(\)/.test(text(file)));
    // `npm run token` signs its token at the system's time.
    expect(clocks).toEqual(['gateway/identity/development-issuer.ts', 'gateway/platform.ts']);
  });

  it('a file stays within 250 lines, sample data apart', () => {
    const long = own.filter((file) => !file.includes('/sample') && text(file).split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('no file is called after nothing', () => {
    expect(own.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager)\.ts$/.test(file))).toEqual([]);
  });

  it('the lock file names every platform package, or an install from it stops', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as {
      readonly packages: Record<string, { readonly optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${parent}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});
