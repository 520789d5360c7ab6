/** Guards, ids and resolvers of the types of objections. Rows of them come only from fields whose guard says who may ask. */
import type { Role } from '../../../../schema/law/facts.ts';
import { aboutNobody, idOf } from '../../../authorization/ids.ts';
import { openConnection, openEdge, published, roles } from '../../../authorization/policy.ts';
import type { Context } from '../../../request/context.ts';
import type { ObjectionRow } from '../../../rights/claims/objection-rows.ts';
import { type RowInQuestion, rowInQuestion } from '../../../rights/in-question.ts';
import type { Resolvers } from '../../types.generated.ts';
import { evidenceLoader, pauseLoader, verificationLoader } from './beside.ts';

/** Roles that decide and verify. */
const DECIDE: ReadonlySet<Role> = new Set<Role>(['PROVIDER', 'DEPARTMENT', 'COLLECTOR', 'OPERATOR']);

/** Who decides objections, and who may be asked to verify for one (Article 39). */
const deciders = roles('39', 'PROVIDER', 'DEPARTMENT', 'COLLECTOR', 'OPERATOR');

const objectionQuestions = {
  objection: roles('39', 'SUBJECT', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'DEPARTMENT', 'COLLECTOR'),
  objections: roles('39', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'DEPARTMENT', 'COLLECTOR'),
};

const objectionActs = {
  raiseObjection: roles('39', 'SUBJECT'),
  withdrawObjection: roles('39', 'SUBJECT'),
  decideObjection: deciders,
  askForVerification: deciders,
  answerVerification: deciders,
  pauseClock: deciders,
  resumeClock: deciders,
};

const objectionGuards = {
  Objection: published(
    ...(['id', 'about', 'status', 'recordId', 'item', 'statement', 'competentUnit', 'raisedOn', 'labelBy'] as const),
    ...(['labelledOn', 'decideBy', 'provisional', 'deadline', 'reasons', 'application', 'decision'] as const),
    ...([
      'decidedOn',
      'late',
      'nextRemedy',
      'recipientsToNotify',
      'verifications',
      'pauses',
      'inQuestion',
      'evidence',
    ] as const),
  ),
  ObjectionConnection: openConnection,
  ObjectionEdge: openEdge,
  Verification: published(
    ...(['id', 'objection', 'of', 'question', 'askedOn', 'answerBy', 'decideBy', 'provisional'] as const),
    ...(['answeredOn', 'confirms', 'answer'] as const),
  ),
  Evidence: published('id', 'kind', 'bytes', 'uploadedAt', 'keptUntil'),
  ObjectionPause: published('cause', 'document', 'from', 'until', 'untilDocument'),
  RecordInQuestion: published(
    ...(['recordId', 'version', 'item', 'type', 'occurredOn', 'basisDocument'] as const),
    ...(['subjectName', 'subjectAddress', 'subjectPhone', 'content'] as const),
  ),
};

const objectionIds = {
  Objection: { id: idOf('OBJECTION'), recordId: idOf('RECORD'), deadline: aboutNobody },
  Verification: { id: idOf('VERIFICATION'), objection: idOf('OBJECTION') },
  RecordInQuestion: { recordId: idOf('RECORD') },
  // Random, and told to who brought it and to who decides alone.
  Evidence: { id: aboutNobody },
};

/** Ids that the mutations of objections take. */
const objectionArguments = {
  'Mutation.withdrawObjection': { id: 'OBJECTION' },
  RaiseObjectionInput: { record: 'RECORD', designation: 'RECORD', statement: 'RECORD', evidence: null },
  'Query.objection': { id: 'OBJECTION' },
  DecideObjectionInput: { objection: 'OBJECTION' },
  AskForHelpInput: { objection: 'OBJECTION' },
  AnswerVerificationInput: { id: 'VERIFICATION' },
  PauseClockInput: { deadline: null },
  ResumeClockInput: { deadline: null },
} as const;

/** What the policy of the subgraph says of objections. */
export const objectionPolicy = {
  Query: objectionQuestions,
  Mutation: objectionActs,
  types: objectionGuards,
  ids: objectionIds,
  arguments: objectionArguments,
};

/** Who was shown what was wrong is its subject's to know and the operator's to tell, and no unit's (Article 23). */
const recipientsSeen = ({ caller }: Context, { recipients }: ObjectionRow): number | null =>
  recipients === null || caller.role === 'OPERATOR' ? recipients : 0;

/** An open objection opens it to who decides, and to who was asked to verify and has not answered. The row policies decide the same by themselves. */
async function seenInQuestion(context: Context, row: ObjectionRow): Promise<RowInQuestion | null> {
  const { caller } = context;
  if (row.status !== 'OPEN' || caller.unit === null || !DECIDE.has(caller.role)) return null;
  const verifies = async (): Promise<boolean> =>
    (await verificationLoader(context).load(row.id)).some(
      ({ unit, answeredOn }) => unit === caller.unit && answeredOn === null,
    );
  return row.unit === caller.unit || (await verifies()) ? rowInQuestion(context, row) : null;
}

export const objectionResolvers: Pick<Resolvers, 'Objection' | 'Verification'> = {
  Objection: {
    item: ({ itemCode }) => (itemCode === null ? null : { code: itemCode }),
    competentUnit: ({ unit }) => ({ code: unit }),
    reasons: ({ application, decision }) => decision ?? application,
    late: ({ decidedOn, decideBy }) => decidedOn !== null && decidedOn > decideBy,
    recipientsToNotify: (row, _args, context) => recipientsSeen(context, row),
    verifications: ({ id }, _args, context) => verificationLoader(context).load(id),
    pauses: ({ deadline }, _args, context) => pauseLoader(context).load(deadline),
    evidence: ({ id }, _args, context) => evidenceLoader(context).load(id),
    inQuestion: (row, _args, context) => seenInQuestion(context, row),
  },
  Verification: { of: ({ unit }) => ({ code: unit }) },
};
