/** The cipher of ids and the length of cursors, without a server: the vectors of RFC 5297, and what no other text may open. */
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { aessiv } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid, type Thing } from '../../subgraphs/keys/recipient-ids.ts';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';
import { blockSiv } from '../../subgraphs/keys/siv-block.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s/g, ''), 'hex');
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');

/** RFC 5297, appendix A: key, associated data, plain text, output. */
const VECTORS = [
  [
    'A.1',
    'fffefdfc fbfaf9f8 f7f6f5f4 f3f2f1f0 f0f1f2f3 f4f5f6f7 f8f9fafb fcfdfeff',
    ['10111213 14151617 18191a1b 1c1d1e1f 20212223 24252627'],
    '11223344 55667788 99aabbcc ddee',
    '85632d07 c6e8f37f 950acd32 0a2ecc93 40c02b96 90c4dc04 daef7f6a fe5c',
  ],
  [
    'A.2',
    '7f7e7d7c 7b7a7978 77767574 73727170 40414243 44454647 48494a4b 4c4d4e4f',
    [
      '00112233 44556677 8899aabb ccddeeff deaddada deaddada ffeeddcc bbaa9988 77665544 33221100',
      '10203040 50607080 90a0',
      '09f91102 9d74e35b d84156c5 635688c0',
    ],
    '74686973 20697320 736f6d65 20706c61 696e7465 78742074 6f20656e 63727970 74207573 696e6720 5349562d 414553',
    `7bdb6e3b 432667eb 06f4d14b ff2fbd0f cb900f2f ddbe4043 26601965 c889bf17 dba77ceb 094fa663 b7a3f748 ba8af829
     ea64ad54 4a272e9c 485b62a3 fd5c0d`,
  ],
] as const;

const config = freshSecrets();
const { recipientIds, ...secrets } = openSecrets(config);
const bank = { role: 'PARTY', unit: 'BANK-A', subject: null } as const;
const other = { role: 'PARTY', unit: 'BANK-B', subject: null } as const;
const anyone = { role: 'PUBLIC', unit: null, subject: null } as const;
const PERSON = { personal: true };
const ID = '0f7b0c84-9a8e-4a57-8f0e-8f5d5b1a2c3d';
const THINGS: readonly Thing[] = ['SUBJECT', 'RECORD', 'REEXAMINATION', 'WAIVER', 'NOTICE'];

