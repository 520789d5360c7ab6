/**
 * The data of the benchmark: up to a million synthetic subjects with ten records each. Files of their providing units are imported, so that the stored
 * rows are like real ones. All of them live in region 239999, which is assigned to no place.
 */
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, type WriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlatform } from '../../../gateway/platform.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { importProviderFile } from '../../../subgraphs/import.ts';
import type { RecordInput } from '../../../subgraphs/public-credit/intake/check.ts';
import type { RecordKind } from '../../../subgraphs/public-credit/sample/generate/kinds/record-kind.ts';
import { RECORD_KINDS } from '../../../subgraphs/public-credit/sample/generate/kinds/record-kinds.ts';
import { createRandom, type Random } from '../../../subgraphs/public-credit/sample/generate/random.ts';
import type { Organization, Subject } from '../../../subgraphs/public-credit/sample/generate/subject.ts';
import type { Directory } from '../../../subgraphs/request/directory.ts';
import { loadSample } from '../../../subgraphs/sample.ts';
import { type Identifier, NOW, TODAY } from '../settings.ts';
import { designate, settleProvince } from './designations.ts';
import { identifierAt, multiply, PERSON_ONE_IN, TEMPLATE_OF } from './multiply.ts';
import { organizationOf, personOf, SUBJECTS_MAX } from './persons.ts';

const SEED = 20_220_701;
const RECORDS_EACH = 10;
/** One subject in so many is on a list. */
const LISTED_ONE_IN = 20;

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

/** One file of records for each providing unit, as they would send them. */
class UnitFiles {
  readonly #folder: string;
  readonly #files = new Map<string, WriteStream>();
  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(unit: string, { item, record }: Delivery): Promise<void> {
    const stream = this.#files.get(unit) ?? createWriteStream(join(this.#folder, `${unit}.ndjson`));
    this.#files.set(unit, stream);
    if (!stream.write(`${JSON.stringify({ item, ...record })}\n`)) await once(stream, 'drain');
  }

  async end(): Promise<readonly { readonly unit: string; readonly file: string }[]> {
    for (const stream of this.#files.values()) {
      stream.end();
      await once(stream, 'close');
    }
    return [...this.#files.keys()].map((unit) => ({ unit, file: join(this.#folder, `${unit}.ndjson`) }));
  }
}

/** Writes the records of the subjects into files of their units. Returns the identification numbers of the subjects. */
async function writeFiles(files: UnitFiles, directory: Directory, count: number): Promise<Identifier[]> {
  const random = createRandom(SEED);
  const identifiers: Identifier[] = [];
  for (let index = 0; index < count; index += 1) {
    const subject = index % PERSON_ONE_IN === 0 ? personOf(random, index) : organizationOf(random, index);
    identifiers.push({ type: subject.type, value: subject.value });
    for (const delivery of recordsOf(random, subject, index))
      await files.add(directory.items.get(delivery.item)?.providingUnit ?? '', delivery);
  }
  return identifiers;
}

/**
 * Loads the sample and the synthetic subjects into an empty database, by the importer; `imported` of them, of which the others are made (multiply.ts). Returns the
 * identification numbers of the subjects.
 */
export async function loadProvince(
  environment: NodeJS.ProcessEnv,
  total: number,
  onStep: (step: string) => void,
  imported = total,
): Promise<Identifier[]> {
  const count = Math.min(total, imported);
  if (count < total && count % TEMPLATE_OF !== 0)
    throw new Error(`${count} subjects cannot be copied: no multiple of ${TEMPLATE_OF}.`);
  if (total > SUBJECTS_MAX) throw new Error(`There are ${SUBJECTS_MAX} synthetic subjects at most.`);
  const { platform, snapshots, requestAs, close } = await openPlatform(readConfig(environment), { now: () => NOW });
  const folder = mkdtempSync(join(tmpdir(), 'credit-province-'));
  try {
    await loadSample(platform, snapshots, () => undefined);
    const request = requestAs({ role: 'OPERATOR', unit: 'HLJ-CREDIT' });
    const { directory } = await request.snapshot().finally(() => request.abandon());
    const files = new UnitFiles(folder);
    const subjects = await writeFiles(files, directory, count);
    const began = performance.now();
    let stored = 0;
    let resident = 0;
    for (const { unit, file } of await files.end()) {
      const { accepted, rejected, rejectedFile } = await importProviderFile({
        file,
        layout: 'records',
        unit,
        open: () => requestAs({ role: 'PROVIDER', unit }),
        onProgress: () => {
          resident = Math.max(resident, process.memoryUsage.rss());
        },
      });
      stored += accepted;
      if (rejected > 0)
        throw new Error(`Synthetic records were refused: ${readFileSync(rejectedFile ?? '', 'utf8').slice(0, 2_000)}`);
    }
    const seconds = (performance.now() - began) / 1_000;
    const listed = subjects.filter((_, index) => index % LISTED_ONE_IN === 1);
    await designate(requestAs, platform.secrets, listed);
    onStep(
      `${subjects.length} synthetic subjects with ${stored} records on ${TODAY}: imported in ${seconds.toFixed(1)} s, ${Math.round(stored / seconds)} rows/s, at most ${Math.round(resident / 1_048_576)} MB resident`,
    );
    await settleProvince(environment.DATABASE_URL);
    if (count < total) {
      await multiply(environment.DATABASE_URL ?? '', platform.secrets, { from: count, to: total }, onStep);
      await settleProvince(environment.DATABASE_URL);
    }
    return Array.from({ length: total }, (_, index) => identifierAt(index));
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
