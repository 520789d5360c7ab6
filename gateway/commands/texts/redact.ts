/** What `npm run redact` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

/** Headings and lines of the report on a corpus. */
export interface CorpusTexts {
  readonly columns: readonly [kind: string, texts: string, leaking: string, masked: string, withheld: string];
  readonly withheld: string;
  readonly leaks: string;
  readonly masksAway: string;
  readonly text: string;
  readonly seen: string;
  readonly sum: (texts: number, leaking: number, milliseconds: string) => string;
  readonly place: (file: string, line: number) => string;
  readonly noObject: (place: string) => string;
  readonly notRight: (place: string, field: string | undefined, fault: string) => string;
  readonly empty: (file: string) => string;
}

interface Texts {
  readonly help: string;
  readonly giveOne: string;
  readonly version: (version: number) => string;
  readonly ofVersion: (version: number, subjects: number) => string;
  readonly unsafe: (version: number, since: string, reason: string) => string;
  readonly unsafeHere: string;
  readonly nothingWaits: string;
  readonly waits: (subjects: number) => string;
  readonly progress: (done: number, total: number, rate: number, secondsLeft: number) => string;
  readonly made: (subjects: number, version: number, records: number) => string;
  readonly stopped: string;
  readonly failed: (subjects: number, causes: readonly string[]) => string;
  readonly noVersion: (sent: string, newest: number) => string;
  readonly reasonMissing: string;
  readonly corpus: CorpusTexts;
}

