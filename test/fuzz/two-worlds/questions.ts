/** Operations that hold every root field of `Query` that callers see, and all that it answers three levels down. Written from the schema. */
import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { isNeeded, schemaOf } from '../../gateway/root-fields.ts';
import type { World } from '../../kit.ts';

/** Types of which a part stands for the whole: they are the same in every world. */
const PARTS: Readonly<Record<string, string>> = {
  CatalogItem: '{ code edition }',
  Unit: '{ code kinds }',
  SanctionList: '{ code }',
};

/** Edges hold the nodes, which are asked for beside them; `pages` asks for them as edges. */
const CURSOR = '{ cursor }';

/** Arguments of fields below the root. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  disclosures: '(first: 5)',
  notices: '(first: 5)',
  messages: '(first: 5)',
  objections: '(first: 5)',
  records: '(first: 50)',
  nonPublicRecords: '(first: 20)',
};

/** What of a type stands for the whole, and what fields below the root are asked with. */
interface How {
  readonly parts: Readonly<Record<string, string>>;
  readonly given: (field: GraphQLField<unknown, unknown>) => string;
}

const HOW: How = { parts: PARTS, given: ({ name, args }) => (args.length === 0 ? '' : (ARGUMENTS[name] ?? '')) };

/** All that a type answers so many levels down, fields of each implementation of an interface too. */
export function selection(schema: GraphQLSchema, type: GraphQLOutputType, depth: number, how: How = HOW): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (named.name in how.parts) return how.parts[named.name] ?? '';
  if (named.name.endsWith('Edge')) return CURSOR;
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }';
  const chosen = (of: typeof named, without: ReadonlySet<string>): string[] =>
    Object.values(of.getFields()).flatMap((field) => {
      if (without.has(field.name) || field.args.some(isNeeded)) return [];
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) return [field.name];
      if (depth === 0) return [];
      return [`${field.name}${how.given(field)} ${selection(schema, field.type, depth - 1, how)}`];
    });
  const fields = chosen(named, new Set());
  if (isInterfaceType(named)) {
    const common = new Set(Object.keys(named.getFields()));
    const taken = new Map<string, string>();
    for (const type of schema.getPossibleTypes(named)) {
      // Two fields of one name and different types need different names in an answer.
      const own = chosen(type, common).map((field) => {
        const kind = String(type.getFields()[field.split(' ')[0] ?? '']?.type);
        const first = taken.get(field) ?? kind;
        taken.set(field, first);
        return first === kind ? field : `${field}Of${type.name}: ${field}`;
      });
      if (own.length > 0) fields.push(`... on ${type.name} { ${own.join(' ')} }`);
    }
  }
  return `{ __typename ${fields.join(' ')} }`;
}

/** Root fields about a subject or of the calling unit, with their arguments and, where it is not all, what they are asked for. */
const ABOUT: Readonly<Record<string, readonly [given: string, selection?: string]>> = {
  subject: ['(identifier: $id)'],
  subjects: [
    '(identifiers: [$id, $other])',
    '{ id pseudonym name first: records(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } designations { id } }',
  ],
  me: ['', '{ id }'],
  access: ['(subject: $id)'],
  mayApply: ['(subject: $id, measure: "BAN-PROCUREMENT")'],
  matterChecks: ['(subjects: [$other, $id], matter: $matter)'],
  changes: ['(first: 200, after: $after)'],
  deadlines: ['(first: 200)'],
  pledgeChecks: ['(first: 200)'],
  objection: ['(id: $thing)'],
  objections: ['(first: 200)'],
  complaints: ['(first: 200)'],
  restorations: ['(first: 200)'],
  restorationConditions: ['(record: $thing)'],
  heldRecords: ['(first: 200)'],
  // Where the operator finds what fell, and nobody else anything: it is asked for nothing.
  archive: ['(record: "00000000-0000-4000-8000-000000000000", reason: "核对")'],
  organNotices: [''],
  webhook: [''],
  agreements: ['(first: 200)'],
  disclosure: ['(id: $thing)'],
  // What a unit reads of its own asking is what it was answered. Who oversees reads what others asked, who may have been shown the thing. Entries of one
  // answer stand in the order of ids, which are random: they are counted.
  disclosures: ['(filter: $asked)', '{ totalCount }'],
  disclosureCounts: [
    '(by: [DAY, UNIT, PURPOSE, OUTCOME], filter: $asked)',
    '{ day unit { code } purpose outcome count }',
  ],
  myAccess: [
    '',
    '{ authorizationsEnding { count within30Days } agreements { usedToday left } notices { totalCount nodes { kind from item } } }',
  ],
  // Who oversees counts those of every party; each party counts its own.
  authorizations: ['(party: $unit)'],
  webhooks: ['(first: 200)', '{ totalCount nodes { url pending dead } }'],
};

const PAGE = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const ONE = `{ ${PAGE} edges { cursor node { occurredOn } } nodes { occurredOn } }`;

