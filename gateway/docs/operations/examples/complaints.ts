/** What subjects are quoted who complain of a unit that collects, and the department in charge that answers. */
import { type Example, taken } from '../example.ts';
import { COMPANY_TOKEN } from './cast.ts';

export const COMPLAINT_EXAMPLES: readonly Example[] = [
  {
    name: 'FileComplaint',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: {
      en: 'Complain of a unit that collects: the department in charge answers in twenty working days.',
      zh: '投诉非公共信用信息采集单位：社会信用主管部门在二十个工作日内书面答复。',
    },
    document: `mutation FileComplaint($input: FileComplaintInput!) { fileComplaint(input: $input) { id answeringUnit { code } answerBy provisional } }`,
    variables: { input: { collector: 'COLLECTOR-A', text: '该机构超出约定范围采集本企业的信息。' } },
  },
  {
    name: 'Complaints',
    role: 'AUTHORITY',
    by: 'HLJ-BIZENV',
    title: {
      en: 'Complaints that wait for an answer: the authority reads all, a collector those about itself.',
      zh: '待答复的投诉：主管部门可以查阅全部，采集单位查阅针对本单位的。',
    },
    document: `query Complaints($status: ComplaintStatus, $first: Int, $after: String) { complaints(status: $status, first: $first, after: $after) { nodes { id collector { code } text filedOn answerBy } pageInfo { hasNextPage endCursor } } }`,
    variables: { status: 'OPEN', first: 2 },
  },
  {
    name: 'AnswerComplaint',
    role: 'AUTHORITY',
    by: 'HLJ-BIZENV',
    title: { en: 'Answer a complaint in writing, once.', zh: '书面答复投诉（仅一次）。' },
    document: `mutation AnswerComplaint($input: AnswerComplaintInput!) { answerComplaint(input: $input) { id answeredOn } }`,
    variables: {
      input: {
        id: taken('FileComplaint', 'data', 'fileComplaint', 'id'),
        answer: '经核实，已责令该机构删除相关信息。',
      },
    },
  },
  {
    name: 'ComplainAnew',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: { en: 'Complain of another collector.', zh: '投诉另一采集单位。' },
    document: `mutation ComplainAnew($input: FileComplaintInput!) { fileComplaint(input: $input) { id answerBy } }`,
    variables: { input: { collector: 'COLLECTOR-B', text: '该机构未告知采集目的。' } },
  },
  {
    name: 'WithdrawComplaint',
    role: 'SUBJECT',
    by: COMPANY_TOKEN,
    title: { en: 'Take a complaint back.', zh: '撤回投诉。' },
    document: `mutation WithdrawComplaint($id: ID!) { withdrawComplaint(id: $id) { id status } }`,
    variables: { id: taken('ComplainAnew', 'data', 'fileComplaint', 'id') },
  },
];
