/** The templates of reports: the sections of each, and the query that reads them with the caller's rights. */
import type { RecordType } from '../../schema/law/facts.ts';

export const TEMPLATES = ['PUBLIC_CREDIT', 'SPECIAL', 'RESTORATION'] as const;
/**
 * The public credit report (公共信用报告), the special one that stands in for certificates of no violation (专项信用报告), and the certificate of a restoration
 * (信用修复证明), which has no sections.
 */
export type Template = (typeof TEMPLATES)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** In the order of national practice: registration, permits, penalties, obligations, and then what speaks in favour of the subject. */
export const SECTIONS = [
  { key: 'registration', special: true },
  { key: 'permits', special: false },
  { key: 'penalties', special: true },
  { key: 'acts', special: true },
  { key: 'lists', lists: 'designations', special: true },
  { key: 'documents', special: true },
  { key: 'obligations', special: true },
  { key: 'honours', lists: 'incentives', special: false },
  { key: 'pledges', special: false },
  { key: 'other', special: false },
] as const satisfies readonly {
  readonly key: string;
  /** Field of the subject with designations that the section shows beside the records. */
  readonly lists?: 'designations' | 'incentives';
  readonly special: boolean;
}[];
export type SectionKey = (typeof SECTIONS)[number]['key'];

/** Section and fields of each type of record; null for a type that reports leave out, with the reason. */
const REPORTED = {
  Registration: {
    section: 'registration',
    fields: [
      'legalName',
      'registeredOn',
      'status',
      'regionCode',
      'registrationAuthority',
      'entityType',
      'capital',
      'scope',
      'legalRepresentative',
    ],
  },
  AdministrativePermit: {
    section: 'permits',
    fields: [
      'documentNumber',
      'documentName',
      'permitKinds',
      'permitNumber',
      'content',
      'validFrom',
      'validUntil',
      'authority',
    ],
  },
  AdministrativePenalty: {
    section: 'penalties',
    fields: [
      'documentNumber',
      'conduct',
      'facts',
      'legalBasisText',
      'penaltyKinds',
      'content',
      'fineYuan',
      'confiscatedYuan',
      'licence',
      'validUntil',
      'authority',
    ],
  },
  AdministrativeAct: { section: 'acts', fields: ['documentNumber', 'actKind', 'content', 'authority'] },
  LegalDocument: { section: 'documents', fields: ['documentNumber', 'court', 'cause', 'content'] },
  UnperformedObligation: {
    section: 'obligations',
    fields: ['documentNumber', 'court', 'obligation', 'performance', 'amountYuan'],
  },
  Arrears: { section: 'obligations', fields: ['kind', 'amountYuan', 'period', 'content'] },
  DeceptiveConduct: { section: 'obligations', fields: ['documentNumber', 'conduct', 'facts'] },
  Commendation: { section: 'honours', fields: ['title', 'awardedBy', 'level', 'documentNumber'] },
  PledgeRecord: { section: 'pledges', fields: ['content', 'pledgedOn', 'pledgePerformance', 'matter'] },
  PublicServiceRecord: { section: 'other', fields: ['service', 'period', 'content', 'amountYuan'] },
  OtherRecord: { section: 'other', fields: ['title', 'content'] },
  // A report neither rates nor scores.
  AssessmentRecord: null,
} as const satisfies Record<RecordType, { readonly section: SectionKey; readonly fields: readonly string[] } | null>;

type Reported = NonNullable<(typeof REPORTED)[RecordType]>;
/** Every field that a report shows. Each needs a label in `wording.ts`. */
export type ReportedField = Reported['fields'][number];

const TYPES = (Object.keys(REPORTED) as RecordType[]).flatMap((type) => {
  const reported: Reported | null = REPORTED[type];
  return reported === null ? [] : [{ type, ...reported }];
});

interface SectionOf {
  readonly key: SectionKey;
  readonly types: readonly RecordType[];
  readonly lists?: 'designations' | 'incentives';
}

export const sectionsOf = (template: Template): readonly SectionOf[] =>
  SECTIONS.filter(({ special }) => template === 'PUBLIC_CREDIT' || (template === 'SPECIAL' && special)).map(
    (section) => ({
      ...section,
      types: TYPES.filter((reported) => reported.section === section.key).map(({ type }) => type),
    }),
  );

/** Selections of fields whose name alone is not enough in a query. */
const SELECTIONS: Readonly<Partial<Record<ReportedField, string>>> = {
  authority: 'authority { code name }',
  legalRepresentative: 'legalRepresentative { name idNumber }',
  // UnperformedObligation has a field `performance` of another type. One response name cannot have two types, hence the alias.
  pledgePerformance: 'pledgePerformance: performance',
};

/** Fields of a record that are not its content. */
export const FRAME = [
  '__typename',
  'id',
  'version',
  'item',
  'occurredOn',
  'displayedUntil',
  'providingUnit',
  'source',
  'objection',
  'ownStatement',
];

const ITEM = 'item { code name nameEn }';
const STATED = 'ownStatement { text }';

/** The query of a template. With `own` a subject asks about itself; then it also reads where each record came from (Article 35). */
export function queryOf(template: Template, own: boolean): string {
  const keys = sectionsOf(template).map(({ key }) => key);
  const fragments = TYPES.filter(({ section }) => keys.includes(section))
    .map(({ type, fields }) => `... on ${type} { ${fields.map((field) => SELECTIONS[field] ?? field).join(' ')} }`)
    .join(' ');
  const subject = `id kind name statements(kinds: [NAME]) { recordId version item { code } } identifier { type value }
    records(first: 200, after: $after, items: $items) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { __typename id version occurredOn displayedUntil ${ITEM} providingUnit { code name nameEn } objection { raisedOn } ${STATED}
        ${own ? 'source { unit { code name nameEn } receivedAt submissionId }' : ''} ${fragments} }
    }
    designations @include(if: $first) { id list { code name nameEn } ground basisDocument designatedOn until responsibleAs ${ITEM} ${STATED} designatingUnit { code name nameEn } objection { raisedOn } }
    ${template === 'SPECIAL' ? '' : `incentives @include(if: $first) { id list { code name nameEn } designatedOn until designatingUnit { code name nameEn } ${ITEM} ${STATED} objection { raisedOn } }`}`;
  return own
    ? `query CreditReport($after: String, $items: [String!], $first: Boolean!) { subject: me { ${subject} } }`
    : `query CreditReport($id: SubjectIdentifierInput!, $after: String, $items: [String!], $first: Boolean!) { subject(identifier: $id) { ${subject} } }`;
}
