/**
 * Valid operations over the schema that callers see: several root fields, aliases (also such as take the names of other fields), fragments named and
 * inline, on objects and interfaces, @skip and @include, variables and their defaults, __typename, the same field twice.
 */
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  print,
} from 'graphql';
import type { Dice } from './dice.ts';
import type { Question } from './pair.ts';
import { inputValue, type Pools } from './values.ts';

/** What is selected under one response position, by response name: the same name stands for the same field and arguments. */
type Scope = Map<string, { readonly signature: string; readonly below: Scope }>;
type Selected = GraphQLObjectType | GraphQLInterfaceType;

/** Deepest selection. Below it only leaves are asked for. */
const DEPTH = 6;
/** So many composite fields an operation has at most: what is asked must stay within the limits of the door. */
const COMPOSITES = 14;

/** Percent of arguments that are refused for most values, or beside `first`. */
const SELDOM: Readonly<Record<string, number>> = { after: 4, before: 4, last: 12 };

class Writer {
  readonly declared: string[] = [];
  readonly variables: Record<string, unknown> = {};
  readonly fragments: { readonly name: string; readonly on: string; readonly text: string }[] = [];
  private composites = 0;
  private names = 0;
  private readonly dice: Dice;
  private readonly schema: GraphQLSchema;
  private readonly pools: Pools;

  constructor(dice: Dice, schema: GraphQLSchema, pools: Pools) {
    this.dice = dice;
    this.schema = schema;
    this.pools = pools;
  }

  private fresh(prefix: string): string {
    this.names += 1;
    return `${prefix}${this.names}`;
  }

  private variable(type: string, value: unknown, literal: string): string {
    const name = this.fresh('v');
    const byDefault = this.dice.chance(20) && literal !== '';
    this.declared.push(`$${name}: ${type}${byDefault ? ` = ${literal}` : ''}`);
    if (!byDefault || this.dice.chance(30)) this.variables[name] = value;
    return `$${name}`;
  }

  private condition(): string {
    const { dice } = this;
    const value = dice.chance(80);
    const given = dice.chance(50) ? this.variable('Boolean!', value, String(value)) : String(value);
    return dice.chance(50) ? ` @include(if: ${given})` : ` @skip(if: ${given === String(value) ? !value : given})`;
  }

  private arguments(args: readonly GraphQLArgument[]): string {
    const parts = args
      .filter((argument) => isRequiredArgument(argument) || this.dice.chance(SELDOM[argument.name] ?? 40))
      .map((argument) => {
        const value = inputValue(this.dice, argument.type, argument.name, this.pools);
        const node = astFromValue(value, argument.type);
        const literal = node === null || node === undefined ? '' : print(node);
        return literal === '' || this.dice.chance(50)
          ? `${argument.name}: ${this.variable(String(argument.type), value, literal)}`
          : `${argument.name}: ${literal}`;
      });
    return parts.length === 0 ? '' : `(${parts.join(', ')})`;
  }

  /** The response name: mostly the field's own, else one that is free here, also the name of another field of the type. */
  private responseName(type: Selected, field: string, signature: string, scope: Scope): string {
    const { dice } = this;
    const free = (name: string): boolean => (scope.get(name)?.signature ?? signature) === signature;
    if (dice.chance(12)) {
      const other = dice.chance(40) ? dice.one(Object.keys(type.getFields())) : this.fresh('a');
      // Fields of other types within an interface may stand under the same name only where they have the same type.
      if (free(other) && !isInterfaceType(type)) return other;
    }
    return free(field) ? field : this.fresh('a');
  }

  private field(type: Selected, field: GraphQLField<unknown, unknown>, depth: number, scope: Scope): string {
    const args = this.arguments(field.args);
    const named = getNamedType(field.type);
    const signature = `${field.name}${args}`;
    const name = this.responseName(type, field.name, signature, scope);
    const below: Scope = scope.get(name)?.below ?? new Map();
    scope.set(name, { signature, below });
    const inner = isLeafType(named) ? '' : ` ${this.selection(named as Selected, depth - 1, below)}`;
    const directives = this.dice.chance(6) ? this.condition() : '';
    const text = `${name === field.name ? '' : `${name}: `}${signature}${directives}${inner}`;
    if (this.dice.chance(92)) return text;
    // The same field once more, as it is or under another name: of an object perhaps with more of it.
    const other = this.dice.chance(50) ? this.fresh('a') : name;
    const again = isLeafType(named)
      ? ''
      : ` ${this.selection(named as Selected, Math.min(depth - 1, 1), other === name ? below : new Map())}`;
    return `${text} ${other === field.name ? '' : `${other}: `}${signature}${again}`;
  }

