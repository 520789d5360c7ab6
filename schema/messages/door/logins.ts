/** What whoever starts a subgraph in a process of its own, or a gateway before it, is told of its login and of a database that does not fit. */
import { type Said, said } from '../said.ts';

const UPGRADE_EN =
  'Bring it up first, as its owner: npm run upgrade. A process with a login of its own changes nothing in it.';
const UPGRADE_ZH = '请先以数据库所有者运行npm run upgrade升级数据库。使用自有登录用户的进程不变更数据库结构。';

export const loginMessages = {
  notOwn: (subgraph: string, user: string, own: string): Said =>
    said({
      en: [
        `DATABASE_URL of the subgraph ${subgraph} names the user ${user}. It logs in as ${own} alone, which can read its own tables and no others.`,
        'Make the logins with npm run logins, and set DATABASE_URL to the one that it wrote for this subgraph.',
      ],
      zh: [
        `子系统${subgraph}的DATABASE_URL使用的用户是${user}。该子系统只能以${own}登录，该用户只能读取本子系统的表。`,
        '请用npm run logins建立登录用户，并将DATABASE_URL设为该命令为本子系统写出的地址。',
      ],
    }),
  neverBroughtUp: said({
    en: ['The database has no tables of this platform.', UPGRADE_EN],
    zh: ['该数据库中没有本平台的表。', UPGRADE_ZH],
  }),
  tooOld: (has: number, needs: number): Said =>
    said({
      en: [
        `The database is older than this code: it has the access of number ${has}, and this code needs ${needs}.`,
        UPGRADE_EN,
      ],
      zh: [`数据库版本低于本程序：数据库的访问规则编号为${has}，本程序需要${needs}。`, UPGRADE_ZH],
    }),
  tooNew: (has: number, serves: number, own: number): Said =>
    said({
      en: [
        `The database is newer than this code: it has the access of number ${has}, which serves code from number ${serves} on, and this code has ${own}.`,
        'Start the newer release.',
      ],
      zh: [
        `数据库版本高于本程序：数据库的访问规则编号为${has}，支持编号${serves}及以上的程序，本程序为${own}。`,
        '请启动新版本。',
      ],
    }),
  otherText: (number: number): Said =>
    said({
      en: [
        `The database has the access of number ${number} with another text than this code.`,
        'Start it from the release that brought the database up.',
      ],
      zh: [`数据库的访问规则编号同为${number}，但内容与本程序不一致。`, '请使用升级该数据库的版本。'],
    }),
  beingRestored: said({
    en: [
      'The database is being restored, and the restore has not ended.',
      'Wait until npm run restore has ended, and start again.',
    ],
    zh: ['数据库正在恢复，尚未完成。', '请在npm run restore完成后重新启动。'],
  }),
  needsSubgraphs: said({
    en: [
      'DATABASE_URL names the login of gateways, which can read no record, and SUBGRAPH_URLS names no subgraphs that could.',
      'Set SUBGRAPH_URLS to the four subgraphs, or DATABASE_URL to the owner of the database to serve them in this process.',
    ],
    zh: [
      'DATABASE_URL使用的是网关的登录用户，该用户不能读取任何记录，而SUBGRAPH_URLS没有指定子系统。',
      '请将SUBGRAPH_URLS设为四个子系统的地址；如需由本进程提供子系统，请将DATABASE_URL设为数据库所有者的地址。',
    ],
  }),
  gatewayIsOwner: said({
    en: [
      'DATABASE_URL of this gateway is not the login of gateways: whoever takes a gateway over, at the door, would be the owner of what the subgraphs hold.',
      'Make the logins with npm run logins, and set DATABASE_URL to the one that it wrote in gateway.env.',
    ],
    zh: [
      '本网关的DATABASE_URL使用的不是网关的登录用户：网关直接面对外部，一旦被攻破，攻击者就成为各子系统数据的所有者。',
      '请用npm run logins建立登录用户，并将DATABASE_URL设为该命令写入gateway.env的地址。',
    ],
  }),
  mustReplay: said({
    en: [
      'The journal in JOURNAL_DIR knows what ended and this database does not, as after a restore. Only the owner of the database says it again.',
      'Run npm run upgrade once as the owner, with the same JOURNAL_DIR, and start the gateway again.',
    ],
    zh: [
      'JOURNAL_DIR中的日志记有本数据库所不知的终止事项，例如恢复数据库之后。只有数据库所有者可以重放。',
      '请以数据库所有者使用同一JOURNAL_DIR运行一次npm run upgrade，然后重新启动网关。',
    ],
  }),
  needsServer: said({
    en: [
      'The subgraphs have logins on a PostgreSQL server alone: the embedded database belongs to one process.',
      'Set DATABASE_URL to the owner of the database on that server.',
    ],
    zh: [
      '只有PostgreSQL服务器上才有各子系统的登录用户：内嵌数据库只供一个进程使用。',
      '请将DATABASE_URL设为服务器上数据库所有者的地址。',
    ],
  }),
  fileOdd: (path: string): Said =>
    said({
      en: [
        `${path} has no line DATABASE_URL= with a password, so its login cannot be set.`,
        'Restore the file, or move it away and run npm run logins again: then a new password is made.',
      ],
      zh: [
        `${path}中没有含密码的DATABASE_URL=行，无法设置其登录用户。`,
        '请恢复该文件，或者移走后重新运行npm run logins，届时将生成新密码。',
      ],
    }),
  fileUnwritten: (path: string, code: string): Said =>
    said({
      en: [`${path} cannot be read or written (${code}).`, 'Name with --folder a folder that this user may write.'],
      zh: [`无法读写${path}（${code}）。`, '请用--folder指定本用户可写的文件夹。'],
    }),
} as const;
