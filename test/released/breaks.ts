/** What a client of the release before would notice in the schema of this one, and whether it was told in time. */
import { type Change, ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** As long as this what is deprecated is served after the release that first said so, and until the next minor release at least. */
export const DEPRECATED_DAYS = 180;

const DEFAULTS: ReadonlySet<string> = new Set([
  ChangeType.FieldArgumentDefaultChanged,
  ChangeType.InputFieldDefaultValueChanged,
]);

/** Whether an argument or a field of an input has to be sent. `path` is `Type.field.argument` or `Input.field`. */
function isNeeded(schema: GraphQLSchema, path: string): boolean {
  const [name = '', member = '', argument] = path.split('.');
  const type = schema.getType(name);
  const found =
    isObjectType(type) || isInterfaceType(type)
      ? type.getFields()[member]?.args.find((one) => one.name === argument)
      : isInputObjectType(type)
        ? type.getFields()[member]
        : undefined;
  return found !== undefined && isNonNullType(found.type) && found.defaultValue === undefined;
}

/** Each breaking change as one sentence with its place. A default that is taken from what must not be null is one: whoever left it out is refused. */
export async function breaksBetween(before: string, after: string): Promise<string[]> {
  const now = buildSchema(after);
  const changes = await diff(buildSchema(before), now);
  return changes
    .filter(
      ({ type, path = '', criticality }) =>
        criticality.level === CriticalityLevel.Breaking || (DEFAULTS.has(type) && isNeeded(now, path)),
    )
    .map(({ path = '', message }) => `${path}: ${message}`);
}

/** How a reason has to begin, so that everybody sees since when: `Since 0.2.0: ask records instead.` */
export const REASON = /^Since (\d+\.\d+\.\d+): \S/;

const REMOVED: ReadonlySet<string> = new Set([
  ChangeType.FieldRemoved,
  ChangeType.FieldArgumentRemoved,
  ChangeType.InputFieldRemoved,
  ChangeType.EnumValueRemoved,
]);

/** The reason for which an element is deprecated; undefined where it is not. `path` is `Type.field.argument`. */
function reasonOf(schema: GraphQLSchema, path: string): string | undefined {
  const [name = '', member = '', argument] = path.split('.');
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValue(member)?.deprecationReason ?? undefined;
  if (isInputObjectType(type)) return type.getFields()[member]?.deprecationReason ?? undefined;
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[member];
  const found = argument === undefined ? field : field?.args.find((one) => one.name === argument);
  return found?.deprecationReason ?? undefined;
}

/** Days in milliseconds. */
const DAY = 86_400_000;

/**
 * What was removed though the release before did not say so, or said so too late. `dates` are those of the releases, by version; `today` is that of the one
 * that is being made.
 */
export async function unannounced(
  before: string,
  after: string,
  dates: ReadonlyMap<string, string>,
  today: string,
): Promise<string[]> {
  const schema = buildSchema(before);
  const changes: Change[] = await diff(schema, buildSchema(after));
  return changes.flatMap(({ type, path = '' }) => {
    if (!REMOVED.has(type)) return [];
    const reason = reasonOf(schema, path);
    if (reason === undefined) return [`${path} was removed and not deprecated in the release before.`];
    const since = dates.get(REASON.exec(reason)?.[1] ?? '');
    const days = since === undefined ? 0 : (Date.parse(today) - Date.parse(since)) / DAY;
    return days >= DEPRECATED_DAYS
      ? []
      : [`${path} was removed ${days} days after it was deprecated; the promise is ${DEPRECATED_DAYS}.`];
  });
}

/** Reasons of everything that is deprecated, by path. */
export function deprecatedIn(sdl: string): ReadonlyMap<string, string> {
  const schema = buildSchema(sdl);
  const found = new Map<string, string>();
  const add = (path: string, reason: string | null | undefined): void => {
    if (reason !== null && reason !== undefined) found.set(path, reason);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type))
      for (const { name, deprecationReason } of type.getValues()) add(`${type.name}.${name}`, deprecationReason);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      add(`${type.name}.${field.name}`, field.deprecationReason);
      if ('args' in field)
        for (const one of field.args) add(`${type.name}.${field.name}.${one.name}`, one.deprecationReason);
    }
  }
  return found;
}
