/** GET /schema.graphql: the schema that callers see, in production too. Whoever writes a client needs it, and it tells of nobody. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Exchange, HttpContext, Outcome } from '../context.ts';

/** Written by `npm run generate`; a test holds it against what runs. To print it anew would keep every other request waiting. */
const FILE = new URL('../../../schema/api.graphql', import.meta.url);

/** Seconds for which a copy is taken without asking. It changes with a release alone. */
const FRESH_SECONDS = 300;

let published: { readonly bytes: Buffer; readonly etag: string } | undefined;

/** Read once a process. */
function publishedBytes(): NonNullable<typeof published> {
  if (published === undefined) {
    const bytes = readFileSync(FILE);
    published = { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
  }
  return published;
}

/** Whether the client has this edition (RFC 9110, section 13.1.2): weak tags count as the strong ones. */
const isHeld = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim())) ?? false;

export function schemaText(_http: HttpContext, { message }: Exchange): Outcome {
  const { bytes, etag } = publishedBytes();
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': `public, max-age=${FRESH_SECONDS}`,
    etag,
  };
  if (isHeld(message.headers['if-none-match'], etag)) return { status: 304, body: Buffer.alloc(0), headers };
  return { status: 200, body: bytes, headers };
}
