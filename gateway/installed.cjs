/**
 * Loaded before each command (`node -r`). It says in one sentence what to install where Node is too old or packages are missing: an old
 * Node by itself would only say that it does not know the extension `.ts`. It is CommonJS, so that older versions of Node can run it.
 */
const { version } = process;

let found = true;
try {
  require.resolve('pg');
} catch {
  found = false;
}

const NEEDED = 24;
const old = Number(/^v(\d+)/.exec(version)?.[1]) < NEEDED;

if (!found || old) {
  process.stderr.write(
    found
      ? `Node ${NEEDED} or later is needed, and this is ${version}. Run npm install without --omit=optional, which brings it along, or install it.\n`
      : `The packages are not installed. Run npm install first; Node ${NEEDED} comes with them.\n`,
  );
  process.exit(1);
}
