/** What the catalogue of messages says where an error is made, with … for every value: the sentences of the catalogue of errors. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { IdentifierRefusal } from '../../../schema/law/records/identifier-faults.ts';
import * as identifierFaults from '../../../schema/law/records/identifier-faults.ts';
import type { Said } from '../../../schema/messages/said.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A value of an argument, whatever is asked of it: where it stands in a sentence, the reader sees an ellipsis. */
const anything: unknown = new Proxy(() => anything, {
  get: (_target, key) => {
    if (key === Symbol.toPrimitive || key === 'toString') return () => '…';
    if (key === 'join' || key === 'toLowerCase') return () => '…';
    if (key === 'map' || key === 'filter') return () => anything;
    if (key === Symbol.iterator) return () => [].values();
    return key === 'length' ? 2 : anything;
  },
});

/** Arguments of entries that take one of a closed list. */
const OWN: Readonly<Record<string, readonly unknown[]>> = {
  'inputMessages.noneOfYours': ['record'],
  'designationMessages.organMissing': ['STATE_ORGAN'],
  'providerMessages.decidedBy': ['LINE', '…'],
  'unitMessages.region': ['UNKNOWN', '…', '…'],
};

/** What is wrong with an identification number, by the reason that it gives an error. */
const numberFaults = (reason: string): readonly IdentifierRefusal[] =>
  Object.values(identifierFaults)
    .map((one) => (typeof one === 'function' ? one(anything as number) : one))
    .filter((one) => reason === `IDENTIFIER_${one.reason}`);

/** Of entries that choose by what the reason says: each way in which they are called for it. */
const GIVEN: Readonly<Record<string, (reason: string) => readonly (readonly unknown[])[]>> = {
  'documentMessages.over': (reason) => [[reason.toLowerCase()]],
  'unitMessages.last': (reason) => [['…', reason.replace('LAST_', '')]],
  'inputMessages.identifier': (reason) => numberFaults(reason).map(({ message, zh }) => [{ en: message, zh }]),
  'unitMessages.uscc': (reason) => numberFaults(reason).map(({ message, zh }) => [message, zh]),
};

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'message' in value && 'help' in value;

type Entry = (...given: readonly unknown[]) => unknown;

const FILL = Array.from({ length: 8 }, () => anything);

const plain = ({ message, help }: Said): Said => ({
  message: { en: `${message.en}`, zh: `${message.zh}` },
  help: { en: `${help.en}`, zh: `${help.zh}` },
});

/** What an entry says of anything. One that chooses by its argument and has no value for it above says nothing, and is missed where an error needs it. */
function spokenBy(entry: unknown, given: readonly unknown[]): readonly Said[] {
  try {
    const said = typeof entry === 'function' ? (entry as Entry)(...given, ...FILL) : entry;
    if (!isSaid(said)) return [];
    const told = plain(said);
    return /undefined|NaN|\[object|\[Function/.test(JSON.stringify(told)) ? [] : [told];
  } catch {
    return [];
  }
}

/** What is said under a name (`inputMessages.date`, or a table such as `MEASURE_FAULTS`) where an error has the reason. */
export type Sentences = (name: string, reason: string | null) => readonly Said[];

export async function sentences(): Promise<Sentences> {
  const entries = new Map<string, unknown>();
  const tables = new Map<string, readonly string[]>();
  for (const file of globSync('schema/messages/**/*.ts', { cwd: ROOT }).sort())
    for (const [name, table] of Object.entries(await import(join(ROOT, file)))) {
      if (typeof table !== 'object' || table === null) continue;
      for (const [key, entry] of Object.entries(table)) entries.set(`${name}.${key}`, entry);
      tables.set(name, Object.keys(table));
    }
  const one = (name: string, reason: string | null): readonly Said[] =>
    (GIVEN[name]?.(reason ?? '') ?? [OWN[name] ?? []]).flatMap((given) => spokenBy(entries.get(name), given));
  return (name, reason) => {
    const keys = tables.get(name);
    if (keys === undefined) return one(name, reason);
    // A reason that is put together ends with the key.
    const fitting = keys.filter((key) => reason?.endsWith(`_${key}`));
    return (fitting.length > 0 ? fitting : keys).flatMap((key) => one(`${name}.${key}`, reason));
  };
}
