/** What `npm run province` says, in each language. */
import type { Language, Localized } from '../../../schema/localized.ts';
import type { PlannedChange } from '../../../subgraphs/province/plan.ts';

const HELP_EN = `Registers units, publishes the catalog and keeps agreements and duties by a file that is reviewed before it is applied.

  npm run province -- FILE [--dry-run] [--yes] [--token-file FILE | --token TOKEN] [--lang zh]
  npm run province -- --export > FILE

  FILE          YAML; the keys are described in gateway/PROVINCE.md, and --export prints what is held as such a file;
                - is the standard input
  --dry-run     says what would change, whom it touches and who signs it, and changes nothing
  --yes         applies without asking; needed without a terminal where a change takes a basis from somebody
  --token-file  file with a token of role authority: what is published (display periods, items, purposes, limits, lists, measures), the end of a unit and
                who runs or oversees the platform are signed by it. --token takes the token itself, which others on this machine may then see
  --export      prints the held province on standard output
  --lang        en | zh; English by default

What a file does not name stays as it is; \`ended: { on, reason }\` ends what it names. Nothing that was published is edited: a change is
the next edition. The same file again changes nothing. All changes are applied in one transaction, or none.
The first file of an empty database registers one operator and one authority, and needs no token. Afterwards the authority signs.
Each run that changed something is on record (control.province_run): the hash of the file, who ran it on which host, who signed.

Faults are told together, each as FILE:LINE:COLUMN: sentence.
Exit status: 0 applied, or nothing to change, or --dry-run without a fault; 1 refused or failed, and nothing was changed.

The embedded database is open in one process at a time: while the server runs, this command hands the file to it.`;

const HELP_ZH = `以文件登记单位、发布目录并维护协议和履职事项；文件经审阅后执行。

  npm run province -- 文件 [--dry-run] [--yes] [--token-file 文件 | --token 令牌] [--lang zh]
  npm run province -- --export > 文件

  文件          YAML格式，各键说明见gateway/PROVINCE.md；--export可将现有内容导出为此格式；- 表示标准输入
  --dry-run     试运行：列出将发生的变更、涉及对象和签署方，不作任何变更
  --yes         不再询问直接执行；非终端环境下，使有关单位失去依据的变更须加此项
  --token-file  存放authority角色令牌的文件：发布内容（条目、用途、授权上限、名单、措施）、单位终止以及运营和主管单位的登记由其签署；
                --token直接给出令牌，本机其他用户可能看到
  --export      将现有省域内容输出到标准输出
  --lang        en | zh，默认为英文

文件未提及的内容保持不变；写明ended: { on, reason }的予以终止。已发布的内容不得修改，变更须发布新版。同一文件重复执行不产生变化。
全部变更在一个事务中执行，要么全部生效，要么全部不生效。
空数据库的首个文件登记一个运营单位和一个主管部门，无需令牌；此后由主管部门签署。
每次产生变更的执行均有记录（control.province_run）：文件哈希、执行人和主机、签署单位。

错误一并列出，格式为“文件:行:列: 说明”。
退出状态：0 已执行、无变更或试运行无错误；1 被拒绝或失败，未作任何变更。

内嵌数据库同一时间只能由一个进程打开：服务器运行期间，本命令将文件交由服务器执行。`;

type Act = PlannedChange['act'];

interface Texts {
  readonly help: string;
  readonly nameOneFile: string;
  readonly exportAlone: string;
  readonly noFile: (file: string) => string;
  readonly oneToken: string;
  readonly acts: Readonly<Record<Act, string>>;
  readonly takes: string;
  readonly touches: {
    readonly lead: string;
    readonly units: (count: number) => string;
    readonly agreements: (count: number) => string;
    readonly duties: (count: number) => string;
    readonly authorizations: (count: number) => string;
    readonly watches: (count: number) => string;
    readonly mark: string;
  };
  readonly nothing: string;
  readonly total: (changes: number, taking: number) => string;
  readonly signs: (count: number) => string;
  readonly first: string;
  readonly trial: string;
  readonly ask: string;
  readonly declined: string;
  readonly applied: (changes: number, hash: string) => string;
  readonly faults: (count: number) => string;
  readonly progress: (done: number, total: number) => string;
  readonly stopped: string;
  readonly sample: (step: string) => string;
}

