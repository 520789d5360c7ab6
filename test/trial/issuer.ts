/** `npm run trial:issuer`: a real authorization server with the clients of a file, for a first day without one of one's own. */
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';
import { configuration, freshKey, type Tokens } from './configuration.ts';

const HELP = `Serves a trial authorization server over https until it is told to stop. Whoever asks is let in: it is for trials alone.

  npm run trial:issuer -- --url URL --tokens FILE --cert FILE --key FILE --folder FOLDER

  --url     where it listens, and the claim iss: https://localhost:9443
  --tokens  clients with role and unit, and the person who logs in (gateway/first-day/tokens.json)
  --cert    PEM of its certificate; --key its key
  --folder  where it puts a key for each client: CLIENT.json for npm run trial:headers, CLIENT.pem for a client of its own`;

const { values } = parseArgs({
  options: {
    ...{ url: { type: 'string' }, tokens: { type: 'string' }, cert: { type: 'string' }, key: { type: 'string' } },
    ...{ folder: { type: 'string' }, help: { type: 'boolean', default: false } },
  },
});
const { url, tokens, cert, key, folder } = values;
if (values.help || url === undefined || tokens === undefined || !cert || !key || folder === undefined) {
  process.stderr.write(`${HELP}\n`);
  process.exit(values.help ? 0 : 1);
}
const known = JSON.parse(readFileSync(tokens, 'utf8')) as Tokens;
const [person = ''] = Object.keys(known.persons);
mkdirSync(folder, { recursive: true });
const keys = new Map(
  await Promise.all(
    known.clients.map(async ({ client_id }) => {
      const { privateJwk, publicJwk } = await freshKey(client_id);
      writeFileSync(join(folder, `${client_id}.json`), `${JSON.stringify(privateJwk)}\n`, { mode: 0o600 });
      const pem = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
      writeFileSync(join(folder, `${client_id}.pem`), pem.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
      return [client_id, publicJwk] as const;
    }),
  ),
);
const signing = (await freshKey('issuer')).privateJwk;
const provider = new Provider(
  url,
  configuration(known, signing, (client) => keys.get(client) ?? {}),
);
const serve = provider.callback();
const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => {
  // Whoever comes to the page of the log-in is the person of the file. A real server asks for a password, or the national identity platform.
  if (request.url?.startsWith('/interaction/') === true)
    void provider.interactionFinished(request, response, { login: { accountId: person } });
  else void serve(request, response);
});
const { port, hostname } = new URL(url);
server.listen(Number(port || 443), hostname, () => {
  process.stderr.write(`The trial authorization server is at ${url}\n`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
