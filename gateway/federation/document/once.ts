/**
 * Does once a document what @apollo/gateway 2.14 does at every request: it turns the document into an operation of its own and works out the shape of the
 * answer. Two functions of its modules are put in place of its own; what they cannot do, its own still do.
 *
 * 2026-11-28: put in place, instead of an executor of ours, because the way of a plan through the subgraphs stays the library's. A test holds that both are
 * asked: where a new version asks others, it fails.
 */
import { createRequire } from 'node:module';
import { type FragmentDefinitionNode, type GraphQLSchema, Kind } from 'graphql';
import { type Definitions, DocumentMemory } from './memory.ts';
import { shapeOf } from './shape.ts';

type Row = Record<string, unknown>;

interface Document {
  readonly definitions: Definitions;
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

/** A node of a document takes about a kilobyte of what is made of it, a field of its shape less: some hundreds of documents are remembered. */
const NODES_MAX = 50_000;

interface Remembered {
  /** The schema as callers see it. */
  readonly schema: GraphQLSchema;
  readonly operations: DocumentMemory<Operation>;
}

/** By the planner's schema, with which it ends. */
const remembered = new WeakMap<object, Remembered>();

/** By the operation, with which it is forgotten. */
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
  remembered.set(planners, { schema, operations: new DocumentMemory(NODES_MAX) });
}

function shapeFor(
  schema: GraphQLSchema,
  definitions: Definitions,
  onMade: (fields: number) => void,
): ReturnType<typeof shapeOf> {
  const [only, another] = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (only === undefined || another !== undefined) return undefined;
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  try {
    return shapeOf(schema, only, Object.fromEntries(fragments.map((one) => [one.name.value, one])), onMade);
  } catch {
    // A condition that depends on a variable, which is decided nowhere: the library decides it.
    return undefined;
  }
}

const makeOperation = operations.operationFromDocument;
operations.operationFromDocument = (schema, document, options) => {
  const { definitions } = document;
  const memory = remembered.get(schema);
  // Without an operation's name: then the document is what the operation consists of.
  const isWhole = definitions[0]?.kind === Kind.OPERATION_DEFINITION && options !== undefined;
  if (memory === undefined || !isWhole || 'operationName' in options) return makeOperation(schema, document, options);
  const found = memory.operations.find(definitions);
  if (found !== undefined) {
    counts.operations += 1;
    return found;
  }
  const operation = makeOperation(schema, document, options);
  if (memory.operations.isAgain(definitions)) {
    const grow = memory.operations.keep(definitions, operation);
    const shape = shapeFor(memory.schema, definitions, grow);
    if (shape !== undefined) shapes.set(operation, shape);
  }
  return operation;
};

function shaped(operation: Operation, input: Row): Row | undefined {
  try {
    return shapes.get(operation)?.(input);
  } catch {
    // What stands below an interface is made when the first row of a type comes, and could not be.
    return undefined;
  }
}

const compute = shaping.computeResponse;
shaping.computeResponse = (asked) => {
  const data = shaped(asked.operation, asked.input);
  if (data === undefined) return compute(asked);
  counts.shapes += 1;
  ordered.add(data);
  return { data, errors: [] };
};
