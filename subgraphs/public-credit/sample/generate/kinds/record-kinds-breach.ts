/** Sample records of legal documents, arrears, unperformed obligations, deceptive conduct and abnormal operation. */
import { written } from '../decision.ts';
import type { Random } from '../random.ts';
import { COMPANIES, EVERYBODY, LAST_YEAR, LASTING, type RecordKind, THREE_YEARS, yuan } from './record-kind.ts';

function arrears(
  item: string,
  kind: string,
  short: string,
  from: number,
  to: number,
): Pick<RecordKind, 'item' | 'write'> {
  return {
    item,
    write: ({ random, year, serial, occurredOn }) => ({
      basisDocument: `${short}责〔${year}〕${serial}号责令限期缴纳决定书`,
      content: {
        kind,
        amountYuan: yuan(random, from, to),
        period: `${Number(year) - 1}年${random.integer(1, 12)}月至${Number(year) - 1}年12月`,
        content: `经催缴，截至${written(occurredOn)}仍未缴纳。`,
      },
    }),
  };
}

function court(random: Random): { court: string; code: string } {
  return random.pick([
    { court: '哈尔滨市南岗区人民法院', code: '黑0103' },
    { court: '大庆市萨尔图区人民法院', code: '黑0602' },
    { court: '齐齐哈尔市龙沙区人民法院', code: '黑0202' },
  ]);
}

const judgment: RecordKind['write'] = ({ random, year, serial, subject }) => {
  const { court: name, code } = court(random);
  const documentNumber = `（${year}）${code}民初${serial}号`;
  return {
    basisDocument: `${documentNumber}民事判决书`,
    content: {
      documentNumber,
      court: name,
      cause: random.pick(['买卖合同纠纷', '民间借贷纠纷', '租赁合同纠纷', '建设工程施工合同纠纷']),
      content: `被告${subject.name}于本判决生效后十日内给付原告${yuan(random, 3_000, 500_000)}元。`,
    },
  };
};

const arbitration: RecordKind['write'] = ({ random, year, serial, subject }) => {
  const documentNumber = `黑劳人仲字〔${year}〕${serial}号`;
  return {
    basisDocument: `${documentNumber}仲裁裁决书`,
    content: {
      documentNumber,
      court: '黑龙江省劳动人事争议仲裁委员会',
      cause: '劳动报酬争议',
      content: `被申请人${subject.name}支付申请人工资${yuan(random, 2_000, 60_000)}元。`,
    },
  };
};

const reconsideration: RecordKind['write'] = ({ random, year, serial }) => {
  const documentNumber = `黑复决〔${year}〕${serial}号`;
  return {
    basisDocument: `${documentNumber}行政复议决定书`,
    content: {
      documentNumber,
      court: '黑龙江省人民政府',
      cause: '不服行政处罚决定',
      content: random.pick(['维持原行政处罚决定。', '变更罚款数额。', '撤销原行政处罚决定。']),
    },
  };
};

const unperformedJudgment: RecordKind['write'] = ({ random, year, serial, subject }) => {
  const { court: name, code } = court(random);
  const amountYuan = yuan(random, 10_000, 900_000);
  const documentNumber = `（${year}）${code}执${serial}号`;
  return {
    basisDocument: `${documentNumber}执行裁定书`,
    content: {
      documentNumber,
      court: name,
      obligation: `被执行人${subject.name}给付申请执行人${amountYuan}元及迟延履行利息。`,
      performance: random.pick(['全部未履行', '部分未履行']),
      amountYuan,
    },
  };
};

const unperformedDecision: RecordKind['write'] = ({ random, year, serial }) => {
  const documentNumber = `庆环罚〔${year}〕${serial}号`;
  return {
    basisDocument: `${documentNumber}行政处罚决定书`,
    content: {
      documentNumber,
      court: '大庆市让胡路区人民法院',
      obligation: '缴纳罚款并恢复原状。',
      performance: '全部未履行',
      amountYuan: yuan(random, 5_000, 100_000),
    },
  };
};

function deception(item: string, short: string, conducts: readonly string[]): Pick<RecordKind, 'item' | 'write'> {
  return {
    item,
    write: ({ random, year, serial, subject, occurredOn }) => {
      const documentNumber = `${short}认〔${year}〕${serial}号`;
      const conduct = random.pick(conducts);
      const who = subject.type === 'CITIZEN_ID' ? `${subject.name}（身份证号${subject.value}）` : subject.name;
      return {
        basisDocument: `${documentNumber}认定决定书`,
        content: { documentNumber, conduct, facts: `经核查，${who}于${written(occurredOn)}${conduct}，事实清楚。` },
      };
    },
  };
}

const abnormal: RecordKind['write'] = ({ random, year, serial }) => ({
  basisDocument: `黑市监异〔${year}〕${serial}号列入经营异常名录决定书`,
  content: {
    title: '列入经营异常名录',
    content: random.pick(['未在规定期限公示年度报告。', '通过登记的住所无法联系。']),
  },
});

export const BREACH_RECORD_KINDS: readonly RecordKind[] = [
  { item: 'JUDGMENT-CIVIL', write: judgment, ...EVERYBODY, count: 9, between: LAST_YEAR },
  { item: 'ARBITRATION', write: arbitration, ...COMPANIES, count: 5, between: LAST_YEAR },
  { item: 'RECONSIDERATION', write: reconsideration, ...EVERYBODY, count: 4, between: LASTING },
  { ...arrears('ARREARS-TAX', '增值税', '黑税', 2_000, 600_000), ...COMPANIES, count: 8, between: LAST_YEAR },
  {
    ...arrears('ARREARS-SOCIAL', '基本养老保险费', '黑人社', 1_000, 90_000),
    ...COMPANIES,
    count: 6,
    between: LAST_YEAR,
  },
  { ...arrears('ARREARS-FUND', '住房公积金', '黑公积金', 800, 40_000), ...EVERYBODY, count: 7, between: LAST_YEAR },
  { ...arrears('ARREARS-FEE', '水土保持补偿费', '黑税非', 1_000, 50_000), ...COMPANIES, count: 4, between: LAST_YEAR },
  {
    item: 'UNPERFORMED-JUDGMENT',
    write: unperformedJudgment,
    about: 'COMPANIES',
    displayRequired: true,
    count: 6,
    between: THREE_YEARS,
  },
  { item: 'UNPERFORMED-ADMIN', write: unperformedDecision, ...COMPANIES, count: 4, between: LAST_YEAR },
  {
    ...deception('FALSE-MATERIALS', '黑市监', ['申请食品经营许可时提供虚假的场所证明', '申请行政许可时隐瞒有关情况']),
    ...EVERYBODY,
    count: 5,
    between: LAST_YEAR,
  },
  {
    ...deception('FALSE-BID', '黑建', ['以他人名义投标', '提供虚假业绩骗取中标']),
    about: 'COMPANIES',
    displayRequired: true,
    count: 4,
    between: THREE_YEARS,
  },
  { item: 'OTHER-ABNORMAL', write: abnormal, about: 'COMPANIES', displayRequired: true, count: 6, between: LAST_YEAR },
];
