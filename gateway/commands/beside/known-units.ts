/** The units that a development token may name, so that `npm run token` says which there are instead of printing one that no server lets in. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { KIND_OF_ROLE, type UnitRole } from '../../../schema/law/asking/unit-roles.ts';
import type { Language } from '../../../schema/localized.ts';
import { type ToldUnit, unitsOfServer } from '../../process/units-of-server.ts';
import type { Config } from '../../settings/config.ts';
import type { TEXTS } from '../texts/token.ts';

type Texts = (typeof TEXTS)[Language];

interface KnownUnits {
  readonly units: readonly ToldUnit[];
  /** Whether these are the units of the database that the token will be used with, and not only those of the sample. */
  readonly sure: boolean;
}

const CONNECT_TIMEOUT_MS = 2_000;

async function ofDatabase(connectionString: string): Promise<readonly ToldUnit[] | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    const { rows } = await client.query<ToldUnit>(
      `select code, name, kinds, coalesce(ended_on <= (now() at time zone 'Asia/Shanghai')::date, false) as ended
       from control.unit order by code`,
    );
    return rows;
  } catch {
    // It does not answer, or was never brought up.
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** From the running server or the database. Before its first start a database will hold the sample, and nothing else. */
async function knownUnits({ databaseUrl, folder, sample }: Config): Promise<KnownUnits> {
  const told = databaseUrl === undefined ? await unitsOfServer(folder) : await ofDatabase(databaseUrl);
  if (told !== undefined && told.length > 0) return { units: told, sure: true };
  // Only where it is needed: it loads most of the code.
  const { readProvince } = await import('../../../subgraphs/province/read.ts');
  const { sampleFile } = await import('../../../subgraphs/province/sample.ts');
  const read = readProvince(sampleFile());
  const units = read.ok
    ? read.file.province.units.map(({ ended, ...unit }) => ({ ...unit, ended: ended !== null }))
    : [];
  return { units, sure: sample && databaseUrl === undefined && !existsSync(join(folder, 'pglite')) };
}

/** So many units are listed; a province has more than anybody reads. */
const LISTED = 12;

function listOf(units: readonly ToldUnit[], texts: Texts): string {
  const lines = units.slice(0, LISTED).map(({ code, name }) => `  ${code.padEnd(16)} ${name}`);
  return [...lines, ...(units.length > LISTED ? [texts.more(units.length - LISTED)] : [])].join('\n');
}

/** What is wrong with a unit for a role, with the units that would do; undefined where nothing is. `sure` says whether it is certain. */
export async function faultOfUnit(
  config: Config,
  role: UnitRole,
  code: string,
  texts: Texts,
): Promise<{ readonly message: string; readonly sure: boolean } | undefined> {
  const { units, sure } = await knownUnits(config);
  const kind = KIND_OF_ROLE[role];
  const unit = units.find((one) => one.code === code);
  const fitting = units.filter(({ kinds, ended }) => kinds.includes(kind) && !ended);
  if (unit !== undefined && fitting.includes(unit)) return undefined;
  const named = role.toLowerCase();
  const fault =
    unit === undefined
      ? texts.noUnit(code)
      : unit.ended
        ? texts.unitEnded(code)
        : texts.otherKind(code, unit.kinds, named, kind);
  return {
    sure,
    message: sure ? texts.mayName(fault, named, listOf(fitting, texts)) : texts.unsure(fault),
  };
}
