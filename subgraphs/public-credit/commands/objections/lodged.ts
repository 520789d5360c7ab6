/** Whether an objection is lodged with the unit that decides it (Article 39), by the catalog and the register of units. */
import { wrongUnit } from '../../../../schema/errors.ts';
import { hasEnded, operatorOf } from '../../../../schema/law/asking/unit-roles.ts';
import { competentUnits } from '../../../../schema/law/matter/competent-unit.ts';
import type { ObjectionSubject } from '../../../../schema/law/matter/objections.ts';
import { providesItem } from '../../../../schema/law/records/providing-units.ts';
import { objectionMessages } from '../../../../schema/messages/acts/rights/objections.ts';
import type { Directory, Item } from '../../../request/directory.ts';

type Register = Pick<Directory, 'units' | 'today'>;

/** Every unit that provides the item by its edition in force. */
const providersOf = ({ units, today }: Register, item: Item): string[] =>
  [...units.values()].filter((unit) => providesItem(item, unit, today).by !== null).map(({ code }) => code);

interface InQuestion {
  readonly about: ObjectionSubject;
  /** The unit that answers for the thing; of an omission the item that is missing. */
  readonly source: string | Item;
}

/** The unit that decides, which is the one that it was lodged with. Throws BAD_USER_INPUT, which names the right one, where it is another. */
export function competentUnit(register: Register, { about, source }: InQuestion, lodgedWith: string): string {
  const { units, today } = register;
  const isOver = (code: string): boolean => {
    const unit = units.get(code);
    return unit === undefined || hasEnded(unit, today);
  };
  const answering = typeof source === 'string' ? source : source.providingUnit;
  const competent = competentUnits(
    {
      about,
      source: answering,
      providers: typeof source === 'string' ? [] : providersOf(register, source),
      operator: operatorOf(units.values(), today)?.code ?? answering,
    },
    isOver,
  );
  const [first = answering] = competent;
  if (competent.includes(lodgedWith)) return lodgedWith;
  const unit = units.get(first);
  const { code, name, nameEn } = unit ?? { code: first, name: first, nameEn: first };
  throw wrongUnit(objectionMessages.wrongUnit({ code, name, nameEn }), { code, name });
}
