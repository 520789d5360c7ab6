/**
 * The data of the benchmark: a few thousand synthetic subjects with ten records each. They are delivered by the mutations that providers use,
 * so that the stored rows are like real ones. All of them live in region 239999, which is assigned to no place.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPlatform } from '../../gateway/platform.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { takeIn } from '../../subgraphs/public-credit/commands/submission.ts';
import type { RecordInput } from '../../subgraphs/public-credit/intake/check.ts';
import type { RecordKind } from '../../subgraphs/public-credit/sample/generate/kinds/record-kind.ts';
import { RECORD_KINDS } from '../../subgraphs/public-credit/sample/generate/kinds/record-kinds.ts';
import { createRandom, type Random } from '../../subgraphs/public-credit/sample/generate/random.ts';
import type { Organization, Person, Subject } from '../../subgraphs/public-credit/sample/generate/subject.ts';
import {
  synthesizeCitizenId,
  synthesizeUscc,
} from '../../subgraphs/public-credit/sample/generate/synthesize-identifiers.ts';
import { loadSample } from '../../subgraphs/sample.ts';
import { DesignationEntity } from '../../subgraphs/sanctions/entities.ts';
import { type Identifier, NOW, TODAY } from './settings.ts';

const SEED = 20_220_701;
const RECORDS_EACH = 10;
const BATCH = 1_000;
/** One subject in so many is on a list; one in so many is a natural person. */
const LISTED_ONE_IN = 20;
const PERSON_ONE_IN = 3;

const DAY_MS = 86_400_000;
const dayOf = (index: number): string => new Date(Date.UTC(1955, 0, 1) + index * DAY_MS).toISOString().slice(0, 10);

const personOf = (random: Random, index: number, sequence: number): Person => ({
  type: 'CITIZEN_ID',
  value: synthesizeCitizenId(dayOf(index), sequence),
  name: `${random.pick(['王', '李', '张', '刘', '陈', '欧阳'])}${random.pick(['伟', '芳', '秀英', '建华', '雪松'])}`,
  birthDate: dayOf(index),
  address: `黑龙江省哈尔滨市南岗区示例街${random.integer(1, 199)}号${random.integer(1, 6)}单元`,
  phone: `199${String(20_000_000 + index)}`,
});

const organizationOf = (random: Random, index: number): Organization => ({
  type: 'USCC',
  value: synthesizeUscc('91', `MN${String(index).padStart(6, '0')}`),
  name: `哈尔滨示例第${index}号建材有限公司`,
  city: '哈尔滨',
  registeredOn: random.day('1998-01-01', '2024-05-31'),
  entityType: '有限责任公司',
  capital: `${random.pick([30, 100, 500])}万人民币`,
  scope: '建筑材料、五金制品、涂料（不含危险化学品）的销售。',
  representative: personOf(random, index, 103),
});

interface Delivery {
  readonly item: string;
  readonly record: RecordInput;
}

const registration = (subject: Organization): Delivery => ({
  item: 'REG-ENTERPRISE',
  record: {
    subject: { type: 'USCC', value: subject.value },
    subjectName: subject.name,
    occurredOn: subject.registeredOn,
    content: {
      legalName: subject.name,
      registeredOn: subject.registeredOn,
      status: '存续',
      regionCode: '239999',
      entityType: subject.entityType,
      capital: subject.capital,
      scope: subject.scope,
    },
  },
});

const representative = (subject: Organization): Readonly<Record<string, string>> => ({
  authorityCode: '11239999000100001N',
  authorityName: '示例市场监督管理局',
  legalRepresentativeName: subject.representative.name,
  legalRepresentativeIdType: '01',
  legalRepresentativeIdNumber: subject.representative.value,
});

function decision(random: Random, subject: Organization, penalty: boolean, serial: string): Delivery {
  const occurredOn = random.day('2026-01-05', '2026-11-13');
  const documentNumber = `示例${penalty ? '罚' : '许'}〔2026〕${serial}号`;
  const content = penalty
    ? {
        documentNumber,
        conduct: '未按规定公示价格',
        facts: '经查，当事人在经营场所销售商品未按规定明码标价。',
        legalBasisText: '《中华人民共和国价格法》第四十二条',
        penaltyKinds: ['罚款'],
        content: '罚款2000元。',
        fineYuan: '2000.00',
      }
    : {
        documentNumber,
        documentName: '准予变更登记通知书',
        permitKinds: ['登记'],
        permitNumber: `BG2399992026${serial}`,
        content: '准予经营范围变更登记。',
        validFrom: occurredOn,
        validUntil: '2099-12-31',
      };
  return {
    item: penalty ? 'PENALTY-GENERAL' : 'PERMIT-GENERAL',
    record: {
      subject: { type: 'USCC', value: subject.value },
      subjectName: subject.name,
      occurredOn,
      basisDocument: documentNumber,
      content: { ...content, ...representative(subject) },
    },
  };
}

