/** Rejected rows, reports and plain HTTP in the language of the request. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, MARKET_REGULATION, MEI, sharedWorld, subject, type World } from '../kit.ts';
import { post } from './told.ts';

describe('beside the errors of queries', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld('pglite', 'deliveries');
  });

  it('rows that are not taken in say why in the language of their request', async () => {
    const record = {
      subject: { type: 'USCC', value: '91239999MA1ABC019X' },
      subjectName: '示例有限公司',
      occurredOn: '2026-13-01',
      content: {},
    };
    const query =
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { rejected { row code message } } }';
    const variables = { input: { item: 'PENALTY-GENERAL', records: [record] } };
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map((language) => post(world, language, { holder: MARKET_REGULATION, query, variables })),
    );
    const row = zh?.body.data.submitRecords.rejected[0];
    const inEnglish = en?.body.data.submitRecords.rejected[0];
    expect([row.row, row.code]).toEqual([inEnglish.row, inEnglish.code]);
    expect(row.message).toContain('统一社会信用代码的校验码不正确（GB 32100）。');
    expect(inEnglish.message).toContain('The check character of the uniform social credit code is wrong (GB 32100).');
    expect(inEnglish.message).not.toMatch(/\p{Script=Han}/u);

    const entry = {
      subject: { type: 'CITIZEN_ID', value: '239999198001012011' },
      subjectName: '示例',
      decisionNumber: '（2026）黑01执1号',
      basisDocument: '（2026）黑01民初1号',
      reasons: '有履行能力而拒不履行',
      enteredOn: '2026-11-19',
    };
    const defaulters = await post(world, 'zh', {
      holder: { role: 'provider', unit: 'HLJ-COURT' },
      query:
        'mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { rejected { row code message } } }',
      variables: { input: { entries: [entry] } },
    });
    expect(defaulters.body.data.submitDefaulters.rejected).toEqual([
      { row: 1, code: 'IDENTIFIER_CHECK_DIGIT', message: '公民身份号码的校验码不正确（GB 11643）。' },
    ]);
  });

  it.each([
    ['GET', '/nowhere', 404, '此处没有内容。'],
    ['GET', '/graphql', 405, '此处只接受POST。'],
    ['POST', '/graphql', 415, '内容类型不是UTF-8编码的application/json。'],
    ['GET', `/reports/${randomUUID()}`, 404, '没有为您制作的该编号的报告。'],
    ['POST', '/reports', 415, '内容类型不是UTF-8编码的application/json。'],
  ] as const)('%s %s says %i in Chinese', async (method, path, status, message) => {
    const response = await fetch(world.server.url + path, { method, headers: { 'accept-language': 'zh' } });
    const text = await response.text();
    expect([response.status, JSON.parse(text).errors[0].message]).toEqual([status, message]);
    expect(response.headers.get('content-language')).toBe('zh');
    expect(text).not.toContain('said');
  });

  it('a report that cannot be made says why in Chinese', async () => {
    const response = await fetch(`${world.server.url}/reports`, {
      method: 'POST',
      headers: {
        'accept-language': 'zh',
        'content-type': 'application/json',
        authorization: `Bearer ${await world.token(subject(MEI))}`,
      },
      body: JSON.stringify({ subject: COMPANY }),
    });
    const { errors } = (await response.json()) as { errors: unknown };
    expect([response.status, errors]).toEqual([
      400,
      [
        {
          message: '信用主体只能申请本人的报告。',
          extensions: { code: 'BAD_USER_INPUT', reason: 'SUBJECT', help: '请省略subject。' },
        },
      ],
    ]);
  });
});
