/** The form of a province file: what its sections hold. What is left out and what it then means stands here, and nowhere else. */
import { z } from 'zod';
import { isDate } from '../../schema/law/clocks/calendar.ts';
import {
  ACTIVITIES,
  CATALOG_CATEGORIES,
  INFORMATION_KINDS,
  NATURES,
  OPENNESS,
  PERSONAL_KINDS,
  RECORD_TYPES,
  SHARING,
  SUBJECT_KINDS,
  UNIT_KINDS,
} from '../../schema/law/facts.ts';
import { GROUNDS } from '../../schema/law/measures/designations.ts';
import { MEASURE_SCOPES, type MeasureScope } from '../../schema/law/measures/measures.ts';
import { DISPLAY_CLASSES } from '../../schema/law/records/display-periods.ts';
import { isSeenLine, isSeenText } from '../../schema/law/records/seen-text.ts';

/** The form that this software reads. A later one, which means something else, has another number. */
export const FORM = 1;
const [TEXT_MAX, CODE_MAX, LIST_MAX] = [4_000, 64, 2_000] as const;
/** Marks a fault of a date, which zod's own messages cannot tell from another text. */
export const NO_DATE = 'no date';
/** Marks characters that nobody sees: in a plan they would show something else than what is applied. */
export const UNSEEN = 'unseen';
/** What the database holds as a whole number. */
const WHOLE_MAX = 2_147_483_647;

const text = z.string().trim().min(1).max(TEXT_MAX).refine(isSeenText, UNSEEN);
/** Text of one line: the plan shows it. */
const line = z.string().trim().min(1).max(TEXT_MAX).refine(isSeenLine, UNSEEN);
const code = z.string().min(1).max(CODE_MAX).refine(isSeenLine, UNSEEN);
const date = z.string().refine(isDate, NO_DATE);
const whole = z.int().min(0).max(WHOLE_MAX);
const codes = z.array(code).max(LIST_MAX);
const some = codes.min(1);
const orNone = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

const publication = z.strictObject({ reference: text, publishedOn: date });
const ended = orNone(z.strictObject({ on: date, reason: text }));

const LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;

const unit = z.strictObject({
  code,
  name: line,
  nameEn: line,
  kinds: z.array(z.enum(UNIT_KINDS)).min(1),
  level: z.enum(LEVELS),
  region: orNone(code),
  line: orNone(code),
  uscc: orNone(code),
  ended,
});

const displayRow = z.strictObject({
  displayClass: z.enum(DISPLAY_CLASSES),
  decidedFrom: date,
  minimumMonths: orNone(whole),
  maximumMonths: whole,
  citation: text,
});
const displayPeriods = z.strictObject({
  edition: code,
  citation: text,
  publicationReference: text,
  effectiveFrom: date,
  periods: z.array(displayRow).min(1).max(LIST_MAX),
});

const purpose = z.strictObject({
  code,
  name: line,
  nameEn: line,
  activity: orNone(z.enum(ACTIVITIES)),
  article: line,
  service: line,
  needs: orNone(codes),
  authorizationMaximumMonths: orNone(whole),
  effectiveFrom: date,
  publicationReference: text,
  publishedOn: orNone(date),
});

const limit = z.strictObject({
  purpose: code,
  item: orNone(code),
  party: orNone(code),
  maximumMonths: whole,
  maximumUses: orNone(whole),
  effectiveFrom: date,
  publication,
});

const element = z.strictObject({
  name: line,
  title: line,
  personal: orNone(z.enum(PERSONAL_KINDS)),
  openness: z.enum(OPENNESS).optional(),
});

