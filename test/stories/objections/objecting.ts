/** What the stories of objections share: the questions, and refusals as they are read. */
import { type Answer, type Headers, type Holder, type Identifier, subject, type World } from '../../kit.ts';

export const OBJECTION = `id about status recordId item { code } statement competentUnit { code } raisedOn labelBy labelledOn decideBy provisional
  reasons application decision decidedOn late nextRemedy recipientsToNotify verifications { id } pauses { cause }`;
export const RAISE = `mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { ${OBJECTION} } }`;
export const WITHDRAW = 'mutation ($id: ID!) { withdrawObjection(id: $id) { id status decidedOn } }';
export const OWN = `{ me { objections { totalCount nodes { ${OBJECTION} } } } }`;
export const LIST = `query ($status: ObjectionStatus) { objections(status: $status) { totalCount nodes { ${OBJECTION} deadline } } }`;

export const HELD = `{ me { records(first: 200) { nodes { __typename id item { code } providingUnit { code } displayedUntil objection { raisedOn decideBy } } }
  designations { id item { code } designatingUnit { code } objection { raisedOn decideBy } }
  incentives { id item { code } designatingUnit { code } objection { raisedOn decideBy } }
  nonPublicRecords(first: 200) { nodes { id item { code } collector { code } objection { raisedOn decideBy } } }
  statements { kind recordId unit { code } objection { raisedOn decideBy } } } }`;

export const REASONS = '罚款金额写错了，决定书上是两万元。';

/** `field CODE REASON article`, as the refusals of an answer are read. */
export const refusals = ({ errors = [] }: Answer): string[] =>
  errors.map(({ path = [], extensions: { code, reason, article } }) =>
    [path.join('.'), code, reason, article].filter((part) => part !== undefined).join(' '),
  );

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
  /** What is held of a subject, as it reads it. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  const heldOf = async (of: Identifier): Promise<any> => {
    const { me } = await well(subject(of), HELD);
    const ofType = (type: string) => me.records.nodes.find((node: { __typename: string }) => node.__typename === type);
    return {
      records: me.records.nodes,
      penalty: ofType('AdministrativePenalty'),
      arrears: ofType('Arrears'),
      permit: ofType('AdministrativePermit'),
      registration: ofType('Registration'),
      assessment: ofType('AssessmentRecord'),
      designations: me.designations,
      incentives: me.incentives,
      nonPublic: me.nonPublicRecords.nodes,
      statements: me.statements,
    };
  };
  return {
    well,
    heldOf,
    raise: (of: Identifier, input: Readonly<Record<string, unknown>>): Promise<Answer> =>
      world().ask(subject(of), RAISE, { input: { reasons: REASONS, ...input } }),
    withdraw: (of: Identifier, id: string): Promise<Answer> => world().ask(subject(of), WITHDRAW, { id }),
  };
};
