/** The reference pages as documents: whole in both languages, with nothing from elsewhere, and with the figures that hold. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../gateway/docs/docs.ts';
import { DOCS_POLICY } from '../../gateway/docs/html.ts';
import { EXAMPLES } from '../../gateway/docs/operations/examples.ts';
import type { Facts } from '../../gateway/docs/page.ts';
import { PROOF_SECONDS } from '../../gateway/identity/dpop.ts';
import { LIMITS } from '../../gateway/query/limits.ts';
import { codeOf, EVERY, FACTS, rowsOf, shown, textOf } from './render.ts';

describe('every page', () => {
  it.each(EVERY)(
    '%s in %s is one document of its own: no scripts, nothing loaded, a policy that forbids both',
    (name, language) => {
      const html = shown(name, language);
      expect(html).toMatch(/^<!doctype html><html lang="(en|zh-CN)">/);
      expect(html).not.toMatch(/<script|<link|<img|<iframe|<form|@import|url\(|\son\w+=|javascript:/i);
      expect(html.match(/<style>/g)).toHaveLength(1);
      // Links lead to pages of this server alone, and each of them is there.
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link ?? '');
      expect(links.length).toBeGreaterThan(PAGES.length);
      for (const link of links) {
        const [address = '', anchor] = link.split('#');
        const [, of, page] = /^\/docs\/(en|zh)\/(\w+)$/.exec(address) ?? [];
        if (address === '' || page !== undefined) {
          const target = page === undefined ? html : shown(page, of as 'en' | 'zh');
          if (anchor !== undefined) expect([link, target.includes(`id="${anchor}"`)]).toEqual([link, true]);
        } else expect(['/docs/openapi.json', '/docs/errors.json', '/schema.graphql']).toContain(link);
      }
      expect(html).not.toMatch(/undefined|NaN|\[object/);
      // What is marked in a sentence is closed in it.
      expect(textOf(html.replace(/<(pre|code)[\s\S]*?<\/\1>/g, ''))).not.toContain('`');
    },
  );

  it.each(PAGES.map(({ name }) => name))(
    '%s says the same in both languages: code, sections, tables and figures',
    (name) => {
      const [en, zh] = [shown(name, 'en'), shown(name, 'zh')];
      expect(codeOf(zh)).toEqual(codeOf(en));
      const ids = (html: string) => [...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids(zh)).toEqual(ids(en));
      expect(new Set(ids(en)).size).toBe(ids(en).length);
      for (const tag of ['<table>', '<tr>', '<li>', '<details>', '<pre'])
        expect([tag, zh.split(tag).length]).toEqual([tag, en.split(tag).length]);
      const figures = (html: string) => [...html.matchAll(/<td>(\d+)<\/td>/g)].map(([, figure]) => figure);
      expect(figures(zh)).toEqual(figures(en));
      // Every paragraph of the Chinese page is Chinese; one of the English page holds none but names of terms.
      for (const [, sentence = ''] of zh.matchAll(/<p>([\s\S]*?)<\/p>/g))
        expect(textOf(sentence)).toMatch(/\p{Script=Han}/u);
      for (const [, sentence = ''] of en.replace(/<pre[\s\S]*?<\/pre>/g, '').matchAll(/<p>([\s\S]*?)<\/p>/g))
        expect(textOf(sentence)).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it('the policy allows its own style alone', () => {
    expect(DOCS_POLICY).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });

  it('production shows no development tokens, and no command of the sample', () => {
    for (const { name } of PAGES)
      expect([name, shown(name, 'en', { ...FACTS, development: false }).includes('npm run --silent token')]).toEqual([
        name,
        false,
      ]);
  });
});

describe('pages of a server with other settings', () => {
  const SETTINGS: readonly Facts[] = [
    { ...FACTS, boundRoles: [] },
    { ...FACTS, sample: false },
    { ...FACTS, boundRoles: [], onlyKeptForParties: true },
    { ...FACTS, sample: false, onlyKeptForParties: true },
  ];

  it.each(SETTINGS)(
    'A23.2 no command asks as a party in a way that the server refuses: without a proof, or with a text',
    (facts) => {
      const asked = PAGES.flatMap(({ name }) => {
        const html = shown(name, 'en', facts);
        const [, party = ''] = /<section id="party">([\s\S]*?)<\/section>/.exec(html) ?? [];
        const elsewhere = codeOf(html).filter((block) => /--role party|-H 'credit-purpose: LOAN/i.test(block));
        return [...codeOf(party), ...elsewhere].filter((block) => block.includes('curl '));
      });
      expect(asked.length).toBeGreaterThan(EXAMPLES.filter(({ role }) => role === 'PARTY').length);
      // The page of tokens sends a bound token wherever it is.
      const bearers = asked.filter((block) => !block.includes('authorization: DPoP $TOKEN')).length;
      expect(bearers === 0).toBe(facts.boundRoles.length > 0);
      expect(asked.some((block) => block.includes('"query":'))).toBe(!facts.onlyKeptForParties);
      if (bearers === 0) expect(asked.join()).not.toMatch(/Bearer|run --silent token/);
    },
  );

  it('A23.2 an operation of a party that only kept ones are answered of has the SHA-256 of the text that is shown', () => {
    const blocks = codeOf(shown('operations', 'en', { ...FACTS, onlyKeptForParties: true }));
    const asked = blocks.flatMap((block, index) => {
      const [, hash] = /"documentId":"sha256:([0-9a-f]{64})"/.exec(block) ?? [];
      return hash === undefined ? [] : [{ hash, before: blocks.slice(Math.max(0, index - 2), index) }];
    });
    expect(asked).toHaveLength(EXAMPLES.filter(({ role }) => role === 'PARTY').length);
    for (const { hash, before } of asked)
      expect(before.map((text) => createHash('sha256').update(text).digest('hex'))).toContain(hash);
  });

  it('a caller reads how a kept operation is sent, and whether a party has to', () => {
    for (const facts of SETTINGS) {
      const text = textOf(shown('operations', 'en', facts));
      for (const word of ['documentId', 'persistedQuery', 'OPERATION_UNKNOWN']) expect(text).toContain(word);
      expect(text.includes('OPERATION_ONLY')).toBe(facts.onlyKeptForParties);
    }
  });

  it('without the sample nothing is said or asked of it', () => {
    for (const facts of SETTINGS.filter(({ sample }) => !sample))
      for (const { name } of PAGES.filter((one) => one.name !== 'operations'))
        expect([name, /synthetic|23999919|91239999/.test(shown(name, 'en', facts))]).toEqual([name, false]);
  });
});

describe('the page of limits', () => {
  const rows = (id: string) => rowsOf(shown('limits', 'en'), id).slice(1);

  it('has the figures that are promised to callers', () => {
    const sizes = new Map(rows('sizes').map(([what, value]) => [what, value]));
    // `first` at most 200; a batch of up to 1000; 200 subjects of one case.
    expect(sizes.get('rows of the largest page')).toBe('200');
    expect(sizes.get('rows of a page when neither first nor last is sent')).toBe('50');
    expect(sizes.get('subjects of subjects')).toBe('1000');
    expect(sizes.get('subjects of matterChecks')).toBe('200');
    expect(LIMITS.page).toBe(200);
  });

  it('has the rates of this server and no others', () => {
    expect(rows('rates').map(([, value]) => value)).toEqual(['311', '613', '60017']);
  });

  it('A24.1 promises Retry-After with the rate alone, and says of the quota when it renews', () => {
    for (const name of ['limits', 'headers', 'errors'])
      for (const language of ['en', 'zh'] as const) {
        const quota = textOf(shown(name, language))
          .split(/(?<=[.。])/)
          .filter((sentence) => /QUOTA_EXCEEDED/.test(sentence) && /Retry-After/.test(sentence));
        for (const sentence of quota) expect(sentence).toMatch(/not|no |never|不/i);
      }
    expect(textOf(shown('limits', 'en'))).toContain('extensions.renewsAt');
  });

  it('a proof of possession is good for as long as the pages say', () => {
    for (const page of ['limits', 'headers', 'tokens'])
      expect(textOf(shown(page, 'en'))).toContain(String(PROOF_SECONDS));
  });
});
