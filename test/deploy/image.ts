/** What the image holds, and what a process in it needs: every file that it imports, and every package. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { lastImage } from './dockerfile.ts';
import { DEPLOY, type Files, root, textOf } from './files.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};
export const { version, scripts } = manifest;

/** Packages that only development has, which a process does without: the query page. */
const WITHOUT = ['@graphql-yoga/render-graphiql'];

interface Needed {
  readonly files: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

const IMPORT =
  /(?:^|\n)(?:import|export)\b(?! type\b)[^'"`;]*?from '([^']+)'|(?:^|\n)import '([^']+)'|(?:import|import\.meta\.resolve|require)\('([^']+)'\)|new URL\('(\.[^']+)', import\.meta\.url\)/g;

/** Everything that is reached by imports from some files, and files beside them that they name by their address. */
export function neededBy(entries: readonly string[]): Needed {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file) || !statSync(join(root, file), { throwIfNoEntry: false })?.isFile()) return;
    files.add(file);
    if (!/\.(ts|cjs)$/.test(file)) return;
    for (const [, ...names] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) {
      const name = names.find((one) => one !== undefined) ?? '';
      if (name.startsWith('.')) visit(normalize(join(dirname(file), name)));
      else if (!name.startsWith('node:')) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '');
    }
  };
  for (const entry of entries) visit(normalize(entry));
  return { files, packages };
}

/** Whether a path of the repository gets into the image: the Dockerfile copies it, and its list of what enters the build lets it in. */
export function holds(files: Files): (path: string) => boolean {
  const { copied } = lastImage(textOf(files, 'Dockerfile'));
  const enters = dockerignore.default().add(textOf(files, 'Dockerfile.dockerignore'));
  return (path) => copied.some((source) => path === source || path.startsWith(`${source}/`)) && !enters.ignores(path);
}

/** Commands of package.json whose program is one of the product: `gateway/…`. */
export const programs = (): string[] =>
  Object.values(scripts).flatMap(
    (script) => /^node -r \.\/gateway\/installed\.cjs (gateway\/\S+\.ts)$/.exec(script)?.[1] ?? [],
  );

/** What any program of the product needs. The same for whatever the files of gateway/deploy/ say. */
const ofAll = (() => {
  let found: Needed | undefined;
  return (): Needed => {
    found ??= neededBy(['gateway/installed.cjs', ...programs()]);
    return found;
  };
})();

export function imageFaults(files: Files): string[] {
  const image = lastImage(textOf(files, 'Dockerfile'));
  const inside = holds(files);
  const needed = ofAll();
  const secret = /PASSWORD|SECRET|TOKEN|DATABASE_URL|BACKUP_URL|_KEY$/;
  const start = [...image.entrypoint, ...image.command].join(' ');
  return [
    ...image.copied.filter((path) => !existsSync(join(root, path))).map((path) => `${path} is copied and is not there`),
    ...[...needed.files].filter((path) => !inside(path)).map((path) => `${path} is imported and not copied`),
    ...[
      '.env',
      'data/secrets.json',
      'test/kit.ts',
      'node_modules/pg/package.json',
      'gateway/node_modules/x',
      '.git/config',
      'gateway/.env',
      `${DEPLOY}/compose.yaml`,
    ]
      .filter(inside)
      .map((path) => `${path} gets into the image`),
    ...[...needed.packages]
      .filter((name) => !(name in manifest.dependencies) && !WITHOUT.includes(name))
      .map((name) => `the package ${name} is imported and not installed`),
    ...Object.keys(image.environment)
      .filter((name) => secret.test(name))
      .map((name) => `${name} is in the image`),
    ...(start === scripts.start ? [] : [`it starts ${start}, and npm start ${scripts.start}`]),
    ...(image.labels['org.opencontainers.image.version'] === version ? [] : [`its label is not version ${version}`]),
  ].map((fault) => `Dockerfile: ${fault}`);
}
