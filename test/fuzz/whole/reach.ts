/** The output fields that a query can reach, and those of them that the world holds nothing for. */
import { type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';

/** Names of the types that are reached from one, itself among them. */
export function typesFrom(schema: GraphQLSchema, from: string): ReadonlySet<string> {
  const types = new Set<string>();
  const enter = (name: string): void => {
    const type = schema.getType(name);
    if (type === undefined || types.has(name)) return;
    types.add(name);
    if (isAbstractType(type)) for (const one of schema.getPossibleTypes(type)) enter(one.name);
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) enter(getNamedType(field.type).name);
  };
  enter(from);
  return types;
}

/** Every field of every object type that is reached from a query, as `Type.field`. What mutations alone answer with is not among them. */
const reachableFields = (schema: GraphQLSchema): string[] =>
  [...typesFrom(schema, schema.getQueryType()?.name ?? '')]
    .flatMap((name) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    })
    .sort();

/** Fields that no query in this world answers with a value, and why. */
export const EMPTY_HERE: readonly (readonly [fields: RegExp, why: string])[] = [
  [/^LedgerVerification\.(fault|firstBroken|gap)$/, 'the ledger is intact'],
  [/^LedgerGap\./, 'the ledger has no gap'],
  [/^ReportVerification\.(issuedAt|supersededAt|keyRevokedAt)$/, 'no operation holds the token of a report'],
  [/^Unit\.end(edOn|Reason)$/, 'no unit of the sample has ended'],
  [/^(Unit)?Webhook\.last(DeliveredAt|Error)$/, 'nothing is delivered in this world'],
  [/^ProvinceRun\.signedBy$/, 'no run of this world was signed'],
  [
    /^(RefusedRequests|ReturnedRows)\./,
    'no operation here passes the door, where refusals are counted, and no row of the sample came back',
  ],
  [/^MyAccess\.tokenExpiresAt$/, 'the callers of this world are made without a token'],
  [/^Authorization\.remindedSince$/, 'ninety days do not pass in this world'],
  [/^OrganNotice\.(correctBy|corrected)$/, 'no organ is ordered to correct in this world'],
  [/^Channel\.(confirmedAt|toldAt|endedAt)$/, 'nothing is sent to a channel in this world'],
  [/\.ownStatement$/, 'a statement stands beside a penalty alone; the field is the same of every type'],
  [/\.objection$/, 'an objection is raised to a penalty alone; the field is the same of every type'],
  [/\.displayedUntil$/, 'records of some types are displayed without an end; the field is the same of every type'],
];

/** Fields that can be reached and were not answered, without those that are empty here. */
export const unanswered = (schema: GraphQLSchema, answered: ReadonlySet<string>): string[] =>
  reachableFields(schema).filter((field) => !answered.has(field) && !EMPTY_HERE.some(([fields]) => fields.test(field)));
