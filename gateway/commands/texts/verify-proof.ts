/** What `npm run verify-proof` says, in each language. */
import type { Language, Localized } from '../../../schema/localized.ts';

/** What an entry of the ledger says, as far as it is told here. */
interface EntryTold {
  readonly at: string;
  readonly who: string;
  readonly purpose: string;
  readonly items: readonly string[];
}

interface Texts {
  readonly help: string;
  readonly unreadable: (path: string) => string;
  readonly notJson: (path: string, fault: string) => string;
  readonly nameOneFile: string;
  readonly keysMissing: string;
  readonly noKeySet: (path: string, fault: string) => string;
  readonly noProof: (path: string) => string;
  /** Name of a proof: the only one, or its number. */
  readonly proof: (number: number | undefined) => string;
  readonly incomplete: (proof: string, path: string, fault: string) => string;
  readonly holds: (proof: string, leaf: number, size: number, signedAt: string) => string;
  readonly entry: (entry: EntryTold) => string;
  readonly reserved: (doubt: Localized) => string;
  readonly noGaps: (path: string, fault: string) => string;
  /** From when to when the ledger was lost, and when that was found. */
  readonly inGap: (from: string, to: string, found: string) => string;
  readonly broken: (proof: string, fault: Localized) => string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Checks, without the platform, that a disclosure stands in its ledger.

  npm run verify-proof -- PROOF --keys KEYS [--gaps GAPS] [--lang zh]

  PROOF   JSON file: the field "proof" of one disclosure, as the platform gave it:
          { leafIndex checkpointSize content salt hashes checkpoint { size rootHash signedAt keyId signature } }
          A whole answer to the query me.disclosures is taken as well: every proof in it is checked.
  --keys  JSON file: the key set, saved from /.well-known/jwks.json when you trusted it
  --gaps  JSON file: the answer to the query ledgerGaps with fromAt, toAt and foundAt. A checkpoint that was lost
          with a database, which the operator acknowledged, is told: the platform's ledger has it no more
  --lang  en | zh: language of this text and of what is found; English by default

It says, for each proof, what was disclosed and whether the entry, the path, the checkpoint and its signature hold.
Exit 0: all hold. Exit 1: at least one does not, or a file cannot be read.`,
    unreadable: (path) => `The file ${path} cannot be read.`,
    notJson: (path, fault) => `The file ${path} is not JSON: ${fault}`,
    nameOneFile: 'Name one file with a proof.',
    keysMissing: '--keys is missing.',
    noKeySet: (path, fault) => `${path} is no key set: ${fault}`,
    noProof: (path) =>
      `${path} holds no proof. Ask me.disclosures for proof with all its fields; where proof is null, ask again after proofAt.`,
    proof: (number) => (number === undefined ? 'The proof' : `Proof ${number}`),
    incomplete: (proof, path, fault) => `${proof} of ${path} is not complete:\n${fault}`,
    holds: (proof, leaf, size, signedAt) => `${proof} holds: leaf ${leaf} of ${size}, signed ${signedAt}.`,
    entry: ({ at, who, purpose, items }) =>
      `  ${at}  ${who}  purpose ${purpose || '-'}  items ${items.join(', ') || '-'}`,
    reserved: (doubt) => `  But ${doubt.en}`,
    noGaps: (path, fault) => `${path} holds gaps without fromAt, toAt or foundAt: ${fault}`,
    inGap: (from, to, found) =>
      `  Its checkpoint lies in a gap of the platform's ledger${from === '' ? '' : `, from ${from}`} to ${to}, found ${found}: the ledger of today does not have it.`,
    broken: (proof, fault) => `${proof} does NOT hold: ${fault.en}`,
  },
  zh: {
    help: `不依赖平台，核验一次披露是否记入披露日志。

  npm run verify-proof -- 证明 --keys 公钥 [--gaps 缺口] [--lang zh]

  证明    JSON文件：平台给出的一条披露的字段"proof"：
          { leafIndex checkpointSize content salt hashes checkpoint { size rootHash signedAt keyId signature } }
          也可以是查询me.disclosures的完整应答，其中的证明逐一核验
  --keys  JSON文件：公钥集，取自/.well-known/jwks.json，在您信任它时保存
  --gaps  JSON文件：查询ledgerGaps的应答，含fromAt、toAt和foundAt。
          检查点随数据库丢失并经公共信用工作机构确认的，予以说明：平台现有的日志中已没有它
  --lang  en | zh：本说明和核验结果所用语言，默认为英文

逐一说明披露了什么，以及条目、路径、检查点及其签名是否成立。
退出状态：0 全部成立；1 有不成立的，或者文件无法读取。`,
    unreadable: (path) => `文件${path}无法读取。`,
    notJson: (path, fault) => `文件${path}不是JSON：${fault}`,
    nameOneFile: '请指定一个证明文件。',
    keysMissing: '缺少--keys（公钥文件）。',
    noKeySet: (path, fault) => `${path}不是公钥集：${fault}`,
    noProof: (path) =>
      `${path}中没有证明。请在me.disclosures中查询proof的全部字段；proof为null的，请在proofAt之后再查询。`,
    proof: (number) => (number === undefined ? '该证明' : `第${number}个证明`),
    incomplete: (proof, path, fault) => `${path}中${proof}不完整：\n${fault}`,
    holds: (proof, leaf, size, signedAt) => `${proof}成立：共${size}个叶节点中的第${leaf}号，签名时间${signedAt}。`,
    entry: ({ at, who, purpose, items }) => `  ${at}  ${who}  用途${purpose || '无'}  条目${items.join('、') || '无'}`,
    reserved: (doubt) => `  但${doubt.zh}`,
    noGaps: (path, fault) => `${path}中的缺口没有fromAt、toAt或者foundAt：${fault}`,
    inGap: (from, to, found) =>
      `  其检查点位于平台日志的缺口之中（${from === '' ? '' : `自${from}`}至${to}，${found}发现）：平台现有的日志中已没有它。`,
    broken: (proof, fault) => `${proof}不成立：${fault.zh}`,
  },
};
