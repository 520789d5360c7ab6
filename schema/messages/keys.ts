/** What the operator is told of keys: a file that is not the one of the database, and steps of a rotation that may not be taken yet. */
import { type Said, said } from './said.ts';

const OWN_FILE_EN =
  'Set CREDIT_SECRETS to the key file of this database (in development it is secrets.json in DATA_DIR), or DATABASE_URL to the database of this file. Nothing was changed.';
const OWN_FILE_ZH =
  '请将CREDIT_SECRETS设为本数据库的密钥文件（开发环境为DATA_DIR中的secrets.json），或者将DATABASE_URL设为该密钥文件对应的数据库。未作任何变更。';

export const keyMessages = {
  otherIndex: said({
    en: [
      'The key index of the key file is not the one that this database was made with: these are the keys of another province. Every question would be answered "not held".',
      OWN_FILE_EN,
    ],
    zh: [
      '密钥文件中的index密钥不是本数据库所用的密钥：这是其他省份的密钥文件。继续运行将对所有查询回答“没有记录”。',
      OWN_FILE_ZH,
    ],
  }),
  otherPseudonym: said({
    en: [
      'The key pseudonym of the key file is not the one that this database was made with: recipients would know nobody by the ids that they were given.',
      OWN_FILE_EN,
    ],
    zh: ['密钥文件中的pseudonym密钥不是本数据库所用的密钥：各接收单位将无法以已取得的标识查找信用主体。', OWN_FILE_ZH],
  }),
  otherSealing: (id: string): Said =>
    said({
      en: [
        `The database knows the sealing key ${id}, and the key file has another key under this id: the ids may be exchanged. What was sealed could not be read.`,
        'Give each key of sealing the id that it had, or restore the key file from its copy. Nothing was changed.',
      ],
      zh: [
        `数据库已有编号为${id}的加密密钥，而密钥文件中该编号下是另一把密钥，编号可能被调换。已加密的内容将无法读取。`,
        '请恢复sealing中各密钥原来的编号，或者用备份恢复密钥文件。未作任何变更。',
      ],
    }),
  sealingMissing: (ids: readonly string[]): Said =>
    said({
      en: [
        `The database was sealed with ${ids.join(', ')}, and sealing in the key file has no such key: what it sealed could not be read.`,
        'Put the key back into the key file, behind the first. A key goes with npm run keys -- --remove, which says when it may. Nothing was changed.',
      ],
      zh: [
        `数据库中有用${ids.join('、')}加密的内容，而密钥文件的sealing中没有该密钥，这些内容将无法读取。`,
        '请将该密钥放回密钥文件（不在首位）。停用密钥请使用npm run keys -- --remove，该命令会告知何时可以停用。未作任何变更。',
      ],
    }),
  sealsWithRetired: (id: string): Said =>
    said({
      en: [
        `The first key of sealing, ${id}, was taken out of use: nothing may be sealed with it any more.`,
        'Start with the key file that npm run keys -- --remove wrote, or put another key first.',
      ],
      zh: [
        `sealing首位的密钥${id}已停用，不得再用于加密。`,
        '请使用npm run keys -- --remove写出的密钥文件，或者将其他密钥放在首位。',
      ],
    }),
  sealsNowhere: (id: string): Said =>
    said({
      en: [
        `The first key of sealing, ${id}, has sealed nothing in this database yet, and a subgraph does not begin a key.`,
        'Start a gateway with this key file first, then the subgraphs.',
      ],
      zh: [
        `sealing首位的密钥${id}在本数据库中尚未启用，子系统不能启用新密钥。`,
        '请先用该密钥文件启动网关，再启动各子系统。',
      ],
    }),
  tablesBusy: said({
    en: [
      'The keys could not be compared with what is stored: somebody has used a table for longer than 4 s. Nothing was changed.',
      'Start again, or end the transaction that is open (pg_stat_activity).',
    ],
    zh: [
      '有表被占用超过4秒，无法核对密钥与已存内容。未作任何变更。',
      '请重新启动，或者结束未完成的事务（见pg_stat_activity）。',
    ],
  }),
  noneSigns: said({
    en: [
      'No key of signing is in force: all of them are revoked, and nothing could be signed.',
      'Add one: npm run keys -- --add-signing.',
    ],
    zh: ['signing中没有有效的签名密钥：全部已被吊销，无法签名。', '请添加：npm run keys -- --add-signing。'],
  }),
  lastSigns: (kid: string): Said =>
    said({
      en: [
        `The key ${kid} is the last one in force: without it nothing could be signed.`,
        'Add another one first: npm run keys -- --add-signing.',
      ],
      zh: [`密钥${kid}是最后一把有效的签名密钥，吊销后无法签名。`, '请先添加：npm run keys -- --add-signing。'],
    }),
  noSuchSigning: (kid: string, known: readonly string[]): Said =>
    said({
      en: [`The key file has no signing key ${kid}.`, `It has ${known.join(', ')}.`],
      zh: [`密钥文件中没有签名密钥${kid}。`, `现有${known.join('、')}。`],
    }),
  noSince: (sent: string): Said =>
    said({
      en: [
        `--since ${sent} is no instant of the past with its offset, such as 2026-11-27T08:00:00+08:00.`,
        'Name when the key may have been stolen at the earliest: what bears that date or a later one is refused.',
      ],
      zh: [
        `--since ${sent}不是带时区的过去时刻，例如2026-11-27T08:00:00+08:00。`,
        '请填写密钥最早可能被窃取的时刻：日期在该时刻及以后的签名均不予承认。',
      ],
    }),
  rowUnreadable: said({
    en: [
      'What is stored of this record cannot be opened now, so that it can be neither changed nor given whole. Nothing was changed.',
      'Tell the operator, who restores it from a backup. Other records are not affected.',
    ],
    zh: [
      '该记录已存的内容暂时无法读取，不能变更或者完整提供。未作任何变更。',
      '请告知公共信用工作机构，由其从备份恢复。其他记录不受影响。',
    ],
  }),
  idTwice: (path: string, id: string): Said =>
    said({
      en: [
        `The file with the keys, ${path}, has the id ${id} twice in sealing.`,
        'Leave the key that sealed under this id, and give the other one an id of its own.',
      ],
      zh: [`密钥文件${path}的sealing中编号${id}出现两次。`, '请保留以该编号加密过的密钥，并为另一把密钥另设编号。'],
    }),
  idOfAnother: (path: string, id: string): Said =>
    said({
      en: [
        `In the file with the keys, ${path}, the key under the id ${id} is not the one that the id was made from.`,
        'Restore the file from its copy; ids of the form k-… belong to their key.',
      ],
      zh: [
        `密钥文件${path}中编号${id}下的密钥不是生成该编号的密钥。`,
        '请用备份恢复该文件；形如k-…的编号由其密钥生成。',
      ],
    }),
  readableByOthers: (path: string): Said =>
    said({
      en: [
        `The file with the keys, ${path}, can be read by every user of this machine.`,
        `Run chmod o-rwx ${path}, and make new keys if others have used the machine.`,
      ],
      zh: [`本机所有用户均可读取密钥文件${path}。`, `请执行chmod o-rwx ${path}；本机有其他用户使用过的，请更换密钥。`],
    }),
  rowsNeedKey: (id: string, places: readonly string[]): Said =>
    said({
      en: [
        `The key ${id} is still needed: it sealed ${places.join(', ')}.`,
        'Run npm run reseal, which moves them to the first key, and try again.',
      ],
      zh: [`密钥${id}仍有内容需要：${places.join('、')}。`, '请执行npm run reseal，将其转为首位密钥加密后重试。'],
    }),
  processesSeal: (processes: readonly string[], id: string): Said =>
    said({
      en: [
        `The key ${id} is still in use: ${processes.join(', ')} (host and process) seals with it.`,
        'Restart these processes with the present key file, run npm run reseal once more, and try again.',
      ],
      zh: [
        `密钥${id}仍在使用：进程${processes.join('、')}（主机与进程号）正在用它加密。`,
        '请用当前密钥文件重启这些进程，再执行一次npm run reseal，然后重试。',
      ],
    }),
  processesSealOtherwise: (processes: readonly string[], id: string): Said =>
    said({
      en: [
        `Not every process seals with ${id}, the first key of the file: ${processes.join(', ')} (host and process) seals with another one, so that there would always be more to move.`,
        'Restart these processes with the present key file. One that was killed is believed to live for a minute; npm run keys -- --status names them.',
      ],
      zh: [
        `尚有进程不用密钥文件首位的${id}加密：${processes.join('、')}（主机与进程号），转移将无法完成。`,
        '请用当前密钥文件重启这些进程。被强制结束的进程在一分钟内仍视为运行；npm run keys -- --status列出各进程。',
      ],
    }),
  processesUnaware: (processes: readonly string[], id: string): Said =>
    said({
      en: [
        `Not every process knows ${id} yet: ${processes.join(', ')} (host and process) could not read what it seals.`,
        'Restart these processes with the present key file, and try again. One that was killed is believed to live for a minute.',
      ],
      zh: [
        `尚有进程不知道密钥${id}：${processes.join('、')}（主机与进程号）将无法读取用它加密的内容。`,
        '请用当前密钥文件重启这些进程后重试。被强制结束的进程在一分钟内仍视为运行。',
      ],
    }),
  wasRetired: (id: string): Said =>
    said({
      en: [
        `The key ${id} was taken out of use, and seals nothing any more.`,
        'Make a new one with npm run keys -- --add.',
      ],
      zh: [`密钥${id}已停用，不再用于加密。`, '请用npm run keys -- --add生成新密钥。'],
    }),
  noSuchKey: (id: string, known: readonly string[]): Said =>
    said({
      en: [`The key file has no sealing key ${id}.`, `It has ${known.join(', ')}.`],
      zh: [`密钥文件中没有加密密钥${id}。`, `现有${known.join('、')}。`],
    }),
  removesFirst: (id: string): Said =>
    said({
      en: [
        `The key ${id} is the first of the file: it is the one that seals.`,
        'Add another one (--add), put it first (--seal-with), and move what this one sealed (npm run reseal); KEYS.md has the steps.',
      ],
      zh: [
        `密钥${id}位于密钥文件首位，正用于加密。`,
        '请先添加新密钥（--add），将其设为首位（--seal-with），并转移原密钥加密的内容（npm run reseal）；步骤见KEYS.md。',
      ],
    }),
  notWritten: (path: string, code: string): Said =>
    said({
      en: [
        `The file with the keys, ${path}, cannot be written (${code}), and stays as it was.`,
        'Run the command as a user who may write its folder; or copy the file to where you may, name the copy in CREDIT_SECRETS for this command, and put the copy where your servers read it.',
      ],
      zh: [
        `密钥文件${path}无法写入（${code}），保持原状。`,
        '请以有权写入该文件夹的用户执行；或者将文件复制到可写处，本次命令的CREDIT_SECRETS设为该副本，完成后再放回服务器读取的位置。',
      ],
    }),
};
