/** Kinds of penalties in the sample, with the texts of their decisions. */
import { AMR, type Authority, DAQING_EEP, EMERGENCY, HARBIN_AMR, HOUSING, TAX, YILAN_AMR } from '../authorities.ts';
import { written } from '../decision.ts';
import type { Person, Subject } from '../subject.ts';

export interface PenaltyKind {
  readonly displayClass: 'MINOR' | 'GENERAL' | 'SERIOUS';
  readonly authority: Authority;
  readonly conduct: string;
  readonly basis: string;
  readonly kinds: readonly string[];
  /** Least and greatest fine, 0 for none. */
  readonly fineYuan: readonly [number, number];
  readonly confiscatedYuan: readonly [number, number];
  /** Certificate that is withdrawn; empty for none. */
  readonly licence: string;
  /** The facts found. Free text of real decisions contains names, numbers, phones and homes, and so does this. */
  readonly facts: (subject: Subject, day: string, witness: Person) => string;
}

const NOTHING = [0, 0] as const;

/** The party as a decision's text introduces it. */
function introduced(subject: Subject): string {
  return subject.type === 'CITIZEN_ID'
    ? `当事人${subject.name}（公民身份号码${subject.value}，联系电话${subject.phone}，住址${subject.address}）`
    : `当事人${subject.name}`;
}

export const UNLICENSED_FOOD: PenaltyKind = {
  displayClass: 'GENERAL',
  authority: HARBIN_AMR,
  conduct: '未取得食品经营许可从事食品经营活动',
  basis: '《中华人民共和国食品安全法》第一百二十二条第一款',
  kinds: ['罚款', '没收违法所得'],
  fineYuan: [5_000, 50_000],
  confiscatedYuan: [300, 4_000],
  licence: '',
  facts: (subject, day) =>
    `经查，${introduced(subject)}自${written(day)}起在未取得食品经营许可证的情况下从事食品经营活动，经营现场有收款记录和食品原料为证。`,
};

export const PRICE_TAG: PenaltyKind = {
  displayClass: 'GENERAL',
  authority: YILAN_AMR,
  conduct: '未按规定明码标价',
  basis: '《中华人民共和国价格法》第四十二条',
  kinds: ['罚款'],
  fineYuan: [500, 5_000],
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day, witness) =>
    `${written(day)}，执法人员接到${witness.name}（手机${witness.phone}）反映后现场检查，发现${introduced(subject)}销售的商品未按规定明码标价。`,
};

export const BAD_GOODS: PenaltyKind = {
  displayClass: 'GENERAL',
  authority: AMR,
  conduct: '销售不符合保障人体健康和人身、财产安全标准的产品',
  basis: '《中华人民共和国产品质量法》第四十九条',
  kinds: ['罚款', '没收违法所得', '没收非法财物'],
  fineYuan: [8_000, 120_000],
  confiscatedYuan: [500, 20_000],
  licence: '',
  facts: (subject, day, witness) =>
    `${written(day)}抽样检验，${introduced(subject)}销售的产品不合格。证人${witness.name}，身份证号${witness.value}，在询问笔录中确认上述事实。`,
};

export const FALSE_ADVERTISING: PenaltyKind = {
  displayClass: 'GENERAL',
  authority: AMR,
  conduct: '发布虚假广告',
  basis: '《中华人民共和国广告法》第五十五条第一款',
  kinds: ['罚款'],
  fineYuan: [20_000, 300_000],
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day) =>
    `经查，${introduced(subject)}于${written(day)}在自有网店发布含有虚假内容的广告，欺骗、误导消费者，广告费用无法计算。`,
};

export const WATER_POLLUTION: PenaltyKind = {
  displayClass: 'GENERAL',
  authority: DAQING_EEP,
  conduct: '超过水污染物排放标准排放水污染物',
  basis: '《中华人民共和国水污染防治法》第八十三条第（二）项',
  kinds: ['罚款'],
  fineYuan: [100_000, 480_000],
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day, witness) =>
    `${written(day)}现场监测，${introduced(subject)}总排口化学需氧量超标0.6倍。该单位环保负责人${witness.name}（住${witness.address}）在场并签字。`,
};

