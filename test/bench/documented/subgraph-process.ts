/** Side (d): one of four subgraph servers as the documentation of Apollo, MikroORM, dataloader and graphql-shield shows them. */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { MikroORM } from '@mikro-orm/postgresql';
import { type GraphQLSchema, parse } from 'graphql';
import { RECORD_TYPES } from '../../../schema/law/facts.ts';
import type { SubgraphName } from '../../../subgraphs/names.ts';
import { serveChild, usage } from '../sides/child.ts';
import { type Context, openContexts } from './context.ts';
import { ENTITIES } from './entities.ts';
import { catalog, nonPublicCredit, sanctions } from './others.ts';
import { recordTypes, resolvers } from './public-credit.ts';
import { guarded } from './shield.ts';

const RESOLVERS: Readonly<Record<SubgraphName, object>> = {
  catalog,
  'public-credit': { ...resolvers, ...recordTypes(RECORD_TYPES) },
  'non-public-credit': nonPublicCredit,
  sanctions,
};

/** The SDL of the project's own subgraph. */
function schemaOf(name: SubgraphName): GraphQLSchema {
  const typeDefs = parse(readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8'));
  return guarded(name, buildSubgraphSchema({ typeDefs, resolvers: RESOLVERS[name] as never }));
}

async function serve(name: SubgraphName, environment: NodeJS.ProcessEnv): Promise<string> {
  const clientUrl = environment.DATABASE_URL ?? '';
  // By itself it reads host and port of a URL, and no folder of a socket.
  const driverOptions = { connectionString: clientUrl };
  const orm = await MikroORM.init({ entities: ENTITIES, clientUrl, driverOptions, debug: false });
  const contextOf = await openContexts(environment, () => orm.em.fork());
  const server = new ApolloServer<Context>({ schema: schemaOf(name) });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: ({ req }) => contextOf(req),
  });
  return url;
}

serveChild<{ name: SubgraphName; environment: NodeJS.ProcessEnv }>(async ({ name, environment }) => ({
  ready: await serve(name, environment),
  answer: usage,
}));
