/** The pages over HTTP: the language that is asked for, and as a page what is not there. A proof: it asks a world. */
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedWorld, soonest, type World } from '../kit.ts';
import { asking } from './over-http.ts';

let world: World;
beforeAll(async () => {
  world = await sharedWorld(soonest());
});
const { ask } = asking(() => world);

describe('/docs', () => {
  it('A36.3 /docs leads to the language that is asked for, and says as a page what is not there', async () => {
    for (const [language, wish] of [
      ['zh', 'zh-CN,en;q=0.5'],
      ['en', 'fr'],
    ] as const) {
      const led = await ask('GET /docs', '/docs', { headers: { 'accept-language': wish } });
      expect([led.status, led.headers.location, led.headers.vary]).toEqual([
        302,
        `/docs/${language}/start`,
        'Accept-Language',
      ]);
    }
    expect((await ask('GET /docs/{language}', '/docs/zh')).headers.location).toBe('/docs/zh/start');
    for (const [route, path, status, words] of [
      ['GET /docs/{language}', '/docs/fr', 404, 'no pages in this language'],
      ['GET /docs/{language}/{page}', '/docs/fr/start', 404, 'no pages in this language'],
      ['GET /docs/{language}/{page}', '/docs/en/nothing', 404, 'no such page'],
      ['GET /docs/{language}/{page}', '/docs/zh/nothing', 404, '没有该页面'],
      ['', '/docs/', 404, 'no such page'],
      ['', '/docs/en/start/more', 404, 'no such page'],
      ['', '/docs/zh/start/', 404, '没有该页面'],
      ['', '/docs?x=1', 302, ''],
      ['GET /docs/{language}/{page}', '/docs/en/start', 200, 'Who you are'],
      ['GET /docs/{language}/{page}', '/docs/zh/start', 200, '您是谁'],
    ] as const) {
      const answer = await ask(route, path, {}, 'GET');
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, status, 'text/html; charset=utf-8']);
      expect(answer.body).toContain(words);
      for (const page of ['start', 'operations', 'errors', 'headers', 'limits', 'reports', 'proofs', 'tokens'])
        expect([path, answer.body.includes(`/${page}"`)]).toEqual([path, true]);
    }
    // What is not under /docs is a program's affair, and stays JSON.
    expect((await ask('', '/docsx', {}, 'GET')).headers['content-type']).toMatch(/^application\/json/);
    for (const path of ['/docs/openapi.json', '/docs/errors.json']) {
      const answer = await ask(`GET ${path}`, path);
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
      expect(Object.keys(JSON.parse(answer.body)).length).toBeGreaterThan(1);
    }
  });
});
