/** What `npm run kit` says, in each language. What it says of a target that is none stands in `schema/messages/kit.ts`. */
import type { Language } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  readonly oneOfBoth: string;
  readonly tokensOffline: string;
  readonly development: string;
  readonly nobody: string;
  readonly group: (kind: string, right: number, wrong: number, left: number) => string;
  readonly wrong: (name: string, source: string, expected: string, got: string) => string;
  readonly notRun: (name: string, needs: string) => string;
  readonly notRunBecause: (name: string, because: string) => string;
  readonly summary: (all: number, right: number, wrong: number, left: number) => string;
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Runs the kit for members: cases of the standards and the Regulations, against a server or without one.

  npm run kit -- --target URL [--tokens FILE] [--lang zh]
  npm run kit -- --offline [--lang zh]

  --target   base address of a gateway, such as https://credit.example: what it refuses, how it masks, what it signs and tells
  --offline  the case files alone, against the functions of this release; needs no server
  --tokens   JSON file: who is asked as; each member is optional, and what needs a missing one is not run:
             { "party":      { "command": "python3 client.py headers", "purpose": "LOAN_ORIGINATION" },
               "department": { "token": "eyJ…", "purpose": "PERMIT", "case": "KIT-1", "matter": "FOOD-PERMIT" },
               "subject":    { "token": "eyJ…" },
               "person":  { "type": "CITIZEN_ID", "value": "…" },
               "company": { "type": "USCC", "value": "…" } }
             "token" is sent as Bearer. "command" is run for every request with its method and address behind it, and prints
             header lines: Authorization, and DPoP where the token is bound. What is asked stands on the ledger.
             Tokens go to https:// or to this machine alone
             Without the file a server in development on this machine is asked with its development tokens (DATA_DIR)
  --lang     en | zh: language of this text and of what is found; English by default

What each file holds says gateway/kit/cases/README.md; a client in another language tests itself by the same files.
A server with a certificate of an authority of your own: name it in NODE_EXTRA_CA_CERTS.
Exit 0: nothing is wrong. Exit 1: a case is wrong, or the target is no gateway.`,
    oneOfBoth: 'Name either --target URL or --offline.',
    tokensOffline: '--offline asks nobody: --tokens goes with --target.',
    development: 'Tokens: of the development issuer, for members of the sample.',
    nobody: 'Tokens: none. What a member is asked as is not run; --tokens names them.',
    group: (kind, right, wrong, left) =>
      `${kind}: ${right} right${wrong === 0 ? '' : `, ${wrong} WRONG`}${left === 0 ? '' : `, ${left} not run`}`,
    wrong: (name, source, expected, got) =>
      `  WRONG ${name} (${source})\n    expected ${expected}\n    got      ${got}`,
    notRun: (name, needs) => `  not run: ${name}; there is no ${needs}`,
    notRunBecause: (name, because) => `  not run: ${name}; ${because}`,
    summary: (all, right, wrong, left) => `${all} cases: ${right} right, ${wrong} wrong, ${left} not run.`,
  },
  zh: {
    help: `运行成员单位测试包：依据标准和条例的用例，针对服务器或者离线运行。

  npm run kit -- --target 网址 [--tokens 文件] [--lang zh]
  npm run kit -- --offline [--lang zh]

  --target   网关的基础地址，例如https://credit.example：检验其拒绝、脱敏、签名和告知
  --offline  仅以本版本的函数运行用例文件，不需要服务器
  --tokens   JSON文件：以谁的身份查询；各成员均可省略，缺少的不运行：
             { "party":      { "command": "python3 client.py headers", "purpose": "LOAN_ORIGINATION" },
               "department": { "token": "eyJ…", "purpose": "PERMIT", "case": "KIT-1", "matter": "FOOD-PERMIT" },
               "subject":    { "token": "eyJ…" },
               "person":  { "type": "CITIZEN_ID", "value": "…" },
               "company": { "type": "USCC", "value": "…" } }
             "token"以Bearer方式发送。"command"在每次请求前运行，其后附上方法和地址，输出请求头各行：
             Authorization，令牌与密钥绑定的还有DPoP。所查询的内容记入披露日志。
             令牌只发送给https://网址或者本机
             未指定该文件的，对本机开发环境的服务器使用其开发用令牌（DATA_DIR）
  --lang     en | zh：本说明和结果所用语言，默认为英文

各用例文件的内容见gateway/kit/cases/README.md；其他语言的客户端用同样的文件自测。
服务器证书由自有机构签发的，请用NODE_EXTRA_CA_CERTS指明。
退出状态：0 没有错误；1 有用例不符，或者目标不是网关。`,
    oneOfBoth: '请指定--target 网址或者--offline之一。',
    tokensOffline: '--offline不查询任何服务器：--tokens只能与--target同用。',
    development: '令牌：由开发用签发方签发，用于样例中的成员单位。',
    nobody: '令牌：无。须以成员身份查询的用例不运行；可用--tokens指明。',
    group: (kind, right, wrong, left) =>
      `${kind}：符合${right}项${wrong === 0 ? '' : `，不符${wrong}项`}${left === 0 ? '' : `，未运行${left}项`}`,
    wrong: (name, source, expected, got) => `  不符：${name}（${source}）\n    应为 ${expected}\n    实为 ${got}`,
    notRun: (name, needs) => `  未运行：${name}；缺少${needs}`,
    notRunBecause: (name, because) => `  未运行：${name}；${because}`,
    summary: (all, right, wrong, left) => `共${all}项：符合${right}项，不符${wrong}项，未运行${left}项。`,
  },
};
