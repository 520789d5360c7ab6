/** Turns the result of a report's query into sections: the records found, and the fields withheld from the recipient. */
import type { GraphQLFormattedError } from 'graphql';
import type { Named, ReportEntry, ReportSection } from './report.ts';
import { FRAME, sectionsOf, type Template } from './templates.ts';

// biome-ignore lint/suspicious/noExplicitAny: the answer of a query that is made here
export type Answer = any;

/** Fields that the errors of a result close, each as `Type.field`, because several types have fields of the same name. */
export const closedIn = (subject: Answer, errors: readonly GraphQLFormattedError[] = []): string[] =>
  errors.flatMap(({ path = [] }) => {
    const [, records, nodes, row, field] = path;
    return records === 'records' && nodes === 'nodes' && field !== undefined
      ? [`${subject.records.nodes[Number(row)]?.__typename}.${field}`]
      : [];
  });

export const named = (value: Answer): Named => ({
  code: value?.code ?? '',
  name: value?.name ?? null,
  nameEn: value?.nameEn ?? null,
});

function textOf(value: Answer): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('、');
  if (typeof value === 'object') {
    const { name, idNumber, code } = value;
    return [name ?? code, idNumber].filter((part) => part != null).join(' ') || null;
  }
  return String(value);
}

const valuesOf = (row: Answer, skip: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => {
      const text = skip.includes(field) ? null : textOf(value);
      return text === null ? [] : [[field, text]];
    }),
  );

/** What the subject itself states beside a row, as the recipient reads it. */
const stated = (row: Answer): Pick<ReportEntry, 'ownStatement'> =>
  row.ownStatement == null ? {} : { ownStatement: row.ownStatement.text };

function recordEntry(row: Answer, closed: ReadonlySet<string>): ReportEntry {
  return {
    id: row.id,
    version: row.version,
    item: named(row.item),
    list: null,
    occurredOn: row.occurredOn,
    displayedUntil: row.displayedUntil ?? null,
    source: named(row.source?.unit ?? row.providingUnit),
    receivedAt: row.source?.receivedAt ?? null,
    objected: row.objection != null,
    ...stated(row),
    values: valuesOf(row, FRAME),
    withheld: Object.keys(row).filter((field) => row[field] === null && closed.has(`${row.__typename}.${field}`)),
  };
}

const LIST_FRAME = ['id', 'list', 'item', 'designatedOn', 'designatingUnit', 'objection', 'ownStatement'];

const listEntry = (row: Answer): ReportEntry => ({
  id: row.id,
  version: 1,
  item: named(row.item),
  list: named(row.list),
  occurredOn: row.designatedOn,
  displayedUntil: null,
  source: named(row.designatingUnit),
  receivedAt: null,
  objected: row.objection != null,
  ...stated(row),
  values: valuesOf(row, LIST_FRAME),
  withheld: [],
});

/** The sections of a template in its order. `asked` holds those that the recipient's basis covers (Article 35). */
export function sections(template: Template, subject: Answer, asked: ReadonlySet<unknown>): ReportSection[] {
  const closed = new Set<string>(subject.closed);
  return sectionsOf(template).map(({ key, types, lists }) => ({
    key,
    asked: lists !== undefined || asked.has(key),
    entries: [
      ...(lists === undefined ? [] : (subject[lists] ?? []).map(listEntry)),
      ...subject.records.nodes
        .filter((row: Answer) => (types as readonly string[]).includes(row.__typename))
        .map((row: Answer) => recordEntry(row, closed)),
    ],
  }));
}
