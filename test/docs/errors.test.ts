/** The catalogue of errors: current, whole in both languages, with what is promised and what the stories meet. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../gateway/commands/beside/error-catalogue.ts';
import { catalogue } from '../../gateway/docs/errors/catalogue.ts';
import { CODES } from '../../schema/errors.ts';
import { REASONS } from '../../schema/law/decision.ts';
import { rowsOf, shown } from './render.ts';

const root = join(import.meta.dirname, '../..');
const known = new Set(catalogue().errors.map(({ code, reason }) => `${code} ${reason ?? ''}`.trim()));

/** Reasons that are promised to callers. */
const REFUSALS = [
  'IDENTITY_REQUIRED',
  'ROLE',
  'SELF_ONLY',
  'NO_AGREEMENT',
  'PURPOSE_REQUIRED',
  'PURPOSE_NOT_AGREED',
  'ITEM_NOT_AGREED',
  'AUTHORIZATION_REQUIRED',
  'DUTY_REQUIRED',
  'CASE_REQUIRED',
  'MATTER_REQUIRED',
  'NOT_PUBLISHED',
  'LEDGER_UNAVAILABLE',
];

describe('the catalogue of errors', () => {
  it('is what the code makes: npm run generate', async () => {
    expect(JSON.parse(JSON.stringify(await errorCatalogue()))).toEqual(catalogue());
  });

  it('A23.1 A22.1 holds every code and every reason that is promised, with an article for each refusal', () => {
    expect([...new Set(catalogue().errors.map(({ code }) => code))]).toEqual([...CODES]);
    for (const reason of REFUSALS) expect(known).toContain(`FORBIDDEN ${reason}`);
    for (const reason of ['UNIT_UNKNOWN', 'UNIT_ENDED', 'ROLE_NOT_OF_UNIT'])
      expect(known).toContain(`UNAUTHENTICATED ${reason}`);
    const bare = catalogue().errors.filter(
      ({ code, reason, articles }) =>
        (code === 'FORBIDDEN' || (REASONS as readonly (string | null)[]).includes(reason)) && articles.length === 0,
    );
    expect(bare).toEqual([]);
    const articleOf = (reason: string) => catalogue().errors.find((one) => one.reason === reason)?.articles;
    expect(articleOf('NO_AGREEMENT')).toEqual(['23(2)']);
    expect(articleOf('DUTY_REQUIRED')).toContain('22');
    expect(articleOf('AUTHORIZATION_REQUIRED')).toContain('24');
    expect(articleOf('QUOTA_EXCEEDED')).toEqual(['23']);
  });

  it('whatever the stories meet is in it', () => {
    const met = globSync('test/{stories,issues,gateway}/**/*.ts', { cwd: root }).flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /\b(FORBIDDEN|BAD_USER_INPUT|CONFLICT|TOO_COSTLY|UNAUTHENTICATED) ([A-Z]{3,}(?:_[A-Z]+)*)\b/g,
        ),
      ].map(([all]) => all),
    );
    expect(new Set(met).size).toBeGreaterThan(25);
    const rows = new Set(catalogue().rows.map(({ code }) => code));
    expect([...new Set(met)].filter((one) => !known.has(one) && !rows.has(one.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('says what happened and what to do, in both languages', () => {
    // What Apollo's clients look for word for word is the same in every language.
    for (const { code, reason, says } of catalogue().errors.filter((one) => !one.code.startsWith('PERSISTED_QUERY')))
      for (const { message, help } of says)
        for (const text of [message, help]) {
          expect([code, reason, text.en === '…' || text.en.length > 3]).toEqual([code, reason, true]);
          expect([code, reason, text.en, /\p{Script=Han}|^…$/u.test(text.zh)]).toEqual([code, reason, text.en, true]);
        }
    for (const { says } of catalogue().rows) for (const { zh } of says) expect(zh).toMatch(/\p{Script=Han}|…/u);
  });

  it.each(['en', 'zh'] as const)('%s shows all of it, each reason under its code', (language) => {
    const html = shown('errors', language);
    for (const code of CODES) {
      const reasons = rowsOf(html, code.toLowerCase().replaceAll('_', '-')).map(([reason]) => reason);
      for (const { reason } of catalogue().errors.filter((one) => one.code === code))
        expect(reasons.filter((one) => one === (reason ?? '–'))).toHaveLength(1);
    }
  });
});
