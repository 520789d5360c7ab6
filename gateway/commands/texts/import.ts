/** What `npm run import` says, in each language. */
import type { Language } from '../../../schema/localized.ts';
import { type ImportSummary, LAYOUTS, TEMPLATE_LAYOUTS, WARNINGS } from '../../../subgraphs/import.ts';

interface Texts {
  readonly help: string;
  readonly nameOneFile: string;
  readonly noFile: (file: string) => string;
  readonly unitMissing: string;
  readonly layoutUnknown: string;
  readonly templateWritten: (file: string) => string;
  readonly templateOnlyFile: string;
  readonly sample: (step: string) => string;
  readonly progress: (rows: number, percent: number, rate: number, left: number) => string;
  readonly summary: (summary: ImportSummary) => string;
  readonly noRows: string;
  readonly trial: string;
  readonly wentOn: (row: number) => string;
  readonly warnings: (summary: ImportSummary) => string;
  readonly rejected: (file: string) => string;
}

const warningsIn = (language: Language): string =>
  Object.entries(WARNINGS)
    .map(([code, what]) => `              ${code.padEnd(18)} ${what[language]}`)
    .join('\n');

const HELP_EN = `Imports a file of a providing unit.

  npm run import -- FILE --layout LAYOUT --unit UNIT [--dry-run] [--lang zh]
  npm run import -- --template LAYOUT [FILE]

  --layout   ${LAYOUTS.join(' | ')}
  --unit     code of the unit that delivers; the catalog names it as the provider of the items (sample: HLJ-AMR)
  --dry-run  checks every row as if it were stored, writes the files of rejected rows and warnings, and stores nothing
  --lang     en | zh: language of messages, of rejected rows and of warnings; English by default
  --template writes a workbook to fill in (${TEMPLATE_LAYOUTS.join(', ')}) as FILE, by default
             LAYOUT.xlsx, with lists of codes and how to write each column; never over a file that is there. Needs no database.

Layouts
  double-publicity-permit, double-publicity-penalty
                 the exchange form of permits and penalties (双公示), also that of 2016; the first line names the columns by their
                 codes (XK_…, CF_…) or their Chinese names, in any order
  registration   the columns name (名称), uscc (统一社会信用代码), reg_date (成立日期) and, where known, type, capital, scope
  records        one JSON object a line: item, subject { type, value }, subjectName, occurredOn, content and, where there are any,
                 subjectAddress, subjectPhone, basisDocument, consent, simplifiedProcedure

Files       CSV in UTF-8, with or without byte order mark, or in GB18030; the first visible sheet of an XLSX; CSV and lines of JSON
            also packed with gzip. What a file is, its bytes say, not its name.
Rejected    Rows that are not right come back with everything that is wrong with them, in their layout, with line, code and reason
            behind each: of a workbook as FILE.rejected.xlsx, with a comment on each cell that is wrong; of CSV as
            FILE.rejected.csv; of records as FILE.rejected.ndjson. Mend them there and import that file. In CSV an apostrophe before
            what a spreadsheet would take for a formula is no part of the cell.
Warnings    What was understood although it was not written as the form asks is told in FILE.warnings.csv:
${warningsIn('en')}
Again       The same file changes nothing; a row that changed becomes a correction, a new version with its history.
Stopped     An import that was stopped or killed goes on where it was when the same command is given again (FILE.progress.json).
            Rows of the batch that was cut short are then counted as unchanged. After a dry run of the file, or where the files of
            rejected rows or warnings were taken away, it begins anew, and what is stored is found unchanged.
At once     One import of a file at a time (FILE.lock); what a killed one left of it is in nobody's way.

Exit status: 0 all accepted, 2 some rows rejected, 1 failed.

The embedded database is open in one process at a time: while the server runs, this command hands the file to it.`;

