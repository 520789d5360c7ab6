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
  {
    name: 'MyCommendations',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'One’s own records that speak for one, and whether others may see them.',
      zh: '本人的守信信息及其是否公示。',
    },
    document: `query MyCommendations($first: Int, $items: [String!]) { me { records(first: $first, items: $items) { nodes { id displayed } } } }`,
    variables: { first: 1, items: ['VOLUNTEERING', 'COMMENDATION-GOV', 'CHARITY'] },
  },
  {
    name: 'HideTrustworthyRecord',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'Ask that such a record is not displayed.', zh: '申请不再公示该守信信息。' },
    document: `mutation HideTrustworthyRecord($record: ID!) { hideTrustworthyRecord(record: $record) { id displayed } }`,
    variables: { record: taken('MyCommendations', 'data', 'me', 'records', 'nodes', 0, 'id') },
  },
  {
    name: 'ShowTrustworthyRecord',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'Let it be displayed again.', zh: '恢复公示。' },
    document: `mutation ShowTrustworthyRecord($record: ID!) { showTrustworthyRecord(record: $record) { id displayed } }`,
    variables: { record: taken('MyCommendations', 'data', 'me', 'records', 'nodes', 0, 'id') },
  },
  {
    name: 'LockSharing',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: {
      en: 'Lock what is held of one: to parties it is as if nothing were there.',
      zh: '锁定共享：在协议方看来如同没有任何信息。',
    },
    document: `mutation LockSharing($reason: String) { lockSharing(reason: $reason) { lockedSince reason } }`,
    variables: { reason: '暂不申请贷款。' },
  },
  {
    name: 'UnlockSharing',
    role: 'SUBJECT',
    by: MEI_TOKEN,
    title: { en: 'Lift the lock.', zh: '解除锁定。' },
    document: `mutation UnlockSharing { unlockSharing { lockedSince } }`,
  },
];
