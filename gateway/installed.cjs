/**
 * Loaded before each command (`node -r`), by whatever Node the machine has: it says in a sentence what to install, where an old Node
 * would only say that it does not know the ending `.ts`. Therefore it is no TypeScript and no ES module, and older Nodes can read it.
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
