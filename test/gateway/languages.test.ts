/** Every kind of refusal in Chinese and in English, as the header Accept-Language asks for it. */
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultInjection } from '../../gateway/federation/transport.ts';
import {
  BANK_B,
  COMPANY,
  HIDDEN,
  LISTED,
  MEI,
  NOT_HELD,
  OPERATOR,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { both, post } from './told.ts';

const LOAN = { 'credit-purpose': 'LOAN_ORIGINATION' };
const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const COUNT = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';

describe('what is wrong, in the language of the request', () => {
  let world: World;
  let fault: ReturnType<FaultInjection>;
  let agreement: string;

  beforeAll(async () => {
    world = await openWorld('pglite', { faults: () => fault });
    const { data } = await world.ask(
      OPERATOR,
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
      {
        input: {
          party: 'BANK-B',
          items: ['ARREARS-FUND'],
          purposes: ['LOAN_ORIGINATION'],
          validFrom: TODAY,
          validUntil: '2026-12-31',
          dailyQuota: 1,
        },
      },
    );
    agreement = data.concludeAgreement.id;
    await world.ask(BANK_B, COUNT, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION' });
  });
  afterAll(() => world.close());

  it('UNAUTHENTICATED: a token that is none, and a unit that is not registered', async () => {
    expect(await both(world, { query: '{ me { name } }', headers: { authorization: 'Bearer x.y.z' } })).toEqual({
      code: 'UNAUTHENTICATED',
      zh: ['令牌不是注明签发方的JWT。', '请携带有效的令牌；查阅无条件开放的内容可以不带令牌。'],
      en: [
        'The token is no JWT that names its issuer.',
        'Send a valid token, or none at all for what is open to anyone.',
      ],
    });
    const stranger = { role: 'authority', unit: 'NOBODY' };
    expect(await both(world, { holder: stranger, query: '{ __typename }' })).toMatchObject({
      code: 'UNAUTHENTICATED',
      zh: [
        '单位NOBODY未登记。',
        '请向签发方申请已登记单位的令牌，或者由公共信用工作机构登记该单位。角色为authority的单位：HLJ-BIZENV。',
      ],
    });
  });

  it('FORBIDDEN: a department that names no case', async () => {
    const asked = {
      holder: PERMIT_OFFICE,
      query: NAME,
      variables: { id: MEI },
      headers: { 'credit-purpose': 'PERMIT' },
    };
    expect(await both(world, asked)).toEqual({
      code: 'FORBIDDEN',
      zh: ['行政机关查询时应当注明所办理的案件。', '请在请求头Credit-Case中填写案件编号。'],
      en: [
        'A department names the case that it handles.',
        'Send the header Credit-Case with the reference of the case.',
      ],
    });
  });

  it('BAD_USER_INPUT: ours, of a header, and of the library, which speaks English behind a Chinese sentence', async () => {
    const wrong = { type: 'USCC', value: '91239999MA1ABC019X' };
    expect(await both(world, { query: NAME, variables: { id: wrong } })).toEqual({
      code: 'BAD_USER_INPUT',
      zh: ['统一社会信用代码的校验码不正确（GB 32100）。', '请核对号码及其类型；可以使用小写和全角字符。'],
      en: [
        'The check character of the uniform social credit code is wrong (GB 32100).',
        'Check the number and its type; lower-case and full-width characters are accepted.',
      ],
    });
    expect(await both(world, { query: NAME, headers: { 'credit-purpose': '?' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      zh: ['请求头Credit-Purpose中不是代码。', '请填写已公布清单中的用途代码，例如LOAN_ORIGINATION。'],
    });
    const unknown = await both(world, { query: '{ nothing }' });
    expect(unknown).toEqual({
      code: 'BAD_USER_INPUT',
      zh: [
        '查询不能执行。校验器说明：Cannot query field "nothing" on type "Query".',
        '请对照已公布的接口模式（GET /schema.graphql）检查查询。',
      ],
      en: [
        'Cannot query field "nothing" on type "Query".',
        'Check the query against the published schema, GET /schema.graphql.',
      ],
    });
    // What was sent comes back in no language.
    const typed = await both(world, { query: NAME, variables: { id: { type: 'CITIZEN', value: MEI.value } } });
    expect(typed.code).toBe('BAD_USER_INPUT');
    expect(typed.zh[0]).toBe(`查询不能执行。校验器说明：${typed.en[0]}`);
    expect(typed.zh.join()).not.toContain(MEI.value);
    expect((await both(world, { query: '{ a(' })).zh[0]).toMatch(/^文档不符合GraphQL语法。解析器说明：Syntax Error/);
  });

  it('NOT_FOUND: what is not the caller’s', async () => {
    const query = `mutation { revokeAuthorization(id: "${randomUUID()}") { id } }`;
    expect(await both(world, { holder: subject(MEI), query })).toEqual({
      code: 'NOT_FOUND',
      zh: ['没有属于您的该编号的授权。', '请核对编号；属于他人的同样查不到。'],
      en: [
        'No authorization of yours has this id.',
        'Check the id; one that belongs to somebody else is not found either.',
      ],
    });
  });

  it('CONFLICT: an agreement that is in force already', async () => {
    const query = `mutation { activateAgreement(id: "${agreement}", reason: "签署") { id } }`;
    expect(await both(world, { holder: OPERATOR, query })).toEqual({
      code: 'CONFLICT',
      zh: ['开放协议不能由IN_FORCE变更为IN_FORCE。', '协议已生效：请使用suspendAgreement或者endAgreement。'],
      en: ['The agreement cannot become IN_FORCE from IN_FORCE.', 'It is in force: suspendAgreement or endAgreement.'],
    });
  });

  it('TOO_COSTLY and QUOTA_EXCEEDED', async () => {
    const aliases = Array.from({ length: 31 }, (_none, index) => `a${index}: __typename`).join(' ');
    expect(await both(world, { query: `{ ${aliases} }` })).toMatchObject({
      code: 'TOO_COSTLY',
      zh: ['查询的顶层字段数（roots）为31，上限为20。', '请减少每次查询的内容。'],
    });
    expect(await both(world, { holder: BANK_B, query: COUNT, variables: { id: LISTED }, headers: LOAN })).toEqual({
      code: 'QUOTA_EXCEEDED',
      zh: [
        '应答涉及的信用主体将超过开放协议约定的每日数量。',
        '限额自2026-11-21T00:00:00+08:00起重新计算。今日已查询的信用主体可以再次查询；也可以减少每批数量。',
      ],
      en: [
        'The answer would show more subjects than the agreement allows a day.',
        'The quota renews at 2026-11-21T00:00:00+08:00. Subjects that were shown today already can be asked again; a smaller batch may still fit.',
      ],
    });
  });

  it('UNAVAILABLE and INTERNAL: a part that does not answer, and one that fails', async () => {
    try {
      fault = 'FAILS';
      expect(await both(world, { query: NAME, variables: { id: COMPANY } })).toEqual({
        code: 'UNAVAILABLE',
        zh: ['有子系统没有应答。', '请稍后重试。'],
        en: ['A part does not answer.', 'Try again in a little while.'],
      });
      fault = () => ({ data: null, errors: [new GraphQLError('a secret of the database')] });
      const failed = await both(world, { query: NAME, variables: { id: COMPANY } });
      expect(failed.code).toBe('INTERNAL');
      expect(failed.zh[0]).toMatch(/^平台发生故障，已记录，编号[0-9a-f-]{36}。$/);
      expect(failed.zh[1]).toBe('请重试；仍不成功的，请将编号告知公共信用工作机构。');
    } finally {
      fault = undefined;
    }
  });

  it('adversarial 64: in Chinese too, who is held and may not be seen looks like who is not held', async () => {
    const answers = await Promise.all(
      [HIDDEN, NOT_HELD].map((id) => post(world, 'zh', { query: COUNT, variables: { id } })),
    );
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});
