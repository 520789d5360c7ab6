/** What is said of tokens, of proofs that their holder sent them, and of units that a token names. */
import type { Localized } from '../../localized.ts';
import { type Said, said } from '../said.ts';

/** A token that is not good. */
const token = (en: string, zh: string): Said =>
  said({
    en: [en, 'Send a valid token, or none at all for what is open to anyone.'],
    zh: [zh, '请携带有效的令牌；查阅无条件开放的内容可以不带令牌。'],
  });

/** A token that is not bound to its holder as it has to be. */
const binding = (en: string, zh: string): Said =>
  said({
    en: [
      en,
      'Ask the issuer for a token that is bound to a key (DPoP, RFC 9449) or to your certificate (mutual TLS, RFC 8705).',
    ],
    zh: [zh, '请向签发方申请与密钥绑定（DPoP，RFC 9449）或者与证书绑定（双向TLS，RFC 8705）的令牌。'],
  });

/** A proof of possession that proves nothing. */
const proof = (en: string, zh: string): Said =>
  said({
    en: [
      en,
      'Make a new proof for each request: its method, its address, the token, the key that the token is bound to (RFC 9449).',
    ],
    zh: [zh, '请为每次请求制作新的证明，写明请求方法、地址和令牌，并以令牌绑定的密钥签名（RFC 9449）。'],
  });

export const tokenMessages = {
  tooLong: token('The token is too long.', '令牌过长。'),
  noIssuer: token('The token is no JWT that names its issuer.', '令牌不是注明签发方的JWT。'),
  issuerUnknown: token('The token comes from an issuer that is not trusted here.', '令牌的签发方不受本平台信任。'),
  noAccessToken: token('The token is no access token.', '令牌不是访问令牌。'),
  expired: token('The token has expired.', '令牌已过期。'),
  notValid: token('The token is not valid.', '令牌无效。'),
  boundOtherwise: token('The token is bound in a way that is not known here.', '令牌的绑定方式不为本平台所知。'),
  noSubject: token(
    'The token of a subject has no claim subject of the form TYPE:VALUE.',
    '信用主体的令牌没有形如TYPE:VALUE的声明subject。',
  ),
  subjectNotValid: (fault: Localized): Said =>
    token(
      `The claim subject of the token holds no valid identification number. ${fault.en}`,
      `令牌的声明subject中没有有效的证件号码。${fault.zh}`,
    ),
  noRole: token('The token names no known role.', '令牌没有注明已知的角色。'),
  noUnit: (role: string): Said =>
    token(`A token of role ${role} names its unit.`, `角色为${role}的令牌应当注明其单位。`),
  proofWithoutToken: token('The header DPoP comes without a token.', '请求头DPoP没有随令牌发送。'),
  noneInHeader: said({
    en: ['The header Authorization holds no token.', 'Send it as Bearer, or as DPoP with a proof.'],
    zh: ['请求头Authorization中没有令牌。', '请以Bearer方式发送，或者以DPoP方式并附证明发送。'],
  }),
  boundToNoKey: binding('A proof was sent, and the token is bound to no key.', '发送了证明，而令牌没有与密钥绑定。'),
  boundToKey: said({
    en: ['The token is bound to a key.', 'Send it as DPoP, with a proof in the header DPoP.'],
    zh: ['令牌与密钥绑定。', '请以DPoP方式发送，并在请求头DPoP中附证明。'],
  }),
  otherKey: binding('The proof is of another key than the token.', '证明所用的密钥与令牌绑定的密钥不同。'),
  otherCertificate: said({
    en: [
      'The token is bound to a certificate that this connection does not show.',
      'Connect with the certificate that the token was given to.',
    ],
    zh: ['令牌与证书绑定，而本次连接没有出示该证书。', '请使用令牌所签发的证书进行连接。'],
  }),
  notBound: (role: string): Said =>
    binding(
      `A token of role ${role} is bound to its holder here, and this one is not.`,
      `本平台要求角色为${role}的令牌与持有者绑定，而该令牌没有绑定。`,
    ),
};

export const proofMessages = {
  notSigned: proof(
    'The proof is no JWT of the type dpop+jwt that its own public key signed, with jti, htm, htu, iat and ath.',
    '证明不是由其自带公钥对应的私钥签名、类型为dpop+jwt并含有jti、htm、htu、iat和ath的JWT。',
  ),
  none: proof('The request has no header DPoP.', '请求没有请求头DPoP。'),
  tooLong: proof('The proof is too long.', '证明过长。'),
  otherMethod: proof('The proof is for another method.', '证明对应的是其他请求方法。'),
  otherAddress: proof('The proof is for another address.', '证明对应的是其他地址。'),
  notNow: (seconds: number): Said =>
    proof(`The proof was not made within ${seconds} seconds.`, `证明不是在${seconds}秒之内制作的。`),
  otherToken: proof('The proof is for another token.', '证明对应的是其他令牌。'),
  noId: proof('The proof has no usable jti.', '证明没有可用的jti。'),
  sentBefore: proof('The proof was sent before.', '该证明已经使用过。'),
};

export const doorMessages = {
  /** `units` may act in the role, and so many more. */
  unknown: (unit: string, role: string, units: readonly string[], more: number): Said =>
    said({
      en: [
        `No unit ${unit} is registered.`,
        `Ask the issuer for a token of a registered unit, or have this one registered by the public credit work body. Units of role ${role}: ${
          units.join(', ') || 'none yet'
        }${more > 0 ? ` and ${more} more` : ''}.`,
      ],
      zh: [
        `单位${unit}未登记。`,
        `请向签发方申请已登记单位的令牌，或者由公共信用工作机构登记该单位。角色为${role}的单位：${
          units.join('、') || '目前尚无'
        }${more > 0 ? `等，另有${more}个` : ''}。`,
      ],
    }),
  ended: (unit: string, endedOn: string): Said =>
    said({
      en: [`The unit ${unit} ended on ${endedOn}.`, 'Ask the issuer for a token of the unit that does its work now.'],
      zh: [`单位${unit}已于${endedOn}终止。`, '请向签发方申请承接其职责的单位的令牌。'],
    }),
  /** `role` comes from units of `kind`; of the unit's own `kinds` come `roles`. */
  otherRole: (unit: string, kinds: readonly string[], role: string, kind: string, roles: string): Said =>
    said({
      en: [
        `The unit ${unit} is registered as ${kinds.join(' and ')}; the role ${role} comes from a unit of kind ${kind}.`,
        `Ask the issuer for a token of role ${roles}, or have the kind registered.`,
      ],
      zh: [
        `单位${unit}登记的类别为${kinds.join('、')}；角色${role}须来自类别为${kind}的单位。`,
        `请向签发方申请角色为${roles}的令牌，或者登记该类别。`,
      ],
    }),
};
