/** What an operator is told of a database that this release cannot open. */
import { type Said, said } from '../said.ts';

export const upgradeMessages = {
  filesOfOther: (folder: string, has: string, reads: string): Said =>
    said({
      en: [
        `The embedded database in ${folder} has files of PostgreSQL ${has}, and this release reads those of ${reads}.`,
        `Start the release that wrote them${Number(has) > Number(reads) ? ', which is newer' : ', make a backup with it, and restore that with this one'}. Nothing was changed.`,
      ],
      zh: [
        `${folder}中的内嵌数据库文件属于PostgreSQL ${has}，本发行版只能读取PostgreSQL ${reads}的文件。`,
        `请启动写入这些文件的发行版${Number(has) > Number(reads) ? '（更新的发行版）' : '，用其制作备份，再用本发行版恢复'}。未作任何变更。`,
      ],
    }),
};
