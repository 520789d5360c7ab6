/** What `npm run due` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  readonly noDate: (date: string) => string;
  readonly elsewhere: string;
  readonly summary: (expired: number, overdue: number, moved: number, deleted: number, ends: number) => string;
  /** Told on the error stream behind each slice of long work. */
  readonly progress: (work: 'MOVING' | 'ENDING', done: number) => string;
  readonly ending: (authorizations: number) => string;
  readonly sealed: (texts: number) => string;
  readonly joined: (subjects: number) => string;
  readonly gap: string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Moves on what time alone changes.

  npm run due -- [--date YYYY-MM-DD] [--lang zh]

  --date  the day to act for, at noon in Asia/Shanghai; today when absent
  --lang  en | zh: language of this text, of faults and of the result; English by default

Display periods move where a new table of them was published; those that ended put their records into the archive (Article 37 §2), and whoever was shown them is told; clocks that
ran out are noted as overdue; subjects are told of authorizations that end soon and of uses of their information that they did
not know (Article 35); evidence that nothing used for a day, or that was kept for EVIDENCE_RETENTION_MONTHS behind what it was brought for, is
deleted; texts of decisions that lie in plain, from before they were sealed, are sealed; persons who are
held under an old number, or whose citizen number was sent as another kind, are joined to themselves. Once a quarter
the statistics are released, unless --date names a day or their privacy budget of the year is spent (STATISTICS_EPSILON). The
server does this by itself every DUE_EVERY_MS; several servers on one database do it once.
The embedded database can be opened by one process at a time: stop the server first, or use DATABASE_URL.`,
    noDate: (date) => `--date ${date} is not a date of the form YYYY-MM-DD.`,
    elsewhere: 'Another process is doing it.',
    progress: (work, done) =>
      work === 'MOVING' ? `${done} display periods moved so far.` : `${done} display periods ended so far.`,
    summary: (expired, overdue, moved, deleted, ends) =>
      `${ends === 0 ? '' : `${ends} display periods moved with the table, `}${expired} display periods ended, ${overdue} clocks ran out, ${moved} paused clocks moved on, ${deleted} files of evidence were deleted.`,
    ending: (authorizations) => `${authorizations} authorizations end soon: their subjects were told.`,
    sealed: (texts) => `${texts} decisions and requests that lay in plain were sealed for their subjects.`,
    joined: (subjects) => `${subjects} subjects turned out to be one with another and were joined to it.`,
    gap: 'No statistics are released while a gap of the ledger is open: acknowledge it first (acknowledgeGap).',
  },
  zh: {
    help: `办理仅因时间推移而发生的变更。

  npm run due -- [--date YYYY-MM-DD] [--lang zh]

  --date  办理所依的日期，以亚洲/上海时间正午计；不填为今日
  --lang  en | zh：本说明、错误和结果所用语言，默认为英文

公布新的公示期限表的，调整有关公示期限；公示期限届满的记录转入档案保存（第三十七条第二款），并告知曾经查阅的单位；逾期的办理期限予以记录；向信用主体告知其授权即将届满、
其信息被用于其不知晓的用途（第三十五条）；一日内未使用的证据材料、所涉事项办结后保存满EVIDENCE_RETENTION_MONTHS个月的证据材料予以删除；以前以明文保存的
决定书内容予以加密；以旧证件号码登记、或者公民身份号码被作为其他证件报送的个人，归并为同一人。每季度发布一次统计
结果，但指定--date或者当年隐私预算（STATISTICS_EPSILON）用尽的除外。服务器每隔DUE_EVERY_MS自行办理；多个服务器
共用一个数据库的，只办理一次。
内嵌数据库同一时间只能由一个进程打开：请先停止服务器，或者使用DATABASE_URL。`,
    noDate: (date) => `--date ${date}不是形如YYYY-MM-DD的日期。`,
    elsewhere: '另一进程正在办理。',
    progress: (work, done) => (work === 'MOVING' ? `已按期限表调整${done}项公示期限。` : `已终止${done}项公示。`),
    summary: (expired, overdue, moved, deleted, ends) =>
      `${ends === 0 ? '' : `按期限表调整公示期限${ends}项，`}公示期限届满${expired}项，办理期限逾期${overdue}项，中止计算的期限顺延${moved}项，删除证据材料${deleted}件。`,
    ending: (authorizations) => `${authorizations}项授权即将届满，已告知信用主体。`,
    sealed: (texts) => `以前以明文保存的决定和申请${texts}件已为其信用主体加密。`,
    joined: (subjects) => `${subjects}个信用主体经核实与他人为同一主体，已归并。`,
    gap: '披露日志的缺口尚未确认，不发布统计结果。请先确认缺口（acknowledgeGap）。',
  },
};
