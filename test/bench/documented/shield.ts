/** Side (d): guards as the README of graphql-shield shows them. What is not named is allowed; rows are filtered in the resolvers. */
import { createRequire } from 'node:module';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { SubgraphName } from '../../../subgraphs/names.ts';
import type { Context } from './context.ts';

// Both through CommonJS: shield's ES build does not load on this Node, and the two must share one copy.
const require = createRequire(import.meta.url);
const { shield, rule, allow, or } = require('graphql-shield') as typeof import('graphql-shield');
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

const isPublic = rule({ cache: 'contextual' })((_parent, _args, { caller }: Context) => caller.role === 'PUBLIC');
const isParty = rule({ cache: 'contextual' })(
  (_parent, _args, { caller }: Context) => caller.role === 'PARTY' && caller.purpose !== null,
);

const RULES = {
  catalog: {},
  'public-credit': {
    Query: { '*': allow, subject: or(isPublic, isParty), subjects: or(isPublic, isParty) },
    CreditSubject: { '*': allow, pseudonym: isParty },
  },
  'non-public-credit': { CreditSubject: { '*': allow, nonPublicRecords: isParty } },
  sanctions: {},
};

export const guarded = (name: SubgraphName, schema: GraphQLSchema): GraphQLSchema =>
  applyMiddleware(
    schema,
    shield(RULES[name], {
      allowExternalErrors: true,
      fallbackError: () => new GraphQLError('Not authorised.', { extensions: { code: 'FORBIDDEN' } }),
    }),
  );
