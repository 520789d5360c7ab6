/** Writes a province as a file: ordered by code, without what the form says by itself, in the same bytes for the same province. */
import { Document, isMap, isNode, isPair, isScalar, isSeq, visit, type YAMLSeq } from 'yaml';
import { FORM, type Province, type Section } from './form.ts';
import type { HeldProvince } from './held.ts';

const HEAD = ` A province: who takes part, what is published, and what is agreed.
 npm run province -- FILE --dry-run says what a file would change; without --dry-run it is applied.

 What a file does not name stays as it is. Nothing that was published is edited: a change is the next edition (edition, or effectiveFrom
 of a purpose). \`ended: { on, reason }\` ends a unit, an agreement or a duty; effectiveUntil ends an item.
 Dates are YYYY-MM-DD, days in Asia/Shanghai. The keys are described in gateway/PROVINCE.md.`;

const TITLES: Readonly<Record<Section, string>> = {
  units: ' Units that provide, ask, run and oversee.',
  calendars: ' Working days, as the State Council arranged them.',
  displayPeriods: ' How long a decision of a class is displayed, by the day of the decision (Article 37).',
  items: ' The catalog (Article 18). An element is as open as its item where it says nothing.',
  purposes: ' Purposes of requests (Articles 24 and 44).',
  limits: ' Limits on authorizations that are stricter than those of the purposes (Article 36).',
  lists: ' Lists and the standards of designation (Articles 25 and 28).',
  measures: ' Measures (Articles 26 and 31).',
  agreements: ' Agreements with parties (Article 23).',
  duties: ' Statutory duties of departments (Article 22).',
};

const LINE_WIDTH = 120;

type Entry = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Keys for which false or an empty list says something. */
const SAYING = new Set(['isOffDay', 'needs']);

/** Leaves out what the form takes for granted. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, bare(inner)] as const)
    .filter(([key, inner]) => (SAYING.has(key) ? inner !== null : !isEmpty(inner)));
  return Object.fromEntries(kept);
}

const byText = (textOf: (one: Entry) => string) => (one: Entry, other: Entry) => {
  const [left, right] = [textOf(one), textOf(other)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Entries by what they are known by; of one name, what ended comes first. */
const keyOf = (entry: Entry): string =>
  [
    entry.code ?? entry.year ?? entry.reference ?? entry.purpose ?? entry.department,
    entry.matter ?? entry.item ?? '',
    entry.effectiveFrom ?? '',
    entry.edition ?? entry.party ?? '',
    entry.ended == null ? '1' : '0',
    entry.concludedOn ?? entry.registeredOn ?? '',
    JSON.stringify(entry.items ?? ''),
  ].join('\u0000');

const ruleOf = (rule: Province['items'][number]['providers']['rule']) =>
  rule === null ? null : { line: rule.line, level: rule.level, ownRegion: rule.ownRegion };

const exportedItem = (item: Province['items'][number]): Entry => ({
  ...item,
  information: item.information === 'PUBLIC' ? null : item.information,
  // JSON of the database has its keys in an order of its own.
  providers: { units: item.providers.units, rule: ruleOf(item.providers.rule) },
  legalBasis: item.legalBasis.map(({ article, title }) => ({ article, title })),
  elements: item.elements.map(({ name, title, personal, openness }) => ({
    name,
    title,
    personal,
    openness: openness === item.openness ? null : openness,
  })),
});

/** Keys in the order of the form, so that two exports differ only where the provinces do. */
function sectionsOf(held: HeldProvince): Readonly<Record<Section, readonly Entry[]>> {
  return {
    units: held.units,
    calendars: held.calendars.map((one) => ({
      ...one,
      days: one.days
        .map(({ date, isOffDay }) => ({ date, isOffDay }))
        .sort((left, right) => (left.date < right.date ? -1 : 1)),
    })),
    displayPeriods: held.displayPeriods.map((one) => ({
      ...one,
      // JSON of the database has its keys in an order of its own.
      periods: one.periods.map(({ displayClass, decidedFrom, minimumMonths, maximumMonths, citation }) => ({
        displayClass,
        decidedFrom,
        minimumMonths,
        maximumMonths,
        citation,
      })),
    })),
    items: held.items.map(exportedItem),
    purposes: held.purposes,
    limits: held.limits,
    lists: held.lists.map((one) => ({ ...one, standards: one.standards.toSorted(byText(keyOf) as never) })),
    measures: held.measures,
    agreements: held.agreements.map(({ id: _id, state, ...one }) => ({
      ...one,
      state: state === 'IN_FORCE' ? null : state,
      ended: one.ended,
    })),
    duties: held.duties.map(({ id: _id, ...one }) => one),
  };
}

/** Entries that fit on a line are written on one. */
const ON_ONE_LINE = new Set([
  'publication',
  'ended',
  'displayPeriod',
  'rule',
  'elements',
  'legalBasis',
  'days',
  'periods',
]);

function laidOut(document: Document): void {
  visit(document, {
    Pair: (_key, pair) => {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      const { value } = pair;
      if (isMap(value) && ON_ONE_LINE.has(name)) value.flow = true;
      if (!isSeq(value)) return;
      if (ON_ONE_LINE.has(name)) for (const inner of value.items) if (isMap(inner)) inner.flow = true;
      if (value.items.every((inner) => isScalar(inner))) value.flow = true;
    },
  });
  if (!isMap(document.contents)) return;
  for (const pair of document.contents.items) {
    if (!isPair(pair) || !isNode(pair.key) || !isSeq(pair.value)) continue;
    pair.key.spaceBefore = true;
    pair.key.commentBefore = TITLES[String(isScalar(pair.key) ? pair.key.value : '') as Section];
    (pair.value as YAMLSeq).items.forEach((inner, at) => {
      if (isNode(inner) && at > 0) inner.spaceBefore = true;
    });
  }
}

export function exportProvince(held: HeldProvince): string {
  const sections = sectionsOf(held);
  const named = (Object.keys(TITLES) as Section[]).map(
    (name) => [name, sections[name].toSorted(byText(keyOf))] as const,
  );
  const document = new Document(
    {
      form: FORM,
      ...Object.fromEntries(
        named.filter(([, entries]) => entries.length > 0).map(([name, list]) => [name, bare(list)]),
      ),
    },
    { aliasDuplicateObjects: false },
  );
  document.commentBefore = HEAD;
  laidOut(document);
  return document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: true });
}