/** Pages from behind and around a cursor that the caller was given: nothing of them may tell of a row that it may not see. */
function pagesOf(schema: GraphQLSchema): { readonly pages: string; readonly own: string } {
  const last = (type: string, field: string, size: number): string => {
    const connection = schema.getType(type);
    const edges = isObjectType(connection) ? connection.getFields()[field]?.type : undefined;
    const page = edges === undefined ? undefined : getNamedType(edges);
    const edge = isObjectType(page) ? page.getFields().edges?.type : undefined;
    const row = edge === undefined ? undefined : getNamedType(edge);
    const node = isObjectType(row) ? row.getFields().node?.type : undefined;
    if (node === undefined) throw new Error(`${type}.${field} is no connection.`);
    return `${field}(last: ${size}) { ${PAGE} edges { cursor node ${selection(schema, node, 2)} } }`;
  };
  const around = (
    field: string,
    cursor: string,
  ): string => `backOf_${field}: ${field}(last: 1, before: $${cursor}) ${ONE}
    onFrom_${field}: ${field}(first: 1, after: $${cursor}) ${ONE} noneOf_${field}: ${field}(after: $${cursor}, before: $${cursor}) ${ONE}`;
  return {
    pages: `query ($id: SubjectIdentifierInput!, $records: String, $collected: String) {
      subject(identifier: $id) { ${last('CreditSubject', 'records', 50)} ${around('records', 'records')}
        ${last('CreditSubject', 'nonPublicRecords', 20)} ${around('nonPublicRecords', 'collected')} }
      ${['deadlines', 'pledgeChecks', 'objections', 'restorations', 'complaints', 'agreements'].map((field) => last('Query', field, 200)).join(' ')} }`,
    own: `{ me { ${last('CreditSubject', 'disclosures', 5)} } }`,
  };
}

/** Beside `matterChecks` of the same case it has an operation of its own: one answer is kept for a case. */
const DESK: typeof ABOUT = { matterCheck: ['(subject: $id, matter: $matter)'] };

const STANDING: typeof ABOUT = {
  units: ['(first: 200)'],
  duties: ['(first: 200)'],
  provinceRuns: ['(first: 200)', '{ totalCount nodes { fileHash changes { what } } }'],
  catalogItems: ['(first: 200)'],
  purposes: [''],
  displayPeriods: [''],
  restorationExclusions: [''],
  assessmentMethods: [''],
  publishedMeasures: [''],
  publishedLists: [''],
  verifyReport: ['(token: "a.b.c")'],
  ledgerCheckpoint: [''],
  ledgerGaps: [''],
  ledgerConsistency: ['(from: 0, to: 0)'],
  verifyLedger: [''],
};

/** Numbers: they cost as much as all that stands together. */
const FIGURES: typeof ABOUT = {
  // Numbers of what is displayed, for who oversees; the edition is refused, since it would bring back what ended.
  displayPeriodsEffect: [
    '(input: { edition: "2027-1", citation: "示例", publicationReference: "示例〔2026〕9号", effectiveFrom: "2027-01-01", periods: [{ displayClass: MINOR, decidedFrom: "1949-10-01", maximumMonths: 60, citation: "示例" }] })',
  ],
  statistics: ['(groupBy: [ITEM])'],
  operationFigures: ['(from: "2026-01", until: "2026-11")'],
  breachReport: ['(from: "2026-01", until: "2026-11")'],
};

const DECLARED =
  '($id: SubjectIdentifierInput!, $other: SubjectIdentifierInput!, $matter: String!, $after: String, $thing: ID!, $asked: DisclosureFilter, $unit: String)';

export interface Questions {
  /** About a subject, with what the calling unit is told of it. */
  readonly about: string;
  /** The same rows from behind, as edges, and around a cursor. */
  readonly pages: string;
  /** What a subject is told of itself, from behind. */
  readonly ownPages: string;
  /** The question of a permit desk. */
  readonly desk: string;
  /** What a subject is told of itself. */
  readonly own: string;
  /** What is about no subject. */
  readonly standing: string;
  /** Numbers of what is held, shown and done. */
  readonly figures: string;
  /** Every root field that is asked. */
  readonly asked: readonly string[];
  readonly roots: readonly string[];
}

export async function questionsOf(world: World): Promise<Questions> {
  const schema = await schemaOf(world);
  const fields = schema.getQueryType()?.getFields() ?? {};
  const of = (asked: typeof ABOUT): string =>
    Object.entries(asked)
      .map(([name, [given, chosen]]) => {
        const type = fields[name]?.type;
        if (type === undefined) throw new Error(`The schema has no root field ${name}.`);
        return `${name}${given} ${chosen ?? selection(schema, type, 4)}`;
      })
      .join('\n');
  const { pages, own: ownPages } = pagesOf(schema);
  return {
    pages,
    ownPages,
    about: `query ${DECLARED} { ${of(ABOUT)} }`,
    desk: `query ($id: SubjectIdentifierInput!, $matter: String!) { ${of(DESK)} }`,
    own: `{ ${of({ me: [''] })} }`,
    standing: `{ ${of(STANDING)} }`,
    figures: `{ ${of(FIGURES)} }`,
    asked: [...Object.keys(ABOUT), ...Object.keys(DESK), ...Object.keys(STANDING), ...Object.keys(FIGURES)],
    roots: Object.keys(fields),
  };
}