export const SAFETY_TRAINING: PenaltyKind = {
  displayClass: 'GENERAL',
  authority: EMERGENCY,
  conduct: '未如实记录安全生产教育和培训情况',
  basis: '《中华人民共和国安全生产法》第九十七条第（四）项',
  kinds: ['罚款'],
  fineYuan: [10_000, 90_000],
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day) => `${written(day)}检查发现，${introduced(subject)}未如实记录从业人员安全生产教育和培训情况。`,
};

export const PURCHASE_RECORDS: PenaltyKind = {
  displayClass: 'MINOR',
  authority: HARBIN_AMR,
  conduct: '未按规定建立并遵守进货查验记录制度',
  basis: '《中华人民共和国食品安全法》第一百二十六条第一款',
  kinds: ['警告'],
  fineYuan: NOTHING,
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day) =>
    `${written(day)}检查发现，${introduced(subject)}未按规定查验供货者许可证和产品合格证明文件，已当场改正。`,
};

export const TAX_EVASION: PenaltyKind = {
  displayClass: 'SERIOUS',
  authority: TAX,
  conduct: '偷税',
  basis: '《中华人民共和国税收征收管理法》第六十三条第一款',
  kinds: ['罚款'],
  fineYuan: [1_200_000, 8_000_000],
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day, witness) =>
    `经查，${introduced(subject)}截至${written(day)}在账簿上少列收入。财务人员${witness.name}（身份证号码${witness.value}，电话${witness.phone}）承认使用个人账户收款。`,
};

export const HARMFUL_FOOD: PenaltyKind = {
  displayClass: 'SERIOUS',
  authority: AMR,
  conduct: '经营添加食品添加剂以外的化学物质的食品',
  basis: '《中华人民共和国食品安全法》第一百二十三条第一款第（一）项',
  kinds: ['罚款', '没收违法所得', '吊销许可证件'],
  fineYuan: [100_000, 300_000],
  confiscatedYuan: [2_000, 60_000],
  licence: '食品经营许可证',
  facts: (subject, day) =>
    `${written(day)}抽样检验，${introduced(subject)}经营的食品检出食品添加剂以外的化学物质，货值金额较大，情节严重。`,
};

export const ACCIDENT: PenaltyKind = {
  displayClass: 'SERIOUS',
  authority: EMERGENCY,
  conduct: '存在重大事故隐患拒不整改',
  basis: '《中华人民共和国安全生产法》第一百零二条',
  kinds: ['罚款', '责令停产停业'],
  fineYuan: [50_000, 200_000],
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day, witness) =>
    `${written(day)}复查发现，${introduced(subject)}对重大事故隐患拒不整改。现场负责人${witness.name}，家庭住址${witness.address}。`,
};

export const LENT_QUALIFICATION: PenaltyKind = {
  displayClass: 'SERIOUS',
  authority: HOUSING,
  conduct: '允许其他单位以本企业名义承揽工程',
  basis: '《中华人民共和国建筑法》第六十六条',
  kinds: ['罚款', '没收违法所得', '吊销许可证件'],
  fineYuan: [60_000, 400_000],
  confiscatedYuan: [10_000, 200_000],
  licence: '建筑业企业资质证书',
  facts: (subject, day) => `经查，${introduced(subject)}于${written(day)}出借资质证书，允许他人以本企业名义承揽工程。`,
};

export const TRADE_BAN: PenaltyKind = {
  displayClass: 'SERIOUS',
  authority: AMR,
  conduct: '被吊销许可证的食品经营者的直接负责人',
  basis: '《中华人民共和国食品安全法》第一百三十五条第一款',
  kinds: ['限制从业'],
  fineYuan: NOTHING,
  confiscatedYuan: NOTHING,
  licence: '',
  facts: (subject, day) =>
    `经查，${introduced(subject)}为${written(day)}被吊销食品经营许可证的单位的直接负责的主管人员，自处罚决定作出之日起五年内不得从事食品经营管理工作。`,
};
