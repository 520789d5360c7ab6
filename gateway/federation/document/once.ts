/**
 * Does once a document what @apollo/gateway 2.14 does at every request: it turns the document into an operation of its own and works out the shape of the
 * answer. Two functions of its modules are put in place of its own; what they cannot do, its own still do.
 *
 * 2026-11-28: put in place, instead of an executor of ours, because the way of a plan through the subgraphs stays the library's. A test holds that both are
 * asked: where a new version asks others, it fails.
 */
import { createRequire } from 'node:module';
import { type DefinitionNode, type FragmentDefinitionNode, type GraphQLSchema, Kind } from 'graphql';
import { shapeOf } from './shape.ts';

type Row = Record<string, unknown>;

interface Document {
  readonly definitions: readonly DefinitionNode[];
}

/** What the library made of a document; nothing of it is read here. */
type Operation = object;

interface Operations {
  operationFromDocument(schema: object, document: Document, options?: object): Operation;
}

interface Shaping {
  computeResponse(asked: { readonly operation: Operation; readonly input: Row }): {
    data: Row | null;
    errors: readonly unknown[];
  };
}

const require = createRequire(import.meta.url);
const shaping: Shaping = require('@apollo/gateway/dist/resultShaping.js');
// The copy that the gateway has, wherever it is installed.
const ofGateway = createRequire(require.resolve('@apollo/gateway'));
const operations: Operations = ofGateway('@apollo/federation-internals/dist/operations.js');

/** The schema as callers see it, by the planner's. */
const schemas = new WeakMap<object, GraphQLSchema>();

interface Known {
  readonly schema: object;
  readonly definitions: readonly DefinitionNode[];
  readonly operation: Operation;
}

/** So many documents of one operation are remembered: they differ in fragments, whose conditions were decided another way. */
const KNOWN_MAX = 32;

/** By the node of the operation, which ends with its document. */
const known = new WeakMap<DefinitionNode, Known[]>();

const shapes = new WeakMap<Operation, (data: Row) => Row | undefined>();

/** Answers whose fields stand in the order of the document. */
const ordered = new WeakSet<object>();

/** Whether the fields of an answer stand in order already. */
export const isOrdered = (data: object): boolean => ordered.has(data);

const counts = { operations: 0, shapes: 0 };

/** How often an operation or a shape that was known served. For tests. */
export const served = (): Readonly<typeof counts> => ({ ...counts });

/** From now on documents for this schema are remembered: the planner's, and the same as callers see it. */
export function rememberDocuments(planners: object, schema: GraphQLSchema): void {
  schemas.set(planners, schema);
}

function shapeFor(planners: object, { definitions }: Document): ReturnType<typeof shapeOf> {
  const schema = schemas.get(planners);
  const asked = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [only, another] = asked;
  if (schema === undefined || only === undefined || another !== undefined) return undefined;
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  try {
    return shapeOf(schema, only, Object.fromEntries(fragments.map((one) => [one.name.value, one])));
  } catch {
    // A condition that depends on a variable, which is decided nowhere: the library decides it.
    return undefined;
  }
}

const makeOperation = operations.operationFromDocument;
operations.operationFromDocument = (schema, document, options) => {
  const [first] = document.definitions;
  // Without an operation's name: then the document is what the operation consists of.
  if (
    !schemas.has(schema) ||
    first?.kind !== Kind.OPERATION_DEFINITION ||
    options === undefined ||
    'operationName' in options
  )
    return makeOperation(schema, document, options);
  const { definitions } = document;
  const before = known.get(first) ?? [];
  const found = before.find(
    (one) =>
      one.schema === schema &&
      one.definitions.length === definitions.length &&
      one.definitions.every((definition, at) => definition === definitions[at]),
  );
  if (found !== undefined) {
    counts.operations += 1;
    return found.operation;
  }
  const operation = makeOperation(schema, document, options);
  const shape = shapeFor(schema, document);
  if (shape !== undefined) shapes.set(operation, shape);
  known.set(first, [...(before.length < KNOWN_MAX ? before : []), { schema, definitions, operation }]);
  return operation;
};

const compute = shaping.computeResponse;
shaping.computeResponse = (asked) => {
  const data = shapes.get(asked.operation)?.(asked.input);
  if (data === undefined) return compute(asked);
  counts.shapes += 1;
  ordered.add(data);
  return { data, errors: [] };
};
