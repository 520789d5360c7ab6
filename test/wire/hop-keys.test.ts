/** Keys of the hop as files: made, known two at a time, taken out; and a sentence for a file that is another. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { hopKeysIn, makeHopKey, readHopKey, readHopKeys, removeHopKey } from '../../gateway/settings/hop-key.ts';
import { readHop, signHop } from '../../subgraphs/keys/hop.ts';

const folder = mkdtempSync(join(tmpdir(), 'hop-keys-'));
const at = (name: string): string => join(folder, name);
const NOW = new Date('2026-11-20T02:00:00Z');
const OF = {
  subgraph: 'catalog',
  requestId: '4b8f9c9e-0d6f-4d6e-8a53-1d1f5f3a7c10',
  leftMs: 1_000,
  asked: NOW.getTime(),
};
const WITH = { body: '{}', headers: {} };

/** What a subgraph that knows this set says to what the gateway with this key signed. */
async function heard(own: string, set: string): Promise<string> {
  const token = await signHop(readHopKey(own, undefined), OF, WITH, NOW);
  const reading = { ...WITH, subgraph: 'catalog', questionMs: 25_000, now: NOW };
  const hop = await readHop(token, readHopKeys(set, undefined), reading);
  return typeof hop === 'string' ? hop : 'HEARD';
}

/** The sentence in both languages. */
function said(work: () => unknown): { readonly en: string; readonly zh: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigFault && error.localized !== undefined) return error.localized;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('keys of the hop', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('A17.1 the private file is for its user alone, the public set holds no private key', () => {
    makeHopKey(at('a.json'), at('set.json'));
    expect(statSync(at('a.json')).mode & 0o777).toBe(0o600);
    const { d } = JSON.parse(readFileSync(at('a.json'), 'utf8')) as { d: string };
    expect(d).toHaveLength(43);
    expect(readFileSync(at('set.json'), 'utf8')).not.toContain(d);
  });

  it('several gateways are known in one set, and none that is not in it', async () => {
    makeHopKey(at('b.json'), at('set.json'));
    makeHopKey(at('stranger.json'), at('other-set.json'));
    expect(hopKeysIn(at('set.json'))).toHaveLength(2);
    expect(await heard(at('a.json'), at('set.json'))).toBe('HEARD');
    expect(await heard(at('b.json'), at('set.json'))).toBe('HEARD');
    expect(await heard(at('stranger.json'), at('set.json'))).toBe('NOT_SIGNED');
  });

  it('a key is changed while both are known, and the old one signs nothing once it is out', async () => {
    const next = makeHopKey(at('a-next.json'), at('set.json'));
    const [old = ''] = hopKeysIn(at('set.json'));
    expect(await heard(at('a.json'), at('set.json'))).toBe('HEARD');
    expect(await heard(at('a-next.json'), at('set.json'))).toBe('HEARD');
    removeHopKey(old, at('set.json'));
    expect(hopKeysIn(at('set.json'))).toContain(next);
    expect(await heard(at('a.json'), at('set.json'))).toBe('NOT_SIGNED');
    expect(await heard(at('a-next.json'), at('set.json'))).toBe('HEARD');
  });

  it('a key is never written over, and the last one of a set stays', () => {
    const before = readFileSync(at('b.json'), 'utf8');
    expect(said(() => makeHopKey(at('b.json'), at('set.json'))).en).toMatch(/is there already/);
    expect(readFileSync(at('b.json'), 'utf8')).toBe(before);
    const [only = ''] = hopKeysIn(at('other-set.json'));
    expect(said(() => removeHopKey(only, at('other-set.json'))).en).toMatch(/the only key/);
    expect(said(() => removeHopKey('nobody', at('set.json'))).zh).toContain('没有密钥nobody');
  });

  it('a wrong file is told by a sentence, in both languages', () => {
    // The private file where the public set is meant, and the other way round.
    const swapped = said(() => readHopKeys(at('b.json'), undefined));
    expect(swapped.en).toMatch(/holds a private key of a gateway/);
    expect(swapped.zh).toContain('含有网关的私钥');
    expect(said(() => readHopKey(at('set.json'), undefined)).en).toMatch(/is no private key of a gateway/);
    writeFileSync(at('odd.json'), '{"keys": []}');
    expect(said(() => readHopKeys(at('odd.json'), undefined)).en).toMatch(/is no set of public keys/);
    expect(said(() => readHopKey(at('nowhere.json'), undefined)).en).toMatch(/cannot be read or written \(ENOENT\)/);
    chmodSync(at('b.json'), 0o644);
    expect(said(() => readHopKey(at('b.json'), undefined)).en).toMatch(/chmod 600/);
    expect(said(() => readHopKey(undefined, undefined)).zh).toContain('npm run keys -- --hop');
    expect(said(() => readHopKeys(undefined, undefined)).en).toMatch(/npm run keys -- --hop/);
  });
});
