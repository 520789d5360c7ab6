import { expect, it } from 'vitest';
import { checkWebhookUrl, isPrivateAddress } from '../../../subgraphs/feed/webhook-url.ts';

it('A39.4 a webhook points to no private address that is written into a public form', () => {
  // 127.0.0.1 as IPv4-compatible, by 6to4 and by local translation (RFC 4291, 3056, 8215); site-local (RFC 3879).
  for (const address of ['::7f00:1', '2002:7f00:1::', '64:ff9b:1::7f00:1', 'fec0::1']) {
    expect([address, isPrivateAddress(address)]).toEqual([address, true]);
    expect(() => checkWebhookUrl(`https://[${address}]/`, 'refuse')).toThrow();
  }
  expect(checkWebhookUrl('https://[2400:3200::1]/', 'refuse')).toBe('https://[2400:3200::1]/');
});
