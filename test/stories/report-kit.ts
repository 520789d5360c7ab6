/** Requests reports over HTTP as different callers, and reads what comes back: JWS, PDF text and QR code. */
import { spawnSync } from 'node:child_process';
import jsqrModule from 'jsqr';
import type { Headers as CreditHeaders, Holder, World } from '../kit.ts';

type Reader = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;

/** jsqr's types and its module disagree on the default export. */
const loaded = jsqrModule as unknown as Reader & { readonly default?: Reader };
const jsqr = loaded.default ?? loaded;

export interface Made {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  readonly body: any;
}

export const headersOf = async (
  world: World,
  holder: Holder | null,
  given: CreditHeaders,
): Promise<Record<string, string>> => ({
  ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
  ...(given.purpose === undefined ? {} : { 'credit-purpose': given.purpose }),
  ...(given.matter === undefined ? {} : { 'credit-matter': given.matter }),
  ...(given.case === undefined ? {} : { 'credit-case': encodeURIComponent(given.case) }),
});

export async function make(
  world: World,
  holder: Holder | null,
  body: object,
  given: CreditHeaders = {},
): Promise<Made> {
  const response = await fetch(`${world.server.url}/reports`, {
    method: 'POST',
    headers: { ...(await headersOf(world, holder, given)), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

export async function fetchReport(
  world: World,
  holder: Holder | null,
  id: string,
  accept: string,
  given: CreditHeaders = {},
): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const response = await fetch(`${world.server.url}/reports/${id}`, {
    headers: { ...(await headersOf(world, holder, given)), accept },
  });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

export const verify = async (world: World, id: string) => {
  const response = await fetch(`${world.server.url}/verify/${id}`, { headers: { accept: 'application/json' } });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  return { status: response.status, body: (await response.json()) as any };
};

export const payload = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** Text of a PDF, extracted with poppler's pdftotext; undefined where it is not installed. */
export function textOfPdf(bytes: Buffer): string | undefined {
  const run = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
  return run.error === undefined && run.status === 0 ? run.stdout : undefined;
}

/** Decodes the QR code of a page: draws the SVG path as pixels and reads them with another library than the one that made the code. */
export function readQr(html: string): string | undefined {
  const [, size = '0'] = /viewBox="0 0 (\d+) \d+"/.exec(html) ?? [];
  const [, path = ''] = /stroke="#000000" d="([^"]+)"/.exec(html) ?? [];
  const scale = 4;
  const quiet = 4;
  const width = (Number(size) + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  let x = 0;
  let y = 0;
  for (const [, command, first = '0', second = '0'] of path.matchAll(/([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?/g)) {
    const [a, b] = [Number(first), Number(second)];
    if (command === 'M') [x, y] = [a, b];
    else if (command === 'm') [x, y] = [x + a, y + b];
    else {
      for (let column = x; column < x + a; column += 1)
        dot(pixels, width, scale, column + quiet, Math.floor(y) + quiet);
      x += a;
    }
  }
  return jsqr(pixels, width, width)?.data;
}

function dot(pixels: Uint8ClampedArray, width: number, scale: number, column: number, row: number): void {
  for (let dy = 0; dy < scale; dy += 1)
    for (let dx = 0; dx < scale; dx += 1) {
      const at = ((row * scale + dy) * width + column * scale + dx) * 4;
      pixels.fill(0, at, at + 3);
    }
}
