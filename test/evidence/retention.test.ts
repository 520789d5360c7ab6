/** For how long evidence is kept (Article 39), as an operator may set it. */
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { Environment } from '../../gateway/settings/environment.ts';

it('A39.2 no sooner than a decision may be taken to court is evidence gone, and no later than five years', () => {
  const months = (EVIDENCE_RETENTION_MONTHS: string) =>
    Environment.safeParse({ EVIDENCE_RETENTION_MONTHS, DATA_DIR: tmpdir() });
  expect(months('5').error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining('taken to court')]);
  expect(months('61').success).toBe(false);
  expect(months('6').data?.EVIDENCE_RETENTION_MONTHS).toBe(6);
  expect(months('x').success).toBe(false);
});
