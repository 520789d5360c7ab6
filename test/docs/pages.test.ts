/** The reference pages as documents: whole in both languages, with nothing from elsewhere, and with the figures that hold. */
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../gateway/docs/docs.ts';
import { DOCS_POLICY } from '../../gateway/docs/html.ts';
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
