import { describe, expect, it } from 'vitest';
import { signWebhook } from '../../subgraphs/feed/webhook-signature.ts';
import { checkWebhookUrl, isPrivateAddress } from '../../subgraphs/feed/webhook-url.ts';

describe('where a webhook may point', () => {
  it('A39.4 to a public host by https; in development to the same machine too', () => {
    expect(checkWebhookUrl('https://bank.example/changes', 'refuse')).toBe('https://bank.example/changes');
    expect(checkWebhookUrl('http://localhost:8080/x', 'allow')).toBe('http://localhost:8080/x');
    for (const url of [
      'http://bank.example/',
      'http://localhost/',
      'https://localhost/',
      'https://127.0.0.1/',
      'https://127.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://10.0.0.1/',
      'https://192.168.1.1/',
      'https://169.254.169.254/latest/meta-data',
      'https://100.64.0.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://[fd00::1]/',
      'https://[fe80::1]/',
      'https://user:password@bank.example/',
      'ftp://bank.example/',
      'file:///etc/passwd',
      'no url',
      `https://bank.example/${'x'.repeat(500)}`,
    ])
      expect([
        url,
        (() => {
          try {
            return checkWebhookUrl(url, 'refuse');
          } catch (error) {
            return (error as { extensions: { reason: string } }).extensions.reason;
          }
        })(),
      ]).toEqual([url, 'WEBHOOK_URL']);
    expect(() => checkWebhookUrl('http://10.0.0.1/', 'allow')).toThrow();
  });

  it('A39.4 the address that a name points to on the day is judged as well', () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '172.31.0.1', '::1', '::ffff:192.168.0.1', 'fe80::1', '0.0.0.0'])
      expect([address, isPrivateAddress(address)]).toEqual([address, true]);
    for (const address of ['8.8.8.8', '203.107.1.1', '2400:3200::1'])
      expect([address, isPrivateAddress(address)]).toEqual([address, false]);
  });

  it('A39.4 signatures are of this form, for who receives in another language', () => {
    // HMAC-SHA256 with the key "secret" over "1700000000.d1.{}", by OpenSSL.
    const headers = signWebhook('secret', 'd1', new Date(1_700_000_000_999), '{}');
    expect(headers).toEqual({
      'credit-delivery': 'd1',
      'credit-timestamp': '1700000000',
      'credit-signature': 'v1=404d1c66d69ce2b375f254d13c34493e9ca7439e4d5150e3c843f70d7b5c4a33',
    });
  });
});
