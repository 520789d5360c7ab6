/** What subjects are quoted who object to what is held of them, and the units that decide. */
import { type Example, taken } from '../example.ts';
import { COMPANY_TOKEN } from './cast.ts';

const FIRST = ['data', 'subject', 'records', 'nodes', 0] as const;

export const OBJECTION_EXAMPLES: readonly Example[] = [
  {
    name: 'RaiseObjection',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: {
      en: 'Object to a record with the unit that provided it: it is labelled at once, and decided in three working days.',
      zh: '就一条记录向提供单位提出异议：即时标注，三个工作日内作出处理决定。',
    },
    document: `mutation RaiseObjection($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id status competentUnit { code name } labelBy decideBy provisional } }`,
    variables: {
      input: {
        record: taken('PublicLookup', ...FIRST, 'id'),
        reasons: '该记录载明的日期与决定书不一致，附决定书编号。',
        lodgedWith: taken('PublicLookup', ...FIRST, 'providingUnit', 'code'),
      },
    },
  },
  {
    name: 'Objections',
    role: 'OPERATOR',
    by: 'HLJ-CREDIT',
    title: {
      en: 'Objections that are open: the operator reads all, a unit those that it decides or verifies.',
      zh: '正在处理的异议：公共信用工作机构可以查阅全部，其他单位查阅由其处理或者协助核实的。',
    },
    document: `query Objections($status: ObjectionStatus, $first: Int, $after: String) { objections(status: $status, first: $first, after: $after) { nodes { id about status reasons raisedOn decideBy provisional competentUnit { code } } pageInfo { hasNextPage endCursor } } }`,
    variables: { status: 'OPEN', first: 2 },
  },
  {
    name: 'WithdrawObjection',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: { en: 'Take an objection back: its label goes at once.', zh: '撤回异议：标注即时取消。' },
    document: `mutation WithdrawObjection($id: ID!) { withdrawObjection(id: $id) { id status } }`,
    variables: { id: taken('RaiseObjection', 'data', 'raiseObjection', 'id') },
  },
  {
    name: 'ObjectToTax',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: {
      en: 'Object to what is missing, with a unit that provides it.',
      zh: '就缺失的信息向提供单位提出异议。',
    },
    document: `mutation ObjectToTax($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id deadline decideBy } }`,
    variables: {
      input: { about: 'OMISSION', item: 'ARREARS-TAX', reasons: '缺少一条已缴清的欠税信息。', lodgedWith: 'HLJ-TAX' },
    },
  },
  {
    name: 'ObjectionInHand',
    role: 'PROVIDER',
    by: 'HLJ-TAX',
    title: {
      en: 'Read an objection that your unit decides or verifies, with the one record in question: the look is an entry of the ledger.',
      zh: '查阅由本单位处理或者协助核实的异议及所涉的一条记录：该次查阅记入台账。',
    },
    document: `query ObjectionInHand($id: ID!) { objection(id: $id) { id about status application decideBy deadline inQuestion { recordId version type content } } }`,
    variables: { id: taken('ObjectToTax', 'data', 'raiseObjection', 'id') },
  },
  {
    name: 'AskForHelp',
    role: 'PROVIDER',
    by: 'HLJ-TAX',
    title: {
      en: 'Ask another unit to verify: two working days for its answer, seven in all for the decision.',
      zh: '请其他单位协助核实：两个工作日内答复，七个工作日内作出处理决定。',
    },
    document: `mutation AskForHelp($input: AskForHelpInput!) { askForVerification(input: $input) { id answerBy decideBy } }`,
    variables: {
      input: {
        objection: taken('ObjectToTax', 'data', 'raiseObjection', 'id'),
        of: 'HRB-AMR',
        question: '该企业上述期间是否正常经营？',
      },
    },
  },
  {
    name: 'AnswerVerification',
    role: 'PROVIDER',
    by: 'HRB-AMR',
    title: { en: 'Answer what your unit was asked to verify.', zh: '答复协助核实请求。' },
    document: `mutation AnswerVerification($input: AnswerVerificationInput!) { answerVerification(input: $input) { id answeredOn } }`,
    variables: {
      input: { id: taken('AskForHelp', 'data', 'askForVerification', 'id'), confirms: true, answer: '正常经营。' },
    },
  },
  {
    name: 'PauseClock',
    role: 'PROVIDER',
    by: 'HLJ-TAX',
    title: {
      en: 'From a day on time does not count: an appraisal is made.',
      zh: '自某日起中止计算办理期限：需要鉴定。',
    },
    document: `mutation PauseClock($input: PauseClockInput!) { pauseClock(input: $input) { id decideBy } }`,
    variables: {
      input: {
        deadline: taken('ObjectToTax', 'data', 'raiseObjection', 'deadline'),
        cause: 'APPRAISAL',
        document: '司鉴〔2026〕示例1号',
        on: '2026-11-20',
      },
    },
  },
  {
    name: 'ResumeClock',
    role: 'PROVIDER',
    by: 'HLJ-TAX',
    title: { en: 'Time counts again.', zh: '恢复计算办理期限。' },
    document: `mutation ResumeClock($input: ResumeClockInput!) { resumeClock(input: $input) { id decideBy } }`,
    variables: {
      input: {
        deadline: taken('ObjectToTax', 'data', 'raiseObjection', 'deadline'),
        document: '司鉴〔2026〕示例1-1号',
        on: '2026-11-20',
      },
    },
  },
  {
    name: 'DecideObjection',
    role: 'PROVIDER',
    by: 'HLJ-TAX',
    title: {
      en: 'Decide an objection: refused with the reasons and what remains to the subject; upheld, what is right is stored and everybody is told.',
      zh: '作出异议处理决定：不成立的说明理由和救济途径；成立的予以更正并告知接收者。',
    },
    document: `mutation DecideObjection($input: DecideObjectionInput!) { decideObjection(input: $input) { id status reasons recipientsToNotify } }`,
    variables: {
      input: {
        objection: taken('ObjectToTax', 'data', 'raiseObjection', 'id'),
        upheld: false,
        reasons: '经核查，该期间没有欠税。',
        nextRemedy: 'RECONSIDERATION',
      },
    },
  },
];
