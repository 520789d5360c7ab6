/** What a subgraph in a process of its own says to who reaches it past a gateway. */
import { type Said, said } from '../said.ts';

/** Why it is refused. */
export type HopReason =
  | 'HOP_MISSING'
  | 'HOP_NOT_SIGNED'
  | 'HOP_OTHER_SUBGRAPH'
  | 'HOP_OTHER_BODY'
  | 'HOP_OTHER_HEADERS'
  | 'HOP_NOT_NOW'
  | 'HOP_REPLAYED';

const NEXT = {
  en: 'Ask a gateway; whoever sets one up finds how it signs in OPERATING.md.',
  zh: '请通过网关查询；网关的签名方法见OPERATING.md。',
};
const refused = (en: string, zh: string): Said => said({ en: [en, NEXT.en], zh: [zh, NEXT.zh] });

export const hopMessages: Readonly<Record<HopReason, Said>> = {
  HOP_MISSING: refused(
    'This is a subgraph, which answers gateways alone: the header Credit-Hop is missing.',
    '这是子系统，仅应答网关：缺少Credit-Hop标头。',
  ),
  HOP_NOT_SIGNED: refused(
    'The header Credit-Hop was signed by no gateway that is known here.',
    'Credit-Hop标头不是本子系统所知的网关签署的。',
  ),
  HOP_OTHER_SUBGRAPH: refused(
    'The header Credit-Hop was signed for another subgraph.',
    'Credit-Hop标头是为其他子系统签署的。',
  ),
  HOP_OTHER_BODY: refused(
    'The header Credit-Hop was signed for another body.',
    'Credit-Hop标头是为其他请求正文签署的。',
  ),
  HOP_OTHER_HEADERS: refused(
    'The header Credit-Hop was signed for other headers: the token, purpose, case, matter, channel, mandate, language or trace is another.',
    'Credit-Hop标头是为其他标头签署的：令牌、查询目的、案件、事项、渠道、委托、语言或者追踪标识有变。',
  ),
  HOP_NOT_NOW: refused(
    'The header Credit-Hop was not signed within the last half minute. The clocks of both machines must agree.',
    'Credit-Hop标头不是最近半分钟内签署的。两台机器的时钟必须一致。',
  ),
  HOP_REPLAYED: refused('This Credit-Hop was sent before.', '该Credit-Hop已经使用过。'),
};
