/** Two answers to the same question, made comparable: what is random is named by where it first stands, and only that. */
import type { Answered } from './pair.ts';

const TOKEN = /eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+/g;

/** A signed token as what it signs: its signature differs with what is random in it. */
const unsigned = (text: string): string =>
  text.replace(TOKEN, (_, payload) => JSON.stringify(Buffer.from(payload, 'base64url').toString()).slice(1, -1));

const byText = (left: unknown, right: unknown): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

/** The answer as text, line by line, with the ids that were made for it (of answers to permit desks) in the order in which they appear. */
export function comparable({ data, errors, ledger, concealed }: Answered): string {
  const fresh = new Set(ledger.flatMap(({ answers = [] }) => answers.map(({ id }) => id)));
  const entries = ledger.map(({ id: _id, request: _request, salt: _salt, commitment: _commitment, ...entry }) => ({
    ...entry,
    records: [...((entry.records as unknown[]) ?? [])].sort(byText),
  }));
  const named = new Map<string, string>();
  const text = unsigned(JSON.stringify({ data, errors, concealed }, null, 1));
  const known = text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!fresh.has(id)) return id;
    const name = named.get(id) ?? `answer-${named.size + 1}`;
    named.set(id, name);
    return name;
  });
  const written = JSON.stringify(entries, null, 1).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
    fresh.has(id) ? (named.get(id) ?? 'answer that is not shown') : id,
  );
  const lines = JSON.stringify((JSON.parse(written) as unknown[]).sort(byText), null, 1);
  return `${known}\nledger ${lines}`;
}

/** The lines in which two texts differ, with a few around them. */
export function difference(gateway: string, whole: string): string {
  const [left, right] = [gateway.split('\n'), whole.split('\n')];
  let from = 0;
  while (from < Math.min(left.length, right.length) && left[from] === right[from]) from += 1;
  let end = 0;
  while (end < Math.min(left.length, right.length) - from && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const part = (lines: readonly string[], mark: string) =>
    lines
      .slice(from, lines.length - end)
      .slice(0, 40)
      .map((line) => `${mark} ${line}`);
  return [
    ...left.slice(Math.max(0, from - 6), from).map((line) => `  ${line}`),
    ...part(left, '- gateway:'),
    ...part(right, '+ whole:  '),
  ].join('\n');
}
