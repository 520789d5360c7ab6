/** Writes the changes of a province file to the control plane. What each command checks is checked here too, and nothing else is written. */
import { sql } from 'kysely';
import { storeYear } from '../../clocks/load-year.ts';
import type { Change } from '../../province/compare/change.ts';
import { instantOf, type Writer, type Writing } from '../../province/writing.ts';
import type { AgreementState } from '../rows.ts';
import { checkedAgreement, type Occasion, storeAgreement, storeMove } from './agreements/agreement-states.ts';
import { checkReason } from './checks.ts';
import { storeDutyEnd } from './duties/end-duty.ts';
import { checkedDuty, checkedMatter, storeDuty } from './duties/register-duty.ts';
import { checkedPeriods, storePeriods } from './periods/publish-display-periods.ts';
import { checkedItem, storeItem } from './publish-catalog-item.ts';
import { checkedPurpose, storePurpose } from './purposes/publish-purpose.ts';
import { checkedCap, storeCap } from './purposes/publish-purpose-cap.ts';
import { checkedEnd, storeEnd } from './units/end-unit.ts';
import { storeUnit } from './units/register-unit.ts';
import { checkedUnit } from './units/unit-checks.ts';

type Of<Section extends Change['section']> = Extract<Change, { readonly section: Section }>;

async function unit(writing: Writing, { act, entry, takes }: Of<'units'>): Promise<void> {
  const { em, directory, at, today, by, unassignedRegions } = writing;
  if (act === 'END') {
    const { on, reason } = entry.ended ?? { on: today, reason: '' };
    const checked = checkedEnd(directory, entry.code, reason);
    await storeEnd(em, entry.code, checked, { at, today, by: '' });
    // One that stood until now ends now, and never earlier. One that this file registers had ended on its own day.
    if (!takes)
      await sql`update control.unit set ended_on = ${on}::date where code = ${entry.code}`.execute(em.getKysely());
    return;
  }
  if (act === 'ADD') {
    await storeUnit(em, checkedUnit(directory, entry, { unassignedRegions, by }), at);
    return;
  }
  const others = new Map([...directory.units].filter(([code]) => code !== entry.code));
  const changed = checkedUnit({ ...directory, units: others }, entry, { unassignedRegions, by });
  await sql`update control.unit set name = ${changed.name}, name_en = ${changed.nameEn}, kind = ${changed.kinds[0]},
    kinds = array(select jsonb_array_elements_text(${JSON.stringify(changed.kinds)}::jsonb)), level = ${changed.level},
    region = ${changed.region}, line = ${changed.line}, uscc = ${changed.uscc} where code = ${changed.code}`.execute(
    em.getKysely(),
  );
}

async function displayPeriods({ em, directory, by }: Writing, { entry }: Of<'displayPeriods'>): Promise<void> {
  await storePeriods(em, directory, checkedPeriods(directory, entry, by === null));
}

async function item({ em, directory }: Writing, { act, entry }: Of<'items'>): Promise<void> {
  if (act === 'END') {
    await sql`update control.item set effective_until = ${entry.effectiveUntil}::date
      where code = ${entry.code} and edition = ${entry.edition}`.execute(em.getKysely());
    return;
  }
  await storeItem(em, checkedItem(directory, entry));
}

async function purpose({ em, directory, by }: Writing, { entry }: Of<'purposes'>): Promise<void> {
  // The first file may hold editions that another one replaced long ago; later, what held until today is not changed for the days that are over.
  const known = by === null ? { ...directory, purposeEditions: [] } : directory;
  await storePurpose(em, checkedPurpose(known, { ...entry, publishedOn: entry.publishedOn ?? undefined }));
}

async function limit({ em, directory }: Writing, { entry }: Of<'limits'>): Promise<void> {
  await storeCap(em, checkedCap(directory, entry), entry.publication.publishedOn);
}

const MOVES = { DRAFT: 'END', IN_FORCE: 'RESUME', SUSPENDED: 'SUSPEND' } as const;

async function agreement(writing: Writing, { act, entry, held }: Of<'agreements'>): Promise<void> {
  const { em, directory, reason, at } = writing;
  const now: Occasion = { at, unit: '', reason };
  if (act === 'END' && held !== null) {
    await storeMove(em, 'END', held.id, checkReason(entry.ended?.reason ?? '', '23'), now);
    return;
  }
  if (act === 'STATE' && held !== null) {
    const command = held.state === 'DRAFT' ? 'ACTIVATE' : MOVES[entry.state ?? 'IN_FORCE'];
    await storeMove(em, command, held.id, reason, now);
    return;
  }
  const { ended, state, concludedOn, ...agreed } = entry;
  // What has ended gives nothing any more: it may name what is not in force.
  const checked = ended === null ? checkedAgreement(directory, agreed) : agreed;
  if (held !== null) await storeMove(em, 'END', held.id, reason, now);
  const first: AgreementState = state ?? held?.state ?? 'IN_FORCE';
  const concluded = { ...now, at: instantOf(held === null ? concludedOn : undefined, writing) };
  const { id } = await storeAgreement(em, checked, first, concluded);
  if (ended !== null)
    await storeMove(em, 'END', id, checkReason(ended.reason, '23'), { ...now, at: instantOf(ended.on, writing) });
}

async function duty(writing: Writing, { act, entry, held }: Of<'duties'>): Promise<void> {
  const { em, directory, reason, at } = writing;
  if (act === 'END' && held !== null) {
    await storeDutyEnd(em, held.id, checkReason(entry.ended?.reason ?? '', '22'), at);
    return;
  }
  const { ended, registeredOn, ...registered } = entry;
  const matter = checkedMatter(registered.matter);
  const checked = ended === null ? checkedDuty(directory, registered) : { ...registered, matter };
  if (held !== null) await storeDutyEnd(em, held.id, reason, at);
  const { id } = await storeDuty(em, checked, instantOf(held === null ? registeredOn : undefined, writing));
  if (ended !== null) await storeDutyEnd(em, id, checkReason(ended.reason, '22'), instantOf(ended.on, writing));
}

export const writeCatalog: Writer = async (writing, change) => {
  switch (change.section) {
    case 'units':
      await unit(writing, change);
      return true;
    case 'calendars': {
      const { year, days, papers } = change.entry;
      // In the order in which the calendar command stores them.
      const ordered = days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
      const file = { year, days: ordered, source: papers.join(' ') };
      await storeYear(writing.em, file, true, { today: writing.today, at: writing.at });
      return true;
    }
    case 'displayPeriods':
      await displayPeriods(writing, change);
      return true;
    case 'items':
      await item(writing, change);
      return true;
    case 'purposes':
      await purpose(writing, change);
      return true;
    case 'limits':
      await limit(writing, change);
      return true;
    case 'agreements':
      await agreement(writing, change);
      return true;
    case 'duties':
      await duty(writing, change);
      return true;
    default:
      return false;
  }
};
