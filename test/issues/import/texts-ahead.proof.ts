/** A file is stored alike whether worker threads read its texts ahead or not: the same open forms, the same sealed contents, the same known values. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { citizenCheckDigit, usccCheckCharacter } from '../../../schema/law/records/identifiers.ts';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { wholeBasis } from '../../../subgraphs/redaction/basis.ts';
import { takenAhead } from '../../../subgraphs/redaction/readings/ahead.ts';
import { databases, NO_JOBS, openWorld } from '../../kit.ts';

const ROWS = 5_000;
const UNIT = 'HLJ-AMR';
const HEAD =
  'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_FRDB,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFJG,CF_BZ';

const FAMILY = '王李张刘陈杨赵黄周吴安高';
const GIVEN = '建秀桂玉淑志海晓宁峰';
const nameOf = (at: number): string =>
  `${FAMILY[at % 12]}${GIVEN[at % 10]}${at % 3 === 0 ? '' : GIVEN[Math.floor(at / 10) % 10]}`;

function factsOf(at: number): string {
  const facts = `现场检查发现第${at % 97}排货架${at}号上${at % 41}种商品未标明价格，货值金额${at % 9_000}元`;
  // Somebody of this row, of a row before, of one behind in the same batch or the next, or of none; numbers, homes and births.
  if (at % 10 === 1) return `${facts}，店员${nameOf(at)}在场并签字，当事人已改正`;
  if (at % 10 === 2) return `${facts}，${nameOf(at + 700)}与${nameOf(at - 300)}到场`;
  if (at % 10 === 3)
    return `${facts}，联系电话1390451${String(at).padStart(4, '0')}，住哈尔滨市道里区中央大街${at}号3单元402室`;
  if (at % 10 === 4) return `${facts}，示例${at % 1_300}有限公司的高峰时段影响周边安宁`;
  if (at % 10 === 5) return `${nameOf(at)}，男，1985年3月${(at % 28) + 1}日出生，${facts}`;
  return at % 10 === 6 ? '未标明价格' : `${facts}，当事人已改正`;
}

function row(at: number): string {
  const rest = `测罚〔2026〕${at}号,未按规定明码标价,${factsOf(at)},《中华人民共和国价格法》第四十二条,罚款,处以罚款,0.1,${at % 500 === 499 ? '无' : '2026/9/8'},示例局,${at % 7 === 0 ? nameOf(at + 1) : ''}`;
  if (at % 4 === 3) {
    const born = `239999198${at % 10}0${(at % 9) + 1}1${at % 10}${String(Math.floor(at / 4) % 1_000).padStart(3, '0')}`;
    return `${nameOf(at)},自然人,,身份证,${born}${citizenCheckDigit(born)},,${rest}`;
  }
  // Companies come again within the batch and in later ones.
  const body = `91239999ME${String(at % 1_300).padStart(7, '0')}`;
  return `示例${at % 1_300}有限公司,法人及非法人组织,${body}${usccCheckCharacter(body)},,,${at % 5 === 0 ? nameOf(at % 1_300) : ''},${rest}`;
}

interface Stored {
  readonly id: string;
  readonly subject: string;
  readonly identifier: string;
  readonly content: unknown;
  readonly basis: string | null;
  readonly said: unknown;
  readonly sealed: Buffer | null;
  readonly key: string;
  readonly basis_sealed: Buffer | null;
  readonly basis_key: string | null;
  readonly known: Buffer | null;
  readonly known_key: string;
}

/** What is stored of the file, with everything that is sealed opened. */
async function storedBy(threads: number, file: string) {
  const world = await openWorld('postgresql', {
    environment: NO_JOBS,
  });
  const owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  try {
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: UNIT });
    const before = takenAhead();
    const {
      rows: read,
      accepted,
      unchanged,
      corrected,
      late,
      rejected,
      warnings,
    } = await importProviderFile({
      ...{ file, layout: 'double-publicity-penalty', unit: UNIT, open, threads },
    });
    const taken = takenAhead() - before;
    const { rows } = await owner.query<Stored>(`
      select r.id, r.subject_id as subject, r.content, r.basis_document as basis, k.sealed as known, k.key_id as known_key,
        jsonb_build_array(r.version, r.current, r.personal, r.item, r.occurred_on, r.displayed_until, r.change, r.redaction, r.stated_name,
          r.stated_address, r.stated_phone) as said, w.sealed, w.key_id as key, w.basis_sealed, w.basis_key
      from public_credit.record r join public_credit.known_values k using (subject_id)
        left join public_credit.record_whole w on (w.subject_id, w.id, w.version) = (r.subject_id, r.id, r.version)
      where r.content ->> 'documentNumber' like '测罚%'`);
    const request = open();
    const { secrets } = request.platform;
    await request.abandon();
    const whole = rows.map((one) => {
      const { id, subject, content, basis, said, sealed, key, known, known_key } = one;
      return JSON.stringify({
        content,
        said,
        whole: sealed === null ? null : secrets.unseal({ sealed, keyId: key }, id),
        basis: [basis, wholeBasis(secrets, id, basis, one.basis_sealed, one.basis_key)],
        known: known === null ? null : secrets.unseal({ sealed: known, keyId: known_key }, `known of ${subject}`),
      });
    });
    return { taken, counts: { read, accepted, unchanged, corrected, late, rejected, warnings }, whole: whole.sort() };
  } finally {
    await owner.end();
    await world.close();
  }
}

it.runIf(databases().includes('postgresql'))(
  'A23.4 A38.1 texts that were read ahead are stored as those that were not, row for row, with all that is known of persons',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-texts-ahead-'));
    try {
      const file = join(folder, 'penalties.csv');
      writeFileSync(file, `${[HEAD, ...Array.from({ length: ROWS }, (_, at) => row(at))].join('\n')}\n`);
      const ahead = await storedBy(2, file);
      const alone = await storedBy(0, file);
      expect(ahead.counts).toEqual(alone.counts);
      expect(ahead.counts.accepted).toBeGreaterThan(ROWS * 0.9);
      expect(ahead.whole.length).toBe(ahead.counts.accepted);
      expect(ahead.whole).toEqual(alone.whole);
      // The comparison says something only where texts were read ahead, and where some were masked.
      expect([ahead.taken > ROWS / 4, alone.taken]).toEqual([true, 0]);
      expect(alone.whole.filter((one) => one.includes('**')).length).toBeGreaterThan(ROWS / 5);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
