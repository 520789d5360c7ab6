/**
 * The control plane as all subgraphs read it: items, units, purposes. Each process caches it under a version that every change of those tables
 * raises. Agreements, duties and authorizations are read with every snapshot, so that their end takes effect at once.
 */

import type { Cap } from '../../schema/law/asking/purpose-caps.ts';
import { type Calendar, calendarWith, type HolidayYear } from '../../schema/law/clocks/calendar.ts';
import type {
  Activity,
  CatalogCategory,
  InformationKind,
  Nature,
  Openness,
  PersonalKind,
  RecordType,
  Sharing,
  SubjectKind,
  UnitKind,
} from '../../schema/law/facts.ts';
import type { DisplayClass, DisplayEdition } from '../../schema/law/records/display-periods.ts';
import type { DeliveringUnit, Provision } from '../../schema/law/records/providing-units.ts';
import type { ScopeItem } from '../../schema/law/scope.ts';
import type { ReadTransaction, Statement } from '../database/database.ts';

export interface ItemElement {
  readonly name: string;
  readonly title: string;
  readonly personal: PersonalKind | null;
  readonly openness: Openness;
}

/** One edition of a catalog item. */
export interface Item extends Provision {
  readonly code: string;
  readonly edition: string;
  readonly information: InformationKind;
  readonly category: CatalogCategory | null;
  readonly name: string;
  readonly nameEn: string;
  readonly conduct: string;
  readonly nature: Nature;
  readonly recordType: RecordType;
  readonly subjectKinds: readonly SubjectKind[];
  readonly dataSource: string;
  readonly sharing: Sharing;
  readonly openness: Openness;
  /** Class of the table of display periods; null where the edition has months of its own. */
  readonly displayClass: DisplayClass | null;
  readonly displayMinimumMonths: number | null;
  readonly displayMaximumMonths: number | null;
  readonly updateWithinWorkingDays: number;
  readonly legalBasis: readonly { readonly article: string; readonly title: string }[];
  readonly displayRequiredBy: string | null;
  readonly publicationReference: string;
  readonly publishedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  readonly elements: readonly ItemElement[];
}

export interface Unit extends DeliveringUnit {
  readonly name: string;
  readonly nameEn: string;
  /** The first of its kinds. */
  readonly kind: UnitKind;
  readonly uscc: string | null;
  readonly registeredAt: string | null;
  readonly endReason: string | null;
}

/** One edition of a purpose. */
export interface Purpose {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly activity: Activity | null;
  readonly article: string;
  readonly publicationReference: string;
  /** Its service. Purposes of one service may be authorized together. */
  readonly service: string;
  /** Items that the purpose needs; null where the subject chooses them. */
  readonly needs: readonly string[] | null;
  readonly effectiveFrom: string;
  readonly authorizationMaximumMonths: number | null;
}

export interface Directory {
  readonly version: string;
  /** Calendar of working days: the years in the code and those loaded into the database. */
  readonly calendar: Calendar;
  readonly today: string;
  /** All editions, newest first: records of earlier dates need theirs. */
  readonly editions: readonly Item[];
  /** The edition in force today, by item code. */
  readonly items: ReadonlyMap<string, Item>;
  readonly units: ReadonlyMap<string, Unit>;
  /** The edition in force today, by code. */
  readonly purposes: ReadonlyMap<string, Purpose>;
  /** All editions, those that take effect later included, oldest first. */
  readonly purposeEditions: readonly Purpose[];
  /** Published limits on authorizations, those that take effect later included. */
  readonly caps: readonly Cap[];
  /** Editions of the table of display periods, oldest first, those that take effect later included. */
  readonly displayEditions: readonly DisplayEdition[];
  readonly scopeItems: readonly ScopeItem[];
  /** Elements with personal information in the edition in force, by item code. */
  readonly personalElements: ReadonlyMap<string, readonly (readonly [name: string, kind: PersonalKind])[]>;
  /** Versions of the redaction of texts that were declared unsafe (Article 23). */
  readonly unsafe: ReadonlySet<number>;
}

const ITEMS: Statement = {
  name: 'directory-items',
  text: `select code, edition, information, category, name, name_en as "nameEn", conduct, nature, record_type as "recordType",
    subject_kinds as "subjectKinds", providing_unit as "providingUnit", provider_units as "providerUnits",
    provider_rule as "providerRule", data_source as "dataSource", sharing, openness,
    display_class as "displayClass", display_minimum_months as "displayMinimumMonths", display_maximum_months as "displayMaximumMonths",
    update_within_working_days as "updateWithinWorkingDays", legal_basis as "legalBasis",
    display_required_by as "displayRequiredBy", publication_reference as "publicationReference",
    published_on as "publishedOn", effective_from as "effectiveFrom", effective_until as "effectiveUntil", elements
    from control.item order by code, effective_from desc, edition desc`,
};
const UNITS: Statement = {
  name: 'directory-units',
  text: `select code, name, name_en as "nameEn", kind, kinds, level, region, line, uscc, registered_at as "registeredAt",
    ended_on as "endedOn", end_reason as "endReason" from control.unit order by code`,
};
const PURPOSES: Statement = {
  name: 'directory-purposes',
  text: `select code, name, name_en as "nameEn", activity, article, publication_reference as "publicationReference", service, needs,
      effective_from as "effectiveFrom", authorization_maximum_months as "authorizationMaximumMonths"
    from control.purpose order by code, effective_from`,
};