const many = (count: number, word: string, plural = `${word}s`): string => `${count} ${count === 1 ? word : plural}`;

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: HELP_EN,
    nameOneFile: 'Name one file.',
    exportAlone: '--export takes no file and no other option but --lang: it prints what is held.',
    noFile: (file) => `The file ${file} cannot be read.`,
    oneToken: 'Give --token or --token-file, not both.',
    acts: {
      ADD: 'new',
      EDITION: 'next edition',
      CHANGE: 'changed',
      REPLACE: 'ended, and concluded anew',
      STATE: 'state',
      END: 'ended',
    },
    takes: 'takes a basis',
    touches: {
      lead: 'touches ',
      units: (count) => many(count, 'unit'),
      agreements: (count) => many(count, 'agreement'),
      duties: (count) => many(count, 'duty', 'duties'),
      authorizations: (count) => many(count, 'authorization'),
      watches: (count) => many(count, 'watch', 'watches'),
      mark: ', ',
    },
    nothing: 'Nothing to change: all that the file names is held as it says.',
    total: (changes, taking) =>
      `${many(changes, 'change')}${taking === 0 ? '' : `; ${taking} of them ${taking === 1 ? 'takes' : 'take'} a basis from somebody`}.`,
    signs: (count) => `${many(count, 'change')} the authority signs: give its token with --token-file.`,
    first: 'This is the first file: it makes the operator and the authority, and needs no token.',
    trial: 'This was a dry run: nothing was changed.',
    ask: 'Apply? [y/N] ',
    declined: 'Nothing was changed.',
    applied: (changes, hash) => `${many(changes, 'change')} applied, from the file with SHA-256 ${hash}.`,
    faults: (count) => `${many(count, 'fault')}; nothing was changed.`,
    progress: (done, total) => `${done} of ${total} changes`,
    stopped:
      'The server stopped. Run the command again: what was applied is found unchanged, and nothing is half applied.',
    sample: (step) => `  sample: ${step}`,
  },
  zh: {
    help: HELP_ZH,
    nameOneFile: '请指定一个文件。',
    exportAlone: '--export用于导出现有内容，不接受文件名，也不与--lang以外的选项同用。',
    noFile: (file) => `无法读取文件${file}。`,
    oneToken: '--token和--token-file只能使用其一。',
    acts: {
      ADD: '新增',
      EDITION: '新版',
      CHANGE: '变更',
      REPLACE: '终止并重新订立',
      STATE: '状态变更',
      END: '终止',
    },
    takes: '使有关单位失去依据',
    touches: {
      lead: '涉及',
      units: (count) => `${count}个单位`,
      agreements: (count) => `${count}份协议`,
      duties: (count) => `${count}项履职事项`,
      authorizations: (count) => `${count}项授权`,
      watches: (count) => `${count}项关注`,
      mark: '、',
    },
    nothing: '无变更：文件所列内容与现有内容一致。',
    total: (changes, taking) => `共${changes}项变更${taking === 0 ? '' : `，其中${taking}项使有关单位失去依据`}。`,
    signs: (count) => `${count}项变更须由主管部门签署：请用--token-file提供其令牌。`,
    first: '这是首个文件：登记运营单位和主管部门，无需令牌。',
    trial: '本次为试运行，未作任何变更。',
    ask: '是否执行？[y/N] ',
    declined: '未作任何变更。',
    applied: (changes, hash) => `已执行${changes}项变更，文件SHA-256为${hash}。`,
    faults: (count) => `共${count}处错误，未作任何变更。`,
    progress: (done, total) => `${total}项变更中的第${done}项`,
    stopped: '服务器停止运行。请重新执行命令：已执行的内容不会重复，也不会只执行一部分。',
    sample: (step) => `  样例：${step}`,
  },
};

export const SECTIONS: Readonly<Record<PlannedChange['section'], Localized>> = {
  units: { en: 'Units', zh: '单位' },
  calendars: { en: 'Calendars', zh: '工作日安排' },
  displayPeriods: { en: 'Display periods', zh: '公示期限表' },
  items: { en: 'Items', zh: '条目' },
  purposes: { en: 'Purposes', zh: '用途' },
  limits: { en: 'Limits on authorizations', zh: '授权上限' },
  lists: { en: 'Lists', zh: '名单' },
  standards: { en: 'Standards of designation', zh: '认定标准' },
  measures: { en: 'Measures', zh: '措施' },
  agreements: { en: 'Agreements', zh: '协议' },
  duties: { en: 'Duties', zh: '履职事项' },
};
