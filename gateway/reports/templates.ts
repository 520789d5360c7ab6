/** The templates of reports: which sections each has, and the one named query that asks for them as the caller. */
import type { RecordType } from '../../schema/law/facts.ts';

export const TEMPLATES = ['PUBLIC_CREDIT', 'SPECIAL'] as const;
/** The public credit report (公共信用报告), and the special one that stands in for certificates of no violation (专项信用报告). */
export type Template = (typeof TEMPLATES)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

interface SectionOf {
  readonly key: string;
  readonly types: readonly Exclude<RecordType, 'AssessmentRecord'>[];
  /** Designations of a kind of list beside the records. */
  readonly lists?: 'designations' | 'incentives';
  readonly special: boolean;
}

/** In the order of national practice: who it is, what it may do, what it was punished for, what it is bound by, what speaks for it. */
export const SECTIONS = [
  { key: 'registration', types: ['Registration'], special: true },
  { key: 'permits', types: ['AdministrativePermit'], special: false },
  { key: 'penalties', types: ['AdministrativePenalty'], special: true },
  { key: 'acts', types: ['AdministrativeAct'], special: true },
  { key: 'lists', types: [], lists: 'designations', special: true },
  { key: 'documents', types: ['LegalDocument'], special: true },
  { key: 'obligations', types: ['UnperformedObligation', 'Arrears', 'DeceptiveConduct'], special: true },
  { key: 'honours', types: ['Commendation'], lists: 'incentives', special: false },
  { key: 'pledges', types: ['PledgeRecord'], special: false },
  { key: 'other', types: ['PublicServiceRecord', 'OtherRecord'], special: false },
] as const satisfies readonly SectionOf[];
export type SectionKey = (typeof SECTIONS)[number]['key'];

export const sectionsOf = (template: Template): readonly (SectionOf & { readonly key: SectionKey })[] =>
  SECTIONS.filter(({ special }) => template === 'PUBLIC_CREDIT' || special);

const AUTHORITY = 'authority { code name }';
const PERSON = 'legalRepresentative { name idNumber }';

/** What a report says of a record of each type. A report neither rates nor scores, and carries no assessment. */
const CONTENT: Readonly<Record<Exclude<RecordType, 'AssessmentRecord'>, string>> = {
  Registration: `legalName registeredOn status regionCode registrationAuthority entityType capital scope ${PERSON}`,
  Commendation: 'title awardedBy level documentNumber',
  PledgeRecord: 'content pledgedOn pledgePerformance: performance matter',
  AdministrativePermit: `documentNumber documentName permitKinds permitNumber content validFrom validUntil ${AUTHORITY}`,
  AdministrativePenalty: `documentNumber conduct facts legalBasisText penaltyKinds content fineYuan confiscatedYuan licence validUntil ${AUTHORITY}`,
  AdministrativeAct: `documentNumber actKind content ${AUTHORITY}`,
  PublicServiceRecord: 'service period content amountYuan',
  LegalDocument: 'documentNumber court cause content',
  Arrears: 'kind amountYuan period content',
  UnperformedObligation: 'documentNumber court obligation performance amountYuan',
  DeceptiveConduct: 'documentNumber conduct facts',
  OtherRecord: 'title content',
};

/** Members of a record that are no content of it. */
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
];

const ITEM = 'item { code name nameEn }';

/** The query: by whoever may ask about the subject, or about oneself, which tells where each record came from too. */
export function queryOf(template: Template, own: boolean): string {
  const types = sectionsOf(template).flatMap(({ types }) => types);
  const fragments = types.map((type) => `... on ${type} { ${CONTENT[type]} }`).join(' ');
  const subject = `id kind name identifier { type value }
    records(first: 200, after: $after, items: $items) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { __typename id version occurredOn displayedUntil ${ITEM} providingUnit { code name nameEn } objection { raisedOn }
        ${own ? 'source { unit { code name nameEn } receivedAt submissionId }' : ''} ${fragments} }
    }
    designations @include(if: $first) { id list { code name nameEn } ground basisDocument designatedOn until responsibleAs ${ITEM} designatingUnit { code name nameEn } }
    ${template === 'SPECIAL' ? '' : `incentives @include(if: $first) { id list { code name nameEn } designatedOn until designatingUnit { code name nameEn } ${ITEM} }`}`;
  return own
    ? `query CreditReport($after: String, $items: [String!], $first: Boolean!) { subject: me { ${subject} } }`
    : `query CreditReport($id: SubjectIdentifierInput!, $after: String, $items: [String!], $first: Boolean!) { subject(identifier: $id) { ${subject} } }`;
}
