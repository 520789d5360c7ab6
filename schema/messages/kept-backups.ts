/** What the operator is told of backups before a key is thrown away. */
import { type Said, said } from './said.ts';

export const backupMessages = {
  backupsNeedKey: (id: string, folders: readonly string[]): Said =>
    said({
      en: [
        `The key ${id} is still needed: without it these kept backups could not be read: ${folders.join(', ')}.`,
        'It may go when they are deleted. Keep the key file of before beside them until then, or remove the key later.',
      ],
      zh: [
        `密钥${id}仍有备份需要，没有它无法读取下列保留的备份：${folders.join('、')}。`,
        '这些备份删除后方可停用该密钥。在此之前请勿移除。',
      ],
    }),
  backupUnread: (folder: string): Said =>
    said({
      en: [
        `The manifest of the backup in ${folder} does not say which keys it needs.`,
        'Look whether the backup is whole (npm run restore -- FOLDER --dry-run); a key is thrown away only where every kept backup is known not to need it.',
      ],
      zh: [
        `${folder}中备份的清单没有说明所需密钥。`,
        '请检查该备份是否完整；只有确知所有保留的备份均不需要某密钥时才可停用该密钥。',
      ],
    }),
  backupUnfinished: (path: string): Said =>
    said({
      en: [
        `${path} is a backup that is being made, or was when it was killed.`,
        'Wait until it is whole, or run npm run backup once more, which removes what was left, and try again.',
      ],
      zh: [
        `${path}是正在生成的备份，或者生成中途被终止的备份。`,
        '请等待其完成，或者再次执行npm run backup（将清除残留内容），然后重试。',
      ],
    }),
  noBackups: (folder: string): Said =>
    said({
      en: [
        `There is no backup in ${folder}, nor in a folder of it.`,
        'Name the folders in which backups are kept, or say --no-backups where none is kept.',
      ],
      zh: [`${folder}及其下级文件夹中没有备份。`, '请填写保存备份的文件夹；没有保留备份的，请填写--no-backups。'],
    }),
};
