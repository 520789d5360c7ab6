/** What the stories of restoration share: the questions, a serious penalty and a listed company, and refusals as they are read. */
import { type Answer, type Headers, type Holder, type Identifier, OPERATOR, subject, type World } from '../../kit.ts';
import { PROVINCE } from '../comeback/delivering.ts';

export { refusals } from '../objections/objecting.ts';

export const APPLICATION = `id status recordId item { code } sourceUnit { code } competentUnit { code } appliedOn decideBy provisional unmetConditions corrected
  dutiesPerformed pledge decidedOn decidedBy { code } late reasons againFrom decision { on document list listName listNameEn }`;
export const APPLY = `mutation ($input: ApplyForRestorationInput!) { applyForRestoration(input: $input) { ${APPLICATION} } }`;
export const WITHDRAW = 'mutation ($id: ID!) { withdrawRestoration(id: $id) { id status } }';
export const DECIDE = `mutation ($input: DecideRestorationInput!) { decideRestoration(input: $input) { id status decidedOn late reasons againFrom } }`;
export const EXCLUDE = `mutation ($input: RestorationExclusionInput!) { publishRestorationExclusion(input: $input) { item list ground citation effectiveFrom until
  publishedOn } }`;
export const CONDITIONS = `query ($record: ID, $designation: ID) { restorationConditions(record: $record, designation: $designation) { earliest unmetConditions
  article minimumMonths displayedUntil excludedBy competentUnit { code } } }`;
export const LIST = `query ($status: RestorationStatus) { restorations(status: $status) { totalCount nodes { ${APPLICATION} inQuestion { recordId version type
  basisDocument subjectName content } } } }`;
/** As a unit reads them. */
export const OF_UNIT = `{ restorations { totalCount nodes { id status recordId item { code } decideBy pledge reasons corrected unmetConditions
  inQuestion { recordId } } } }`;
const MINE = `{ me { restorations { ${APPLICATION} } messages(first: 200) { nodes { kind text recordId } } } }`;
const CLOCKS = '{ deadlines(first: 200) { nodes { kind unit { code } startedOn dueOn metOn status } } }';

export const PLEDGE = '本人承诺今后依法经营，不再发生类似行为。';

/** Penalties of the serious class are displayed for twelve months in any case, and for thirty-six at most. */
export const SERIOUS = {
  occurredOn: '2025-11-25',
  number: '黑市监罚〔2025〕示例601号',
  lastDayOfMinimum: '2026-11-25',
  firstDay: '2026-11-26',
  until: '2028-11-25',
};

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
  return {
    well,
    /** Delivers a serious penalty, and returns its id as its subject knows it. */
    punish: async (who: Identifier, name: string, number = SERIOUS.number, changes: object = {}): Promise<string> => {
      const record = {
        subject: who,
        subjectName: name,
        occurredOn: SERIOUS.occurredOn,
        basisDocument: number,
        consent: null,
        content: {
          documentNumber: number,
          facts: '未取得许可从事经营，情节严重。',
          penaltyKinds: ['吊销许可证件'],
          authorityName: '黑龙江省市场监督管理局',
        },
        ...changes,
      };
      const { submitRecords } = await well(
        PROVINCE,
        `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }`,
        { input: { item: 'PENALTY-SERIOUS', records: [record] } },
      );
      if (submitRecords.accepted !== 1) throw new Error(JSON.stringify(submitRecords));
      const { me } = await well(
        subject(who),
        '{ me { records(items: ["PENALTY-SERIOUS"], first: 200) { nodes { id ... on AdministrativePenalty { documentNumber } } } } }',
      );
      return me.records.nodes.find((one: { documentNumber: string }) => one.documentNumber === number).id;
    },
    apply: (who: Identifier, input: Readonly<Record<string, unknown>>): Promise<Answer> =>
      world().ask(subject(who), APPLY, {
        input: { corrected: true, dutiesPerformed: true, pledge: PLEDGE, ...input },
      }),
    decide: (input: Readonly<Record<string, unknown>>, holder: Holder = OPERATOR): Promise<Answer> =>
      world().ask(holder, DECIDE, {
        input: { reasons: '经核实，已纠正失信行为并履行义务。', granted: true, ...input },
      }),
    conditions: async (who: Identifier, of: Readonly<Record<string, unknown>>) =>
      (await well(subject(who), CONDITIONS, of)).restorationConditions,
    mine: async (who: Identifier) => (await well(subject(who), MINE)).me,
    clocks: async (holder: Holder): Promise<string[]> =>
      (await well(holder, CLOCKS)).deadlines.nodes
        .filter((clock: { kind: string }) => clock.kind === 'restoration.decide')
        .map(
          (clock: { unit: { code: string }; startedOn: string; dueOn: string; metOn: string | null; status: string }) =>
            `${clock.unit.code} ${clock.startedOn} ${clock.dueOn} ${clock.metOn ?? '-'} ${clock.status}`,
        ),
  };
};
