/** What is said of a folder that is no whole backup. */
import type { Localized } from '../../../schema/localized.ts';

export const MANIFEST = {
  missing: (folder: string): Localized => ({
    en: `${folder} is no whole backup: it has no manifest.json that can be read. Name the folder of one backup, such as 20261127T023000Z.`,
    zh: `${folder}不是完整的备份：其中没有可以读取的manifest.json。请指定某一次备份的目录，例如20261127T023000Z。`,
  }),
  changed: (path: string): Localized => ({
    en: `${path} is not as it was written: it was cut or changed. Take another copy of this backup, or another backup.`,
    zh: `${path}与写入时不同：已被截断或者更改。请使用该备份的另一份副本，或者另一次备份。`,
  }),
  laterForm: (version: string, form: number, known: number): Localized => ({
    en: `The backup was made by the newer version ${version}: its form is number ${form}, and this code knows up to ${known}. Restore it with that version.`,
    zh: `该备份由更新的版本${version}制作：其格式为第${form}号，本版本只识别至第${known}号。请使用该版本恢复。`,
  }),
  noFile: (path: string): Localized => ({
    en: `The file ${path} of the backup is missing. Take another copy of this backup, or another backup.`,
    zh: `备份中的文件${path}不存在。请使用该备份的另一份副本，或者另一次备份。`,
  }),
  cut: (path: string, bytes: number, meant: number): Localized => ({
    en: `The file ${path} of the backup is not whole: it has ${bytes} bytes, and was written with ${meant}. Take another copy of this backup, or another backup.`,
    zh: `备份中的文件${path}不完整：现有${bytes}字节，写入时为${meant}字节。请使用该备份的另一份副本，或者另一次备份。`,
  }),
  otherBytes: (path: string): Localized => ({
    en: `The file ${path} of the backup was changed: its SHA-256 is not the one of the manifest. Take another copy of this backup, or another backup.`,
    zh: `备份中的文件${path}已被更改：其SHA-256与清单不符。请使用该备份的另一份副本，或者另一次备份。`,
  }),
} as const;
