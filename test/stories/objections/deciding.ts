/** What the stories of who decides objections share: questions, who holds what, and the looks that are entries. */
import { type Headers, type Holder, type Identifier, subject, type World } from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';

export const LOAN = { purpose: 'LOAN_ORIGINATION' };
export const AMR = { role: 'provider', unit: 'HLJ-AMR' } as const;
export const TAX = { role: 'provider', unit: 'HLJ-TAX' } as const;

const OBJECTION = `id about status recordId reasons application decision decideBy provisional deadline decidedOn late nextRemedy recipientsToNotify
  pauses { cause document from until untilDocument } verifications { id of { code } question answer confirms askedOn answeredOn answerBy }`;
const RAISE = 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id deadline decideBy } }';
const DECIDE = `mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { ${OBJECTION} } }`;
const ASK = `mutation ($input: AskForHelpInput!) { askForVerification(input: $input) { id objection of { code } question askedOn answerBy decideBy
  provisional answeredOn } }`;
const ANSWER = `mutation ($input: AnswerVerificationInput!) { answerVerification(input: $input) { id answeredOn confirms answer } }`;
const PAUSE = `mutation ($input: PauseClockInput!) { pauseClock(input: $input) { ${OBJECTION} } }`;
const RESUME = `mutation ($input: ResumeClockInput!) { resumeClock(input: $input) { ${OBJECTION} } }`;
export const ONE = `query ($id: ID!) { objection(id: $id) { ${OBJECTION} } }`;
export const LOOK = `query ($id: ID!) { objection(id: $id) { status inQuestion { recordId version item { code } type occurredOn basisDocument subjectName
  subjectAddress subjectPhone content } } }`;
export const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { __typename id version item { code }
  objection { raisedOn } ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;
const MINE = `{ me { records(first: 200) { nodes { __typename id version item { code } providingUnit { code } objection { raisedOn decideBy }
  history { change } ... on AdministrativePenalty { documentNumber fineYuan } } }
  designations { id item { code } designatingUnit { code } } incentives { id designatingUnit { code } }
  nonPublicRecords(first: 200) { nodes { id version content item { code } collector { code } } } } }`;
const LOOKS = `{ me { disclosures(first: 200) { nodes { recipient { code } caseReference seen items { code } records { recordId version }
  bases { article items } } } } }`;
const CHANGES = '{ changes(first: 200) { nodes { kind recordId version } } }';
const CLOCKS = `{ deadlines(first: 200) { nodes { kind unit { code } reference startedOn dueOn provisional metOn status } } }`;

export { refusals } from './objecting.ts';

interface Look {
  readonly recipient: { readonly code: string };
  readonly bases: readonly { readonly article: string }[];
}

/** What is asked of one world. */
export const inWorld = (world: () => World) => {
  const well = async (
    holder: Holder | null,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    headers: Headers = {},
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  ): Promise<any> => {
    const { data, errors } = await world().ask(holder, query, variables, headers);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const command = (query: string) => (holder: Holder, input: Readonly<Record<string, unknown>>) =>
    world().ask(holder, query, { input });
  return {
    well,
    /** Raises an objection, and returns it as the subject knows it. */
    raise: async (of: Identifier, input: Readonly<Record<string, unknown>>) => {
      const { data, errors } = await world().ask(subject(of), RAISE, {
        input: { reasons: '决定书上的金额不同。', ...input },
      });
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data.raiseObjection as { readonly id: string; readonly deadline: string; readonly decideBy: string };
    },
    /** The id of an objection of a subject as a unit knows it. */
    as: (holder: Holder, of: Identifier, id: string, thing: 'OBJECTION' | 'RECORD' | 'VERIFICATION' = 'OBJECTION') =>
      of.type === 'USCC' && !of.value.startsWith('92') ? id : ownIdOf(world(), holder, id, thing),
    decide: command(DECIDE),
    ask: command(ASK),
    answer: command(ANSWER),
    pause: command(PAUSE),
    resume: command(RESUME),
    mine: async (of: Identifier) => (await well(subject(of), MINE)).me,
    /** Looks at what an objection opened, as its subject finds them. */
    looks: async (of: Identifier) =>
      ((await well(subject(of), LOOKS)).me.disclosures.nodes as Look[]).filter(({ bases }) =>
        bases.some(({ article }) => article === '39'),
      ),
    changes: async (holder: Holder) => (await well(holder, CHANGES)).changes.nodes,
    clocks: async (holder: Holder, kind: string): Promise<string[]> =>
      (await well(holder, CLOCKS)).deadlines.nodes
        .filter((clock: { kind: string }) => clock.kind === kind)
        .map(
          (clock: { unit: { code: string }; startedOn: string; dueOn: string; metOn: string | null; status: string }) =>
            `${clock.unit.code} ${clock.startedOn} ${clock.dueOn} ${clock.metOn ?? '-'} ${clock.status}`,
        ),
  };
};
