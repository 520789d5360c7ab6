/** Generates random operations from the schema: any root field, with arguments from the sample and with hostile values. */
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Draws values through `fc.gen()`, so that fast-check can shrink a failing operation. */
export type Draw = fc.GeneratorValue;

export interface Pools {
  /** Ids of things in the sample. */
  readonly ids: readonly string[];
  readonly subjects: readonly { readonly type: string; readonly value: string }[];
  /** Codes for arguments and fields whose name matches the pattern. */
  readonly codes: readonly (readonly [name: RegExp, codes: readonly string[]])[];
}

export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const NASTY = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e',
  '\u200b',
  "' or 1=1 --",
  '"; drop table public_credit.record; --',
  '{"$ne":null}',
  '__proto__',
  'constructor',
  '%',
  '\\',
  'Ａ',
  'NaN',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '-1',
  '1e999',
  'null',
  'x'.repeat(5_000),
  '𠮷'.repeat(400),
  '[]',
];
const DATES = ['2026-11-20', '2026-11-21', '2026-01-01', '2027-12-31', '2022-07-01', '2028-02-29', '1900-01-01'];
const TEXTS = ['已足额支付。', '示例〔2026〕1号', '优', '罚款', '示例公告2026年第9号'];
const NUMBERS = [0, 1, 2, 10, 12, 100, 200, 201, 1_000, -1, 2_147_483_647, -2_147_483_648];
const ABSENT_ID = '00000000-0000-4000-8000-000000000000';

/** `often` decides whether an optional argument is given (half of the time), `rarely` whether a value is hostile (one time in eight). */
const often = (draw: Draw): boolean => draw(fc.boolean);
const rarely = (draw: Draw): boolean => draw(fc.integer, { min: 0, max: 7 }) === 0;
export const one = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[draw(fc.nat, { max: values.length - 1 })] as Value;

function scalar(draw: Draw, type: string, name: string, pools: Pools): unknown {
  if (type === 'Int') return one(draw, NUMBERS);
  if (type === 'Float') return one(draw, [0, 0.5, -1, 1e308]);
  if (type === 'Boolean') return often(draw);
  if (rarely(draw)) return one(draw, NASTY);
  if (type === 'ID') return one(draw, [...pools.ids, ABSENT_ID]);
  if (type === 'Date') return one(draw, DATES);
  if (type === 'DateTime') return `${one(draw, DATES)}T10:00:00+08:00`;
  if (type === 'JSON') return draw(fc.jsonValue, { maxDepth: 3 });
  if (/^value$|identifier|uscc/i.test(name)) return one(draw, pools.subjects).value;
  if (/On$|From$|Until$|By$|date/i.test(name) && often(draw)) return one(draw, DATES);
  const codes = pools.codes.find(([names]) => names.test(name))?.[1];
  return one(draw, codes ?? TEXTS);
}

function input(draw: Draw, type: GraphQLInputType, name: string, pools: Pools, depth: number): unknown {
  if (isNonNullType(type)) {
    const value = input(draw, type.ofType, name, pools, depth);
    return value ?? input(draw, type.ofType, name, pools, depth);
  }
  if (isListType(type)) {
    const length = draw(fc.integer, { min: 0, max: 3 });
    return Array.from({ length }, () => input(draw, type.ofType, name, pools, depth + 1));
  }
  if (isEnumType(type))
    return one(
      draw,
      type.getValues().map((value) => value.name),
    );
  if (isInputObjectType(type)) {
    if (type.name === 'SubjectIdentifierInput' && !rarely(draw)) return one(draw, pools.subjects);
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || (depth < 3 && often(draw)))
        .map((field) => [field.name, input(draw, field.type, field.name, pools, depth + 1)]),
    );
  }
  return scalar(draw, type.name, name, pools);
}

interface Written {
  readonly variables: Record<string, unknown>;
  readonly declared: string[];
}

function argumentsOf(draw: Draw, given: readonly GraphQLArgument[], pools: Pools, written: Written): string {
  const parts = given
    .filter(({ type }) => isNonNullType(type) || often(draw))
    .map(({ name, type }) => {
      const variable = `v${written.declared.length}`;
      written.declared.push(`$${variable}: ${String(type)}`);
      written.variables[variable] = input(draw, type, name, pools, 0);
      return `${name}: $${variable}`;
    });
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function selection(
  draw: Draw,
  schema: GraphQLSchema,
  of: GraphQLOutputType,
  depth: number,
  pools: Pools,
  written: Written,
): string {
  const type = isNonNullType(of) ? of.ofType : of;
  if (isListType(type)) return selection(draw, schema, type.ofType, depth, pools, written);
  if (isLeafType(type)) return '';
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    const chosen = [one(draw, possible), one(draw, possible)].filter((each, at, all) => all.indexOf(each) === at);
    return ` { __typename ${chosen.map((each) => `... on ${each.name}${fields(draw, schema, each, depth, pools, written)}`).join(' ')} }`;
  }
  return isObjectType(type) ? fields(draw, schema, type, depth, pools, written) : '';
}

function fields(
  draw: Draw,
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
  pools: Pools,
  written: Written,
): string {
  const leaf = (of: GraphQLOutputType): boolean => {
    const inner = isNonNullType(of) ? of.ofType : of;
    return isLeafType(isListType(inner) ? (isNonNullType(inner.ofType) ? inner.ofType.ofType : inner.ofType) : inner);
  };
  const chosen = Object.values(type.getFields())
    .filter((field) => (leaf(field.type) ? often(draw) : depth > 0 && rarely(draw)))
    .slice(0, 12);
  const texts = chosen.map((field, at) => {
    // Aliases, because two fragments may select the same field with different arguments.
    const alias = `f${written.declared.length}_${depth}_${at}_${type.name}`;
    const named =
      field.args.length === 0 ? field.name : `${alias}: ${field.name}${argumentsOf(draw, field.args, pools, written)}`;
    return named + selection(draw, schema, field.type, depth - 1, pools, written);
  });
  return ` { ${['__typename', ...texts].join(' ')} }`;
}

/** A random query or mutation with one root field. */
export function operation(draw: Draw, schema: GraphQLSchema, pools: Pools): Operation {
  const mutation = often(draw);
  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) throw new Error('The schema lacks a root type.');
  const field = one(draw, Object.values(root.getFields()));
  const written: Written = { variables: {}, declared: [] };
  const given = argumentsOf(draw, field.args, pools, written);
  const text = `${field.name}${given}${selection(draw, schema, field.type, 3, pools, written)}`;
  const declared = written.declared.length === 0 ? '' : `(${written.declared.join(', ')})`;
  return { query: `${mutation ? 'mutation' : 'query'} Fuzz${declared} { ${text} }`, variables: written.variables };
}
