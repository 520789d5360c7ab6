/** `npm run keys`: prints a new key file for production on standard output. */
import { parseArgs } from 'node:util';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';

const HELP = `Makes the keys that production needs, and prints them as JSON.

  npm run --silent keys > keys.json && chmod 600 keys.json

Name the file in CREDIT_SECRETS. Keep it: identification numbers cannot be read without \`sealing\`, nor records found without \`index\`,
nor what recipients call a person without \`pseudonym\`: these two are never rotated.
Put a new key first in \`sealing\` or \`signing\` to rotate it; the older ones go on opening and verifying what they made.`;

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  process.stdout.write(values.help ? `${HELP}\n` : `${JSON.stringify(freshSecrets(), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}\n`);
  process.exitCode = 1;
}
