/** What `npm run logins` says, in each language. */
import type { Language } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  readonly noFolder: string;
  readonly noSample: string;
  sample(step: string): string;
  made(place: string, user: string, path: string, fresh: boolean): string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Makes the logins of the subgraphs and of the gateways in the database, for subgraphs in processes of their own (npm run subgraph).

  npm run logins -- --folder FOLDER [--renew] [--sample]

Each login may take on only the roles that its process needs, and these may read only what it needs (OPERATING.md says of what is another's). Run it as the owner of the database (DATABASE_URL), with the key file of the database (CREDIT_SECRETS); it brings the database and its rows up to this release. No process with such a login does.

  --folder  where the files are: catalog.env, public-credit.env, non-public-credit.env, sanctions.env, gateway.env, each with a line DATABASE_URL=, readable
            by this user alone. A file that is there keeps its password
  --renew   makes new passwords; then restart every subgraph and gateway with its new file
  --sample  loads the sample province too, for trials: in development alone, and never by itself
  --lang    en | zh: language of this text and of faults; English by default

Passwords are printed nowhere, and PostgreSQL is sent their SCRAM verifiers alone. Run again, it changes nothing.`,
    noFolder: 'Name with --folder where the files of the logins are.',
    noSample:
      'There is no sample in production, nor with SAMPLE=off: leave --sample out, or set CREDIT_MODE=development.',
    sample: (step) => `sample: ${step}`,
    made: (place, user, path, fresh) =>
      `${place}: ${user}, ${fresh ? 'with a new password in' : 'with the password of'} ${path}`,
  },
  zh: {
    help: `在数据库中为各子系统和网关建立登录用户，供独立运行的子系统进程（npm run subgraph）及其网关使用。

  npm run logins -- --folder 文件夹 [--renew] [--sample]

每个登录用户只能使用本进程所需的角色，这些角色只能读取本进程所需的内容（涉及其他子系统的部分见OPERATING.md）。请以数据库所有者（DATABASE_URL）及本数据库的密钥文件（CREDIT_SECRETS）运行；本命令将数据库及其中的数据升级到本版本。使用此类登录用户的进程不作升级。

  --folder  存放文件的文件夹：catalog.env、public-credit.env、non-public-credit.env、sanctions.env、gateway.env，各含一行DATABASE_URL=，仅本用户可读；已有文件沿用原密码
  --renew   生成新密码；随后请用新文件重启各子系统和网关
  --sample  同时装入示例数据，供试用：仅限开发模式，不会自动装入
  --lang    en | zh：本说明及错误信息的语言，默认英文

密码不会显示，发送给PostgreSQL的只有SCRAM校验值。重复运行不作任何变更。`,
    noFolder: '请用--folder指定存放登录文件的文件夹。',
    noSample: '生产模式或SAMPLE=off时没有示例数据：请去掉--sample，或设置CREDIT_MODE=development。',
    sample: (step) => `示例数据：${step}`,
    made: (place, user, path, fresh) => `${place}：${user}，${fresh ? '新密码存于' : '沿用密码，文件为'}${path}`,
  },
};
