/**
 * What an operation asks for, and nothing else of an answer: a gateway merges what came into what is there, so that a subgraph which gave more than it was asked for
 * would say something in another's name.
 */
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { fieldsByType } from '../transport.ts';

/** Names under which fields stand in an object; null where a value has none below it. */
export type Shape = ReadonlyMap<string, Shape | null>;
type Growing = Map<string, Growing | null>;

/** Plans are kept by the gateway, so that the same operations come again. */
const KEPT_MAX = 500;

function remembered<Found>(find: (query: string) => Found): (query: string) => Found {
  const kept = new Map<string, Found>();
  return (query) => {
    const found = kept.get(query) ?? find(query);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(query, found);
    return found;
  };
}

/** Names of the fields that an operation asks of entities, by their type. */
export const entityFieldsOf = remembered(fieldsByType);

/** The shape of an operation's answer, whichever types its fragments are of. */
export const shapeOf = remembered((query: string): Shape => {
  const { definitions } = parse(query, { noLocation: true });
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const grow = (shape: Growing, { selections }: SelectionSetNode): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const name = one.alias?.value ?? one.name.value;
        const below = shape.get(name) ?? (one.selectionSet === undefined ? null : new Map());
        shape.set(name, below);
        if (below !== null && one.selectionSet !== undefined) grow(below, one.selectionSet);
      } else {
        const set = one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : fragments.get(one.name.value)?.selectionSet;
        if (set !== undefined) grow(shape, set);
      }
    }
  };
  const shape: Growing = new Map();
  for (const one of definitions) if (one.kind === Kind.OPERATION_DEFINITION) grow(shape, one.selectionSet);
  return shape;
});

/** Of a value what was asked for; undefined where it is none that the operation can have. What has no fields below it may be anything: there are scalars of JSON. */
function askedOf(value: unknown, shape: Shape | null): unknown {
  if (value === null || shape === null) return value;
  if (Array.isArray(value)) {
    const all = value.map((one) => askedOf(one, shape));
    return all.includes(undefined) ? undefined : all;
  }
  return typeof value === 'object' ? onlyAsked(value as Record<string, unknown>, shape) : undefined;
}

/** Of an object the fields that were asked for; undefined where it is none that the operation can have. */
export function onlyAsked(value: Readonly<Record<string, unknown>>, shape: Shape): Record<string, unknown> | undefined {
  const found: Record<string, unknown> = {};
  for (const [name, below] of shape) {
    if (!Object.hasOwn(value, name)) continue;
    const inner = askedOf(value[name], below);
    if (inner === undefined) return undefined;
    found[name] = inner;
  }
  return found;
}
