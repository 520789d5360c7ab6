/** The mail server in the settings: what is taken, and what stops the start with what to set. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../../gateway/settings/config.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-mail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const password = join(folder, 'password');
writeFileSync(password, 'secret word\n', { mode: 0o600 });
const mail = (environment: NodeJS.ProcessEnv) => readConfig({ DATA_DIR: folder, ...environment }).mail;
const FROM = { SMTP_FROM: 'notice@credit.example.cn' };

it('A35.1 no e-mail without SMTP_URL; with it the usual port, the user, and the password out of its file', () => {
  expect(mail({})).toBeUndefined();
  expect(mail({ SMTP_URL: 'smtp://127.0.0.1:2525', ...FROM })).toEqual({
    host: '127.0.0.1',
    port: 2525,
    secure: false,
    requireTls: false,
    login: undefined,
    from: 'notice@credit.example.cn',
  });
  expect(mail({ SMTP_URL: 'smtps://a%40b@mail.example.cn', SMTP_PASSWORD_FILE: password, ...FROM })).toMatchObject({
    port: 465,
    secure: true,
    login: { user: 'a@b', pass: 'secret word' },
  });
  expect(mail({ SMTP_URL: 'smtp://mail.example.cn', ...FROM })).toMatchObject({ port: 587, secure: false });
});

it('A35.1 production sends nothing without TLS, but to its own machine', () => {
  const secrets = join(folder, 'own.json');
  writeFileSync(secrets, JSON.stringify(freshSecrets()), { mode: 0o600 });
  const production = {
    CREDIT_MODE: 'production',
    CREDIT_SECRETS: secrets,
    TOKEN_ISSUERS: '[{"issuer":"https://issuer.example","audience":"credit"}]',
    PUBLIC_URL: 'https://credit.example',
    DATABASE_URL: 'postgres://credit@db.example/credit',
    ...FROM,
  };
  expect(mail({ ...production, SMTP_URL: 'smtp://mail.example.cn' })).toMatchObject({ requireTls: true });
  expect(mail({ ...production, SMTP_URL: 'smtp://127.0.0.1:25' })).toMatchObject({ requireTls: false });
});

it('A35.1 what cannot be meant stops the start, and a password stands in no variable', () => {
  const wrong: readonly (readonly [NodeJS.ProcessEnv, RegExp])[] = [
    [{ SMTP_URL: 'https://mail.example.cn', ...FROM }, /SMTP_URL: is no address such as smtp:/],
    [{ SMTP_URL: 'smtp://mail.example.cn' }, /SMTP_URL needs SMTP_FROM/],
    [{ SMTP_URL: 'smtp://mail.example.cn', SMTP_FROM: 'Credit <a@example.cn>' }, /SMTP_URL needs SMTP_FROM/],
    [{ ...FROM }, /need SMTP_URL/],
    [{ SMTP_URL: 'smtp://a:word@mail.example.cn', ...FROM }, /holds a password\. Write it into a file/],
    [{ SMTP_URL: 'smtp://a@mail.example.cn', ...FROM }, /go together/],
    [{ SMTP_URL: 'smtp://mail.example.cn', SMTP_PASSWORD_FILE: password, ...FROM }, /go together/],
    [
      { SMTP_URL: 'smtp://a@mail.example.cn', SMTP_PASSWORD_FILE: join(folder, 'none'), ...FROM },
      /SMTP_PASSWORD_FILE, .*none, cannot be read/,
    ],
  ];
  for (const [environment, said] of wrong) expect(() => mail(environment)).toThrow(said);
});
