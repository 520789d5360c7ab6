/** `npm run logins`: makes the logins of the subgraphs and the gateways, each with its own roles and grants, and a private file with the URL of each. */

import { loginMessages } from '../../schema/messages/door/logins.ts';
import { openPlatform } from '../platform.ts';
import { readyRows } from '../rows.ts';
import { readConfig } from '../settings/config.ts';
import { ConfigFault } from '../settings/config-fault.ts';
import { isServer, makeAllLogins } from '../settings/logins.ts';
import { startFault } from '../settings/start-fault.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/logins.ts';

const OPTIONS = {
  folder: { type: 'string' },
  renew: { type: 'boolean', default: false },
  sample: { type: 'boolean', default: false },
} as const;

await command(TEXTS, { options: OPTIONS }, async ({ values, texts }) => {
  const { folder, renew, sample } = values;
  if (folder === undefined) return fail(`${texts.noFolder}\n\n${texts.help}`);
  const config = readConfig();
  if (sample && !config.sample) fail(texts.noSample);
  if (!isServer(config)) throw new ConfigFault(loginMessages.needsServer);
  const made = await makeAllLogins(config, folder, renew).catch((error: unknown) => {
    throw startFault(error, config);
  });
  // No gateway does it that logs in as itself.
  const opened = await openPlatform(config);
  try {
    // Only where it is asked for: whoever makes logins makes a province, and forgets the setting that says so.
    await readyRows(opened, {
      sample,
      onStep: (step) => process.stdout.write(`${texts.sample(step)}\n`),
    });
  } finally {
    await opened.close();
  }
  for (const { place, user, path, fresh } of made) process.stdout.write(`${texts.made(place, user, path, fresh)}\n`);
});
