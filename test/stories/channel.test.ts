/** A subject is told through a channel of its choosing that there is something new: that, and nothing else, to an address that is its own (Article 35). */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { tellChannels } from '../../gateway/process/call-subjects.ts';
import { mailer } from '../../gateway/process/smtp.ts';
import { verifyWebhook } from '../../subgraphs/feed/webhook-signature.ts';
import {
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  MEI,
  onDatabaseOfStep,
  openWorld,
  SOLE_TRADER,
  subject,
  type World,
} from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import { MailReceiver, readable } from './mail-receiver.ts';

const CHOOSE = `mutation ($input: ChannelInput!) { chooseChannel(input: $input) { secret
  channel { kind address kinds language confirmedAt confirmBy endedAt } } }`;
const CONFIRM = 'mutation ($code: String!) { confirmChannel(code: $code) { kind address confirmedAt } }';
const OWN =
  '{ me { channel { kind address confirmedAt confirmBy toldAt endedAt } messages(first: 1) { nodes { id kind text } } } }';
const RECORDS =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }';
const HOME = 'https://credit.example.cn';
const EN = { language: 'EN' } as const;

onDatabaseOfStep('the channel of a subject', (kind) => {
  let world: World;
  const receiver = new MailReceiver(true);
  const called: { headers: IncomingHttpHeaders; body: string }[] = [];
  let answers = 204;
  const hook: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      called.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answers).end();
    });
  });
  const hookUrl = (): string => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/mei`;
  let now = new Date('2026-11-20T10:00:00+08:00');
  let amount = 1;
  beforeAll(async () => {
    await receiver.open();
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    world = await openWorld(kind, {
      environment: {
        DUE_EVERY_MS: '86400000',
        WEBHOOK_EVERY_MS: '86400000',
        SMTP_URL: `smtp://127.0.0.1:${receiver.port}`,
        SMTP_FROM: 'notice@credit.example.cn',
      },
    });
  });
  afterAll(async () => {
    await world.close();
    hook.closeAllConnections();
    hook.close();
    await receiver.close();
  });
  beforeEach(() => {
    receiver.mood = 'TAKE';
    receiver.letters.length = 0;
    called.length = 0;
    answers = 204;
  });

  const later = (minutes: number): void => {
    now = new Date(now.getTime() + minutes * 60_000);
    world.setNow(now.toISOString());
  };
  const settings = () => ({
    host: '127.0.0.1',
    port: receiver.port,
    secure: false,
    requireTls: false,
    login: undefined,
    from: 'notice@credit.example.cn',
  });
  const round = () =>
    tellChannels(world.server.platform, { mail: mailer(settings(), 400), publicUrl: HOME, timeoutMs: 1_000 });
  const choose = (input: object, holder: Holder = subject(MEI)) => world.ask(holder, CHOOSE, { input });
  const own = async (holder: Holder = subject(MEI)) => (await world.ask(holder, OWN)).data.me;
  const refused = async (answer: ReturnType<typeof choose>) => {
    const { errors } = await answer;
    return errors?.map(({ extensions: { code, reason } }) => `${code} ${reason}`);
  };
  /** The provider changes a record of hers, so that she has a message. */
  const correct = async () => {
    const { data } = await world.ask(BANK_A, RECORDS, { id: MEI }, { purpose: 'LOAN_ORIGINATION' });
    const { id } = data.subject.records.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
    );
    amount += 1;
    const input = {
      record: asKnownTo(world, MARKET_REGULATION, BANK_A, id),
      reason: '金额有误',
      content: { fineYuan: `${amount}.00` },
    };
    const answer = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id } }',
      { input },
    );
    expect(answer.errors).toBeUndefined();
  };
  /** Chooses an address and confirms it by what came there. */
  const confirmed = async (address: string, more: object = EN) => {
    expect((await choose({ kind: 'EMAIL', address, ...more })).errors).toBeUndefined();
    expect(await round()).toMatchObject({ sent: 1, failed: 0 });
    const code = /\b\d{8}\b/.exec(readable(receiver.letters.at(-1) as never))?.[0] ?? '';
    const { data, errors } = await world.ask(subject(MEI), CONFIRM, { code });
    expect(errors).toBeUndefined();
    receiver.letters.length = 0;
    return data.confirmChannel;
  };

  it('A35.1 sends a code to the address first, and nothing else before it was given back', async () => {
    const { data } = await choose({ kind: 'EMAIL', address: 'xiaomei@Example.COM', ...EN });
    expect(data.chooseChannel).toEqual({
      secret: null,
      channel: {
        kind: 'EMAIL',
        address: 'x***@example.com',
        kinds: expect.arrayContaining(['CORRECTED', 'DISCLOSED']),
        language: 'EN',
        confirmedAt: null,
        confirmBy: '2026-11-21T02:00:00.000Z',
        endedAt: null,
      },
    });
    await correct();
    expect(await round()).toEqual({ sent: 1, failed: 0, ended: 0 });
    later(300);
    expect(await round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    const [letter] = receiver.letters;
    expect(receiver.letters).toHaveLength(1);
    expect(letter).toMatchObject({ from: 'notice@credit.example.cn', to: ['xiaomei@example.com'], secure: true });
    const text = readable(letter as never);
    const code = /\b\d{8}\b/.exec(text)?.[0] ?? '';
    expect(text).toMatch(/^Somebody asked that notices be sent to this address\..*https:\/\/credit\.example\.cn/);
    // Another subject cannot use it, a wrong one counts, and after five none is taken.
    expect(await refused(world.ask(subject(COMPANY), CONFIRM, { code }))).toEqual(['NOT_FOUND NOT_FOUND']);
    for (const left of [4, 3, 2, 1, 0]) {
      const { errors } = await world.ask(subject(MEI), CONFIRM, { code: '1234' });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'CODE', article: '35' });
      expect(errors?.[0]?.extensions.help).toContain(`left: ${left}.`);
    }
    expect(await refused(world.ask(subject(MEI), CONFIRM, { code }))).toEqual(['CONFLICT CODE_OVER']);
    expect((await confirmed('xiaomei@example.com')).confirmedAt).toBe(now.toISOString());
    expect(await refused(world.ask(subject(MEI), CONFIRM, { code }))).toEqual(['NOT_FOUND NOT_FOUND']);
    expect((await own()).channel).toMatchObject({ address: 'x***@example.com', confirmBy: null, endedAt: null });
  });

  it('A35.1 a code ends after a day, and five are sent a day at most', async () => {
    later(24 * 60);
    for (let one = 0; one < 4; one += 1)
      expect((await choose({ kind: 'EMAIL', address: `a${one}@example.com` })).errors).toBeUndefined();
    expect((await choose({ kind: 'EMAIL', address: 'last@example.com', ...EN })).errors).toBeUndefined();
    expect(await refused(choose({ kind: 'EMAIL', address: 'more@example.com' }))).toEqual(['CONFLICT CODES']);
    // The one that was chosen stands.
    expect((await own()).channel.address).toBe('l***@example.com');
    await round();
    expect(receiver.letters.map(({ to }) => to)).toEqual([['last@example.com']]);
    const code = /\b\d{8}\b/.exec(readable(receiver.letters[0] as never))?.[0] ?? '';
    later(24 * 60 + 1);
    expect(await refused(world.ask(subject(MEI), CONFIRM, { code }))).toEqual(['CONFLICT CODE_OVER']);
  });

  it('A35.1 A23.4 tells once an hour, in the hour after, that there is something new: no name, number, unit, item or purpose', async () => {
    await confirmed('xiaomei@example.com');
    await correct();
    await correct();
    expect(await round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    // The next full hour, and the minute of the channel behind it: whoever looked at ten past is not told from who looked at half past.
    later(60 - now.getMinutes() - 1);
    expect(await round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    later(61);
    const rounds = await Promise.all([round(), round(), round()]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(await round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    const [letter] = receiver.letters;
    const { messages, channel } = await own();
    expect(channel.toldAt).toBe(now.toISOString());
    expect(readable(letter as never).trim()).toBe(
      `There is something new about your credit record. Sign in to read it: ${HOME}\r\n\r\nReference: ${messages.nodes[0].id}\r\n\r\nThese notices are sent because you chose them. To stop them, sign in and choose NONE (chooseChannel). Do not reply to this address.`.replaceAll(
        '\r\n',
        readable(letter as never).includes('\r\n') ? '\r\n' : '\n',
      ),
    );
    const [head = ''] = (letter?.text ?? '').split('\r\n\r\n');
    expect(
      head
        .replace(/\r\n\s+/g, ' ')
        .split('\r\n')
        .map((line) => line.replace(/:.*/, ''))
        .sort(),
    ).toEqual(
      [
        'Auto-Submitted',
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ].sort(),
    );
    expect(head).toContain('Subject: Notice of the credit information platform');
    // Within the hour there is no second one, whatever comes.
    await correct();
    later(59);
    expect((await round()).sent).toBe(0);
  });

  it('A35.1 other kinds or another language need no code, and only those kinds are told', async () => {
    later(24 * 60);
    await round();
    receiver.letters.length = 0;
    const { data } = await choose({
      kind: 'EMAIL',
      address: 'xiaomei@example.com',
      kinds: ['DESIGNATED'],
      language: 'ZH',
    });
    expect(data.chooseChannel.channel).toMatchObject({
      kinds: ['DESIGNATED'],
      language: 'ZH',
      confirmedAt: expect.any(String),
    });
    await correct();
    later(150);
    expect((await round()).sent).toBe(0);
    await choose({ kind: 'EMAIL', address: 'xiaomei@example.com', language: 'ZH' });
    await correct();
    later(150);
    expect((await round()).sent).toBe(1);
    expect(readable(receiver.letters[0] as never)).toMatch(/^您的信用记录有新的消息，请登录查看：/);
  });

  it('A35.1 is tried again after 4yz and after faults of our own server, however many; 5yz ends it, and the subject is told', async () => {
    await correct();
    later(150);
    receiver.mood = 'PUT_OFF';
    expect(await round()).toEqual({ sent: 0, failed: 1, ended: 0 });
    expect(await round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    later(1);
    for (const mood of ['SLOW', 'HANG_UP', 'REFUSE_SENDER'] as const) {
      receiver.mood = mood;
      for (let time = 0; time < (mood === 'HANG_UP' ? 12 : 1); time += 1) {
        expect([mood, time, await round()]).toEqual([mood, time, { sent: 0, failed: 1, ended: 0 }]);
        later(60);
      }
    }
    receiver.mood = 'TAKE';
    expect(await round()).toEqual({ sent: 1, failed: 0, ended: 0 });
    expect((await own()).channel.endedAt).toBeNull();
    for (const mood of ['REFUSE', 'REFUSE_CONTENT'] as const) {
      later(24 * 60);
      if ((await own()).channel.endedAt !== null) await confirmed('xiaomei@example.com');
      receiver.mood = mood;
      await correct();
      later(150);
      expect(await round()).toEqual({ sent: 0, failed: 0, ended: 1 });
      receiver.mood = 'TAKE';
      const { channel, messages } = await own();
      expect(channel).toMatchObject({ address: null, endedAt: now.toISOString() });
      expect(messages.nodes[0]).toMatchObject({ kind: 'CHANNEL_ENDED' });
      expect(messages.nodes[0].text).toContain('refused what was sent there');
      await correct();
      later(150);
      expect(await round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    }
  });

  it('A35.1 calls a webhook with a reference, signed, confirmed by the code that was called; NONE ends it', async () => {
    later(24 * 60);
    const { data } = await choose({ kind: 'WEBHOOK', url: hookUrl() });
    const { secret, channel } = data.chooseChannel;
    expect(channel).toMatchObject({ kind: 'WEBHOOK', address: `${new URL(hookUrl()).origin}/***`, confirmedAt: null });
    expect((await round()).sent).toBe(1);
    const code = JSON.parse(called[0]?.body ?? '{}');
    expect(Object.keys(code)).toEqual(['code']);
    expect((await world.ask(subject(MEI), CONFIRM, { code: ` ${code.code} ` })).errors).toBeUndefined();
    await correct();
    later(150);
    answers = 503;
    expect(await round()).toEqual({ sent: 0, failed: 1, ended: 0 });
    answers = 204;
    later(1);
    expect((await round()).sent).toBe(1);
    const { headers, body } = called.at(-1) ?? { headers: {}, body: '' };
    expect(JSON.parse(body)).toEqual({ reference: (await own()).messages.nodes[0].id });
    expect(verifyWebhook(secret, headers, body, now, new Set())).toBeNull();
    expect(verifyWebhook(`${secret}x`, headers, body, now, new Set())).toBe('SIGNATURE');
    await correct();
    expect((await choose({ kind: 'NONE' })).data.chooseChannel).toEqual({ channel: null, secret: null });
    expect((await choose({ kind: 'NONE' })).data.chooseChannel).toEqual({ channel: null, secret: null });
    later(150);
    expect((await round()).sent).toBe(0);
    expect((await own()).channel).toBeNull();
  });

  it('A35.1 refuses what no channel can be, with what to do', async () => {
    const cases: readonly (readonly [object, string])[] = [
      [{ kind: 'EMAIL' }, 'BAD_USER_INPUT CHANNEL'],
      [{ kind: 'EMAIL', address: 'a@example.com', url: hookUrl() }, 'BAD_USER_INPUT CHANNEL'],
      [{ kind: 'EMAIL', address: 'a@example.com\r\nBcc: b@example.com' }, 'BAD_USER_INPUT ADDRESS'],
      [{ kind: 'EMAIL', address: 'a@example.com, b@example.com' }, 'BAD_USER_INPUT ADDRESS'],
      [{ kind: 'WEBHOOK' }, 'BAD_USER_INPUT CHANNEL'],
      [{ kind: 'WEBHOOK', url: 'https://10.0.0.1/' }, 'BAD_USER_INPUT WEBHOOK_URL'],
      [{ kind: 'WEBHOOK', url: hookUrl(), kinds: [] }, 'BAD_USER_INPUT KINDS'],
    ];
    for (const [input, expected] of cases) expect([input, await refused(choose(input))]).toEqual([input, [expected]]);
    expect((await own()).channel).toBeNull();
    expect(await refused(world.ask(BANK_A, CHOOSE, { input: { kind: 'NONE' } }))).toEqual(['FORBIDDEN ROLE']);
  });

  it('A35.1 A23.4 of every byte that left by mail and by call none tells of whom or of what; no other subject was sent any', async () => {
    later(24 * 60);
    await confirmed('xiaomei@example.com', { language: 'ZH' });
    const by = await world.ask(
      subject(MEI),
      '{ me { name address phone identifier { value } records(first: 200) { nodes { id } } } }',
    );
    await correct();
    later(150);
    await round();
    await choose({ kind: 'WEBHOOK', url: hookUrl() });
    await round();
    await world.ask(subject(MEI), CONFIRM, { code: JSON.parse(called[0]?.body ?? '{}').code });
    await correct();
    later(150);
    await round();
    const left = [
      ...receiver.letters.flatMap((letter) => [letter.text, readable(letter)]),
      ...called.flatMap(({ headers, body }) => [JSON.stringify(headers), body]),
    ].join('\n');
    expect(receiver.letters.length).toBeGreaterThan(0);
    expect(called.length).toBeGreaterThan(1);
    const { units, items, purposes } = await world.server
      .requestAs({ role: 'OPERATOR' })
      .snapshot()
      .then(({ directory, transaction }) => transaction.close().then(() => directory));
    const planted = [
      MEI.value,
      by.data.me.name,
      by.data.me.address,
      by.data.me.phone,
      world.server.platform.secrets.subjectId(MEI.type, MEI.value),
      ...by.data.me.records.nodes.map(({ id }: { id: string }) => id),
      ...[...units.values(), ...items.values(), ...purposes.values()].flatMap(({ code, name, nameEn }) => [
        code,
        name,
        nameEn,
      ]),
      'CORRECTED',
      'DISCLOSED',
    ].filter((text): text is string => typeof text === 'string' && text.length > 1);
    expect(planted.length).toBeGreaterThan(100);
    expect(planted.filter((text) => left.includes(text))).toEqual([]);
    expect([...new Set(receiver.letters.flatMap(({ to }) => to))]).toEqual(['xiaomei@example.com']);
    expect((await own(subject(SOLE_TRADER))).channel).toBeNull();
  });
});
