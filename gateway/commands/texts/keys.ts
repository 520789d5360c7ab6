/** What `npm run keys` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  readonly giveOne: string;
  readonly sayBackups: string;
  file(path: string): string;
  seals(id: string, rows: number): string;
  opens(id: string, rows: number): string;
  notInFile(id: string, rows: number): string;
  outOfUse(at: string): string;
  neededBy(folder: string): string;
  processes(count: number): string;
  process(name: string, version: string, sealsWith: string, knows: string): string;
  added(id: string, path: string): string;
  sealsWith(id: string): string;
  removed(id: string): string;
  signs(kid: string): string;
  signedUntil(kid: string, at: string): string;
  addedSigning(kid: string, path: string): string;
  revoked(kid: string, at: string): string;
  readonly sayPublic: string;
  hopMade(kid: string, path: string, set: string): string;
  hopRemoved(kid: string, set: string): string;
  hopKnown(kid: string): string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Makes the keys that production needs, and prints them as JSON.

  npm run --silent keys > keys.json && chmod 600 keys.json

Name the file in CREDIT_SECRETS and keep it. To rotate the sealing key, one step after the other (KEYS.md explains them):

  npm run keys -- --status [--backups FOLDER]    what stands: keys, what each sealed, processes and what they know
  npm run keys -- --add                          a new sealing key, last in the file; then restart every process
  npm run keys -- --seal-with ID                 puts it first; then restart every process
  npm run reseal                                 moves what the old key sealed
  npm run keys -- --remove ID --backups FOLDER   takes the old key out; --no-backups where none is kept

  npm run keys -- --add-signing                  a new signing key, first in the file
  npm run keys -- --revoke-signing KID --since 2026-11-27T08:00:00+08:00 [--reason TEXT]
                                                 a signing key that was stolen counts no more since then

Where each subgraph is a process of its own, gateways sign what they ask (OPERATING.md, "One process a subgraph"):

  npm run keys -- --hop FILE --public SET        a key of a gateway: the private FILE for it alone, the public half into SET for the subgraphs
  npm run keys -- --hop-status --public SET      the ids of the keys in SET
  npm run keys -- --hop-remove ID --public SET   takes a key out of SET, when no gateway signs with it any more

  --backups  folder of a backup or of several, at any depth; may be given more than once
  --lang     en | zh: language of this text and of faults; English by default

A step that would make something unreadable is refused, and says why. The keys index and pseudonym never change.`,
    giveOne:
      'Give one of --status, --add, --seal-with, --remove, --add-signing, --revoke-signing, --hop, --hop-status, --hop-remove; none of them to print new keys.',
    sayBackups:
      '--remove needs either --backups FOLDER, where backups are kept, or --no-backups where none is: a backup cannot be read without the keys that sealed it.',
    file: (path) => `Key file ${path}`,
    seals: (id, rows) => `  ${id}: first, it seals; ${rows} rows`,
    opens: (id, rows) => `  ${id}: opens; ${rows} rows`,
    notInFile: (id, rows) => `  ${id}: not in the file; ${rows} rows`,
    outOfUse: (at) => `    out of use since ${at}`,
    neededBy: (folder) => `    needed by the backup ${folder}`,
    processes: (count) => `${count} processes have the database open`,
    process: (name, version, sealsWith, knows) => `  ${name} (${version}): seals with ${sealsWith}, knows ${knows}`,
    added: (id, path) =>
      `The key ${id} stands last in ${path}. Now: copy the file to every machine, restart every process, then npm run keys -- --seal-with ${id}`,
    sealsWith: (id) =>
      `The key ${id} stands first. Now: copy the file to every machine, restart every process, then npm run reseal`,
    removed: (id) =>
      `The key ${id} is out of use and out of the file. Copy the file to every machine; destroy the copies of the old one when no backup needs them.`,
    signs: (kid) => `  signing ${kid}: in force`,
    signedUntil: (kid, at) => `  signing ${kid}: revoked as of ${at}`,
    addedSigning: (kid, path) =>
      `The signing key ${kid} stands first in ${path}. Now: copy the file to every machine and restart every process; it signs then.`,
    revoked: (kid, at) =>
      `The signing key ${kid} is revoked as of ${at}. Now: copy the file to every machine and restart every process; /.well-known/jwks.json says so then. Tell those who keep your key set.`,
    sayPublic: 'Name with --public the file with the public keys of the gateways.',
    hopMade: (kid, path, set) =>
      `The key ${kid} of a gateway is in ${path}, for HOP_KEY of that gateway alone; its public half is in ${set}, for HOP_KEYS. Restart the subgraphs with it, then the gateway.`,
    hopRemoved: (kid, set) => `${kid} is no longer in ${set}. Restart the subgraphs with it.`,
    hopKnown: (kid) => `  ${kid}`,
  },
  zh: {
    help: `生成正式环境所需的密钥，以JSON输出。

  npm run --silent keys > keys.json && chmod 600 keys.json

请在CREDIT_SECRETS中指定该文件并妥善保存。更换加密密钥依次执行（说明见KEYS.md）：

  npm run keys -- --status [--backups 文件夹]       现状：各密钥、其加密的内容、各进程所知密钥
  npm run keys -- --add                            添加新加密密钥，置于文件末位；然后重启所有进程
  npm run keys -- --seal-with 编号                  置于首位；然后重启所有进程
  npm run reseal                                   转移原密钥加密的内容
  npm run keys -- --remove 编号 --backups 文件夹     停用原密钥；没有保留备份的填写--no-backups

  npm run keys -- --add-signing                    添加新签名密钥，置于首位
  npm run keys -- --revoke-signing KID --since 2026-11-27T08:00:00+08:00 [--reason 原因]
                                                   吊销被窃取的签名密钥：自该时刻起不予承认

各子系统独立运行时，网关对其转来的查询签名（见OPERATING.md“One process a subgraph”）：

  npm run keys -- --hop 文件 --public 公钥集           生成网关密钥：私钥文件仅供该网关使用，公钥加入公钥集供各子系统使用
  npm run keys -- --hop-status --public 公钥集         列出公钥集中的密钥编号
  npm run keys -- --hop-remove 编号 --public 公钥集     在没有网关使用该密钥签名后，将其从公钥集中移除

  --backups  一份或者多份备份所在文件夹，查找所有下级；可多次填写
  --lang     en | zh：本说明和错误所用语言，默认为英文

会导致内容无法读取的步骤不予执行并说明原因。index和pseudonym密钥不更换。`,
    giveOne:
      '--status、--add、--seal-with、--remove、--add-signing、--revoke-signing、--hop、--hop-status、--hop-remove只能填写一项；均不填写则输出新密钥。',
    sayBackups:
      '--remove须填写--backups（备份所在文件夹）；没有保留备份的填写--no-backups：没有当时的加密密钥无法读取备份。',
    file: (path) => `密钥文件${path}`,
    seals: (id, rows) => `  ${id}：首位，用于加密；${rows}行`,
    opens: (id, rows) => `  ${id}：用于解密；${rows}行`,
    notInFile: (id, rows) => `  ${id}：不在文件中；${rows}行`,
    outOfUse: (at) => `    自${at}起停用`,
    neededBy: (folder) => `    备份${folder}需要`,
    processes: (count) => `有${count}个进程打开本数据库`,
    process: (name, version, sealsWith, knows) => `  ${name}（${version}）：用${sealsWith}加密，所知密钥${knows}`,
    added: (id, path) =>
      `密钥${id}已置于${path}末位。下一步：将文件复制到所有服务器，重启所有进程，然后执行npm run keys -- --seal-with ${id}`,
    sealsWith: (id) => `密钥${id}已置于首位。下一步：将文件复制到所有服务器，重启所有进程，然后执行npm run reseal`,
    removed: (id) => `密钥${id}已停用并移出文件。请将文件复制到所有服务器；没有备份需要旧文件后请销毁其副本。`,
    signs: (kid) => `  签名密钥${kid}：有效`,
    signedUntil: (kid, at) => `  签名密钥${kid}：自${at}起吊销`,
    addedSigning: (kid, path) =>
      `签名密钥${kid}已置于${path}首位。下一步：将文件复制到所有服务器并重启所有进程，此后用其签名。`,
    revoked: (kid, at) =>
      `签名密钥${kid}自${at}起吊销。下一步：将文件复制到所有服务器并重启所有进程，此后/.well-known/jwks.json予以公布。请告知保存公钥集的单位。`,
    sayPublic: '请用--public指定存放各网关公钥的文件。',
    hopMade: (kid, path, set) =>
      `网关密钥${kid}已写入${path}，仅供该网关的HOP_KEY使用；其公钥已加入${set}，供HOP_KEYS使用。请先用该公钥集重启各子系统，再重启网关。`,
    hopRemoved: (kid, set) => `${kid}已从${set}中移除。请用该公钥集重启各子系统。`,
    hopKnown: (kid) => `  ${kid}`,
  },
};
