/** The key file itself, before any database is opened: who may read it, and ids that tell which key is which. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { developmentSecrets, readSecrets } from '../../gateway/settings/key-file.ts';
import { sealingId } from '../../subgraphs/keys/fingerprints.ts';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-key-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [mine, other] = [freshSecrets(), freshSecrets()];
const keyOf = ({ sealing }: typeof mine): { id: string; key: string } => ({ id: '', key: '', ...sealing[0] });

function written(content: object, mode = 0o600): string {
  const path = join(folder, 'keys.json');
  writeFileSync(path, JSON.stringify(content));
  chmodSync(path, mode);
  return path;
}

function faultOf(content: object, mode?: number): ConfigFault {
  const path = written(content, mode);
  try {
    readSecrets(path);
  } catch (error) {
    return error as ConfigFault;
  }
  throw new Error('The file was taken.');
}

describe('the key file', () => {
  it('adversarial 94: is not read where every user of the machine may read it; its owner and its group may', () => {
    for (const mode of [0o604, 0o644, 0o666, 0o444]) {
      const { message, localized } = faultOf(mine, mode);
      expect(message, mode.toString(8)).toMatch(/can be read by every user of this machine\. Run chmod o-rwx /);
      expect(localized?.zh, mode.toString(8)).toMatch(/本机所有用户均可读取密钥文件.*chmod o-rwx/);
    }
    for (const mode of [0o400, 0o600, 0o440, 0o640]) expect(readSecrets(written(mine, mode)).secrets).toEqual(mine);
  });

  it('is taken from what is no regular file, such as a pipe that a shell hands over', () => {
    expect(() => readSecrets('/dev/null')).toThrow('it is not JSON');
  });

  it('of development is made for its owner alone, and read again', () => {
    const made = developmentSecrets(join(folder, 'development'));
    expect(statSync(join(folder, 'development', 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(developmentSecrets(join(folder, 'development'))).toEqual(made);
    chmodSync(join(folder, 'development', 'secrets.json'), 0o644);
    expect(() => developmentSecrets(join(folder, 'development'))).toThrow('every user of this machine');
  });

  it('adversarial 94: has no id twice', () => {
    const { message, localized } = faultOf({
      ...mine,
      sealing: [
        { id: 'k1', key: keyOf(mine).key },
        { id: 'k1', key: keyOf(other).key },
      ],
    });
    expect(message).toMatch(/has the id k1 twice in sealing\. Leave the key that sealed under this id/);
    expect(localized?.zh).toContain('编号k1出现两次');
  });

  it('adversarial 94: has under an id that was made from a key that key alone; an id that was chosen by hand stays valid', () => {
    const { message } = faultOf({ ...mine, sealing: [{ id: keyOf(mine).id, key: keyOf(other).key }] });
    expect(message).toContain(`the key under the id ${keyOf(mine).id} is not the one that the id was made from`);
    for (const id of ['k1', 'k-2024', 'k-0123456789ab0'])
      expect(readSecrets(written({ ...mine, sealing: [{ id, key: keyOf(other).key }] })).secrets.sealing[0]?.id).toBe(
        id,
      );
  });

  it('new keys have ids that are made from them, which tell nothing of the key', () => {
    expect(keyOf(mine).id).toMatch(/^k-[0-9a-f]{12}$/);
    expect(sealingId(keyOf(mine).key)).toBe(keyOf(mine).id);
    expect(keyOf(other).id).not.toBe(keyOf(mine).id);
    // The id is made under a label of its own: it is no beginning of what the key seals with, nor of the key.
    expect(Buffer.from(keyOf(mine).key, 'base64').toString('hex')).not.toContain(keyOf(mine).id.slice(2));
    const { sealed, keyId } = openSecrets(mine).seal('x', 'y');
    expect(keyId).toBe(keyOf(mine).id);
    expect(openSecrets(mine).unseal({ sealed, keyId }, 'y')).toBe('x');
  });

  it('is written as it is read', () => {
    expect(JSON.parse(readFileSync(written(mine), 'utf8'))).toEqual(mine);
  });
});
