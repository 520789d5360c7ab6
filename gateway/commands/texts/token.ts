/** What `npm run token` says, in each language. */
import { IDENTIFIER_TYPES, ROLES } from '../../../schema/law/facts.ts';
import type { Language, Localized } from '../../../schema/localized.ts';

interface Texts {
  readonly help: string;
  readonly subjectForm: string;
  readonly subjectNotValid: (fault: Localized) => string;
  readonly roleMissing: string;
  readonly noRole: (role: string) => string;
  readonly needsSubject: string;
  readonly needsUnit: (role: string) => string;
  readonly noLength: (expires: string) => string;
  readonly production: string;
  readonly noUnit: (code: string) => string;
  readonly unitEnded: (code: string) => string;
  /** `role` comes from units of `kind`. */
  readonly otherKind: (code: string, kinds: readonly string[], role: string, kind: string) => string;
  readonly more: (units: number) => string;
  readonly mayName: (fault: string, role: string, list: string) => string;
  readonly unsure: (fault: string) => string;
}

const NAMED = ROLES.filter((role) => role !== 'PUBLIC')
  .join(', ')
  .toLowerCase();

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    help: `Prints one development token.

  npm run --silent token -- --role ROLE [--unit UNIT] [--subject TYPE:VALUE] [--scope a,b] [--expires 15m] [--lang zh]

  --role      ${NAMED}
  --unit      code of the caller's unit; needed by every role but subject (sample: BANK-A, HRB-PERMIT, HLJ-AMR, HLJ-CREDIT …)
  --subject   the calling subject, for role subject: ${IDENTIFIER_TYPES.join(' | ')}:VALUE
  --scope     scopes, separated by commas
  --expires   life of the token, such as 15m, 2h (default 15m)
  --lang      en | zh: language of this text and of faults; English by default

The token is signed by the development issuer, whose key lies in DATA_DIR (data/). A server in production does not accept it.`,
    subjectForm: '--subject is not of the form TYPE:VALUE.',
    subjectNotValid: (fault) => `--subject holds no valid identification number. ${fault.en}`,
    roleMissing: '--role is missing.',
    noRole: (role) => `There is no role ${role}.`,
    needsSubject: 'A token of role subject needs --subject TYPE:VALUE.',
    needsUnit: (role) => `A token of role ${role} needs --unit UNIT.`,
    noLength: (expires) => `--expires ${expires} is no length of time such as 15m.`,
    production: 'There is no development issuer in production. Ask your issuer for a token.',
    noUnit: (code) => `There is no unit ${code}.`,
    unitEnded: (code) => `The unit ${code} has ended.`,
    otherKind: (code, kinds, role, kind) =>
      `The unit ${code} is ${kinds.join(' and ')}; the role ${role} comes from a unit of kind ${kind}.`,
    more: (units) => `  and ${units} more`,
    mayName: (fault, role, list) => `${fault} A token of role ${role} may name:\n${list}`,
    unsure: (fault) =>
      `Warning: ${fault} So says the sample; no server runs here that could be asked, and one that does not know the unit answers 401.`,
  },
  zh: {
    help: `输出一个开发用令牌。

  npm run --silent token -- --role 角色 [--unit 单位] [--subject 类型:号码] [--scope a,b] [--expires 15m] [--lang zh]

  --role      ${NAMED}
  --unit      访问单位代码；除subject外的角色均须填写（样例：BANK-A、HRB-PERMIT、HLJ-AMR、HLJ-CREDIT……）
  --subject   访问的信用主体，用于角色subject：${IDENTIFIER_TYPES.join(' | ')}:号码
  --scope     权限范围，以逗号分隔
  --expires   令牌有效期，例如15m、2h（默认15m）
  --lang      en | zh：本说明和错误所用语言，默认为英文

令牌由开发用签发方签名，其密钥在DATA_DIR（data/）中。正式环境的服务器不接受该令牌。`,
    subjectForm: '--subject不是“类型:号码”的形式。',
    subjectNotValid: (fault) => `--subject中没有有效的证件号码。${fault.zh}`,
    roleMissing: '缺少--role（角色）。',
    noRole: (role) => `没有角色${role}。`,
    needsSubject: '角色为subject的令牌须填写--subject 类型:号码。',
    needsUnit: (role) => `角色为${role}的令牌须填写--unit（单位代码）。`,
    noLength: (expires) => `--expires ${expires}不是有效期，应当形如15m。`,
    production: '正式环境没有开发用签发方。请向贵单位的签发方申请令牌。',
    noUnit: (code) => `没有单位${code}。`,
    unitEnded: (code) => `单位${code}已终止。`,
    otherKind: (code, kinds, role, kind) =>
      `单位${code}的类别为${kinds.join('、')}；角色${role}须来自类别为${kind}的单位。`,
    more: (units) => `  另有${units}个`,
    mayName: (fault, role, list) => `${fault}角色为${role}的令牌可以填写：\n${list}`,
    unsure: (fault) => `提示：${fault}此为样例中的情况；没有正在运行的服务器可供核对，不知道该单位的服务器将答复401。`,
  },
};
