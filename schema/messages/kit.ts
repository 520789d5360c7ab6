/** What `npm run kit` says of a target that is no gateway, and of the file of tokens. */
import type { Localized } from '../localized.ts';

export const kitMessages = {
  noAddress: (target: string): Localized => ({
    en: `--target ${target} is no address: name the gateway as https://host or https://host:port.`,
    zh: `--target ${target}不是网址：请以https://主机名或者https://主机名:端口指明网关。`,
  }),
  addressParts: {
    en: '--target holds a user, a query or a fragment: name scheme, host and port alone.',
    zh: '--target中有用户名、查询参数或者片段：只写协议、主机名和端口。',
  },
  hostUnknown: (base: string, code: string): Localized => ({
    en: `No host of the name in ${base} is known (${code}): is it written right?`,
    zh: `无法解析${base}中的主机名（${code}）：请检查是否写错。`,
  }),
  nothingListens: (base: string, code: string): Localized => ({
    en: `Nothing listens at ${base} (${code}): is the server started, and the port right?`,
    zh: `${base}没有服务在监听（${code}）：请检查服务器是否已启动、端口是否正确。`,
  }),
  tooLate: (base: string, seconds: number): Localized => ({
    en: `${base} does not answer within ${seconds} seconds: does a firewall stand between?`,
    zh: `${base}在${seconds}秒内没有应答：请检查中间是否有防火墙。`,
  }),
  tooLarge: (base: string, megabytes: number): Localized => ({
    en: `${base} answers with more than ${megabytes} MB, which no gateway does: the rest was not read.`,
    zh: `${base}的应答超过${megabytes} MB，网关不会如此应答：其余部分未读取。`,
  }),
  errorsForm: (address: string, status: number): Localized => ({
    en: `${address} answers with "errors" that is no list of objects (${status}), as GraphQL demands (section 7.1): is it the base address of the gateway?`,
    zh: `${address}应答中的“errors”不是GraphQL（第7.1节）要求的对象列表（${status}）：请检查是否为网关的基础地址。`,
  }),
  openAddress: (base: string): Localized => ({
    en: `${base} is not encrypted: everybody on the way reads the tokens and identification numbers that would be sent. Name https://, or ask a gateway on this machine.`,
    zh: `${base}未加密：所发送的令牌和证件号码途中任何人均可读取。请填写https://网址，或者使用本机的网关。`,
  }),
  onlyKept: {
    en: 'the gateway takes from parties only operations that its operator keeps (OPERATION_ONLY)',
    zh: '网关对协议方只接受公共信用工作机构留存的操作（OPERATION_ONLY）',
  },
  certificate: (base: string, code: string): Localized => ({
    en: `The certificate of ${base} comes from an authority that is not known here, or is for another name (${code}): put the authority into a file and name it in NODE_EXTRA_CA_CERTS.`,
    zh: `${base}的证书不是由此处已知的机构签发，或者不属于该主机名（${code}）：请将签发机构的证书存入文件，并用NODE_EXTRA_CA_CERTS指明。`,
  }),
  protocol: (base: string, code: string): Localized => ({
    en: `${base} does not speak the protocol of its address (${code}): is it http where https is written, or the other way round?`,
    zh: `${base}使用的协议与网址不符（${code}）：是否http和https写反？`,
  }),
  unreached: (base: string, code: string): Localized => ({
    en: `${base} cannot be reached (${code}).`,
    zh: `无法连接${base}（${code}）。`,
  }),
  redirected: (base: string, status: number): Localized => ({
    en: `${base}/graphql leads elsewhere (${status}): name the address that answers itself.`,
    zh: `${base}/graphql转向其他地址（${status}）：请填写直接应答的地址。`,
  }),
  html: (base: string, status: number): Localized => ({
    en: `${base}/graphql answers with a page of HTML (${status}): that is a portal or a proxy, not the gateway behind it.`,
    zh: `${base}/graphql返回的是HTML网页（${status}）：那是门户网站或者代理，不是其后的网关。`,
  }),
  noGraphql: (base: string, status: number): Localized => ({
    en: `${base}/graphql answers no GraphQL (${status}): is it the base address of the gateway?`,
    zh: `${base}/graphql返回的不是GraphQL应答（${status}）：请检查是否为网关的基础地址。`,
  }),
  notReady: (base: string, reason: string): Localized => ({
    en: `${base} is a gateway that answers nobody now (503, ${reason}): try again once it is ready.`,
    zh: `${base}是网关，但目前不对外应答（503，${reason}）：请在其就绪后重试。`,
  }),
  tooOften: (base: string, seconds: string): Localized => ({
    en: `${base} has had too many requests from here (429): try again in ${seconds} seconds.`,
    zh: `本机向${base}发送的请求过多（429）：请在${seconds}秒后重试。`,
  }),
  otherKind: (base: string): Localized => ({
    en: `${base}/graphql is a GraphQL server of another kind: it has no ledgerCheckpoint, which every credit gateway shows to anyone (Article 17).`,
    zh: `${base}/graphql是其他类型的GraphQL服务器：没有ledgerCheckpoint，而信用信息网关均向任何人公布（第十七条）。`,
  }),
  fileUnreadable: (path: string): Localized => ({
    en: `The file ${path} cannot be read.`,
    zh: `文件${path}无法读取。`,
  }),
  fileNoJson: (path: string): Localized => ({ en: `${path} is not JSON.`, zh: `${path}不是JSON。` }),
  fileNoObject: (path: string): Localized => ({ en: `${path} is no JSON object.`, zh: `${path}不是JSON对象。` }),
  fileStrange: (path: string, strange: string, known: string): Localized => ({
    en: `${path} has "${strange}"; it takes ${known}.`,
    zh: `${path}中有“${strange}”；可用的有${known}。`,
  }),
  noToken: (path: string, member: string): Localized => ({
    en: `${path}: ${member} needs either "token" or "command".`,
    zh: `${path}：${member}须有“token”或者“command”之一。`,
  }),
  noHeaderLines: (path: string, member: string): Localized => ({
    en: `The command of ${member} in ${path} prints no header lines such as "Authorization: DPoP …".`,
    zh: `${path}中${member}的命令输出的不是“Authorization: DPoP ……”形式的请求头。`,
  }),
  tokenRefused: (member: string, said: Localized): Localized => ({
    en: `The gateway refuses the token of ${member}: ${said.en}`,
    zh: `网关拒绝${member}的令牌：${said.zh}`,
  }),
  commandFails: (path: string, member: string): Localized => ({
    en: `The command of ${member} in ${path} fails; what it said stands above.`,
    zh: `${path}中${member}的命令执行失败，原因见上。`,
  }),
} as const;
