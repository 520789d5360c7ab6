/**
 * The schema that callers see: the supergraph without what is inaccessible and without a word of federation. `npm run generate` writes it to
 * schema/api.graphql, `GET /schema.graphql` gives it, and persisted operations are held against it.
 */
import { writeFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, printSchema } from 'graphql';
import { supergraphSdl } from './supergraph.ts';

/** From the SDL of a supergraph. */
export const schemaOfCallers = (supergraph: string): GraphQLSchema =>
  Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();

/** As it is written: types by their names, with descriptions. */
export const printed = (schema: GraphQLSchema): string => `${printSchema(schema)}\n`;

const FILE = new URL('../../schema/api.graphql', import.meta.url);

let made: GraphQLSchema | undefined;

/** Of this release; made once a process. */
export function callersSchema(): GraphQLSchema {
  made ??= schemaOfCallers(supergraphSdl());
  return made;
}

/** The SDL of this release, as it is committed. */
export const publishedSchema = (): string => printed(callersSchema());

if (import.meta.main) writeFileSync(FILE, publishedSchema());
