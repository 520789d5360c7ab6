/** Sample records of social organizations, commendations, pledges, public services and administrative acts. */
import { AMR, type Authority, EEP, HOUSING, TAX } from '../authorities.ts';
import { COMPANIES, EVERYBODY, LAST_YEAR, LASTING, PERSONS, type RecordKind, yuan } from './record-kind.ts';

function administrativeAct(
  item: string,
  actKind: string,
  authority: Authority,
  contents: readonly string[],
): Pick<RecordKind, 'item' | 'write'> {
  return {
    item,
    write: ({ random, year, serial }) => {
      const documentNumber = `${authority.short}决〔${year}〕${serial}号`;
      return {
        basisDocument: `${documentNumber}${actKind}决定书`,
        content: {
          documentNumber,
          actKind,
          content: random.pick(contents),
          authorityCode: authority.uscc,
          authorityName: authority.name,
        },
      };
    },
  };
}

function service(
  item: string,
  name: string,
  contract: string,
  from: number,
  to: number,
): Pick<RecordKind, 'item' | 'write'> {
  return {
    item,
    write: ({ random, year, serial, subject, occurredOn }) => ({
      basisDocument: `${contract}〔${year}〕${serial}号`,
      content: {
        service: name,
        period: `${year}年第${Math.ceil(Number(occurredOn.slice(5, 7)) / 3)}季度`,
        content:
          subject.type === 'CITIZEN_ID'
            ? `用户${subject.name}，地址${subject.address}，按期缴费。`
            : random.pick(['按期缴费。', '逾期15日内补缴。', '欠费，已送达催缴通知。']),
        amountYuan: yuan(random, from, to),
      },
    }),
  };
}

const registration: RecordKind['write'] = ({ subject, year, serial }) => ({
  basisDocument: `黑民社〔${year}〕${serial}号准予成立登记决定书`,
  content: {
    legalName: subject.name,
    registeredOn: subject.type === 'USCC' ? subject.registeredOn : '',
    status: '正常',
    regionCode: '239999',
    registrationAuthority: '黑龙江省民政厅',
    entityType: subject.type === 'USCC' ? subject.entityType : '',
    capital: subject.type === 'USCC' ? subject.capital : '',
    scope: subject.type === 'USCC' ? subject.scope : '',
    legalRepresentativeName: subject.type === 'USCC' ? subject.representative.name : '',
  },
});

const AWARDED_BY = { 省级: '黑龙江省人民政府', 市级: '哈尔滨市人民政府', 县级: '依兰县人民政府' } as const;

const commendation: RecordKind['write'] = ({ random, subject, year, serial }) => {
  const level = random.pick(['省级', '市级', '县级'] as const);
  const titles = subject.type === 'CITIZEN_ID' ? ['劳动模范', '先进工作者'] : ['文明单位', '先进集体'];
  const documentNumber = `示例表〔${year}〕${serial}号`;
  return {
    basisDocument: `${documentNumber}表彰决定`,
    content: { title: `${level}${random.pick(titles)}（示例）`, awardedBy: AWARDED_BY[level], level, documentNumber },
  };
};

const volunteering: RecordKind['write'] = ({ random, year, serial }) => ({
  basisDocument: `志愿服务记录证明〔${year}〕${serial}号`,
  content: {
    title: `${random.pick(['社区助老', '冰雪赛事服务', '义务植树', '无偿支教'])}志愿服务${random.integer(8, 120)}小时`,
    awardedBy: '黑龙江省民政厅',
    level: '省级',
    documentNumber: `志服〔${year}〕${serial}号`,
  },
});

const charity: RecordKind['write'] = ({ random, year, serial }) => ({
  basisDocument: `公益事业捐赠票据〔${year}〕${serial}号`,
  content: {
    title: `向示例慈善会捐赠${random.integer(1, 50) * 1000}元`,
    awardedBy: '示例慈善会',
    level: '市级',
    documentNumber: `捐〔${year}〕${serial}号`,
  },
});

