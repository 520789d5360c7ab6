/** Makes answers comparable: what is random or keyed becomes a label, the same one for the same value. */
const OPAQUE = new Set(['id', 'pseudonym', 'startCursor', 'endCursor', 'cursor', 'submissionId']);

/** The answer with each opaque value replaced by its key and the order of its first appearance. */
export function labelled<Value>(answer: Value): Value {
  const labels = new Map<string, string>();
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((part) => walk(part, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, name)]));
    if (typeof value !== 'string' || !OPAQUE.has(key)) return value;
    const label =
      labels.get(`${key}:${value}`) ??
      `<${key} ${[...labels.keys()].filter((known) => known.startsWith(`${key}:`)).length + 1}>`;
    labels.set(`${key}:${value}`, label);
    return label;
  };
  return walk(answer, '') as Value;
}
