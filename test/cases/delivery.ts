/** A file of the cases as a provider delivers it, and what anyone then reads. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportSummary, importProviderFile } from '../../subgraphs/import.ts';
import type { Identifier, World } from '../kit.ts';

export interface Penalty {
  readonly item: { readonly code: string };
  readonly documentNumber: string;
  readonly facts: string;
  readonly penaltyKinds: readonly string[];
  readonly fineYuan: string | null;
  readonly legalRepresentative: { readonly name: string | null } | null;
}

export interface Subject {
  readonly name: string;
  readonly kind: string;
  readonly address: string | null;
  readonly records: { readonly nodes: readonly Penalty[] };
}

/** What a delivery came to: its summary and what was said of its lines, or the sentence that refused all of it. */
export interface Delivered {
  readonly summary: ImportSummary | undefined;
  /** `4 CELL_EMPTY` for a row that came back with its reason or was warned of. */
  readonly told: readonly string[];
  readonly refused: string | undefined;
}

const SUBJECT = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name kind address records(first: 200) { nodes {
  item { code } ... on AdministrativePenalty { documentNumber facts penaltyKinds fineYuan legalRepresentative { name } } } } } }`;

/** As an anonymous caller reads it; null where nobody is told of, or the number is refused. */
export async function read(world: World, type: Identifier['type'], value: string): Promise<Subject | null> {
  const { data, errors } = await world.ask(null, SUBJECT, { id: { type, value } });
  if (errors === undefined) return data.subject;
  if (errors[0]?.extensions.code === 'BAD_USER_INPUT') return null;
  throw new Error(`${type} ${value} is not answered: ${errors[0]?.message}`);
}

/** Of one decision. Throws where it is not shown. */
export function penaltyOf(subject: Subject | null, documentNumber: string): Penalty {
  const found = subject?.records.nodes.find((one) => one.documentNumber === documentNumber);
  if (found === undefined) throw new Error(`${documentNumber} is not shown.`);
  return found;
}

const CSV = /(?:^|,)(\d+),([A-Z]+(?:_[A-Z]+)*),/gmu;
const JSON_LINE = /"line":(\d+),"code":"([A-Z_]+)"/gu;

export async function deliver(world: World, name: string): Promise<Delivered> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-cases-'));
  try {
    const file = join(folder, name);
    copyFileSync(join(import.meta.dirname, 'files', name), file);
    const layout = name.endsWith('.ndjson') ? 'records' : 'double-publicity-penalty';
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    const summary = await importProviderFile({ file, layout, unit: 'HLJ-AMR', open });
    const told = [summary.rejectedFile, summary.warningsFile].flatMap((path) =>
      [...(path === null ? '' : readFileSync(path, 'utf8')).matchAll(layout === 'records' ? JSON_LINE : CSV)].map(
        ([, line, code]) => `${line} ${code}`,
      ),
    );
    return { summary, told, refused: undefined };
  } catch (error) {
    return { summary: undefined, told: [], refused: (error as Error).message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
