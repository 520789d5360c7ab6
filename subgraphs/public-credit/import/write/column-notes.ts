/** How each column of the forms in force is written: a column that lacks its note does not compile. */
import type { Localized } from '../../../../schema/localized.ts';
import type { PENALTY_COLUMNS, PERMIT_COLUMNS, REGISTRATION_COLUMNS } from '../columns/columns.ts';

type Code = (typeof PERMIT_COLUMNS | typeof PENALTY_COLUMNS | typeof REGISTRATION_COLUMNS)[number]['code'];
type Ending<C extends string> = C extends `${'XK' | 'CF'}_${infer E}` ? E : C;

export interface ColumnNote extends Localized {
  readonly example: string;
}

const note = (zh: string, en: string, example = ''): ColumnNote => ({ zh, en, example });
const DATE = ['请按2026/01/05填写，单元格保持文本格式', 'A date as 2026/01/05; leave the cell as text'] as const;
const WAN = [
  '以万元为单位填写数字，至多六位小数：2000元填0.2',
  'A number in 万元 (ten thousand yuan), at most six decimals: 0.2 is 2000 yuan',
] as const;
const LIST = ['从列表中选择，见本表上方', 'Choose from the list, see above'] as const;
const LISTS = [
  '从列表中选择；有多项的用分号隔开',
  'Choose from the list; several are separated by semicolons',
] as const;
const OLD = [
  '无统一社会信用代码之前的旧代码，可不填',
  'A code of before the uniform social credit code; may be empty',
] as const;
const AUTHORITY = ['18位统一社会信用代码', 'Uniform social credit code, 18 characters'] as const;

const NOTES: Readonly<Record<Ending<Code>, ColumnNote>> = {
  XDR_MC: note('法定名称或姓名', 'The legal name', '哈尔滨示例冰雪设备有限公司'),
  XDR_LB: note(...LIST, '法人及非法人组织'),
  XDR_SHXYM: note(
    '18位统一社会信用代码；自然人不填',
    'Uniform social credit code, 18 characters; empty for natural persons',
    '91239999MA1ABC019L',
  ),
  XDR_GSZC: note(...OLD),
  XDR_ZZJG: note(...OLD),
  XDR_SWDJ: note(...OLD),
  XDR_SYDW: note(...OLD),
  XDR_SHZZ: note(...OLD),
  FRDB: note('法定代表人或负责人姓名；自然人不填', 'Name of the legal representative; empty for natural persons'),
  FR_ZJLX: note(...LIST, '身份证'),
  FR_ZJHM: note('法定代表人证件号码，按文本填写', 'Number of the document, as text'),
  XDR_ZJLX: note('自然人必填，从列表中选择', 'Needed for natural persons: choose from the list', '身份证'),
  XDR_ZJHM: note('自然人必填，按文本填写', 'Needed for natural persons: number of the document, as text'),
  XKWS: note('许可决定文书的标题', 'Title of the decision', '准予行政许可决定书'),
  WSH: note('决定文书上的完整文号', 'Number of the decision, whole', '示例〔2026〕1号'),
  XKLB: note(...LISTS, '普通'),
  XKZS: note('许可证书名称', 'Name of the licence', '食品经营许可证'),
  XKBH: note('许可证书编号，按文本填写', 'Number of the licence, as text'),
  NR: note(
    '决定的内容，不写与决定无关的个人信息',
    'What was decided, without personal information that is no part of it',
  ),
  JDRQ: note(...DATE, '2026/01/05'),
  YXQZ: note(...DATE, '2026/01/05'),
  YXQZI: note(`${DATE[0]}；长期有效的填长期`, `${DATE[1]}; 长期 where there is no end`, '2031/01/04'),
  XKJG: note('作出许可决定的机关全称', 'Full name of the authority that decided', '示例市行政审批局'),
  XKJGDM: note(...AUTHORITY),
  ZT: note('不再有效的决定不在此报送', 'A decision that is no longer in force is not delivered here', '有效'),
  LYDW: note('提供数据的单位全称', 'Full name of the unit that the data come from'),
  LYDWDM: note(...AUTHORITY),
  BZ: note('不公示', 'Is not shown'),
  WFXW: note('违反的具体规定所指行为', 'The unlawful conduct, by its kind', '未按规定明码标价'),
  SY: note('主要违法事实，不写他人的个人信息', 'Main facts, without personal information of others'),
  YJ: note('处罚所依据的条款', 'The provision that the penalty rests on', '《中华人民共和国价格法》第四十二条'),
  CFLB: note(...LISTS, '罚款'),
  NR_FK: note(...WAN, '0.2'),
  NR_WFFF: note(...WAN, '0.2'),
  NR_ZKDX: note('暂扣或吊销的证照名称和编号', 'Name and number of the licence that was suspended or revoked'),
  YXQ: note(...DATE, '2027/01/04'),
  GSJZQ: note(...DATE, '2027/01/04'),
  CFJG: note('作出处罚决定的机关全称', 'Full name of the authority that decided', '示例市市场监督管理局'),
  CFJGDM: note(...AUTHORITY),
  SJLY: note('提供数据的单位全称', 'Full name of the unit that the data come from'),
  SJLYDM: note(...AUTHORITY),
  name: note('登记的名称', 'The registered name', '哈尔滨示例冰雪设备有限公司'),
  uscc: note('18位统一社会信用代码', 'Uniform social credit code, 18 characters', '91239999MA1ABC019L'),
  reg_date: note(...DATE, '2020/01/05'),
  status: note('不填的按存续读取', 'Read as 存续 where it is empty', '存续'),
  type: note('主体类型', 'Type of the entity', '有限责任公司'),
  capital: note('注册资本及币种', 'Registered capital with its currency', '100万元人民币'),
  scope: note('登记的经营范围', 'Registered scope of business'),
  city: note('所在城市', 'City', '哈尔滨市'),
};

export const noteOf = (code: string): ColumnNote | undefined =>
  (NOTES as Readonly<Record<string, ColumnNote>>)[code.replace(/^(?:XK|CF)_/, '')];
