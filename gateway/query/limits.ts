/**
 * Limits on a document, checked before validation and planning: a document of 850 characters can keep the planner busy for seconds
 * through fragments that spread each other twice. Counts are memoized by fragment, so that the check itself stays cheap.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { badInput, tooCostly } from '../../schema/errors.ts';
import type { Role } from '../../schema/law/facts.ts';
import { documentMessages } from '../../schema/messages/door/documents.ts';
import { withoutValue } from './without-value.ts';

export const LIMITS = {
  /** Bytes of a request body. It must hold a whole report, which a caller sends to have it verified. */
  bodyBytes: 1024 * 1024,
  /** Bytes of a request body of roles that deliver records. */
  deliveryBytes: 4 * 1024 * 1024,
  /** Tokens of a document. */
  tokens: 2_000,
  /** Levels of selection. */
  depth: 15,
  /** Fields after fragments are expanded. */
  fields: 1_000,
  /** Fields with an alias, after expansion. */
  aliases: 30,
  /** Fields directly under the operation, those of fragments among them. */
  roots: 20,
  /** Directives of the document, after expansion. */
  directives: 50,
  /** Fragment spreads, after expansion: fragments can multiply each other without holding any field. */
  fragments: 500,
  /** Cost of a query with its variables, see `cost.ts`. */
  cost: 25_000,
  /** Rows of the largest page. */
  page: 200,
  /** Checked documents that are cached (each takes up to 200 kB with its AST), and the longest of them in characters. */
  remembered: 200,
  rememberedLength: 20_000,
} as const;

const DELIVERING: ReadonlySet<Role> = new Set(['PROVIDER', 'COLLECTOR', 'DEPARTMENT', 'OPERATOR', 'AUTHORITY']);

/** Largest request body of a role in bytes. */
export const bodyBytesOf = (role: Role): number => (DELIVERING.has(role) ? LIMITS.deliveryBytes : LIMITS.bodyBytes);

interface Cost {
  /** Fields on this level, including those of its fragments. */
  top: number;
  fields: number;
  aliases: number;
  directives: number;
  fragments: number;
  depth: number;
}

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Counts stop here, far beyond every limit: doubling fragments would otherwise overflow the numbers. */
const CEILING = 1_000_000;

const NOTHING: Cost = { top: 0, fields: 0, aliases: 0, directives: 0, fragments: 0, depth: 0 };

function costOf(document: DocumentNode): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = new Map<string, Cost>();
  const open = new Set<string>();

  const ofFragment = (name: string): Cost => {
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    const fragment = fragments.get(name);
    // Validation refuses an unknown fragment later.
    if (fragment === undefined) return NOTHING;
    // A cycle of fragments has no finite expansion, so it cannot be counted.
    if (open.has(name)) throw badInput('QUERY', documentMessages.fragmentOfItself);
    open.add(name);
    const cost = ofSelection(fragment.selectionSet);
    open.delete(name);
    known.set(name, cost);
    return cost;
  };

  const ofSelection = (set: SelectionSetNode): Cost => {
    const sum: Cost = { top: 0, fields: 0, aliases: 0, directives: 0, fragments: 0, depth: 1 };
    for (const selection of set.selections) {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet === undefined
            ? NOTHING
            : ofSelection(selection.selectionSet);
      const field = selection.kind === Kind.FIELD ? 1 : 0;
      if (selection.kind === Kind.FIELD && selection.alias !== undefined) {
        if (RESERVED.has(selection.alias.value) || selection.alias.value.startsWith('__'))
          throw badInput('NAME', documentMessages.aliasReserved(selection.alias.value));
        sum.aliases += 1;
      }
      sum.top = Math.min(CEILING, sum.top + (selection.kind === Kind.FIELD ? 1 : inner.top));
      sum.fields = Math.min(CEILING, sum.fields + field + inner.fields);
      sum.aliases = Math.min(CEILING, sum.aliases + inner.aliases);
      sum.directives = Math.min(CEILING, sum.directives + inner.directives + (selection.directives?.length ?? 0));
      sum.fragments = Math.min(CEILING, sum.fragments + (1 - field) + inner.fragments);
      sum.depth = Math.max(sum.depth, inner.depth + field);
    }
    return sum;
  };

  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw badInput('OPERATION', documentMessages.noOperation);
  for (const { variable } of operation.variableDefinitions ?? [])
    if (RESERVED.has(variable.name.value))
      throw badInput('NAME', documentMessages.variableReserved(variable.name.value));
  return ofSelection(operation.selectionSet);
}

function check(query: string): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens. Parsing aborted'))
      throw tooCostly('TOKENS', documentMessages.tokens(LIMITS.tokens));
    throw error instanceof GraphQLError
      ? badInput('SYNTAX', documentMessages.syntax(withoutValue(error.message)))
      : tooCostly('DEPTH', documentMessages.tooDeep(LIMITS.depth));
  }
  visit(document, {
    StringValue: ({ value }) => {
      // The lexer refuses a lone surrogate, but not U+0000, which PostgreSQL cannot store.
      if (value.includes('\0')) throw badInput('UNREADABLE', documentMessages.noText);
    },
  });
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > 1) throw badInput('OPERATION', documentMessages.severalOperations);
  if (operations[0]?.operation === OperationTypeNode.SUBSCRIPTION)
    throw badInput('OPERATION', documentMessages.noSubscriptions);
  const cost = costOf(document);
  const over = (reason: Parameters<typeof documentMessages.over>[0], found: number): void => {
    if (found > LIMITS[reason])
      throw tooCostly(
        reason.toUpperCase(),
        documentMessages.over(reason, found >= CEILING ? undefined : found, LIMITS[reason]),
      );
  };
  over('fields', cost.fields);
  over('roots', cost.top);
  over('depth', cost.depth);
  over('aliases', cost.aliases);
  over('directives', cost.directives);
  over('fragments', cost.fragments);
  return document;
}

/**
 * Returns a function that checks a document, with `more` checks behind its own, and caches those that passed. It throws TOO_COSTLY with limit and
 * count, or BAD_USER_INPUT.
 */
export function limiter(
  more: (document: DocumentNode, query: string) => void = () => undefined,
): (query: string) => DocumentNode {
  const passed = new Map<string, DocumentNode>();
  return (query) => {
    const known = passed.get(query);
    if (known !== undefined) return known;
    const document = check(query);
    more(document, query);
    if (query.length <= LIMITS.rememberedLength) {
      // Drops the oldest: a map keeps the order of insertion.
      if (passed.size >= LIMITS.remembered) passed.delete(passed.keys().next().value ?? '');
      passed.set(query, document);
    }
    return document;
  };
}
