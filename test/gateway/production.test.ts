/** Production: what it refuses to start without, and what it does not have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../gateway/config.ts';
import { openDevelopmentIssuer } from '../../gateway/issuer.ts';
import { freshSecrets } from '../../subgraphs/secrets.ts';
import { MEI, openWorld, TODAY } from '../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

describe('production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-production-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('does not start without keys and issuers of its own, and says what to set', () => {
    expect(() => readConfig({ CREDIT_MODE: 'production', DATA_DIR: folder })).toThrow(ConfigFault);
    expect(() => readConfig({ CREDIT_MODE: 'production', DATA_DIR: folder })).toThrow(
      /CREDIT_SECRETS[\s\S]*TOKEN_ISSUERS/,
    );
    expect(() => readConfig({ PORT: 'x', TOKEN_ISSUERS: '{', LOG_LEVEL: 'loud' })).toThrow(
      /PORT[\s\S]*TOKEN_ISSUERS[\s\S]*LOG_LEVEL/,
    );
  });

  it('has no introspection, no suggestions, no sample, no development tokens, no synthetic regions', async () => {
    const secrets = join(folder, 'secrets.json');
    writeFileSync(secrets, JSON.stringify(freshSecrets()));
    const production = await openWorld('pglite', {
      environment: {
        CREDIT_MODE: 'production',
        CREDIT_SECRETS: secrets,
        TOKEN_ISSUERS: '[{"issuer":"https://issuer.example","jwks":"https://issuer.example/jwks","audience":"credit"}]',
      },
    });
    try {
      expect(production.server.issuer).toBeUndefined();
      const introspected = await production.ask(null, '{ __schema { types { name } } }');
      expect(JSON.stringify(introspected)).not.toContain('CreditSubject');
      const misspelt = await production.ask(null, '{ subjet }');
      expect(JSON.stringify(misspelt)).not.toMatch(/Did you mean|subjects/);
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
    } finally {
      await production.close();
    }
  });
});
