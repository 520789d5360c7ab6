/** An arbitrary of operations with their callers, which shrinks an operation by its document and not by the choices that it was made of. */
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { ASKERS, type Asker, POWERLESS, SUITED } from './callers.ts';
import { diceOf } from './dice.ts';
import { generate } from './generate.ts';
import type { Question } from './pair.ts';
import { smaller } from './shrink.ts';
import type { Pools } from './values.ts';

export interface Asking {
  readonly asker: Asker;
  readonly question: Question;
}

/** Root fields by which much is reached are drawn more often. */
const WEIGHTS: Readonly<Record<string, number>> = {
  subject: 10,
  subjects: 4,
  me: 8,
  matterCheck: 3,
  disclosure: 4,
  changes: 2,
  verifyLedger: 0.3,
};

class Askings extends fc.Arbitrary<Asking> {
  private readonly schema: GraphQLSchema;
  private readonly pools: Pools;
  private readonly queries: readonly string[];
  private readonly mutations: readonly string[];

  constructor(schema: GraphQLSchema, pools: Pools) {
    super();
    this.schema = schema;
    this.pools = pools;
    const roots = (type: ReturnType<GraphQLSchema['getQueryType']>): string[] => Object.keys(type?.getFields() ?? {});
    this.queries = roots(schema.getQueryType()).flatMap((name) =>
      Array.from({ length: Math.ceil((WEIGHTS[name] ?? 1) * 4) }, () => name),
    );
    this.mutations = roots(schema.getMutationType());
  }

  override generate(random: fc.Random): fc.Value<Asking> {
    const dice = diceOf(random);
    const mutation = dice.chance(3);
    const names = mutation ? this.mutations : this.queries;
    const roots = Array.from({ length: dice.one([1, 1, 1, 2, 3]) }, () => dice.one(names));
    const suited = SUITED[roots[0] ?? ''];
    const asker = dice.one(mutation ? POWERLESS : suited !== undefined && dice.chance(70) ? suited : ASKERS);
    const question = generate(dice, this.schema, this.pools, mutation ? 'mutation' : 'query', roots);
    return new fc.Value({ asker, question }, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Asking {
    return typeof value === 'object' && value !== null && 'question' in value;
  }

  override shrink({ asker, question }: Asking): fc.Stream<fc.Value<Asking>> {
    const { schema } = this;
    return fc.stream(
      (function* () {
        for (const less of smaller(schema, question)) yield new fc.Value<Asking>({ asker, question: less }, undefined);
      })(),
    );
  }
}

/** Operations over the schema by every caller. */
export const askings = (schema: GraphQLSchema, pools: Pools): fc.Arbitrary<Asking> => new Askings(schema, pools);
