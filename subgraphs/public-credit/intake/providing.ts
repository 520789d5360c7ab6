/** Whether a unit delivers records of an item, and this record (Article 21): by the catalog and the register of units. */
import { repeated } from '../../../schema/errors.ts';
import { regionLack, registerOf } from '../../../schema/law/records/own-region.ts';
import { type ProvidesBy, providesItem } from '../../../schema/law/records/providing-units.ts';
import type { Localized } from '../../../schema/localized.ts';
import { providerMessages } from '../../../schema/messages/acts/providers.ts';
import type { Directory, Item, Unit } from '../../request/directory.ts';
import type { Content } from './content.ts';

type Standing = Pick<Directory, 'units' | 'today'>;

/** A record as it is held. */
interface Held {
  readonly item: Item;
  readonly subject: { readonly type: string; readonly value: string };
  readonly content: Content;
}

/** A unit that is not registered provides nothing. The door turns it away. */
const NOBODY = (code: string): Unit => ({
  code,
  name: code,
  nameEn: code,
  kind: 'PARTY',
  kinds: [],
  level: 'NATIONAL',
  region: null,
  line: null,
  uscc: null,
  registeredAt: null,
  endedOn: null,
  endReason: null,
});

const unitOf = ({ units }: Pick<Standing, 'units'>, code: string): Unit => units.get(code) ?? NOBODY(code);

/** By what the unit provides under one of these editions, or why under none of them. What is said is of the last, which is the newest. */
export function providing(
  standing: Standing,
  editions: readonly Item[],
  code: string,
): { readonly by: ProvidesBy } | { readonly said: Localized } {
  const unit = unitOf(standing, code);
  const all = editions.map((item) => ({ item, ...providesItem(item, unit, standing.today) }));
  const free = all.find(({ by }) => by !== null && by !== 'OWN_REGION') ?? all.find(({ by }) => by !== null);
  if (free !== undefined && free.by !== null) return { by: free.by };
  const newest = all.at(-1);
  if (newest === undefined || newest.lacks === null) throw new Error('No edition to provide under.');
  return { said: providerMessages.notProviding(newest.item.code, newest.item, unit, newest.lacks) };
}

/** Units that have ended first: the one that does their work now may have their name or credit code, and is found by it. */
const lastStanding = (units: readonly Unit[]): readonly Unit[] => [
  ...units.filter(({ endedOn }) => endedOn !== null),
  ...units.filter(({ endedOn }) => endedOn === null),
];

/** Made once for each directory. */
const REGISTERS = new WeakMap<ReadonlyMap<string, Unit>, ReturnType<typeof registerOf>>();

/** Why a record is not of the own region of the unit that delivers it; null where it is. */
export function decidedElsewhere(
  { unit: code, units }: Pick<Standing, 'units'> & { readonly unit: string },
  item: Item,
  subject: { readonly type: string; readonly value: string },
  content: Content,
): Localized | null {
  const unit = unitOf({ units }, code);
  const register = REGISTERS.get(units) ?? registerOf(lastStanding([...units.values()]));
  REGISTERS.set(units, register);
  const lack = regionLack(unit, { recordType: item.recordType, subject, content }, register);
  if (lack === null) return null;
  const found = lack.kind === 'ELSEWHERE' ? repeatedRegion(lack.region) : lack.kind === 'LINE' ? lack.unit : '';
  return providerMessages.otherRegion(item.code, unit, providerMessages.decidedBy(lack.kind, found));
}

/**
 * Why a unit that provides for its own region alone may not correct a record so: it would say what the unit could not have delivered. Null where it may, and
 * where the record said so before.
 */
export function correctedElsewhere(
  standing: Standing,
  unit: string,
  { item, subject, content }: Held,
  corrected: Content,
): Localized | null {
  const found = providing(standing, [item], unit);
  if (!('by' in found) || found.by !== 'OWN_REGION') return null;
  const lackOf = (said: Content) => decidedElsewhere({ units: standing.units, unit }, item, subject, said);
  return lackOf(content) === null ? lackOf(corrected) : null;
}

/** A code of a division has six digits, which a message never repeats of a text: of a division of the province it may. */
const repeatedRegion = (region: string): string => (/^\d{6}$/.test(region) ? region : repeated(region));
