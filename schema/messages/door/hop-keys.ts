/** What the operator is told of the keys of the hop: a file that is not what it is named as, and steps that would lose a key. */
import { type Said, said } from '../said.ts';

const MAKE = {
  en: 'Make both with npm run keys -- --hop FILE --public SET.',
  zh: '两者均由npm run keys -- --hop 文件 --public 公钥集生成。',
};
const both = (en: string, zh: string): Said => said({ en: [en, MAKE.en], zh: [zh, MAKE.zh] });

export const hopKeyMessages = {
  notOwn: (path: string): Said =>
    both(
      `${path}, named by HOP_KEY, is no private key of a gateway (one Ed25519 key as JSON, with d).`,
      `HOP_KEY指定的${path}不是网关的私钥文件（应为JSON格式的一把Ed25519密钥，含d）。`,
    ),
  notSet: (path: string): Said =>
    both(
      `${path} is no set of public keys of gateways: {"keys": […]} with Ed25519 keys, at least one.`,
      `${path}不是网关公钥集：应为{"keys": […]}，至少含一把Ed25519公钥。`,
    ),
  privateInSet: (path: string): Said =>
    said({
      en: [
        `${path} holds a private key of a gateway. Whoever reads it can sign as that gateway; subgraphs need the public ones alone.`,
        'Take d out of it or name the public set, and if others could read the file, make that gateway a new key.',
      ],
      zh: [
        `${path}中含有网关的私钥。读到该文件的人即可冒充网关签名，而子系统只需要公钥。`,
        '请从文件中去掉d，或者改为公钥集；如该文件可能已被他人读取，请为该网关更换密钥。',
      ],
    }),
  readable: (path: string): Said =>
    said({
      en: [`Everybody on this machine can read ${path}, the key of this gateway.`, `Run: chmod 600 ${path}`],
      zh: [`本机所有用户都可以读取网关密钥文件${path}。`, `请运行：chmod 600 ${path}`],
    }),
  isThere: (path: string): Said =>
    said({
      en: [
        `${path} is there already, and a key is never written over.`,
        'Name another file; the gateway is started with it when the subgraphs know it.',
      ],
      zh: [`${path}已存在，不会覆盖已有密钥。`, '请指定其他文件名；待各子系统知晓新公钥后，再用该文件启动网关。'],
    }),
  notInSet: (kid: string, path: string): Said =>
    said({
      en: [`${path} has no key ${kid}.`, 'Its keys are printed by npm run keys -- --hop-status --public SET.'],
      zh: [`${path}中没有密钥${kid}。`, '可用npm run keys -- --hop-status --public 公钥集列出其中的密钥。'],
    }),
  lastOfSet: (kid: string, path: string): Said =>
    said({
      en: [`${kid} is the only key of ${path}: without it no gateway would be answered.`, 'Add the new key first.'],
      zh: [`${kid}是${path}中唯一的密钥，移除后任何网关都得不到应答。`, '请先加入新密钥。'],
    }),
  unwritten: (path: string, code: string): Said =>
    said({
      en: [`${path} cannot be read or written (${code}).`, 'Name a file that this user may write.'],
      zh: [`无法读写${path}（${code}）。`, '请指定本用户可写的文件。'],
    }),
  needsKey: said({
    en: ['SUBGRAPH_URLS needs HOP_KEY, the private key of this gateway.', MAKE.en],
    zh: ['设置SUBGRAPH_URLS时需要设置HOP_KEY，即本网关的私钥文件。', MAKE.zh],
  }),
  needsKeys: said({
    en: ['A subgraph needs HOP_KEYS, a file with the public keys of its gateways.', MAKE.en],
    zh: ['子系统需要设置HOP_KEYS，即各网关公钥所在的文件。', MAKE.zh],
  }),
} as const;
