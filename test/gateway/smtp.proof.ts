/** Mail over TLS: what is sent where it must be encrypted, and by whose certificate. A process of its own trusts one more authority. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailer } from '../../gateway/process/smtp.ts';
import { childEnvironment } from '../../gateway/settings/config.ts';
import { MailReceiver } from '../stories/mail-receiver.ts';

const LETTER = { to: 'xiaomei@example.com', subject: 'Notice', text: 'There is something new.', id: 'x' };
const CERTIFICATE = join(import.meta.dirname, 'tls', 'server.pem');

describe('mail in production', () => {
  const withTls = new MailReceiver(true);
  const without = new MailReceiver(false);
  beforeAll(async () => {
    await withTls.open();
    await without.open();
  });
  afterAll(async () => {
    await withTls.close();
    await without.close();
  });
  const settings = (port: number) => ({
    host: 'localhost',
    port,
    secure: false,
    requireTls: true,
    login: undefined,
    from: 'notice@credit.example.cn',
  });

  it('A35.1 nothing leaves to a server without STARTTLS, nor to one whose certificate is not known; not even an address', async () => {
    expect(await mailer(settings(without.port), 2_000)(LETTER)).toBe('OURS');
    expect(await mailer(settings(withTls.port), 2_000)(LETTER)).toBe('OURS');
    expect([...without.named, ...withTls.named]).toEqual([]);
    // The same letter, where it need not be encrypted.
    expect(await mailer({ ...settings(without.port), requireTls: false }, 2_000)(LETTER)).toBe('SENT');
    expect(without.letters).toMatchObject([{ secure: false, to: [LETTER.to] }]);
  });

  it('A35.1 a letter leaves encrypted where the certificate is known', async () => {
    const program = `const { mailer } = await import(${JSON.stringify(join(import.meta.dirname, '../../gateway/process/smtp.ts'))});
      console.log(await mailer(${JSON.stringify(settings(withTls.port))}, 5000)(${JSON.stringify(LETTER)}));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      env: childEnvironment({ NODE_EXTRA_CA_CERTS: CERTIFICATE }),
    });
    expect(stdout.trim()).toBe('SENT');
    expect(withTls.letters).toMatchObject([{ secure: true, to: [LETTER.to], from: 'notice@credit.example.cn' }]);
  });
});
