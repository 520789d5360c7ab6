/** The journal of what ended, and gaps of the ledger: what callers are told, and who starts a server. */
import type { Localized } from '../localized.ts';
import { type Said, said } from './said.ts';

/** What is told of a line by its place. */
const damaged =
  (what: Localized) =>
  (place: string): Localized => ({
    en: `${place}: this line of the journal of what ended ${what.en}. Nothing is served, because what was revoked could come back. Take the file from another copy of the folder; where there is none, move it out of JOURNAL_DIR, keep it, and end again by hand what it tells from this line on.`,
    zh: `${place}：终止日志的这一行${what.zh}。为避免已撤销的内容恢复效力，平台不提供服务。请以该目录的其他副本替换此文件；没有副本的，将文件移出JOURNAL_DIR并妥善保存，再逐项手工重新执行该行起所载的终止事项。`,
  });

export const journalMessages = {
  damaged: {
    NO_JSON: damaged({ en: 'is no JSON', zh: '不是JSON' }),
    NO_ENTRY: damaged({ en: 'is no entry of a journal', zh: '不是终止日志的条目' }),
    MARK: damaged({
      en: 'has a mark that is not ours: it was changed, or it is of an installation with another index key',
      zh: '的校验值不符：内容被改动，或者属于使用其他索引密钥的平台',
    }),
    CHAIN: damaged({
      en: 'does not follow the line before it: lines are missing between them',
      zh: '与前一行不相接：其间缺少条目',
    }),
  },
  empty: (entries: number): Localized => ({
    en: `The database is empty, and the journal of what ended has ${entries} entries of this installation. Nothing is served and nothing was changed. Restore the backup first; where the province really begins anew, set JOURNAL_DIR to an empty folder.`,
    zh: `数据库是空的，而终止日志中有本平台的${entries}项条目。平台不提供服务，也没有作任何更改。请先恢复备份；确实要重新建立的，请将JOURNAL_DIR设为空目录。`,
  }),
  unreadable: (folder: string, code: string): Localized => ({
    en: `The journal of what ended in ${folder} cannot be read (${code}). Nothing is served, because what was revoked could come back. Make the folder of JOURNAL_DIR readable for the user of the server.`,
    zh: `无法读取${folder}中的终止日志（${code}）。为避免已撤销的内容恢复效力，平台不提供服务。请使服务器用户能够读取JOURNAL_DIR目录。`,
  }),
  gap: (since: string): Said =>
    said({
      en: [
        `The database was restored and its disclosure ledger lost entries; this is known since ${since}. Nobody but the operator is answered until the gap is acknowledged.`,
        'Ask again later. The operator reads ledgerGaps and acknowledges the gap with acknowledgeGap.',
      ],
      zh: [
        `数据库经过恢复，披露日志有缺失，于${since}发现。在公共信用工作机构确认缺口之前，只答复公共信用工作机构。`,
        '请稍后再查询。公共信用工作机构查询ledgerGaps，并以acknowledgeGap确认缺口。',
      ],
    }),
  inGap: (size: number, gap: string): Said =>
    said({
      en: [
        `There is no checkpoint of size ${size} any more: it lies in the gap ${gap}, which was lost with a database and is acknowledged.`,
        'Ask ledgerGaps for the gap; hold its kept checkpoint against yours.',
      ],
      zh: [
        `大小为${size}的检查点已不存在：它位于缺口${gap}之中，该缺口随数据库丢失，并已得到确认。`,
        '请查询ledgerGaps，并将其中保存的检查点与您的检查点对照。',
      ],
    }),
  noGap: said({
    en: ['There is no such gap.', 'Ask ledgerGaps which there are.'],
    zh: ['没有该缺口。', '请查询ledgerGaps。'],
  }),
  acknowledged: said({
    en: ['This gap is acknowledged already.', 'Nothing is left to do: everybody is answered again.'],
    zh: ['该缺口已经确认。', '无需再处理：平台已恢复答复。'],
  }),
};
