/** Data elements of the sample items, by record type. */
import type { Openness, PersonalKind, RecordType } from '../../../../schema/law/facts.ts';

/** A data element of a catalog item. Its name is the key of a record's content. */
export interface SampleElement {
  readonly name: string;
  readonly title: string;
  /** Kind of personal information it holds, null for none. */
  readonly personal: PersonalKind | null;
  /** Never wider than the item's. */
  readonly openness: Openness;
}

type Definition = readonly [name: string, title: string, personal?: PersonalKind];

const AUTHORITY: readonly Definition[] = [
  ['authorityCode', '决定机关统一社会信用代码'],
  ['authorityName', '决定机关'],
];

const LEGAL_REPRESENTATIVE: readonly Definition[] = [
  ['legalRepresentativeName', '法定代表人', 'NAME'],
  ['legalRepresentativeIdType', '法定代表人证件类型'],
  ['legalRepresentativeIdNumber', '法定代表人证件号码', 'CITIZEN_ID'],
];

const DEFINITIONS: Record<RecordType, readonly Definition[]> = {
  Registration: [
    ['legalName', '名称'],
    ['registeredOn', '成立日期'],
    ['status', '登记状态'],
    ['regionCode', '住所行政区划代码'],
    ['registrationAuthority', '登记机关'],
    ['entityType', '类型'],
    ['capital', '注册资本'],
    ['scope', '经营范围'],
    ['legalRepresentativeName', '法定代表人（负责人）', 'NAME'],
  ],
  Commendation: [
    ['title', '荣誉称号'],
    ['awardedBy', '授予单位'],
    ['level', '荣誉级别'],
    ['documentNumber', '表彰文号'],
  ],
  PledgeRecord: [
    ['content', '承诺内容'],
    ['pledgedOn', '承诺日期'],
    ['performance', '履行情况'],
    ['matter', '承诺事项'],
  ],
  AdministrativePermit: [
    ['documentNumber', '行政许可决定文书号'],
    ['documentName', '行政许可决定文书名称'],
    ['permitKinds', '许可类别'],
    ['permitNumber', '许可编号'],
    ['content', '许可内容'],
    ['validFrom', '有效期自'],
    ['validUntil', '有效期至'],
    ...AUTHORITY,
    ...LEGAL_REPRESENTATIVE,
  ],
  AdministrativePenalty: [
    ['documentNumber', '行政处罚决定书文号'],
    ['conduct', '违法行为类型'],
    ['facts', '违法事实'],
    ['legalBasisText', '处罚依据'],
    ['penaltyKinds', '处罚类别'],
    ['content', '处罚内容'],
    ['fineYuan', '罚款金额（元）'],
    ['confiscatedYuan', '没收金额（元）'],
    ['licence', '暂扣或吊销证照名称及编号'],
    ['validUntil', '处罚有效期'],
    ['displayUntil', '公示截止期'],
    ...AUTHORITY,
    ...LEGAL_REPRESENTATIVE,
  ],
  AdministrativeAct: [
    ['documentNumber', '决定文书号'],
    ['actKind', '行政行为类型'],
    ['content', '决定内容'],
    ...AUTHORITY,
  ],
  PublicServiceRecord: [
    ['service', '服务种类'],
    ['period', '所属期'],
    ['content', '服务与缴费情况'],
    ['amountYuan', '金额（元）'],
  ],
  LegalDocument: [
    ['documentNumber', '文书号'],
    ['court', '作出机关'],
    ['cause', '案由'],
    ['content', '主文'],
  ],
  Arrears: [
    ['kind', '欠缴种类'],
    ['amountYuan', '欠缴金额（元）'],
    ['period', '欠缴所属期'],
    ['content', '欠缴情况'],
  ],
  UnperformedObligation: [
    ['documentNumber', '执行依据文书号'],
    ['court', '执行法院'],
    ['obligation', '生效法律文书确定的义务'],
    ['performance', '履行情况'],
    ['amountYuan', '未履行金额（元）'],
  ],
  DeceptiveConduct: [
    ['documentNumber', '认定文书号'],
    ['conduct', '行为类型'],
    ['facts', '认定事实'],
  ],
  AssessmentRecord: [
    ['level', '评价等级'],
    ['assessmentEdition', '评价办法版次'],
    ['supervisionClass', '分级分类监管类别'],
  ],
  OtherRecord: [
    ['title', '事项名称'],
    ['content', '内容'],
  ],
};

/** How the openness of elements in an edition differs from that of the item. */
export interface ElementChanges {
  readonly openness?: Readonly<Record<string, Openness>>;
  readonly personal?: Readonly<Record<string, PersonalKind>>;
}

/** Elements of a record type. Each is as open as the item, unless `changes` says otherwise. */
export function elementsOf(type: RecordType, itemOpenness: Openness, changes: ElementChanges = {}): SampleElement[] {
  return DEFINITIONS[type].map(([name, title, personal]) => ({
    name,
    title,
    personal: changes.personal?.[name] ?? personal ?? null,
    openness: changes.openness?.[name] ?? itemOpenness,
  }));
}