const item = z
  .strictObject({
    code,
    edition: code,
    information: z.enum(INFORMATION_KINDS).default('PUBLIC'),
    category: orNone(z.enum(CATALOG_CATEGORIES)),
    name: line,
    nameEn: line,
    conduct: text,
    nature: z.enum(NATURES),
    recordType: z.enum(RECORD_TYPES),
    subjectKinds: z.array(z.enum(SUBJECT_KINDS)).min(1),
    providingUnit: code,
    providers: z
      .strictObject({
        units: codes.default([]),
        rule: orNone(
          z.strictObject({ line: code, level: orNone(z.enum(LEVELS)), ownRegion: z.boolean().default(false) }),
        ),
      })
      .default({ units: [], rule: null }),
    dataSource: text,
    sharing: z.enum(SHARING),
    openness: z.enum(OPENNESS),
    displayPeriod: z
      .strictObject({ minimumMonths: orNone(whole), maximumMonths: orNone(whole) })
      .default({ minimumMonths: null, maximumMonths: null }),
    displayClass: orNone(z.enum(DISPLAY_CLASSES)),
    updateWithinWorkingDays: whole,
    legalBasis: z.array(z.strictObject({ article: line, title: line })).min(1),
    displayRequiredBy: orNone(text),
    effectiveFrom: date,
    effectiveUntil: orNone(date),
    publication,
    elements: z.array(element).min(1).max(LIST_MAX),
  })
  // An element is as open as its item where it says nothing of its own.
  .transform((one) => ({
    ...one,
    elements: one.elements.map((each) => ({ ...each, openness: each.openness ?? one.openness })),
  }));

const standard = z.strictObject({
  edition: code,
  citation: text,
  grounds: z.array(z.enum(GROUNDS)).default([]),
  designatingUnits: some,
  maximumMonths: orNone(whole),
  restorationMonths: orNone(whole),
  removalConditions: orNone(text),
  remedies: orNone(text),
  effectiveFrom: date,
  publication,
});

const list = z.strictObject({
  code,
  name: line,
  nameEn: line,
  kind: z.enum(['SERIOUS_UNTRUSTWORTHINESS', 'INCENTIVE']),
  item: code,
  publication,
  standards: z.array(standard).min(1),
});

const measure = z.strictObject({
  code,
  edition: code,
  name: line,
  nameEn: line,
  kind: z.enum(['REWARD', 'RESTRAINT', 'PUNISHMENT']),
  scope: z.enum(Object.keys(MEASURE_SCOPES) as [MeasureScope, ...MeasureScope[]]),
  source: z.enum(['NATIONAL', 'PROVINCIAL']),
  legalBasis: text,
  grounds: orNone(z.array(z.enum(GROUNDS))),
  lists: orNone(codes),
  activities: z.array(z.enum(ACTIVITIES)).min(1),
  maximumMonths: orNone(whole),
  maximumExtent: orNone(whole),
  effectiveFrom: date,
  effectiveUntil: orNone(date),
  publication,
});

const calendar = z.strictObject({
  year: z.int().min(2000).max(2999),
  papers: z.array(text).min(1),
  days: z.array(z.strictObject({ date, isOffDay: z.boolean() })).min(1),
});

const agreement = z.strictObject({
  /** Number of the contract. It stays while the contract is amended. */
  reference: code,
  party: code,
  items: some,
  purposes: some,
  concludedOn: date.optional(),
  validFrom: date,
  validUntil: date,
  dailyQuota: whole,
  /** Left out, the state stays; a new agreement is then in force. */
  state: z.enum(['DRAFT', 'IN_FORCE', 'SUSPENDED']).optional(),
  ended,
});

const duty = z.strictObject({
  department: code,
  matter: line,
  activity: z.enum(ACTIVITIES),
  items: some,
  identified: z.boolean().default(false),
  registeredOn: date.optional(),
  ended,
});

const section = <Schema extends z.ZodType>(entry: Schema) => z.array(entry).default([]);

/** Sections in the order in which they are applied: each names only what stands before it. */
export const ProvinceForm = z.strictObject({
  form: z.literal(FORM),
  units: section(unit),
  calendars: section(calendar),
  displayPeriods: section(displayPeriods),
  items: section(item),
  purposes: section(purpose),
  limits: section(limit),
  lists: section(list),
  measures: section(measure),
  agreements: section(agreement),
  duties: section(duty),
});

/** A province, as a file says it or as the database holds it. */
export type Province = Omit<z.output<typeof ProvinceForm>, 'form'>;
export type Section = keyof Province;

export type UnitEntry = Province['units'][number];
export type CalendarEntry = Province['calendars'][number];
export type ItemEntry = Province['items'][number];
export type PurposeEntry = Province['purposes'][number];
export type LimitEntry = Province['limits'][number];
export type ListEntry = Province['lists'][number];
export type StandardEntry = ListEntry['standards'][number];
export type MeasureEntry = Province['measures'][number];
export type AgreementEntry = Province['agreements'][number];
export type DutyEntry = Province['duties'][number];
