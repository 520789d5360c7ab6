/** What callers are told about the pages of connections. */
import type { Said } from './said.ts';

/** The argument that a page size or a cursor was sent as. */
type Size = 'first' | 'last';
type Cursor = 'after' | 'before';

export const pagingMessages = {
  size: (argument: Size, sent: number, largest: number): Said => ({
    message: {
      en: `${argument} is ${sent}; it goes from 1 to ${largest}.`,
      zh: `${argument}为${sent}，应在1至${largest}之间。`,
    },
    help: {
      en: `Ask for smaller pages and follow ${argument === 'first' ? 'endCursor' : 'startCursor'}.`,
      zh: `请缩小每页条数，再用${argument === 'first' ? 'endCursor' : 'startCursor'}续读。`,
    },
  }),
  bothSizes: (): Said => ({
    message: {
      en: 'first and last are sent together, so that it is not said which end of the list is meant.',
      zh: '同时发送了first和last，无法判断从列表的哪一端取数。',
    },
    help: {
      en: 'Send first to read onwards, with after; or last to read backwards, with before.',
      zh: '向后读用first（配after），向前读用last（配before），只发送其一。',
    },
  }),
  cursor: (argument: Cursor): Said => ({
    message: {
      en: 'The cursor was not issued to this caller for this query, or it is of an earlier release.',
      zh: '该游标不是为本调用方的本查询签发的，或者属于较早的版本。',
    },
    help: {
      en: `Start again without ${argument}; a cursor is good for the same token, purpose, matter and arguments only.`,
      zh: `请去掉${argument}重新开始；游标只对同一令牌、用途、事项和参数有效。`,
    },
  }),
  feedCursor: (): Said => ({
    message: {
      en: 'The cursor is none of the feed of this unit, or it is of an earlier release.',
      zh: '该游标不属于本单位的变更通知，或者属于较早的版本。',
    },
    help: {
      en: 'Send the cursor of a change that the unit was given, as it was given; or start again without one.',
      zh: '请原样发送本单位收到过的变更的游标；或者不带游标重新开始。',
    },
  }),
  feedOnwards: (argument: 'last' | 'before'): Said => ({
    message: {
      en: `changes is read onwards only, without ${argument}: news that is told later gets its old place, so that a page read backwards would pass over it; and reading news is a use of what carries it.`,
      zh: `变更通知只能向后读，不接受${argument}：晚些才告知的消息仍排在原来的位置，从后往前读会漏掉；而且读取消息即为使用其依据。`,
    },
    help: {
      en: 'Send first, and after with the cursor of the last change that was read.',
      zh: '请发送first，并用after发送最后读到的变更的游标。',
    },
  }),
} as const;
