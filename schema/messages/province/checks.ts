/** What is wrong with a province file beside what is held, and why one is not applied. */
import type { Localized } from '../../localized.ts';

/** What is wrong with a file in itself, or beside what is held. */
export const PROVINCE_CHECKS = {
  twice: (what: string, line: number): Localized => ({
    en: `${what} stands in the file twice, first in line ${line}. Keep one of them.`,
    zh: `${what}在文件中重复，首次出现于第${line}行。请只保留一个。`,
  }),
  unknownUnit: (code: string): Localized => ({
    en: `There is no unit ${code}, neither in the file nor registered. Register it under units, or mend the code.`,
    zh: `单位${code}不存在（文件中没有，也未登记）。请在units中登记或更正代码。`,
  }),
  endedUnit: (code: string, on: string): Localized => ({
    en: `The unit ${code} ends on ${on}. Name another one.`,
    zh: `单位${code}于${on}终止。请改填其他单位。`,
  }),
  unknownItem: (code: string): Localized => ({
    en: `There is no item ${code}, neither in the file nor published. Publish it under items, or mend the code.`,
    zh: `条目${code}不存在（文件中没有，也未发布）。请在items中发布或更正代码。`,
  }),
  unknownPurpose: (code: string): Localized => ({
    en: `There is no purpose ${code}, neither in the file nor published. Publish it under purposes, or mend the code.`,
    zh: `用途${code}不存在（文件中没有，也未发布）。请在purposes中发布或更正代码。`,
  }),
  unknownList: (code: string): Localized => ({
    en: `There is no list ${code}, neither in the file nor published. Publish it under lists, or mend the code.`,
    zh: `名单${code}不存在（文件中没有，也未发布）。请在lists中发布或更正代码。`,
  }),
  kindOfUnit: (code: string, kind: string): Localized => ({
    en: `The unit ${code} is not of kind ${kind}. Add the kind, or name another unit.`,
    zh: `单位${code}不具有类型${kind}。请补充类型或改填其他单位。`,
  }),
  endInFuture: (today: string): Localized => ({
    en: `An end takes effect when the file is applied, and today is ${today}. Write a day up to today, or apply the file on that day.`,
    zh: `终止在文件执行时生效，今天是${today}。请填写不晚于今天的日期，或到该日再执行。`,
  }),
  lastDay: (today: string): Localized => ({
    en: `The last day lies before today, ${today}, and until now the edition was in force. Write today or a later day.`,
    zh: `截止日期早于今天（${today}），而该版本至今有效。请填写今天或以后的日期。`,
  }),
  dayOfYear: (date: string, year: number): Localized => ({
    en: `${date} is no day of ${year}, nor of the December before. Put it into its own year.`,
    zh: `${date}不属于${year}年，也不属于上一年12月。请移至相应年份。`,
  }),
  newYear: (year: number): Localized => ({
    en: `The days do not hold ${year}-01-01, which is always a day off. Complete them.`,
    zh: `缺少${year}-01-01（法定休息日）。请补全。`,
  }),
  firstFile: (kind: string, count: number): Localized => ({
    en: `The first file registers one unit of kind ${kind}, and this one has ${count}. Name exactly one: it is who ${kind === 'OPERATOR' ? 'runs the platform' : 'signs what is published later'}.`,
    zh: `首个文件须登记且仅登记一个${kind}类型的单位，现有${count}个。`,
  }),
  lastKeeper: (code: string, kind: 'OPERATOR' | 'AUTHORITY'): Localized =>
    kind === 'AUTHORITY'
      ? {
          en: `${code} is the only authority; without one nothing can be published any more. Register its successor in the same file.`,
          zh: `${code}是唯一的主管部门（AUTHORITY），终止后将无法发布任何内容。请在同一文件中登记接任单位。`,
        }
      : {
          en: `${code} is the only operator; without one nobody runs the platform. Register its successor in the same file.`,
          zh: `${code}是唯一的公共信用工作机构（OPERATOR），缺少它平台将无人运行。请在同一文件中登记接任单位。`,
        },
} as const;

/** Why a file is not applied although nothing is wrong with it. */
export const PROVINCE_REFUSALS = {
  token: (why: Localized): Localized => ({
    en: `The token is refused: ${why.en} Get a fresh one of the authority from the issuer.`,
    zh: `令牌未被接受：${why.zh}请向签发方重新获取主管部门的令牌。`,
  }),
  roleOfToken: (role: string): Localized => ({
    en: `The token is of role ${role}, and what is published is signed by a token of role authority. Give one of the authority.`,
    zh: `令牌角色为${role}，发布内容须由authority角色的令牌签署。请提供主管部门的令牌。`,
  }),
  unsigned: (): Localized => ({
    en: 'What is published is signed by the authority. Give its token: --token-file FILE, or --token TOKEN.',
    zh: '发布内容须由主管部门签署。请用--token-file 文件或--token 令牌提供其令牌。',
  }),
  changed: (): Localized => ({
    en: 'The province was changed by somebody else after the plan was shown, and nothing was applied. Run the command again and look at the new plan.',
    zh: '显示变更计划之后，省域内容已被他人变更，本次未执行。请重新执行命令并核对新的计划。',
  }),
  unconfirmed: (count: number): Localized => ({
    en: `${count} ${count === 1 ? 'change takes' : 'changes take'} a basis from somebody, and nothing was applied. Look at the plan, and say --yes if it is right.`,
    zh: `有${count}项变更将使有关单位失去依据，本次未执行。请核对变更计划，确认无误后加--yes。`,
  }),
} as const;
