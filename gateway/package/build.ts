/**
 * `npm run package`: makes the package that is installed, credit-gateway-VERSION.tgz. Node strips types nowhere below node_modules, so the package holds
 * JavaScript: the same tree, compiled, without tests, benches and trials, and with a lock of its own, so that what is installed is what was tested.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** What only makes this source: generators, reviews of the house, the image, which is built from a clone. */
const LEFT_OUT =
  /(?:^|\/)DECISIONS\.md$|(?<!^gateway\/(?:first-day|deploy|clients|kit\/cases)\/)README\.md$|(?:^|\/)__pycache__\/|\.test\.yaml$|^schema\/codegen\.|^gateway\/commands\/(?:print|beside\/(?:error-|row-codes))[\w-]*\.|^gateway\/package\/(?:build|tsconfig|INSTALLED)\.|^gateway\/deploy\/(?:Dockerfile|compose)/;
/** What is said of the image, in which the files are those of a clone. */
const OF_IMAGE = /^gateway\/deploy\/(?:README\.md$|kubernetes\/)/;

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly [field: string]: unknown }>>;
  readonly [field: string]: unknown;
}

/** Commands of the scripts in package.json that run a file of the house. */
const commandsOf = ({ scripts }: Manifest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(scripts).flatMap(([name, script]) => {
      const [, file] = /^node -r \.\/gateway\/installed\.cjs (gateway\/\S+)\.ts$/.exec(script) ?? [];
      return file === undefined ? [] : [[name, `${file}.js`]];
    }),
  );

/** What people are told to run is true in the package: `npm run due -- --date …` is `npx credit-gateway due --date …` there. */
export function asInstalled(text: string, commands: readonly string[]): string {
  const known = commands.filter((name) => name !== 'start').join('|');
  return text
    .replace(new RegExp(`npm run (?:--silent )?(${known})\\b(?: --( ?))?`, 'g'), 'npx credit-gateway $1$2')
    .replaceAll(/npm start(?: --silent)? -- /g, 'npx credit-gateway start ')
    .replaceAll(/npm start(?: --silent)?/g, 'npx credit-gateway');
}

/** Files by the name that they have in the package. Tests and the page of whoever changes the source are in the repository alone, and no link leads there. */
export const filesAsInstalled = (text: string): string =>
  text
    .replaceAll(/\[([^\]]+)\]\((?:\.\.\/)+(?:test\/|CONTRIBUTING\.md)[^)]*\)/g, '$1 in the repository')
    .replaceAll(/(`test\/[^`]+`)/g, '$1 in the repository')
    .replaceAll(/(\]\([^):]+|(?<!test\/)\b(?:gateway|subgraphs|schema)\/[\w/.-]+)\.ts\b/g, '$1.js');

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** Compiles the tree into a folder. */
function compile(folder: string): void {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(import.meta.dirname, 'tsconfig.json'), '--outDir', folder], {
    stdio: 'inherit',
  });
}

function lockOf(manifest: object): string {
  const lock = JSON.parse(read('package-lock.json')) as Locked;
  const installed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  return `${JSON.stringify({ ...lock, packages: { '': manifest, ...Object.fromEntries(installed) } }, null, 2)}\n`;
}

/** Fills `folder` with the package. */
function build(folder: string): Manifest {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const commands = commandsOf(manifest);
  const names = Object.keys(commands).filter((name) => !name.includes(':') && name !== 'dev');
  const told = (path: string): string => {
    const text = asInstalled(read(path), names);
    return OF_IMAGE.test(path) ? text : filesAsInstalled(text);
  };
  const compiled = join(folder, '.compiled');
  rmSync(folder, { recursive: true, force: true });
  compile(compiled);
  for (const path of globSync('{schema,subgraphs,gateway}/**/*.js', { cwd: compiled })) {
    if (LEFT_OUT.test(path)) continue;
    const text = readFileSync(join(compiled, path), 'utf8')
      // A worker is named by its file, which no compiler looks at.
      .replaceAll(/new URL\('(\.[^']*)\.ts', import\.meta\.url\)/g, "new URL('$1.js', import.meta.url)");
    write(join(folder, path), asInstalled(text, names));
  }
  rmSync(compiled, { recursive: true, force: true });
  for (const path of globSync('{schema,subgraphs,gateway}/**/*.*', { cwd: ROOT })) {
    if (/\.ts$/.test(path) || LEFT_OUT.test(path)) continue;
    if (/\.(?:md|yaml|service)$/.test(path)) write(join(folder, path), told(path));
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(join(ROOT, path), join(folder, path));
    }
  }
  copyFileSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  write(join(folder, 'CHANGELOG.md'), told('CHANGELOG.md'));
  write(join(folder, 'README.md'), told('gateway/package/INSTALLED.md'));
  const { name, version, description, license, type, engines } = manifest;
  const own = { name, version, private: true, description, license, type, engines };
  const bin = { 'credit-gateway': 'gateway/package/credit-gateway.cjs' };
  const { dependencies, optionalDependencies, overrides, allowScripts } = manifest;
  const needs = { dependencies, optionalDependencies };
  write(
    join(folder, 'package.json'),
    `${JSON.stringify({ ...own, bin, ...needs, overrides, allowScripts }, null, 2)}\n`,
  );
  write(join(folder, 'npm-shrinkwrap.json'), lockOf({ name, version, license, bin, engines, ...needs }));
  const kept = Object.fromEntries(names.map((one) => [one, commands[one]]));
  write(join(folder, 'gateway/package/commands.json'), `${JSON.stringify({ version, commands: kept }, null, 2)}\n`);
  chmodSync(join(folder, bin['credit-gateway']), 0o755);
  return manifest;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { to: { type: 'string', default: join(ROOT, 'dist') } } });
  const folder = join(values.to, 'package');
  const { version } = build(folder);
  execFileSync('npm', ['pack', '--silent', folder], { cwd: values.to, stdio: ['ignore', 'ignore', 'inherit'] });
  process.stdout.write(`${relative(process.cwd(), join(values.to, `credit-gateway-${version}.tgz`))}\n`);
}
