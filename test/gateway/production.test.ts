/** Production: what it refuses to start without, and what it does not have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { ConfigFault } from '../../gateway/settings/config-fault.ts';
import { DEVELOPMENT_ISSUER } from '../../gateway/settings/development.ts';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { MEI, openWorld, TODAY } from '../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

describe('production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-production-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('does not start without keys and issuers of its own, and says what to set', () => {
    expect(() => readConfig({ CREDIT_MODE: 'production', DATA_DIR: folder })).toThrow(ConfigFault);
    expect(() => readConfig({ CREDIT_MODE: 'production', DATA_DIR: folder })).toThrow(
      /CREDIT_SECRETS[\s\S]*TOKEN_ISSUERS[\s\S]*PUBLIC_URL/,
    );
    expect(() => readConfig({ PORT: 'x', TOKEN_ISSUERS: '{', LOG_LEVEL: 'loud' })).toThrow(
      /PORT[\s\S]*TOKEN_ISSUERS[\s\S]*LOG_LEVEL/,
    );
  });

  const issuer = { issuer: 'https://issuer.example', audience: 'credit' };
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
    return path;
  };
  const start = (change: NodeJS.ProcessEnv = {}) =>
    readConfig({
      CREDIT_MODE: 'production',
      DATA_DIR: folder,
      CREDIT_SECRETS: write('own.json', freshSecrets()),
      TOKEN_ISSUERS: JSON.stringify([issuer]),
      PUBLIC_URL: 'https://credit.example',
      DATABASE_URL: 'postgres://credit@db.example/credit',
      ...change,
    });

  it('starts with keys, issuers and an address of its own, and then asks parties for bound tokens', () => {
    expect(start()).toMatchObject({ mode: 'production', boundRoles: ['PARTY'], sample: false });
    expect(start({ SENDER_CONSTRAINED: 'off', PUBLIC_URL: undefined })).toMatchObject({ boundRoles: [] });
    expect(start({ DATABASE_URL: undefined, EMBEDDED_IN_PRODUCTION: 'yes' })).toMatchObject({ databaseUrl: undefined });
    expect(readConfig({ DATA_DIR: folder })).toMatchObject({ mode: 'development', boundRoles: [], sample: true });
  });

  it('does not start with what development made, what anybody could know, or what anybody could listen to', () => {
    // Development makes its file on its first start.
    readConfig({ DATA_DIR: join(folder, 'development') });
    const fresh = freshSecrets();
    const zero = Buffer.alloc(32).toString('base64');
    const issuers = (...list: readonly object[]) => ({ TOKEN_ISSUERS: JSON.stringify(list) });
    const wrong: readonly (readonly [NodeJS.ProcessEnv, RegExp])[] = [
      [{ CREDIT_SECRETS: join(folder, 'development', 'secrets.json') }, /CREDIT_SECRETS: these keys were made for dev/],
      [{ CREDIT_SECRETS: write('zero.json', { ...fresh, index: zero }) }, /CREDIT_SECRETS: the key index was not made/],
      [{ CREDIT_SECRETS: write('same.json', { ...fresh, cursor: fresh.index }) }, /index and cursor are the same key/],
      [
        { CREDIT_SECRETS: write('login.json', { ...fresh, login: 'a'.repeat(20) }) },
        /the password login can be guessed/,
      ],
      [
        issuers({ ...issuer, issuer: DEVELOPMENT_ISSUER, jwks: 'https://issuer.example/jwks' }),
        /the issuer of development/,
      ],
      [issuers({ ...issuer, issuer: 'http://issuer.example' }), /http:\/\/issuer.example is not https/],
      [
        issuers({ ...issuer, issuer: 'https://other.example' }, { ...issuer, jwks: 'http://issuer.example/jwks' }),
        /are not under https/,
      ],
      [{ SAMPLE: 'on' }, /SAMPLE: is on/],
      [{ DATABASE_URL: undefined }, /DATABASE_URL: name a PostgreSQL server; or set EMBEDDED_IN_PRODUCTION=yes/],
      [{ DATABASE_URL: undefined, EMBEDDED_IN_PRODUCTION: 'no' }, /DATABASE_URL: name a PostgreSQL server/],
      [{ EMBEDDED_IN_PRODUCTION: 'maybe' }, /EMBEDDED_IN_PRODUCTION/],
      [{ PUBLIC_URL: undefined }, /PUBLIC_URL: name the https address/],
      [{ PUBLIC_URL: 'http://credit.example' }, /PUBLIC_URL: is not https/],
    ];
    for (const [change, told] of wrong) expect(() => start(change), JSON.stringify(change)).toThrow(told);
    // All faults at once.
    expect(() => start({ SAMPLE: 'on', PUBLIC_URL: 'http://credit.example', ...issuers() })).toThrow(
      /TOKEN_ISSUERS[\s\S]*SAMPLE[\s\S]*PUBLIC_URL/,
    );
    expect(() => readConfig({ TLS_CERT: 'x' })).toThrow('TLS_CERT and TLS_KEY go together');
    expect(() => readConfig({ TLS_CERT: 'x', TLS_KEY: 'y' })).toThrow('cannot be read');
  });

  it('adversarial 23 and 24: has no introspection, no suggestions, no sample, no development tokens, no synthetic regions', async () => {
    const secrets = join(folder, 'secrets.json');
    writeFileSync(secrets, JSON.stringify(freshSecrets()), { mode: 0o600 });
    const production = await openWorld('pglite', {
      environment: {
        CREDIT_MODE: 'production',
        CREDIT_SECRETS: secrets,
        TOKEN_ISSUERS: JSON.stringify([issuer]),
        PUBLIC_URL: 'https://credit.example',
        EMBEDDED_IN_PRODUCTION: 'yes',
      },
    });
    try {
      expect(production.server.issuer).toBeUndefined();
      for (const query of [
        '{ __schema { types { name } } }',
        '{ s: __schema { t: types { n: name } } }',
        '{ __type(name: "CreditSubject") { fields { name } } }',
        '{ ... on Query { t: __type(name: "CreditSubject") { name } } }',
        '{ ...F } fragment F on Query { __schema { queryType { name } } }',
        'mutation { __schema { types { name } } }',
      ]) {
        const { status, data } = await production.ask(null, query);
        expect([query, status, data]).toEqual([query, 400, undefined]);
      }
      // It is published as a text: what cannot be asked of any depth and form.
      const schema = await fetch(`${production.server.url}/schema.graphql`);
      expect([schema.status, await schema.text()]).toEqual([200, expect.stringContaining('type CreditSubject {')]);
      for (const [query, near] of [
        ['{ subjet { id } }', /subject/],
        ['{ catalogItems(frst: 1) { totalCount } }', /first/],
        ['{ subject(identifier: {type: USC, value: "x"}) { id } }', /USCC/],
        ['{ subject(identifier: {type: USCC, value: "x", valeu: "x"}) { id } }', /\bvalue\b/],
        ['query ($id: SubjectIdentifierInpt) { __typename }', /SubjectIdentifierInput/],
        ['{ subject(identifier: {type: USCC, value: "x"}) { ... on CreditSubjct { id } } }', /CreditSubject/],
        ['{ __typename @skp(if: true) }', /skip/],
        ['{ me { nam } }', /name/],
      ] as const) {
        const { status, data, errors } = await production.ask(null, query);
        expect([query, status, data]).toEqual([query, 400, undefined]);
        expect(JSON.stringify(errors)).not.toMatch(/Did you mean/);
        // What is written wrongly is told; what it could have been is not.
        expect(errors?.map(({ message }) => message).join()).not.toMatch(near);
      }
      expect((await production.ask(null, NAME, { id: MEI })).errors?.[0]?.extensions.reason).toBe('IDENTIFIER_REGION');
      const development = await (await openDevelopmentIssuer(folder)).signAt(
        { sub: 'BANK-A', role: 'party', unit: 'BANK-A' },
        '15m',
        new Date(`${TODAY}T10:00:00+08:00`),
      );
      const response = await fetch(`${production.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${development}` },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(response.status).toBe(401);
      // There is no query page, and nobody learns of one.
      expect((await fetch(`${production.server.url}/`)).status).toBe(404);
      // The reference pages are there, with its own address, and without a word of development tokens.
      for (const page of ['start', 'operations', 'tokens']) {
        const shown = await fetch(`${production.server.url}/docs/zh/${page}`);
        const html = await shown.text();
        expect([page, shown.status, html.includes('npm run --silent token')]).toEqual([page, 200, false]);
        if (page !== 'start') expect(html).toContain('https://credit.example/graphql');
      }
    } finally {
      await production.close();
    }
  });
});
