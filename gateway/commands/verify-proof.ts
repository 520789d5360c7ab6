/** `npm run verify-proof`: verifies ledger proofs offline. It needs only the platform's public keys. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../../schema/localized.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import { reservation, verifyProof } from '../../subgraphs/ledger/ledger.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/verify-proof.ts';

type Texts = (typeof TEXTS)[Language];

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

function readJson(path: string, texts: Texts): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fail(texts.unreadable(path));
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(texts.notJson(path, error instanceof Error ? error.message : ''));
  }
}

/** Finds proofs anywhere in a JSON value: a single proof, or those of a whole GraphQL response. */
function* proofsIn(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  if ('leafIndex' in value && 'hashes' in value) yield value;
  else for (const inner of Object.values(value)) yield* proofsIn(inner);
}

interface Entry {
  readonly at: string;
  readonly unit?: string | null;
  readonly role: string;
  readonly purpose?: string | null;
  readonly items: readonly string[];
}

const Gaps = z.array(z.object({ fromAt: z.string().nullable(), toAt: z.string(), foundAt: z.string() }));

/** Gaps anywhere in a JSON value, such as the answer to ledgerGaps. */
function* gapsIn(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  if ('foundAt' in value && 'toAt' in value) yield value;
  else for (const inner of Object.values(value)) yield* gapsIn(inner);
}

function readGaps(path: string | undefined, texts: Texts): z.infer<typeof Gaps> {
  if (path === undefined) return [];
  const gaps = Gaps.safeParse([...gapsIn(readJson(path, texts))]);
  return gaps.success ? gaps.data : fail(texts.noGaps(path, z.prettifyError(gaps.error)));
}

/** The gap in which a checkpoint was signed: the platform holds it no more, whether the proof holds or not. */
const gapOf = (gaps: z.infer<typeof Gaps>, signedAt: string) =>
  gaps.find(
    ({ fromAt, toAt }) =>
      Date.parse(signedAt) > (fromAt === null ? 0 : Date.parse(fromAt)) && Date.parse(signedAt) <= Date.parse(toAt),
  );

const OPTIONS = { keys: { type: 'string' }, gaps: { type: 'string' } } as const;

await command(TEXTS, { options: OPTIONS, files: true }, ({ values, positionals, texts }) => {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) fail(`${texts.nameOneFile}\n\n${texts.help}`);
  if (values.keys === undefined) fail(`${texts.keysMissing}\n\n${texts.help}`);
  const keys = Keys.safeParse(readJson(values.keys, texts));
  if (!keys.success) fail(texts.noKeySet(values.keys, z.prettifyError(keys.error)));
  const known = keys.data.keys.filter((key) => key.kty === 'OKP' && key.crv === 'Ed25519' && key.x !== undefined);
  const gaps = readGaps(values.gaps, texts);
  const found = [...proofsIn(readJson(file, texts))];
  if (found.length === 0) fail(texts.noProof(file));
  for (const [index, value] of found.entries()) {
    const proof = Proof.safeParse(value);
    const name = texts.proof(found.length === 1 ? undefined : index + 1);
    if (!proof.success) fail(texts.incomplete(name, file, z.prettifyError(proof.error)));
    const { leafIndex, checkpointSize, checkpoint, content } = proof.data;
    const fault = verifyProof(proof.data, known as unknown as PublicJwk[]);
    if (fault === null) {
      const { at, unit, role, purpose, items } = JSON.parse(content) as Entry;
      say(texts.holds(name, leafIndex, checkpointSize, checkpoint.signedAt));
      const doubt = reservation(proof.data, known as unknown as PublicJwk[]);
      if (doubt !== null) say(texts.reserved(doubt));
      say(texts.entry({ at, who: unit ?? role, purpose: purpose ?? '', items }));
    } else {
      process.exitCode = 1;
      say(texts.broken(name, fault));
    }
    const gap = gapOf(gaps, checkpoint.signedAt);
    if (gap !== undefined) say(texts.inGap(gap.fromAt ?? '', gap.toAt, gap.foundAt));
  }
});