function pledge(
  item: string,
  contents: readonly string[],
  matters: readonly string[],
): Pick<RecordKind, 'item' | 'write'> {
  return {
    item,
    write: ({ random, year, serial, occurredOn }) => ({
      basisDocument: `信用承诺书〔${year}〕${serial}号`,
      content: {
        content: random.pick(contents),
        pledgedOn: occurredOn,
        performance: random.pick(['PERFORMED', 'PERFORMED', 'PENDING']),
        matter: random.pick(matters),
      },
    }),
  };
}

export const SERVICE_RECORD_KINDS: readonly RecordKind[] = [
  { item: 'REG-ORG', write: registration, ...COMPANIES, count: 0, between: LASTING },
  { item: 'COMMENDATION-GOV', write: commendation, ...EVERYBODY, count: 10, between: LASTING },
  { item: 'VOLUNTEERING', write: volunteering, ...PERSONS, count: 10, between: LASTING },
  { item: 'CHARITY', write: charity, ...EVERYBODY, count: 8, between: LASTING },
  {
    ...pledge(
      'PLEDGE-PERMIT',
      ['符合许可条件，所提交材料真实、合法、有效。'],
      ['食品经营许可', '公共场所卫生许可', '道路运输经营许可'],
    ),
    ...COMPANIES,
    count: 12,
    between: LASTING,
  },
  {
    ...pledge(
      'PLEDGE-VOLUNTARY',
      ['依法诚信经营，按期履行合同，接受社会监督。', '及时足额支付货款和工资。'],
      ['主动公示承诺', '行业自律承诺'],
    ),
    ...COMPANIES,
    count: 10,
    between: LASTING,
  },
  {
    ...administrativeAct('COMPULSION', '行政强制', EEP, ['查封排放污染物的设施。', '扣押涉案设备三台。']),
    about: 'EVERYBODY',
    displayRequired: true,
    count: 6,
    between: LAST_YEAR,
  },
  {
    ...administrativeAct('CONFIRMATION', '行政确认', HOUSING, ['房屋建筑工程竣工验收备案。']),
    ...COMPANIES,
    count: 6,
    between: LASTING,
  },
  {
    ...administrativeAct('EXPROPRIATION', '行政征收', TAX, ['征收水土保持补偿费。']),
    ...COMPANIES,
    count: 5,
    between: LASTING,
  },
  {
    ...administrativeAct(
      'PAYMENT',
      '行政给付',
      { unit: 'HLJ-CIVIL', name: '黑龙江省民政厅', uscc: '11239999001000002D', short: '黑民' },
      ['给予临时救助。'],
    ),
    ...PERSONS,
    count: 5,
    between: LASTING,
  },
  {
    ...administrativeAct('RULING', '行政裁决', AMR, ['认定侵犯实用新型专利权，责令停止侵权。']),
    ...COMPANIES,
    count: 4,
    between: LAST_YEAR,
  },
  {
    ...administrativeAct('COMPENSATION', '行政补偿', HOUSING, ['给予房屋征收补偿。']),
    ...EVERYBODY,
    count: 4,
    between: LASTING,
  },
  {
    ...administrativeAct('REWARD-ADMIN', '行政奖励', AMR, ['食品安全工作突出贡献奖励。']),
    ...EVERYBODY,
    count: 4,
    between: LASTING,
  },
  {
    ...administrativeAct('INSPECTION', '行政检查', AMR, ['未发现问题。', '发现问题已责令改正。']),
    ...COMPANIES,
    count: 12,
    between: LASTING,
  },
  { ...service('UTILITY-WATER', '供水', '供用水合同', 60, 9_000), ...EVERYBODY, count: 10, between: LASTING },
  { ...service('UTILITY-HEAT', '供热', '供用热合同', 900, 60_000), ...EVERYBODY, count: 10, between: LASTING },
];
