/** What `npm run reseal` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  progress(moved: number, place: string, unreadable: number): string;
  moved(rows: number, to: string): string;
  unreadable(place: string, rows: number): string;
  done(to: string): string;
  readonly stopped: string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Moves what old sealing keys sealed to the first key of the key file: the second step behind a new key, see KEYS.md.

  npm run reseal [-- --lang zh]

  --lang  en | zh: language of this text and of faults; English by default

Servers go on serving meanwhile, and every row can be read at any moment. Killed or stopped, it is started again and goes on.
It refuses while a process still seals with another key. Exit status: 0 everything moved, 1 refused, stopped, or rows that no key opens.`,
    progress: (moved, place, unreadable) =>
      `${moved} moved, now ${place}${unreadable === 0 ? '' : `; ${unreadable} of it cannot be opened`}`,
    moved: (rows, to) => `${rows} rows are sealed with ${to} now.`,
    unreadable: (place, rows) =>
      `${place}: ${rows} rows cannot be opened by any key of the file, and stay as they are. They are damaged, or their key is missing: restore them from a backup, or put the key back. Their key cannot be removed until then.`,
    done: (to) =>
      `Nothing is sealed with another key than ${to}. An old key goes with npm run keys -- --remove ID --backups FOLDER.`,
    stopped: 'Stopped before the end: start it again, it goes on where it was.',
  },
  zh: {
    help: `将原密钥加密的内容转为密钥文件首位密钥加密：更换密钥的第二步，见KEYS.md。

  npm run reseal [-- --lang zh]

  --lang  en | zh：本说明和错误所用语言，默认为英文

其间服务器继续运行，各行随时可读。中断后重新执行即可继续。
尚有进程用其他密钥加密时不予执行。退出状态：0全部转移，1不予执行、中断或者有无法解密的行。`,
    progress: (moved, place, unreadable) =>
      `已转移${moved}行，正在处理${place}${unreadable === 0 ? '' : `，其中${unreadable}行无法解密`}`,
    moved: (rows, to) => `已有${rows}行转为用${to}加密。`,
    unreadable: (place, rows) =>
      `${place}：${rows}行用密钥文件中的任何密钥均无法解密，保持原状。内容已损坏或者缺少密钥：请从备份恢复，或者放回密钥；在此之前不能停用其密钥。`,
    done: (to) => `除${to}外没有其他密钥加密的内容。停用旧密钥：npm run keys -- --remove 编号 --backups 文件夹。`,
    stopped: '未完成即停止：请重新执行，将从中断处继续。',
  },
};
