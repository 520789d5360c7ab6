/** What subjects are quoted who state something beside what is held of them, and choose where they are told. */
import { type Example, taken } from '../example.ts';
import { MEI_TOKEN } from './cast.ts';

export const OWN_WORDS_EXAMPLES: readonly Example[] = [
  {
    name: 'ChooseChannel',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'Choose where one is told that there is something new; a code goes there first.',
      zh: '选择通知方式：系统先向该地址发送验证码。',
    },
    document: `mutation ChooseChannel($input: ChannelInput!) { chooseChannel(input: $input) { secret channel { kind address kinds language confirmedAt } } }`,
    variables: { input: { kind: 'WEBHOOK', url: 'https://receiver.example/mine', kinds: ['DESIGNATED', 'DISCLOSED'] } },
  },
  {
    name: 'ConfirmChannel',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'Confirm it by the code that came; this is another one.',
      zh: '以收到的验证码确认；此处并非所发送的验证码。',
    },
    document: `mutation ConfirmChannel($code: String!) { confirmChannel(code: $code) { kind confirmedAt } }`,
    variables: { code: 'x' },
  },
  {
    name: 'MyRecordIds',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'Ids of one’s own records.', zh: '本人记录的编号。' },
    document: `query MyRecordIds($first: Int) { me { records(first: $first) { nodes { id item { code } } } } }`,
    variables: { first: 1 },
  },
  {
    name: 'StateBeside',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'State something beside a record: the answer says how others read it.',
      zh: '在记录旁附本人说明：返回他人所见的内容。',
    },
    document: `mutation StateBeside($record: ID!, $text: String!) { addStatement(record: $record, text: $text) { id shownSince text textForOthers masked } }`,
    variables: { record: taken('MyRecordIds', 'data', 'me', 'records', 'nodes', 0, 'id'), text: '此事已于十月办结。' },
  },
  {
    name: 'WithdrawStatement',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'Withdraw it: it is shown nowhere any more.', zh: '撤回本人说明：此后不再展示。' },
    document: `mutation WithdrawStatement($id: ID!) { withdrawStatement(id: $id) { id withdrawnOn } }`,
    variables: { id: taken('StateBeside', 'data', 'addStatement', 'id') },
  },
];
