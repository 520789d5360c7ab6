/** Why rows of a delivery are not taken in: the codes of `rejected { code }`, read where they are made. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '../../../schema/localized.ts';
import type { RowCode } from '../../docs/errors/catalogue.ts';
import { literals, TOGETHER } from './error-reasons.ts';
import { callsIn } from './error-sites.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The codes of rejected rows, with their sentences where these stand beside the code; a value in them is …. */
export function rowCodes(): RowCode[] {
  const text = (source: string | undefined): string | undefined =>
    /^(['`])(.*)\1$/s
      .exec(source ?? '')?.[2]
      ?.replace(/\$\{[^}]*\}/g, '…')
      .replace(/\\'/g, "'");
  const codes = new Map<string, Map<string, Localized>>();
  for (const file of globSync('subgraphs/public-credit/intake/**/*.ts', { cwd: ROOT }).sort())
    for (const { given } of callsIn(file, ['refused', 'add'])) {
      const reasons = TOGETHER[given[0] ?? ''] ?? literals(given[0]);
      const [en, zh] = [text(given[1]), text(given[2])];
      for (const reason of reasons) {
        const says = codes.get(reason) ?? new Map<string, Localized>();
        codes.set(reason, says);
        if (en !== undefined && zh !== undefined) says.set(en, { en, zh });
      }
    }
  return [...codes]
    .map(([code, says]) => ({ code, says: [...says.values()] }))
    .sort((left, right) => left.code.localeCompare(right.code));
}
