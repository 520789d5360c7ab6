/** Addresses by RFC 5321 and RFC 6531: what is one, what is none, and that nothing of one can begin another line. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mailAddress } from '../../subgraphs/rights/told/mail-address.ts';

it('A35.1 an address of one mailbox, its domain as DNS writes it', () => {
  const taken: readonly (readonly [string, string])[] = [
    ['xiaomei@example.com', 'xiaomei@example.com'],
    [' Xiao.Mei+credit@Example.COM ', 'Xiao.Mei+credit@example.com'],
    // RFC 6531, and the form of its domain in RFC 5890.
    ['小梅@例子.中国', '小梅@xn--fsqu00a.xn--fiqs8s'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ["o'brien=x@sub.example.museum", "o'brien=x@sub.example.museum"],
  ];
  for (const [sent, address] of taken) expect([sent, mailAddress(sent)]).toEqual([sent, address]);
});

it('A35.1 what is none, or may hold anything, is refused', () => {
  const refused = [
    '',
    'xiaomei',
    '@example.com',
    'xiaomei@',
    'xiaomei@localhost',
    'a@@example.com',
    'a b@example.com',
    '.a@example.com',
    'a..b@example.com',
    'a.@example.com',
    'a@example..com',
    'a@-example.com',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@example.123',
    '"a b"@example.com',
    '"a\r\nBcc: b"@example.com',
    'Mei <a@example.com>',
    'a@example.com, b@example.com',
    'a@example.com;b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'a\u0000@example.com',
    'a\u2028@example.com',
    // A local part of 65 octets, in letters of one and of three.
    `${'a'.repeat(65)}@example.com`,
    `${'梅'.repeat(22)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `${'a'.repeat(60)}@${'b.'.repeat(100)}com`,
  ];
  expect(refused.filter((sent) => mailAddress(sent) !== undefined)).toEqual([]);
});

it('A35.1 whatever is sent, an address has one line, one @ and no character that ends a header or a path', () => {
  const near = fc.tuple(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('@', '@@', '@x.'),
    fc.string(),
    fc.constantFrom('', '.com', '\r\n'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        near.map((parts) => parts.join('')),
        fc.emailAddress(),
      ),
      (sent) => {
        const address = mailAddress(sent);
        if (address === undefined) return;
        expect(address).toMatch(/^[^\s\p{C}<>()[\]\\,;:"@]+@[a-z0-9.-]+$/u);
        expect(Buffer.byteLength(address)).toBeLessThanOrEqual(254);
        expect(mailAddress(address)).toBe(address);
      },
    ),
    { numRuns: 300 },
  );
});
