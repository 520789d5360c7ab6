/**
 * What differs from server to server and from run to run, in one place: ids, cursors, pseudonyms, signatures, hashes, noise. Each is replaced by its kind
 * and a number, the same one wherever it comes again, so that an answer still says which things are the same.
 */

/** By the name of the field. */
const BY_NAME: Readonly<Record<string, string>> = {
  pseudonym: 'pseudonym',
  cursor: 'cursor',
  startCursor: 'cursor',
  endCursor: 'cursor',
  token: 'JWS',
  rootHash: 'hash',
  fileHash: 'hash',
  hashes: 'hash',
  keyId: 'key id',
  signature: 'signature',
  secret: 'secret',
  leafIndex: 'place in the ledger',
  url: 'address',
  verify: 'address',
};

/** By form: stored ids, and those that one recipient has for what is about a person. */
const ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|p_[\w-]{43})$/;

/** A group of statistics, or the whole that it is a part of. */
const isGroup = (value: object): boolean => 'count' in value && 'suppressed' in value;

const kindOf = (value: unknown, name: string): string | undefined => {
  if (typeof value === 'string' && ID.test(value)) return 'id';
  const kind = BY_NAME[name];
  const isOpaque =
    typeof value === 'number' || (typeof value === 'string' && !value.startsWith('https://receiver.example'));
  return kind !== undefined && isOpaque ? kind : undefined;
};

/** One for a whole run: it remembers which number a value has. */
export function steadier(): (value: unknown) => unknown {
  const known = new Map<string, Map<string, number>>();
  const named = (kind: string, value: unknown): string => {
    const ofKind = known.get(kind) ?? new Map<string, number>();
    known.set(kind, ofKind);
    const number = ofKind.get(String(value)) ?? ofKind.size + 1;
    ofKind.set(String(value), number);
    return `<${kind} ${number}>`;
  };
  const steady = (value: unknown, name: string): unknown => {
    const kind = kindOf(value, name);
    if (kind !== undefined) return named(kind, value);
    if (Array.isArray(value)) return value.map((one) => steady(one, name));
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.entries(value).map(([key, one]) => [key, steady(one, key)] as const);
    if (!isGroup(value)) return Object.fromEntries(inner);
    // Noise may bring a small group above or below the threshold.
    return Object.fromEntries(
      inner.map(([key, one]) => [
        key,
        key === 'count' || key === 'suppressed' || key === 'error' ? `<${key} with noise>` : one,
      ]),
    );
  };
  return (value) => steady(value, '');
}

/** All answers of a run, without what differs. */
export function steadyAnswers(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const steady = steadier();
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, steady(answer)]));
}
