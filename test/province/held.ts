/** The small province as a database holds it, and files compared with it. */
import { checkProvince } from '../../subgraphs/province/check.ts';
import { changesBetween } from '../../subgraphs/province/compare/changes.ts';
import type { HeldProvince } from '../../subgraphs/province/held.ts';
import { readProvince } from '../../subgraphs/province/read.ts';
import { BASE, bytesOf, fileOf, type Sections } from './file.ts';

export const TODAY = '2026-11-20';

function fileIn(sections: Sections) {
  const text = fileOf(sections);
  const read = readProvince(bytesOf(text));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return { text, file: read.file };
}

const { province: base } = fileIn(BASE).file;

/** With what stands on it. */
export const HELD: HeldProvince = {
  ...base,
  agreements: base.agreements.map((one) => ({ ...one, id: 'agreement', state: 'IN_FORCE' })),
  duties: base.duties.map((one) => ({ ...one, id: 'duty' })),
  standing: {
    authorizations: [
      { party: 'BANK', items: ['ARREARS-A'], purposes: ['LOAN'], count: 7 },
      { party: 'BANK', items: ['ARREARS-B'], purposes: ['LOAN'], count: 5 },
    ],
    watches: [{ unit: 'BANK', count: 3 }],
  },
};

export const changed = (held: HeldProvince, sections: Sections) => changesBetween(held, fileIn(sections).file.province);

/** Faults of a file with their lines. */
export function faults(held: HeldProvince, sections: Sections): string[] {
  const { file } = fileIn(sections);
  return [...checkProvince(held, file, TODAY), ...changesBetween(held, file.province).faults].map(
    ({ path, said }) => `${file.placeOf(path).line}: ${said.en}`,
  );
}

/** Entries of the small province, to change. */
export const [agreement = {}] = BASE.agreements ?? [];
export const [duty = {}] = BASE.duties ?? [];
export const [loan = {}] = BASE.purposes ?? [];
export const unitOf = (code: string) => BASE.units?.find((one) => one.code === code) ?? {};