/**
 * The edition of an item that is in force on a date (Articles 7 and 18): the newest that has begun. Where that one has ended there is none; the
 * edition that it replaced does not come back. `editions` must be sorted newest first. The row policies have the same rule in SQL.
 */
export function editionOn(editions: readonly Item[], code: string, date: string): Item | undefined {
  const newest = editions.find((item) => item.code === code && item.publishedOn <= date && item.effectiveFrom <= date);
  return newest === undefined || (newest.effectiveUntil !== null && newest.effectiveUntil < date) ? undefined : newest;
}

const scopeItem = (item: Item): ScopeItem => ({
  code: item.code,
  published: true,
  openness: item.openness,
  sharing: item.sharing,
  tightened: Object.fromEntries(
    item.elements
      .filter((element) => element.openness !== item.openness && element.openness !== 'UNCONDITIONAL')
      .map((element) => [element.name, element.openness]),
  ),
});

const personalElements = (item: Item): (readonly [string, PersonalKind])[] =>
  item.elements.flatMap(({ name, personal }) => (personal === null ? [] : [[name, personal] as const]));

const CAPS: Statement = {
  name: 'directory-caps',
  text: `select purpose, item, party, maximum_months as "maximumMonths", maximum_uses as "maximumUses",
      effective_from as "effectiveFrom", publication_reference as "publicationReference", article
    from control.purpose_cap where published_on <= $1::date order by purpose, effective_from, id`,
};

/** The limit that a purpose sets itself; more specific rules come before it. */
const ownCap = (purpose: Purpose): Cap[] =>
  purpose.authorizationMaximumMonths === null
    ? []
    : [
        {
          purpose: purpose.code,
          item: null,
          party: null,
          maximumMonths: purpose.authorizationMaximumMonths,
          maximumUses: null,
          effectiveFrom: purpose.effectiveFrom,
          publicationReference: purpose.publicationReference,
          article: '36',
        },
      ];

const YEARS: Statement = {
  name: 'directory-years',
  text: `select year, days from control.calendar_year order by year`,
};

const DISPLAY_EDITIONS: Statement = {
  name: 'directory-display-periods',
  text: `select edition, citation, publication_reference as "publicationReference", effective_from as "effectiveFrom", periods
    from control.display_period order by effective_from`,
};

const UNSAFE: Statement = { name: 'directory-unsafe', text: `select version from control.unsafe_redaction` };

/** Reads the directory of a version in a transaction. */
export async function loadDirectory(
  transaction: Pick<ReadTransaction, 'query'>,
  version: string,
  today: string,
): Promise<Directory> {
  const editions = await transaction.query<Item>(ITEMS, []);
  const units = await transaction.query<Unit>(UNITS, []);
  const purposeEditions = await transaction.query<Purpose>(PURPOSES, []);
  // Of several editions that have begun the newest, which comes last.
  const inForce = new Map(
    purposeEditions.filter(({ effectiveFrom }) => effectiveFrom <= today).map((one) => [one.code, one]),
  );
  const caps = await transaction.query<Cap>(CAPS, [today]);
  const years = await transaction.query<HolidayYear>(YEARS, []);
  const displayEditions = await transaction.query<DisplayEdition>(DISPLAY_EDITIONS, []);
  const unsafe = await transaction.query<{ version: number }>(UNSAFE, []);
  const items = new Map<string, Item>();
  for (const item of editions) if (editionOn(editions, item.code, today) === item) items.set(item.code, item);
  return {
    version,
    calendar: calendarWith(years),
    today,
    editions,
    items,
    units: new Map(units.map((unit) => [unit.code, unit])),
    purposes: inForce,
    purposeEditions,
    // Those that an edition of today replaced are no rules any more.
    caps: [
      ...purposeEditions.filter((one) => inForce.get(one.code) === one || one.effectiveFrom > today).flatMap(ownCap),
      ...caps,
    ],
    displayEditions,
    scopeItems: [...items.values()].map(scopeItem),
    personalElements: new Map([...items.values()].map((item) => [item.code, personalElements(item)])),
    unsafe: new Set(unsafe.map(({ version: unsafeVersion }) => unsafeVersion)),
  };
}