describe('ids of persons', () => {
  it('one block is encrypted as the library does it, and opened by the same key and data alone', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 3 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.nat(31),
        (key, data, plain, at) => {
          const [ours, theirs] = [blockSiv(key)(...data), aessiv(key, ...data)];
          const sealed = ours.encrypt(plain);
          expect(hex(sealed)).toBe(hex(theirs.encrypt(plain)));
          expect(hex(ours.decrypt(sealed) ?? Buffer.alloc(0))).toBe(hex(plain));
          sealed[at] = (sealed[at] ?? 0) ^ 1;
          expect(ours.decrypt(sealed)).toBeUndefined();
        },
      ),
    );
  });

  it.each(VECTORS)('the cipher is that of RFC 5297, vector %s', (_name, key, data, plain, output) => {
    const cipher = aessiv(bytes(key), ...data.map(bytes));
    expect(hex(cipher.encrypt(bytes(plain)))).toBe(hex(bytes(output)));
    expect(hex(cipher.decrypt(bytes(output)))).toBe(hex(bytes(plain)));
  });

  it('A23.5 A24.3 adversarial 85: are opened for their recipient and kind alone, have one length and are no UUID', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...THINGS), (id, thing) => {
        const closed = recipientIds.close(bank, thing, id, PERSON);
        expect(closed).toMatch(/^p_[\w-]{43}$/);
        expect(isUuid(closed)).toBe(false);
        expect(recipientIds.close(bank, thing, id, PERSON)).toBe(closed);
        expect(recipientIds.open(bank, thing, closed)).toBe(id);
        for (const asker of [other, anyone, { role: 'SUBJECT', unit: null, subject: { id: ID } } as const])
          expect(recipientIds.open(asker, thing, closed)).toBeUndefined();
        for (const kind of THINGS) if (kind !== thing) expect(recipientIds.open(bank, kind, closed)).toBeUndefined();
      }),
    );
  });

  it('A24.1 belong to the unit, in whatever role it asks, and are the same for whoever has the keys', () => {
    const closed = recipientIds.close(bank, 'RECORD', ID, PERSON);
    expect(recipientIds.close({ ...bank, role: 'DEPARTMENT' }, 'RECORD', ID, PERSON)).toBe(closed);
    const again = openSecrets(config).recipientIds;
    expect(again.close(bank, 'RECORD', ID, PERSON)).toBe(closed);
    expect(openSecrets(config).recipientIds.open(bank, 'RECORD', closed)).toBe(ID);
    expect(
      openSecrets({ ...config, pseudonym: freshSecrets().pseudonym }).recipientIds.open(bank, 'RECORD', closed),
    ).toBe(undefined);
  });

  it('A23.5 adversarial 85: not one character may differ, not even where base64 has bits to spare', () => {
    const closed = recipientIds.close(bank, 'SUBJECT', ID, PERSON);
    for (const at of [...closed].keys())
      for (const letter of ['A', 'b', '7', '_']) {
        const changed = closed.slice(0, at) + letter + closed.slice(at + 1);
        if (changed !== closed)
          expect([changed, recipientIds.open(bank, 'SUBJECT', changed)]).toEqual([changed, undefined]);
      }
    for (const text of ['', 'p_', ID, closed.slice(0, -1), `${closed}A`, closed.slice(2), ` ${closed}`])
      expect([text, recipientIds.open(bank, 'SUBJECT', text)]).toEqual([text, undefined]);
  });

  it('A35.1 are the stored ones for the subject itself and the overseers, and for everyone those of organizations', () => {
    for (const role of ['OPERATOR', 'AUTHORITY', 'ANALYST'] as const)
      expect(recipientIds.close({ role, unit: 'HLJ-CREDIT', subject: null }, 'RECORD', ID, PERSON)).toBe(ID);
    const self = { role: 'SUBJECT', unit: null, subject: { id: ID } } as const;
    expect(recipientIds.close(self, 'SUBJECT', ID, { personal: true, self: true })).toBe(ID);
    expect(recipientIds.close(self, 'SUBJECT', ID, PERSON)).not.toBe(ID);
    for (const asker of [bank, other, anyone])
      expect(recipientIds.close(asker, 'RECORD', ID, { personal: false })).toBe(ID);
    // What is not known to be about an organization is about a person.
    expect(recipientIds.close(anyone, 'RECORD', ID, {})).not.toBe(ID);
  });
});

describe('cursors', () => {
  it('A23.5 adversarial 60: one of an earlier release is none', () => {
    // As it was made then: the same cipher, another label, no padding.
    const key = hkdfSync('sha256', Buffer.from(config.cursor, 'base64'), '', 'cursor', 32);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), nonce).setAAD(Buffer.from('x'));
    const body = Buffer.concat([cipher.update(JSON.stringify({ on: '2026-11-20', id: ID })), cipher.final()]);
    const cursor = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    expect(secrets.openCursor(cursor, 'x')).toBeUndefined();
  });

  it('A23.5 adversarial 83: have one length whatever they stand for', () => {
    const positions = [
      0,
      9_007_199_254_740_991,
      { on: '', id: `99\n${'X'.repeat(64)}` },
      { on: '2026-11-26', id: ID },
      { on: '2026-11-26T02:00:00.000Z', id: ID },
    ];
    const cursors = positions.map((position) => secrets.sealCursor(position, 'x'));
    expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
    expect(cursors.map((cursor) => secrets.openCursor(cursor, 'x'))).toEqual(positions);
  });
});
