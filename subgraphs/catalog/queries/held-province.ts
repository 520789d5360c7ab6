/** Reads what the control plane holds in the words of a province file, within a transaction that may go on to change it. */
import type { EntityManager } from '@mikro-orm/sql';
import { type RawBuilder, sql } from 'kysely';
import type { HeldProvince } from '../../province/held.ts';

type Held = Omit<HeldProvince, 'lists' | 'measures' | 'standing'>;

const publication = sql`json_build_object('reference', publication_reference, 'publishedOn', published_on)`;

/** Rows of a select as the entries of a section; JSON, so that both databases give dates and numbers alike. */
async function entries<Name extends keyof Held>(
  em: EntityManager,
  select: RawBuilder<unknown>,
): Promise<Held[Name][number][]> {
  const { rows } = await sql<{ entry: Held[Name][number] }>`select row_to_json(r) as entry from (${select}) r`.execute(
    em.getKysely(),
  );
  return rows.map(({ entry }) => entry);
}

/** What ended, as the file says it. Whoever ended it before reasons were kept gave none. */
const ended = (on: RawBuilder<unknown>) =>
  sql`case when ${on} is null then null else json_build_object('on', ${on}, 'reason', coalesce(end_reason, '—')) end`;
const dayOf = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`;

const UNITS = sql`select code, name, name_en as "nameEn", kinds, level, region, line, uscc, ${ended(sql`ended_on`)} as ended
  from control.unit`;

const CALENDARS = sql`select year, string_to_array(source, ' ') as papers, days from control.calendar_year`;

const ITEMS = sql`select code, edition, information, category, name, name_en as "nameEn", conduct, nature, record_type as "recordType",
    subject_kinds as "subjectKinds", providing_unit as "providingUnit",
    json_build_object('units', provider_units, 'rule', provider_rule) as providers, data_source as "dataSource", sharing, openness,
    case when display_class is null then json_build_object('minimumMonths', display_minimum_months, 'maximumMonths', display_maximum_months)
      else json_build_object('minimumMonths', null, 'maximumMonths', null) end as "displayPeriod", display_class as "displayClass",
    update_within_working_days as "updateWithinWorkingDays", legal_basis as "legalBasis", display_required_by as "displayRequiredBy",
    effective_from as "effectiveFrom", effective_until as "effectiveUntil", ${publication} as publication, elements
  from control.item`;

const DISPLAY_PERIODS = sql`select edition, citation, publication_reference as "publicationReference", effective_from as "effectiveFrom", periods
  from control.display_period`;

const PURPOSES = sql`select code, name, name_en as "nameEn", activity, article, service, needs,
    authorization_maximum_months as "authorizationMaximumMonths", effective_from as "effectiveFrom",
    publication_reference as "publicationReference", published_on as "publishedOn"
  from control.purpose`;

const LIMITS = sql`select purpose, item, party, maximum_months as "maximumMonths", maximum_uses as "maximumUses",
    effective_from as "effectiveFrom", ${publication} as publication
  from control.purpose_cap`;

const AGREEMENTS = sql`select id, reference, party, items, purposes, ${dayOf('concluded_at')} as "concludedOn", valid_from as "validFrom",
    valid_until as "validUntil", daily_quota as "dailyQuota", case when ended_at is null then state end as state,
    ${ended(dayOf('ended_at'))} as ended
  from control.agreement order by concluded_at, id`;

const DUTIES = sql`select id, department, matter, activity, items, identified, ${dayOf('registered_at')} as "registeredOn",
    ${ended(dayOf('ended_at'))} as ended
  from control.duty order by registered_at, id`;

export async function heldCatalog(em: EntityManager): Promise<Held> {
  return {
    units: await entries<'units'>(em, UNITS),
    calendars: await entries<'calendars'>(em, CALENDARS),
    displayPeriods: await entries<'displayPeriods'>(em, DISPLAY_PERIODS),
    items: await entries<'items'>(em, ITEMS),
    purposes: await entries<'purposes'>(em, PURPOSES),
    limits: await entries<'limits'>(em, LIMITS),
    agreements: await entries<'agreements'>(em, AGREEMENTS),
    duties: await entries<'duties'>(em, DUTIES),
  };
}

/** How many authorizations and watches are in force. */
export async function heldStanding(em: EntityManager): Promise<HeldProvince['standing']> {
  const { rows } = await sql<{
    standing: HeldProvince['standing'] | null;
  }>`select control.standing() as standing`.execute(em.getKysely());
  return rows[0]?.standing ?? { authorizations: [], watches: [] };
}
