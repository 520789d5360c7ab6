/** The image's folder without an image: what the Dockerfile copies, and the packages that its npm ci would install, linked from here. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { lastImage } from './dockerfile.ts';
import { readFiles, root, textOf } from './files.ts';
import { holds } from './image.ts';

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** Folders of packages that `npm ci --omit=dev --ignore-scripts` installs: of what is optional that which this machine has, and not Node. */
const packages = (): string[] =>
  Object.entries(
    (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Record<string, Locked> })
      .packages,
  )
    .filter(
      ([path, { dev, optional, devOptional }]) =>
        path !== '' &&
        dev !== true &&
        ((optional !== true && devOptional !== true) ||
          (path.startsWith('node_modules/@img/') && existsSync(join(root, path)))),
    )
    .map(([path]) => path);

/** Links where the two folders are on one disk. */
function put(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** The folder with its own files and folders; packages within it are installed by themselves. */
function putFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== 'node_modules') putFolder(join(from, entry.name), join(to, entry.name));
    else if (entry.isFile()) put(join(from, entry.name), join(to, entry.name));
}

/** Fills a folder. */
export function install(folder: string): void {
  const files = readFiles();
  const inside = holds(files);
  const { copied } = lastImage(textOf(files, 'Dockerfile'));
  const sources = copied.flatMap((path) =>
    statSync(join(root, path)).isFile()
      ? [path]
      : globSync(`${path}/**/*`, { cwd: root, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  for (const path of sources.filter(inside)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    // A copy of its own: its mode is changed.
    copyFileSync(join(root, path), join(folder, path));
    chmodSync(join(folder, path), 0o444);
  }
  for (const path of packages()) putFolder(join(root, path), join(folder, path));
}

/** Every file of a folder with its size and last change, so that one that was written is seen. */
export const inventory = (folder: string): string[] =>
  globSync('{gateway,subgraphs,schema}/**/*', { cwd: folder })
    .map((path) => {
      const { size, mtimeMs } = statSync(join(folder, path));
      return `${path} ${size} ${mtimeMs}`;
    })
    .sort();
