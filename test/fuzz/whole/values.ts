/** Values of arguments: mostly such as are answered, and now and then one that is refused. */
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Identifier } from '../../kit.ts';
import type { Dice } from './dice.ts';

/** What is held in the world that is asked. */
export interface Pools {
  readonly subjects: readonly Identifier[];
  /** Values by the name of an argument, an input field or an input type. */
  readonly named: Readonly<Record<string, readonly unknown[]>>;
}

const REFUSED: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, -1, 201, 2_147_483_647],
  String: ['', 'NO-SUCH-CODE', '哈'],
  ID: ['', '00000000-0000-4000-8000-000000000000', 'p_x'],
  Boolean: [true, false],
  Date: ['2026-11-20'],
  DateTime: ['2026-11-20T10:00:00+08:00'],
  JSON: ['x'],
};
const DATES = ['2026-11-20', '2027-11-20', '2026-01-01'];

/** A subject: one of the pool, or a number that is not valid. */
function subject(dice: Dice, { subjects }: Pools): unknown {
  if (dice.chance(95)) return dice.one(subjects);
  return dice.one([
    { type: 'USCC', value: 'x' },
    { type: 'CITIZEN_ID', value: '239999199003070017' },
    { type: 'USCC', value: dice.one(subjects).value },
  ]);
}

/** Arguments of numbers, of which few combinations are published: mostly one that is. */
function ofNumbers(dice: Dice, type: GraphQLInputType, name: string): unknown {
  if (!dice.chance(85)) return undefined;
  if (name === 'groupBy' && isListType(type)) return dice.one([[], ['NATURE'], ['REGION']]);
  if (name === 'table' && isEnumType(type)) return 'ENTRIES';
  if (name === 'by' && String(type) === '[StatisticsKey!]') return [];
  return ['from', 'until'].includes(name) && String(type) === 'String' ? '2026-11' : undefined;
}

/** A value of an input type. `name` is that of the argument or field. */
export function inputValue(dice: Dice, type: GraphQLInputType, name: string, pools: Pools): unknown {
  if (isNonNullType(type)) return inputValue(dice, type.ofType, name, pools);
  const published = ofNumbers(dice, type, name);
  if (published !== undefined) return published;
  if (isListType(type)) {
    const length = dice.one([0, 1, 1, 2, 3]);
    return Array.from({ length }, () => inputValue(dice, type.ofType, name, pools));
  }
  if (isEnumType(type)) return dice.one(type.getValues()).name;
  if (isInputObjectType(type)) {
    if (type.name === 'SubjectIdentifierInput') return subject(dice, pools);
    const whole = pools.named[type.name];
    if (whole !== undefined && dice.chance(92)) return dice.one(whole);
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isRequiredInputField(field) || dice.chance(20))
        .map((field) => [field.name, inputValue(dice, field.type, field.name, pools)]),
    );
  }
  const known = pools.named[name];
  if (known !== undefined && known.length > 0 && dice.chance(92)) return dice.one(known);
  if (type.name === 'Date') return dice.one(DATES);
  return dice.one(REFUSED[type.name] ?? ['x']);
}
