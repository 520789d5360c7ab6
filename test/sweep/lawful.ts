/** What may still be found of a thing that fell, by whom and where, each with its article. Whatever else is found is a defect. */
import { type Asker, readsAs } from './asking.ts';
import type { Found } from './sweep.ts';

export interface Lawful {
  readonly why: string;
  /** Where it stands in answers. */
  readonly at: RegExp;
  allows(found: Found): boolean;
}

const isItself = ({ by, thing }: Found): boolean =>
  [thing.about, thing.also].some((about) => about?.identifier.value === readsAs(by)?.subject?.value) &&
  readsAs(by) !== null;
const isRole = ({ holder }: Asker, ...roles: readonly string[]): boolean => roles.includes(holder?.role ?? '');
const isId = ({ what }: Found): boolean => what === 'id';
/** What a subject reads of itself is under one of these. */
const OWN = String.raw`^data\.(?:me|subject|subjects)\.`;

export const LAWFUL: readonly Lawful[] = [
  {
    why: 'Article 37 §2: the archive is a query of its own, of the operator alone, with a reason and an entry for each thing that it shows.',
    at: /^data\.archive\./,
    allows: ({ by }) => isRole(by, 'operator'),
  },
  {
    why: 'Article 39: a unit that was shown it is told that it fell, by its id and nothing else.',
    at: /^data\.changes\.nodes\.recordId$/,
    allows: (found) => isId(found) && found.by.holder?.unit !== undefined,
  },
  {
    why: 'Article 35: the subject is told what became of what is about it, and who else was told, by ids.',
    at: new RegExp(`${OWN}(?:messages\\.nodes|notices)\\.recordId$`),
    allows: (found) => isId(found) && isItself(found),
  },
  {
    why: 'Articles 35 and 36 (3): the subject reads what was disclosed of it, as it was shown then.',
    at: new RegExp(`(?:${OWN}disclosures\\.nodes|^data\\.disclosure)\\.(?:records|shown[A-Za-z]+)\\.`),
    allows: isItself,
  },
  {
    why: 'Articles 35 and 36 (3): a report that the subject had made of itself it goes on reading as it was; whoever verifies it is told that it is superseded.',
    at: /^(?:text>|page$|pdf$)/,
    allows: (found) => isItself(found) && found.question.startsWith('GET /reports/{id} '),
  },
  {
    why: 'Article 17: who runs and who oversees the platform read which rows an entry of the ledger is about, by ids.',
    at: /^data\.disclosure\.records\.recordId$/,
    allows: (found) => isId(found) && isRole(found.by, 'operator', 'authority'),
  },
  {
    why: 'Article 39: an objection stays with who raised it, who decided it, and who oversees both; the record that it names is not opened by it any more.',
    at: new RegExp(
      `(?:${OWN}objections\\.nodes|^data\\.objections\\.nodes|^data\\.objection)\\.(?:recordId|application|evidence\\.id)$|^pdf of evidence$`,
    ),
    allows: (found) =>
      found.thing.fall === 'OBJECTION' &&
      (isItself(found) ||
        isRole(found.by, 'operator', 'authority') ||
        found.by.holder?.unit === found.thing.item.providingUnit),
  },
  {
    why: 'Article 40: an application for restoration stays with who made it, who decided it, and who oversees both; a unit whose record it was reads no text of it.',
    at: new RegExp(`(?:${OWN}restorations|^data\\.restorations\\.nodes|^data\\.restoration)\\.`),
    allows: (found) =>
      found.thing.fall === 'RESTORATION' &&
      (isItself(found) ||
        isRole(found.by, 'operator', 'authority') ||
        (isId(found) && ['HLJ-AMR', 'HLJ-HRSS'].includes(found.by.holder?.unit ?? ''))),
  },
  {
    why: 'Article 37 §1: what it hid itself the subject goes on seeing, in its own reports too; everybody else finds it no more.',
    at: /^/,
    allows: (found) => found.thing.fall === 'HIDING' && isItself(found),
  },
  {
    why: 'A lock ends what is shown by agreement. Duties of departments, and what the subject reads of itself, are no agreement (Articles 22 and 24).',
    at: /^/,
    allows: (found) => found.thing.fall === 'LOCK' && (isItself(found) || isRole(found.by, 'department')),
  },
];

export const isLawful = (found: Found): boolean => LAWFUL.some(({ at, allows }) => at.test(found.at) && allows(found));