  private chosen(type: Selected, depth: number): GraphQLField<unknown, unknown>[] {
    const { dice } = this;
    const fields = Object.values(type.getFields());
    const [leaves, nested] = [
      fields.filter((one) => isLeafType(getNamedType(one.type))),
      fields.filter((one) => !isLeafType(getNamedType(one.type))),
    ];
    const taken = dice.some(leaves, Math.min(60, 300 / Math.max(1, leaves.length)));
    if (depth > 0) for (const one of dice.some(nested, Math.min(60, 200 / Math.max(1, nested.length)))) taken.push(one);
    return taken.sort(() => dice.below(3) - 1);
  }

  /** A selection wrapped in a fragment, or as it is. */
  private wrapped(type: Selected, text: string): string {
    const { dice } = this;
    if (dice.chance(82)) return text;
    const kind = dice.below(4);
    if (kind === 0) return `... { ${text} }`;
    if (kind === 1) return `...${this.condition()} { ${text} }`;
    if (kind === 2) return `... on ${type.name}${dice.chance(20) ? this.condition() : ''} { ${text} }`;
    const name = this.fresh('F');
    this.fragments.push({ name, on: type.name, text });
    return `...${name}${dice.chance(20) ? this.condition() : ''}`;
  }

  /** A selection set. `only` are the root fields to ask for. */
  selection(type: Selected, depth: number, scope: Scope, only?: readonly string[]): string {
    const { dice } = this;
    const parts: string[] = [];
    if (dice.chance(15)) parts.push('__typename');
    const fields = type.getFields();
    const asked = only?.flatMap((name) => fields[name] ?? []) ?? this.chosen(type, depth);
    for (const field of asked) {
      if (!isLeafType(getNamedType(field.type))) {
        this.composites += 1;
        if (this.composites > COMPOSITES) continue;
      }
      parts.push(this.wrapped(type, this.field(type, field, depth, scope)));
    }
    if (isInterfaceType(type))
      for (const one of dice.some(this.schema.getPossibleTypes(type), 25))
        if (isObjectType(one)) parts.push(`... on ${one.name} ${this.ofType(one, depth, scope)}`);
    // A fragment that is there already stands once more where its type is.
    const again = this.fragments.filter(({ on }) => on === type.name);
    if (again.length > 0 && dice.chance(5)) parts.push(`...${dice.one(again).name}`);
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  }

  /** Fields of one type of an interface, without aliases that the other types may not share. */
  private ofType(type: GraphQLObjectType, depth: number, scope: Scope): string {
    const below = Math.min(depth, 2);
    const fields = Object.values(type.getFields()).filter(({ type: of }) => below > 0 || isLeafType(getNamedType(of)));
    const texts = this.dice.some(fields, 40).map((field) => this.field(type, field, below, scope));
    return `{ ${texts.length === 0 ? '__typename' : texts.join(' ')} }`;
  }
}

/** An operation with these root fields. */
export function generate(
  dice: Dice,
  schema: GraphQLSchema,
  pools: Pools,
  kind: 'query' | 'mutation',
  roots: readonly string[],
): Question {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (type === null || type === undefined) throw new Error('The schema lacks a root type.');
  const writer = new Writer(dice, schema, pools);
  const selection = writer.selection(type, DEPTH, new Map(), roots);
  const declared = writer.declared.length === 0 ? '' : `(${writer.declared.join(', ')})`;
  const fragments = writer.fragments.map(({ name, on, text }) => `\nfragment ${name} on ${on} { ${text} }`).join('');
  return { query: `${kind} Asked${declared} ${selection}${fragments}`, variables: writer.variables };
}