function other(random: Random, subject: Subject, kind: RecordKind, serial: string): Delivery {
  const occurredOn = random.day(...kind.between);
  const year = occurredOn.slice(0, 4);
  const { basisDocument, content } = kind.write({ random, subject, occurredOn, year, serial });
  return {
    item: kind.item,
    record: {
      subject: { type: subject.type, value: subject.value },
      subjectName: subject.name,
      occurredOn,
      basisDocument,
      consent: `同意书〔${year}〕示例${serial}号`,
      content,
    },
  };
}

const recordsOf = (random: Random, subject: Subject, index: number): Delivery[] => {
  const own = subject.type === 'USCC' ? 'COMPANIES' : 'PERSONS';
  // An organization has only one registration, which is among the fixed records.
  const kinds = RECORD_KINDS.filter(
    (kind) => (kind.about === own || kind.about === 'EVERYBODY') && !kind.item.startsWith('REG-'),
  );
  const fixed =
    subject.type === 'USCC'
      ? [
          registration(subject),
          decision(random, subject, false, `${index}A`),
          decision(random, subject, index % 2 === 0, `${index}B`),
        ]
      : [];
  const rest = Array.from({ length: RECORDS_EACH - fixed.length }, (_, place) =>
    other(random, subject, random.pick(kinds), `${index}${place}`),
  );
  return [...fixed, ...rest];
};

/** Collects the planner's statistics, which a server that has run for a while has. Without them PostgreSQL's planner guesses. */
async function analyze(url: string | undefined): Promise<void> {
  if (url === undefined) return;
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}

/** Loads the sample and the synthetic subjects into an empty database. Returns the identification numbers of the subjects. */
export async function loadProvince(
  environment: NodeJS.ProcessEnv,
  count: number,
  onStep: (step: string) => void,
): Promise<Identifier[]> {
  const { platform, snapshots, requestAs, close } = await openPlatform(readConfig(environment), { now: () => NOW });
  try {
    await loadSample(platform, snapshots, () => undefined);
    const random = createRandom(SEED);
    const subjects = Array.from({ length: count }, (_, index) =>
      index % PERSON_ONE_IN === 0 ? personOf(random, index, 101) : organizationOf(random, index),
    );
    const request = requestAs({ role: 'OPERATOR', unit: 'HLJ-CREDIT' });
    const { directory } = await request.snapshot();
    await request.abandon();
    const deliveries = Map.groupBy(
      subjects.flatMap((subject, index) => recordsOf(random, subject, index)),
      ({ item }) => item,
    );
    let stored = 0;
    for (const [item, rows] of deliveries) {
      const unit = directory.items.get(item)?.providingUnit ?? '';
      for (let start = 0; start < rows.length; start += BATCH) {
        const delivery = requestAs({ role: 'PROVIDER', unit });
        const records = rows.slice(start, start + BATCH).map(({ record }) => record);
        const { accepted, rejected } = await takeIn(delivery, unit, item, records);
        await delivery.abandon();
        stored += accepted;
        if (rejected[0] !== undefined) throw new Error(`A synthetic ${item} was refused: ${rejected[0].message}`);
      }
    }
    await requestAs({ role: 'DEPARTMENT', unit: 'HLJ-COURT' }).write('designate', (em) =>
      em.insertMany(
        DesignationEntity,
        subjects
          .filter((_, index) => index % LISTED_ONE_IN === 1)
          .map((subject) => ({
            subjectId: platform.secrets.subjectId(subject.type, subject.value),
            id: randomUUID(),
            personal: subject.type === 'CITIZEN_ID',
            list: 'DEFAULTER',
            item: 'LIST-DEFAULTER',
            ground: 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION',
            basisDocument: '示例文件',
            designatedOn: '2026-06-01',
            displayedUntil: '2027-06-01',
            display: 'DISPLAYED',
            designatingUnit: 'HLJ-COURT',
          })),
      ),
    );
    await analyze(environment.DATABASE_URL);
    onStep(`${subjects.length} synthetic subjects with ${stored} records on ${TODAY}`);
    return subjects.map(({ type, value }) => ({ type, value }));
  } finally {
    await close();
  }
}
