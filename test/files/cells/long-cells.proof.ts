/** Cells that no clerk writes: they come back like any other, and neither stop the import nor hold it up. */
import { describe, expect, it } from 'vitest';
import { sumsOf } from '../../../subgraphs/public-credit/import/forms/amounts-in-text.ts';
import { classOf } from '../../../subgraphs/public-credit/import/forms/penalty-display-class.ts';
import { lostCharacters } from '../../../subgraphs/public-credit/import/read/lost-characters.ts';
import { cpuTime } from '../../cpu-time.ts';
import { PENALTY, readRow } from '../read.ts';

/** CPU time: a reading that looks at each character once takes a few milliseconds; one that begins anew at each of them takes minutes. */
const SOON_MS = 2_000;
const LONG = 100_000;
const repeated = (text: string): string => text.repeat(Math.ceil(LONG / text.length));

describe('A19.2 long cells', () => {
  it.each(['1', '1,', '1，', '一', '万', '元', '1元', '罚款1元', '一万', '没收1元', ' 1', '¥', '1.'])(
    'sums are looked for once: %s',
    async (text) => {
      const took = await cpuTime(() => {
        sumsOf('FINE', `罚款${repeated(text)}`);
        sumsOf('FINE', `${repeated(text)}元罚款`);
      });
      expect(took).toBeLessThan(SOON_MS);
    },
  );

  it('a sum beyond every number is none', () => {
    expect(sumsOf('FINE', `罚款一${'万'.repeat(300)}元`)).toEqual([]);
    expect(sumsOf('FINE', `罚款${'9'.repeat(300)}元`)).toEqual([]);
  });

  it.each(['暂扣', '限制开展', '吊销暂扣', '不予'])('kinds are looked at once: %s', async (text) => {
    const long = repeated(text);
    const took = await cpuTime(() => classOf({ kinds: [long], fineYuan: 0, confiscatedYuan: 0, text: long }));
    expect(took).toBeLessThan(SOON_MS);
  });

  it.each(['鍝', '锟', 'ã', '涓?'])('lost characters are looked for once: %s', async (text) => {
    expect(await cpuTime(() => lostCharacters(repeated(text)))).toBeLessThan(SOON_MS);
  });

  it.each(['CF_JDRQ', 'CF_GSJZQ', 'CF_NR_FK', 'CF_CFLB', 'CF_NR', 'CF_SY', 'CF_WSH', 'CF_XDR_SHXYM', 'CF_XDR_LB'])(
    'a row with a long cell in %s is read soon',
    async (column) => {
      const took = await cpuTime(async () => {
        for (const text of ['2026', ' ', '1 ']) await readRow({ ...PENALTY, [column]: `2026${repeated(text)}x` });
      });
      expect(took).toBeLessThan(5 * SOON_MS);
    },
  );
});
