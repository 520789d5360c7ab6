/** A link that opens a report for ten minutes, without a token and with its maker's rights of that moment. A proof: worlds of its own, whose clock moves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  LISTED,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  openWorld,
  PERMIT_OFFICE,
  soonest,
  subject,
  type World,
} from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { recordLog } from '../recorded-log.ts';
import { fetchReport, make, payload } from '../stories/report-kit.ts';
import { agreementsOf, keptBy, link, linkFor, open, reportFor, said } from './link-kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '哈审批受〔2026〕803号' };
const NOBODYS = '00000000-0000-4000-8000-000000000000';

const { log, lines, logged } = recordLog<{ readonly path?: string; readonly status?: number }>();

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest(), { log });
});
afterAll(() => world.close());

describe('a link to a report', () => {
  it('A36.3 A17.1 is made for its maker, opens the report as a page and as a PDF without a token, and each opening is on the ledger', async () => {
    const id = await reportFor(world, PERMIT_OFFICE, { subject: LISTED }, DESK);
    const disclosed = async () => {
      const { data } = await world.ask(
        subject(LISTED),
        '{ me { disclosures(first: 50) { nodes { recipient { code } caseReference purpose } } } }',
      );
      return data.me.disclosures.nodes.filter((one: { caseReference: string }) => one.caseReference === DESK.case);
    };
    const before = (await disclosed()).length;
    const made = await link(world, PERMIT_OFFICE, id, DESK);
    // Ten minutes from ten o'clock in Shanghai, to the millisecond.
    expect(made).toMatchObject({ status: 200, body: { validUntil: '2026-11-20T02:10:00.000Z' } });
    expect(Object.keys(made.body).sort()).toEqual(['url', 'validUntil']);
    expect(made.body.url).toMatch(new RegExp(`^${world.server.url}/open-report\\?link=[A-Za-z0-9_-]+$`));
    // That a link is made discloses nothing.
    expect(await disclosed()).toHaveLength(before);
    const page = await open(made.body.url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('大庆示例松江建筑工程有限公司');
    const pdf = await open(`${made.body.url}&format=pdf`);
    expect([pdf.status, pdf.text.slice(0, 5), pdf.headers.get('content-type')]).toEqual([
      200,
      '%PDF-',
      'application/pdf',
    ]);
    expect((await open(made.body.url, { accept: 'application/pdf' })).text.slice(0, 5)).toBe('%PDF-');
    // Asked by HEAD it tells that it opens, and nothing of the report.
    expect(await open(made.body.url, {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
    const after = await disclosed();
    expect(after).toHaveLength(before + 3);
    for (const entry of after)
      expect(entry).toMatchObject({ recipient: { code: 'HRB-PERMIT' }, caseReference: DESK.case, purpose: 'PERMIT' });
    // Nothing of the address is passed on or kept by the browser.
    for (const { headers } of [page, pdf]) expect(keptBy(headers)).toEqual(['no-referrer', 'no-store']);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.text).not.toMatch(/open-report|<script/);
  });

  it('A36.3 A23.5 is made for nobody else: a report of somebody else is answered as one that is not there', async () => {
    const id = await reportFor(world, BANK_A, { subject: LISTED }, LOAN);
    for (const other of [BANK_B, ANALYST, subject(LISTED), null]) {
      const [there, nowhere] = [await link(world, other, id, LOAN), await link(world, other, NOBODYS, LOAN)];
      expect([there.status, there.body]).toEqual([nowhere.status, nowhere.body]);
      expect(there.status).toBe(404);
    }
    // Its maker without its purpose is told what lacks, as when it reads the report.
    expect((await link(world, BANK_A, id)).body.errors[0].extensions).toMatchObject({
      reason: 'PURPOSE_REQUIRED',
      article: '24',
    });
  });

  it('A24.3 A36.1 holds no number of a person, and tells the log nothing', async () => {
    const id = await reportFor(world, subject(MEI), {});
    const url = await linkFor(world, subject(MEI), id);
    expect((await open(url)).text).toContain('张小梅');
    const text = new URL(url).searchParams.get('link') ?? '';
    const sealed = world.server.platform.secrets.openLink(text);
    expect(JSON.stringify(sealed)).not.toContain(MEI.value);
    expect(lines.join('\n')).not.toContain(text);
    expect(lines.join('\n')).not.toContain('link=');
    expect(lines.join('\n')).not.toContain(MEI.value);
    expect(logged.some(({ path, status }) => path === '/open-report' && status === 200)).toBe(true);
    expect(logged.some(({ path }) => path === '/reports/{id}/link')).toBe(true);
  });
});

describe('a link that opens nothing', () => {
  it('A36.3 is told in a sentence for people: none, torn, changed, of other keys, longer than any', async () => {
    const url = await linkFor(world, subject(COMPANY), await reportFor(world, subject(COMPANY), {}));
    const base = `${world.server.url}/open-report`;
    for (const none of [base, `${base}?link=`, `${base}?other=1`])
      expect(await said(none)).toMatchObject({
        statuses: [400, 400],
        sentences: ['No link was named.', '没有给出链接。'],
      });
    const text = new URL(url).searchParams.get('link') ?? '';
    const changed = `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`;
    // Other spellings of the same bytes are no links either, or each would be counted by itself.
    const respelled = [`${text}=`, `${text}%20`, ` ${text}`, text.replaceAll('_', '/'), `${text}A`].filter(
      (one) => one !== text,
    );
    for (const torn of [
      'x',
      text.slice(0, -1),
      text.slice(1),
      changed,
      'A'.repeat(10_000),
      `${text}&link=${text}`,
      ...respelled,
    ]) {
      const { statuses, sentences } = await said(`${base}?link=${torn}`);
      expect([torn, statuses]).toEqual([torn, [400, 400]]);
      expect(sentences[0]).toMatch(/^This link is not whole/);
      expect(sentences[1]).toMatch(/^该链接不完整/);
    }
    // A cursor is sealed too, and is no link.
    const cursor = world.server.platform.secrets.sealCursor({ id: 1 }, 'link');
    expect((await said(`${base}?link=${cursor}`)).statuses).toEqual([400, 400]);
    expect((await open(url)).status).toBe(200);
  });

  it('A36.3 a form or a method that is not offered is told as a page too', async () => {
    const url = await linkFor(world, subject(COMPANY), await reportFor(world, subject(COMPANY), {}));
    for (const other of [await said(`${url}&format=docx`), await said(url, 'GET', { accept: 'image/png' })]) {
      expect(other.statuses).toEqual([406, 406]);
      expect(other.sentences).toEqual(['A link does not open a report in this form.', '链接不能以这种格式打开报告。']);
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const refused = await said(url, method);
      expect([method, refused.statuses, refused.allow]).toEqual([method, [405, 405], 'GET, HEAD']);
    }
    // A token that is sent must be good, here as everywhere.
    expect((await said(url, 'GET', { authorization: 'Bearer x.y.z' })).statuses).toEqual([401, 401]);
  });

  it('A36.3 after ten minutes it has expired', async () => {
    const url = await linkFor(world, subject(COMPANY), await reportFor(world, subject(COMPANY), {}));
    world.setNow('2026-11-20T10:09:59.999+08:00');
    expect((await open(url)).status).toBe(200);
    world.setNow('2026-11-20T10:10:00+08:00');
    const { statuses, sentences } = await said(url);
    world.setNow('2026-11-20T10:00:00+08:00');
    expect(statuses).toEqual([410, 410]);
    expect(sentences[0]).toMatch(/^This link has expired: .* 10 minutes/);
    expect(sentences[1]).toMatch(/^该链接已过期：.*10分钟/);
  });

  it('A36.3 A36.1 it is opened ten times at most, whoever opens it; a new one opens again', async () => {
    const id = await reportFor(world, subject(COMPANY), {});
    const url = await linkFor(world, subject(COMPANY), id);
    const statuses = [(await open(url, {}, 'HEAD')).status];
    for (let times = 0; times < 11; times += 1) statuses.push((await open(url)).status);
    expect(statuses).toEqual([...Array(11).fill(200), 429]);
    const { sentences } = await said(url);
    expect(sentences).toEqual([
      'This link was opened 10 times, and is not opened more often.',
      '该链接已打开10次，不能再次打开。',
    ]);
    expect((await open(await linkFor(world, subject(COMPANY), id))).status).toBe(200);
  });

  it('A24.3 A36.1 A36.2 its maker’s rights are those of the moment: authorization, agreement, correction, unit', async () => {
    const opensNothing = async (url: string) => {
      const { statuses, sentences } = await said(url);
      expect(statuses).toEqual([403, 403]);
      expect(sentences[0]).toMatch(/^This link opens nothing any more/);
      expect(sentences[1]).toMatch(/^该链接已不能打开任何内容/);
    };
    const company = await linkFor(world, BANK_A, await reportFor(world, BANK_A, { subject: COMPANY }, LOAN), LOAN);
    const person = await linkFor(world, BANK_A, await reportFor(world, BANK_A, { subject: MEI }, LOAN), LOAN);
    for (const url of [company, person]) expect((await open(url)).status).toBe(200);

    const agreements = await agreementsOf(world, 'BANK-A');
    expect(agreements).not.toEqual([]);
    for (const id of agreements)
      await world.ask(OPERATOR, 'mutation ($id: ID!) { suspendAgreement(id: $id, reason: "例行检查") { id } }', { id });
    for (const url of [company, person]) await opensNothing(url);
    for (const id of agreements)
      await world.ask(OPERATOR, 'mutation ($id: ID!) { resumeAgreement(id: $id, reason: "检查完毕") { id } }', { id });
    expect((await open(company)).status).toBe(200);

    const granted = await world.ask(subject(MEI), '{ me { authorizations { id status party { code } } } }');
    for (const { id, status, party } of granted.data.me.authorizations)
      if (status === 'IN_FORCE' && party.code === 'BANK-A')
        await world.ask(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { status } }', { id });
    await opensNothing(person);

    // A correction: units are not given the old report. Its subject reads it on, as superseded, and nobody by a link to it.
    const own = await make(world, subject(MEI), {});
    const [desk, mine] = [
      await linkFor(world, PERMIT_OFFICE, await reportFor(world, PERMIT_OFFICE, { subject: MEI }, DESK), DESK),
      await linkFor(world, subject(MEI), own.body.id),
    ];
    const penalty = payload(own.body.token)
      .sections.find(({ key }: { key: string }) => key === 'penalties')
      .entries.find((one: { item: { code: string } }) => one.item.code === 'PENALTY-GENERAL');
    await world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
      {
        input: {
          record: ownIdOf(world, MARKET_REGULATION, penalty.id),
          reason: '金额有误',
          content: { fineYuan: '88.00' },
        },
      },
    );
    expect(await said(desk)).toMatchObject({
      statuses: [410, 410],
      sentences: [expect.stringMatching(/^The report is superseded/), expect.stringMatching(/^报告已失效/)],
    });
    expect((await open(mine)).status).toBe(410);
    expect((await link(world, subject(MEI), own.body.id)).status).toBe(410);
    const page = await fetchReport(world, subject(MEI), own.body.id, 'text/html');
    expect([page.status, page.bytes.toString().includes('本报告已失效')]).toEqual([200, true]);

    const last = await linkFor(
      world,
      PERMIT_OFFICE,
      await reportFor(world, PERMIT_OFFICE, { subject: LISTED }, DESK),
      DESK,
    );
    expect((await open(last)).status).toBe(200);
    const ended = await world.ask(
      AUTHORITY,
      'mutation { endUnit(code: "HRB-PERMIT", reason: "机构改革") { __typename } }',
    );
    expect(ended.errors).toBeUndefined();
    world.setNow('2026-11-20T10:01:00+08:00');
    await opensNothing(last);
  });
});
