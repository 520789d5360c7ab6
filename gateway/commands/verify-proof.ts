/** `npm run verify-proof`: verifies ledger proofs offline. It needs only the platform's public keys. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import { verifyProof } from '../../subgraphs/ledger/ledger.ts';

const HELP = `Checks, without the platform, that a disclosure stands in its ledger.

  npm run verify-proof -- PROOF --keys KEYS

  PROOF   JSON file: the field "proof" of one disclosure, as the platform gave it:
          { leafIndex checkpointSize content salt hashes checkpoint { size rootHash signedAt keyId signature } }
          A whole answer to the query me.disclosures is taken as well: every proof in it is checked.
  --keys  JSON file: the key set, saved from /.well-known/jwks.json when you trusted it

It says, for each proof, what was disclosed and whether the entry, the path, the checkpoint and its signature hold.
Exit 0: all hold. Exit 1: at least one does not, or a file cannot be read.`;

const Proof = z.object({
  leafIndex: z.number().int().min(0),
  checkpointSize: z.number().int().min(1),
  content: z.string(),
  salt: z.base64(),
  hashes: z.array(z.base64()),
  checkpoint: z.object({
    size: z.number().int().min(1),
    rootHash: z.base64(),
    signedAt: z.string(),
    keyId: z.string(),
    signature: z.base64(),
  }),
});

const Keys = z.object({
  keys: z.array(
    z.looseObject({ kty: z.string(), crv: z.string().optional(), x: z.string().optional(), kid: z.string() }),
  ),
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fail(`The file ${path} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(`The file ${path} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Finds proofs anywhere in a JSON value: a single proof, or those of a whole GraphQL response. */
function* proofsIn(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  if ('leafIndex' in value && 'hashes' in value) yield value;
  else for (const inner of Object.values(value)) yield* proofsIn(inner);
}

function main(): number {
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    say(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) fail(`Name one file with a proof.\n\n${HELP}`);
  if (values.keys === undefined) fail(`--keys is missing.\n\n${HELP}`);
  const keys = Keys.safeParse(readJson(values.keys));
  if (!keys.success) fail(`${values.keys} is no key set: ${z.prettifyError(keys.error)}`);
  const known = keys.data.keys.filter((key) => key.kty === 'OKP' && key.crv === 'Ed25519' && key.x !== undefined);
  const found = [...proofsIn(readJson(file))];
  if (found.length === 0)
    fail(
      `${file} holds no proof. Ask me.disclosures for proof with all its fields; where proof is null, ask again after proofAt.`,
    );
  let broken = 0;
  for (const [index, value] of found.entries()) {
    const proof = Proof.safeParse(value);
    const name = found.length === 1 ? 'The proof' : `Proof ${index + 1}`;
    if (!proof.success) fail(`${name} of ${file} is not complete:\n${z.prettifyError(proof.error)}`);
    const fault = verifyProof(proof.data, known as unknown as PublicJwk[]);
    if (fault === null) {
      const entry = JSON.parse(proof.data.content) as Record<string, unknown>;
      say(
        `${name} holds: leaf ${proof.data.leafIndex} of ${proof.data.checkpointSize}, signed ${proof.data.checkpoint.signedAt}.`,
      );
      say(
        `  ${entry.at}  ${entry.unit ?? entry.role}  purpose ${entry.purpose ?? '-'}  items ${(entry.items as string[]).join(', ') || '-'}`,
      );
    } else {
      broken += 1;
      say(`${name} does NOT hold: ${fault}`);
    }
  }
  return broken === 0 ? 0 : 1;
}

process.exitCode = main();