const HELP_ZH = `导入信息提供单位报送的文件。

  npm run import -- 文件 --layout 格式 --unit 单位 [--dry-run] [--lang zh]
  npm run import -- --template 格式 [文件]

  --layout   ${LAYOUTS.join(' | ')}
  --unit     报送单位代码，即目录中该条目的提供单位（样例：HLJ-AMR）
  --dry-run  试运行：逐行校验并生成退回行文件和提示文件，不入库
  --lang     en | zh：消息、退回行和提示所用语言，默认为英文
  --template 生成空白报送模板（${TEMPLATE_LAYOUTS.join('、')}），
             默认文件名为“格式.xlsx”，附代码表和填写说明；不覆盖已有文件；无需数据库

格式
  double-publicity-permit、double-publicity-penalty
                 行政许可和行政处罚“双公示”报送格式，2016年版亦可；首行为各列代码（XK_…、CF_…）或中文名称，顺序不限
  registration   登记信息：name（名称）、uscc（统一社会信用代码）、reg_date（成立日期），可另填type（类型）、capital（注册资本）、
                 scope（经营范围）
  records        每行一个JSON对象：item、subject { type, value }、subjectName、occurredOn、content，可另填subjectAddress、
                 subjectPhone、basisDocument、consent、simplifiedProcedure

文件        UTF-8（有无BOM均可）或GB18030编码的CSV；XLSX工作簿（读取第一个可见工作表）；CSV和逐行JSON可用gzip压缩。
            文件类型按内容识别，与扩展名无关。
退回行      有错误的行按原格式退回，列出全部错误，行末附行号、代码和原因：工作簿退回为“文件.rejected.xlsx”，错误单元格附批注；
            CSV退回为“文件.rejected.csv”；records退回为“文件.rejected.ndjson”。请在退回文件中改正后重新导入。
            CSV中可能被当作公式的内容前加有单引号，该单引号不属于内容。
提示        填写不规范但可以识别的内容，列入“文件.warnings.csv”：
${warningsIn('zh')}
重复导入    同一文件重复导入不产生变化；内容有变化的行作为更正处理，生成新版本并保留历史。
中断        导入中断后重新执行同一命令，从中断处继续（文件.progress.json）；中断批次中已入库的行计为未变。
            试运行之后，或退回行文件、提示文件已被移走的，从头开始，已入库的内容计为未变。
同时导入    同一文件同一时间只能有一个导入进程（文件.lock）；异常终止的进程遗留的锁文件不影响使用。

退出状态：0 全部接收；2 有退回行；1 失败。

内嵌数据库同一时间只能由一个进程打开：服务器运行期间，本命令将文件交由服务器导入。`;

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: HELP_EN,
    nameOneFile: 'Name one file.',
    noFile: (file) => `There is no file ${file}.`,
    unitMissing: '--unit is missing.',
    layoutUnknown: `--layout is none of ${LAYOUTS.join(', ')}.`,
    templateWritten: (file) => `The template is ${file}. Fill it in, and import it.`,
    templateOnlyFile: '--template takes one file at most: the workbook that is written.',
    sample: (step) => `  sample: ${step}`,
    progress: (rows, percent, rate, left) => `${rows} rows, ${percent} %, ${rate} rows a second, about ${left} s left`,
    summary: ({ rows, accepted, unchanged, corrected, rejected, late }) =>
      `${rows} rows: ${accepted} accepted, ${unchanged} unchanged, ${corrected} corrected, ${rejected} rejected; ${late} delivered late`,
    noRows: 'The file names its columns and holds no row.',
    trial: 'This was a dry run: nothing was stored.',
    wentOn: (row) => `Went on behind row ${row}, where it had stopped.`,
    warnings: ({ warnings, warningsFile }) =>
      `Warnings: ${Object.entries(warnings)
        .map(([code, count]) => `${count} ${code}`)
        .join(', ')}; see ${warningsFile}`,
    rejected: (file) => `Rejected rows with their reasons: ${file}`,
  },
  zh: {
    help: HELP_ZH,
    nameOneFile: '请指定一个文件。',
    noFile: (file) => `文件${file}不存在。`,
    unitMissing: '缺少--unit（报送单位代码）。',
    layoutUnknown: `--layout应为下列之一：${LAYOUTS.join('、')}。`,
    templateWritten: (file) => `已生成模板${file}。请填写后导入。`,
    templateOnlyFile: '--template最多指定一个文件，即要生成的工作簿。',
    sample: (step) => `  样例：${step}`,
    progress: (rows, percent, rate, left) => `已处理${rows}行（${percent}%），每秒${rate}行，预计剩余${left}秒`,
    summary: ({ rows, accepted, unchanged, corrected, rejected, late }) =>
      `共${rows}行：接收${accepted}行，未变${unchanged}行，更正${corrected}行，退回${rejected}行；逾期报送${late}行`,
    noRows: '文件只有列名，没有数据行。',
    trial: '本次为试运行，未入库。',
    wentOn: (row) => `从上次中断处（第${row}行之后）继续导入。`,
    warnings: ({ warnings, warningsFile }) =>
      `提示：${Object.entries(warnings)
        .map(([code, count]) => `${code} ${count}条`)
        .join('，')}；详见${warningsFile}`,
    rejected: (file) => `退回行及原因：${file}`,
  },
};
