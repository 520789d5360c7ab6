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
];
