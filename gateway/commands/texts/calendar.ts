/** What `npm run calendar` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  readonly unreadable: (path: string) => string;
  readonly notJson: (path: string, fault: string) => string;
  readonly nameOneFile: string;
  readonly refused: (path: string, faults: readonly string[]) => string;
  readonly lookAgain: (day: string) => string;
  readonly differs: (year: number, differences: readonly string[]) => string;
  readonly unchanged: (year: number) => string;
  readonly loaded: (year: number, source: string, changed: number, firm: number) => string;
}

const lines = (faults: readonly string[]): string => faults.map((fault) => `\n- ${fault}`).join('');

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Loads the working days of a year, as the State Council arranged them.

  npm run calendar -- FILE [--replace] [--lang zh]

  FILE       JSON in the form of the holiday-cn data:
             { "year": 2027, "papers": ["https://www.gov.cn/…"], "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }, …] }
             days off on weekdays and worked weekends; all other days follow the week
  --replace  changes a year that is held already; without it the differences are told and nothing is changed
  --lang     en | zh: language of this text, of faults and of the result; English by default

Deadlines that were provisional because the year was not known become firm; those of the December before move where the file says
something of it. A weekday said to be worked is taken, and told. The same file again changes nothing.
The embedded database can be opened by one process at a time: stop the server first, or use DATABASE_URL.
Exit 0: loaded or unchanged. Exit 1: refused, with every fault and its place.`,
    unreadable: (path) => `The file ${path} cannot be read.`,
    notJson: (path, fault) => `The file ${path} is not JSON: ${fault}`,
    nameOneFile: 'Name one file.',
    refused: (path, faults) => `${path} is refused:${lines(faults)}`,
    lookAgain: (day) => `Look again: ${day}.`,
    differs: (year, differences) =>
      `${year} is held already, and the file says otherwise:${lines(differences)}\nSay --replace if the file is right.`,
    unchanged: (year) => `${year} is held as the file has it; nothing was changed.`,
    loaded: (year, source, changed, firm) =>
      `${year} is loaded from ${source}. ${changed} deadlines were reckoned anew, ${firm} are firm now.`,
  },
  zh: {
    help: `载入国务院公布的一年工作日安排。

  npm run calendar -- 文件 [--replace] [--lang zh]

  文件       JSON，采用holiday-cn数据的格式：
             { "year": 2027, "papers": ["https://www.gov.cn/…"], "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }, …] }
             填写平日的休息日和周末的工作日；其余日期按周计算
  --replace  变更已有的年份；不填时只告知差异，不作变更
  --lang     en | zh：本说明、错误和结果所用语言，默认为英文

因年份未知而暂定的办理期限由此确定；文件涉及上年十二月的，相应期限一并重算。平日写为工作日的予以接收并提示。
重复载入同一文件不产生变化。
内嵌数据库同一时间只能由一个进程打开：请先停止服务器，或者使用DATABASE_URL。
退出状态：0 已载入或者未变；1 不予接收，并列出全部错误及其位置。`,
    unreadable: (path) => `文件${path}无法读取。`,
    notJson: (path, fault) => `文件${path}不是JSON：${fault}`,
    nameOneFile: '请指定一个文件。',
    refused: (path, faults) => `${path}不予接收：${lines(faults)}`,
    lookAgain: (day) => `请核对：${day}。`,
    differs: (year, differences) =>
      `${year}年已有安排，与文件不同：${lines(differences)}\n如以文件为准，请使用--replace。`,
    unchanged: (year) => `${year}年的安排与文件相同，没有变更。`,
    loaded: (year, source, changed, firm) =>
      `已载入${year}年的安排，来源：${source}。重新计算办理期限${changed}项，其中${firm}项已确定。`,
  },
};
