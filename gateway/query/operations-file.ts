/**
 * OPERATIONS_FILE: the manifest of persisted operations, as the build tools of clients write it. Either Apollo's, `{ "format":
 * "apollo-persisted-query-manifest", "version": 1, "operations": [{ "id", "name", "type", "body" }] }`, or Relay's, a map of ids to documents, which
 * graphql-codegen writes too. At start each operation is held against the schema that callers see and against the limits of any query.
 */
import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { z } from 'zod';
import { spoken } from '../../schema/errors.ts';
import type { Localized } from '../../schema/localized.ts';
import { operationFileMessages } from '../../schema/messages/door/operations-file.ts';
import { ConfigFault, readSettingFile } from '../settings/config-fault.ts';
import { checkCost } from './cost.ts';
import { type Operations, withoutPrefix } from './operations.ts';

const ApolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), body: z.string() })),
});

const RelayManifest = z.record(z.string(), z.string());

interface Kept {
  /** Where in the file it stands, and its name where it has one. */
  readonly place: string;
  /** Without a prefix. */
  readonly id: string;
  readonly body: string;
}

/** What an operation is held against. */
export interface HeldAgainst {
  /** What callers see: nothing that is inaccessible. */
  readonly schema: () => GraphQLSchema;
  /** Whether a request may ask about the schema itself. */
  readonly introspection: boolean;
  /** Throws where a document is over a limit. */
  readonly checkLimits: (query: string) => DocumentNode;
  readonly costOf: (document: DocumentNode, variables: Readonly<Record<string, unknown>>) => number;
}

/** How an id was made, by the number of its digits. Relay's compiler takes MD5 unless it is told otherwise, graphql-codegen SHA-1. */
const HASHES: Readonly<Record<number, string>> = { 64: 'sha256', 40: 'sha1', 32: 'md5' };

const isHashOf = (id: string, body: string): boolean => {
  const hash = HASHES[id.length];
  return hash !== undefined && createHash(hash).update(body).digest('hex') === id;
};

const unusable = (path: string, faults: readonly Localized[]): ConfigFault =>
  new ConfigFault(operationFileMessages.unusable(path, faults));

function readManifest(path: string): Kept[] {
  const { file } = readSettingFile(path, 'of operations', 'OPERATIONS_FILE', z.record(z.string(), z.unknown()));
  const isApollos = 'format' in (file as object);
  const read = isApollos ? ApolloManifest.safeParse(file) : RelayManifest.safeParse(file);
  if (!read.success)
    throw unusable(
      path,
      read.error.issues.map((issue) => operationFileMessages.form(issue.path.join('.'), issue.message)),
    );
  if (isApollos)
    return (read.data as z.infer<typeof ApolloManifest>).operations.map(({ id, name, body }, index) => ({
      place: `operations.${index} (${name})`,
      id: withoutPrefix(id),
      body,
    }));
  return Object.entries(read.data as z.infer<typeof RelayManifest>).map(([id, body]) => ({
    place: id,
    id: withoutPrefix(id),
    body,
  }));
}

/**
 * Variables that ask for least: one element of each list, pages of one row. What costs too much even so, nobody can ever run; what variables do ask for is
 * counted with each request.
 */
const leastOf = (document: DocumentNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(({ variable, type }) => {
            const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
            return [variable.name.value, inner.kind === Kind.LIST_TYPE ? [null] : 1];
          })
        : [],
    ),
  );

/** What is wrong with an operation, with its place in the document where there is one. */
function faultsOf({ id, body }: Kept, against: HeldAgainst): Localized[] {
  // With an id that is not the hash of the body, the body could be changed while clients go on sending the id.
  if (!isHashOf(id, body)) return [operationFileMessages.otherId];
  try {
    const document = against.checkLimits(body);
    if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length !== 1)
      return [operationFileMessages.notOne];
    const rules = against.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    const faults = validate(against.schema(), parse(body), rules, { maxErrors: 5 });
    if (faults.length > 0)
      return faults.map(({ message, locations }) => operationFileMessages.invalid(message, locations?.[0]));
    checkCost(against.costOf(document, leastOf(document)));
    return [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [{ en: spoken(error, 'en').message, zh: spoken(error, 'zh').message }];
  }
}

/** Reads the manifest and checks each operation. Throws ConfigFault with the place and fault of each that cannot be kept. */
export function readOperations(path: string | undefined, onlyForParties: boolean, against: HeldAgainst): Operations {
  if (path === undefined) return { documents: undefined, onlyForParties };
  const kept = readManifest(path);
  const faults = kept.flatMap((operation) =>
    faultsOf(operation, against).map((fault) => operationFileMessages.at(operation.place, fault)),
  );
  if (faults.length > 0) throw unusable(path, faults);
  return { documents: new Map(kept.map(({ id, body }) => [id, body])), onlyForParties };
}