const time = (seconds: number, second: string, minute: string): string =>
  seconds < 90 ? `${Math.ceil(seconds)}${second}` : `${Math.ceil(seconds / 60)}${minute}`;

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `What texts show of natural persons (Article 23): personal information in them is masked, and a text in which it is not sure is withheld whole.

  npm run redact -- --status
  npm run redact -- --run
  npm run redact -- --declare-unsafe VERSION --reason TEXT
  npm run redact -- --corpus FILE

  --status          the version of the function, how many subjects are held in texts of which version, and which versions are unsafe
  --run             makes texts of earlier versions anew, with progress; the server does it by itself, in slices, from its start on
  --declare-unsafe  withholds at once every text that this version made, and supersedes the reports that hold one; it is not taken back. Texts of the
                    version of this release stay withheld until a newer release makes them anew
  --reason          why, for whoever reads the status
  --corpus          holds the function against texts, one JSON object a line: { id, kind, about, known, text, secrets, keep }
                    (test/cases/README.md); prints what leaks and what is masked too much, by kind
  --lang            en | zh: language of this text, of faults and of what is found; English by default

Exit status of --corpus: 0 nothing leaks and no ordinary text is changed, 2 something does, 1 failed.
The embedded database can be opened by one process at a time: stop the server first, or use DATABASE_URL. --corpus opens none.`,
    giveOne: 'Give one of --status, --run, --declare-unsafe, --corpus.',
    version: (version) => `The function is version ${version}.`,
    ofVersion: (version, subjects) => `  version ${version}: the texts of ${subjects} subjects`,
    unsafe: (version, since, reason) => `  version ${version} is unsafe since ${since}, and withheld: ${reason}`,
    unsafeHere:
      'That is the version of this release: its texts stay withheld until a release with a newer one is started.',
    nothingWaits: 'Nothing waits.',
    waits: (subjects) => `${subjects} subjects wait: npm run redact -- --run, or start the server.`,
    progress: (done, total, rate, left) =>
      `${done} of ${total} subjects, ${rate} a second, ${time(left, ' s', ' min')} left`,
    made: (subjects, version, records) =>
      `The texts of ${subjects} subjects were made anew by version ${version}: ${records} records.`,
    stopped: 'Stopped. The same command goes on.',
    failed: (subjects, causes) =>
      `Those of ${subjects} subjects could not be, and stay as they are: ${causes.join(' ')} Give a key that is missing, and run this again.`,
    noVersion: (sent, newest) => `--declare-unsafe ${sent} is no version: give 1 to ${newest}.`,
    reasonMissing: '--reason is missing: say why it is unsafe.',
    corpus: {
      columns: ['kind', 'texts', 'leaking', 'overmask', 'withheld'],
      withheld: ', withheld whole',
      leaks: 'leaks        ',
      masksAway: 'masks away   ',
      text: 'text         ',
      seen: 'seen         ',
      sum: (texts, leaking, milliseconds) => `${texts} texts, ${leaking} leak, ${milliseconds} ms each.`,
      place: (file, line) => `${file} line ${line}`,
      noObject: (place) => `${place} is no JSON object. Write one text a line, as test/cases/README.md says.`,
      notRight: (place, field, fault) => `${place}: ${field ?? 'the line'} is not right: ${fault}.`,
      empty: (file) => `${file} holds no text. Write one JSON object a line.`,
    },
  },
  zh: {
    help: `文本中显示的自然人信息（第二十三条）：其中的个人信息予以脱敏，不能确定的文本整体不予公开。

  npm run redact -- --status
  npm run redact -- --run
  npm run redact -- --declare-unsafe 版本 --reason 理由
  npm run redact -- --corpus 文件

  --status          脱敏函数的版本、各版本文本所涉信用主体数量以及不安全的版本
  --run             重新处理旧版本的文本并显示进度；服务器启动后也会自行分批处理
  --declare-unsafe  立即停止公开该版本处理的全部文本，并使含有此类文本的报告失效；不可撤回。属于本发行版所用版本的文本，
                    在更新的发行版重新处理之前不予公开
  --reason          理由，供查看状态的人员了解
  --corpus          以文本集检验脱敏函数，每行一个JSON对象：{ id, kind, about, known, text, secrets, keep }
                    （test/cases/README.md）；按类别输出泄露和过度脱敏的内容
  --lang            en | zh：本说明、错误和结果所用语言，默认为英文

--corpus的退出状态：0 没有泄露，普通文本没有改变；2 有泄露或者改变；1 失败。
内嵌数据库同一时间只能由一个进程打开：请先停止服务器，或者使用DATABASE_URL。--corpus不打开数据库。`,
    giveOne: '请在--status、--run、--declare-unsafe、--corpus中选择一项。',
    version: (version) => `脱敏函数为第${version}版。`,
    ofVersion: (version, subjects) => `  第${version}版：${subjects}个信用主体的文本`,
    unsafe: (version, since, reason) => `  第${version}版自${since}起不安全，不予公开：${reason}`,
    unsafeHere: '该版本为本发行版所用：其文本在启动更新的发行版之前不予公开。',
    nothingWaits: '没有待处理的文本。',
    waits: (subjects) => `有${subjects}个信用主体的文本待处理：请执行npm run redact -- --run，或者启动服务器。`,
    progress: (done, total, rate, left) =>
      `已处理${total}个信用主体中的${done}个，每秒${rate}个，预计剩余${time(left, '秒', '分钟')}`,
    made: (subjects, version, records) => `已用第${version}版重新处理${subjects}个信用主体的文本，共${records}条记录。`,
    stopped: '已停止。重新执行同一命令将继续处理。',
    failed: (subjects, causes) =>
      `有${subjects}个信用主体的文本未能处理，保持原状：${causes.join(' ')} 请提供缺少的密钥后重新执行。`,
    noVersion: (sent, newest) => `--declare-unsafe ${sent}不是版本：请填写1至${newest}。`,
    reasonMissing: '缺少--reason：请说明为何不安全。',
    corpus: {
      columns: ['类别', '文本数', '泄露', '过度脱敏', '不予公开'],
      withheld: '，整体不予公开',
      leaks: '泄露      ',
      masksAway: '过度脱敏  ',
      text: '文本      ',
      seen: '显示为    ',
      sum: (texts, leaking, milliseconds) => `共${texts}个文本，${leaking}个泄露，平均每个${milliseconds}毫秒。`,
      place: (file, line) => `${file}第${line}行`,
      noObject: (place) => `${place}不是JSON对象。请按test/cases/README.md所述，每行写一个文本。`,
      notRight: (place, field, fault) => `${place}：${field ?? '该行'}不正确：${fault}。`,
      empty: (file) => `${file}中没有文本。请每行写一个JSON对象。`,
    },
  },
};
