/** What a province file changes, and what it may not change. */
import type { Localized } from '../../localized.ts';
import { listed } from './listed.ts';

/** What a file changes, and what it may not change, as the plan and its faults say it. */
export const PROVINCE_CHANGES = {
  fromTo: (key: string, from: string, to: string): Localized => ({
    en: `${key}: ${from} → ${to}`,
    zh: `${key}：${from} → ${to}`,
  }),
  without: (key: string, lost: readonly string[]): Localized => ({
    en: `${key} without ${listed(lost, ', ')}`,
    zh: `${key}减少：${listed(lost, '、')}`,
  }),
  more: (key: string, added: readonly string[]): Localized => ({
    en: `${key} with ${listed(added, ', ')} added`,
    zh: `${key}增加：${listed(added, '、')}`,
  }),
  narrowed: (key: string, what: readonly string[]): Localized => ({
    en: `${key} closed or left out: ${listed(what, ', ')}`,
    zh: `${key}收窄或删除：${listed(what, '、')}`,
  }),
  changed: (key: string): Localized => ({ en: `${key} changed`, zh: `${key}变更` }),
  bounded: (key: string): Localized => ({
    en: `${key} is bounded now; until now the subject chose`,
    zh: `${key}由主体自选改为限定范围`,
  }),
  lastDay: (day: string): Localized => ({ en: `last day ${day}`, zh: `截止日期${day}` }),
  days: (count: number): Localized => ({
    en: `${count} days are other than until now; deadlines across them are reckoned anew`,
    zh: `${count}天与原安排不同，涉及的期限将重新计算`,
  }),
  editionDiffers: (what: string, keys: readonly string[]): Localized => ({
    en: `${what} is published with another ${listed(keys, ', ')}, and an edition is never edited. Publish the change under a new edition.`,
    zh: `${what}已发布，其${listed(keys, '、')}与文件不同；已发布的版本不得修改。请以新版次（edition）发布。`,
  }),
  purposeDiffers: (what: string, keys: readonly string[]): Localized => ({
    en: `${what} is published with another ${listed(keys, ', ')}, and what is published is never edited. Publish the change with a later effectiveFrom.`,
    zh: `${what}已发布，其${listed(keys, '、')}与文件不同；已发布的内容不得修改。请以更晚的effectiveFrom发布新版。`,
  }),
  limitDiffers: (what: string, keys: readonly string[]): Localized => ({
    en: `The limit ${what} is published with another ${listed(keys, ', ')}. Publish the next one with a later effectiveFrom.`,
    zh: `授权上限${what}已发布，其${listed(keys, '、')}与文件不同。请以更晚的effectiveFrom发布下一项。`,
  }),
  listDiffers: (what: string, keys: readonly string[]): Localized => ({
    en: `The list ${what} is published with another ${listed(keys, ', ')}, which never change. Write them as they are; publish what is new as a standard.`,
    zh: `名单${what}已发布，其${listed(keys, '、')}与文件不同且不得修改。请照原样填写，变更内容以新版认定标准发布。`,
  }),
  unitEnded: (code: string, on: string): Localized => ({
    en: `The unit ${code} ended on ${on}, and a code is given once. Leave the entry out, or register the unit under another code.`,
    zh: `单位${code}已于${on}终止，代码不得重复使用。请删去该条目，或以新代码登记。`,
  }),
  agreementEnded: (reference: string, on: string): Localized => ({
    en: `The agreement ${reference} ended on ${on} and does not come back. Leave the entry out, or conclude another one under another reference.`,
    zh: `协议${reference}已于${on}终止，不能恢复。请删去该条目，或以新编号订立。`,
  }),
  dutyEnded: (what: string, on: string): Localized => ({
    en: `The duty ${what} ended on ${on}. If it is to begin anew, write the ended one with its ended beside this entry.`,
    zh: `履职事项${what}已于${on}终止。如需重新登记，请在本条目之外一并列出已终止的条目（含ended）。`,
  }),
  endsAndChanges: (what: string, keys: readonly string[]): Localized => ({
    en: `${what} is to end, and the file has another ${listed(keys, ', ')} than is held. Write what is held beside ended.`,
    zh: `${what}拟终止，但文件中的${listed(keys, '、')}与现有内容不同。请在ended之外照现有内容填写。`,
  }),
  unclear: (what: string): Localized => ({
    en: `Several entries of ${what} differ from what is held, and which replaces which is not said. Change one at a time, or end those that go.`,
    zh: `${what}有多个条目与现有内容不同，无法确定对应关系。请逐个变更，或对不再保留的写明ended。`,
  }),
  cannotBecome: (reference: string, from: string, to: string): Localized => ({
    en: `The agreement ${reference} is ${from} and cannot become ${to}: a draft comes into force, one in force is suspended, one suspended comes into force again. Write such a state, or its end as ended.`,
    zh: `协议${reference}当前状态为${from}，不能变更为${to}：草稿可生效，生效的可中止，中止的可恢复。请改填可变更的状态；终止请写ended。`,
  }),
  otherParty: (reference: string, party: string): Localized => ({
    en: `The agreement ${reference} is that of ${party}. End it, and conclude one of the other party under another reference.`,
    zh: `协议${reference}的对方为${party}。请先终止，再以新编号与另一方订立。`,
  }),
} as const;
