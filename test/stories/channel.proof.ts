/** A subject is told through a channel of its choosing that there is something new: that, and nothing else, to an address that is its own (Article 35). */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { verifyWebhook } from '../../subgraphs/feed/webhook-signature.ts';
import { BANK_A, COMPANY, MEI, onDatabaseOfStep, SOLE_TRADER, sharedWorld, subject } from '../kit.ts';
import { type Channels, EN, openChannels } from './channel-kit.ts';
import { readable } from './mail-receiver.ts';

onDatabaseOfStep('the channel of a subject', (kind) => {
  let kit: Channels;
  beforeAll(async () => {
    kit = await openChannels(kind);
  });
  afterAll(() => kit.close());
  beforeEach(() => kit.calm());

  it('A35.1 sends a code to the address first, and nothing else before it was given back', async () => {
    const { data } = await kit.choose({ kind: 'EMAIL', address: 'xiaomei@Example.COM', ...EN });
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
    await kit.correct();
    expect(await kit.round()).toEqual({ sent: 1, failed: 0, ended: 0 });
    kit.later(300);
    expect(await kit.round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    const [letter] = kit.receiver.letters;
    expect(kit.receiver.letters).toHaveLength(1);
    expect(letter).toMatchObject({ from: 'notice@credit.example.cn', to: ['xiaomei@example.com'], secure: true });
    const text = readable(letter as never);
    const code = /\b\d{8}\b/.exec(text)?.[0] ?? '';
    expect(text).toMatch(/^Somebody asked that notices be sent to this address\..*https:\/\/credit\.example\.cn/);
    // Another subject cannot use it, a wrong one counts, and after five none is taken.
    expect(await kit.refused(kit.confirm(code, subject(COMPANY)))).toEqual(['NOT_FOUND NOT_FOUND']);
    for (const left of [4, 3, 2, 1, 0]) {
      const { errors } = await kit.confirm('1234');
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'CODE', article: '35' });
      expect(errors?.[0]?.extensions.help).toContain(`left: ${left}.`);
    }
    expect(await kit.refused(kit.confirm(code))).toEqual(['CONFLICT CODE_OVER']);
    expect((await kit.confirmed('xiaomei@example.com')).confirmedAt).toBe(kit.now().toISOString());
    expect(await kit.refused(kit.confirm(code))).toEqual(['NOT_FOUND NOT_FOUND']);
    expect((await kit.own()).channel).toMatchObject({ address: 'x***@example.com', confirmBy: null, endedAt: null });
    // What the table holds of it is sealed.
    const rows = await kit.world.server.requestAs({ role: 'OPERATOR' }).write('webhooks', (em) =>
      sql<{ row: string; bytes: string }>`select to_jsonb(c)::text as row, encode(c.sealed, 'escape') as bytes
          from rights.channel c`.execute(em.getKysely()),
    );
    expect(rows.rows).toHaveLength(1);
    expect(JSON.stringify(rows.rows)).not.toMatch(/xiaomei|example\.com/);
  });

  it('A35.1 a code ends after a day, and five are sent a day at most', async () => {
    kit.later(24 * 60);
    for (let one = 0; one < 4; one += 1)
      expect((await kit.choose({ kind: 'EMAIL', address: `a${one}@example.com` })).errors).toBeUndefined();
    expect((await kit.choose({ kind: 'EMAIL', address: 'last@example.com', ...EN })).errors).toBeUndefined();
    expect(await kit.refused(kit.choose({ kind: 'EMAIL', address: 'more@example.com' }))).toEqual(['CONFLICT CODES']);
    // The one that was chosen stands.
    expect((await kit.own()).channel.address).toBe('l***@example.com');
    await kit.round();
    expect(kit.receiver.letters.map(({ to }) => to)).toEqual([['last@example.com']]);
    const code = /\b\d{8}\b/.exec(readable(kit.receiver.letters[0] as never))?.[0] ?? '';
    kit.later(24 * 60 + 1);
    expect(await kit.refused(kit.confirm(code))).toEqual(['CONFLICT CODE_OVER']);
  });

  it('A35.1 A23.4 ten codes go to one mailbox on a day, whoever chooses it; who chooses it then is told what everybody is', async () => {
    kit.later(24 * 60);
    const holders = [MEI, COMPANY, SOLE_TRADER].map(subject);
    const spelled = ['shared@example.com', 'Shared@example.com', 'shared+1@example.com'];
    const told: string[] = [];
    for (const [at, holder] of holders.entries())
      for (let one = 0; one < 4; one += 1) {
        const { data, errors } = await kit.choose({ kind: 'EMAIL', address: spelled[at] ?? '', ...EN }, holder);
        told.push(JSON.stringify([errors, data.chooseChannel.channel.address.toLowerCase()]));
        await kit.round();
      }
    expect(kit.receiver.letters).toHaveLength(10);
    // The eleventh and the twelfth answer as the first did.
    expect(new Set(told).size).toBe(1);
    // Another mailbox of the same house gets its own, and so does this one tomorrow.
    await kit.choose({ kind: 'EMAIL', address: 'other@example.com', ...EN }, subject(SOLE_TRADER));
    await kit.round();
    expect(kit.receiver.letters).toHaveLength(11);
    kit.later(24 * 60);
    await kit.choose({ kind: 'EMAIL', address: 'shared@example.com', ...EN }, subject(SOLE_TRADER));
    await kit.round();
    expect(kit.receiver.letters).toHaveLength(12);
    const { rows } = await kit.world.server
      .requestAs({ role: 'OPERATOR' })
      .write('rights', (em) =>
        sql<{ row: string }>`select to_jsonb(s)::text as row from rights.codes_sent s`.execute(em.getKysely()),
      );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/shared|example/);
    for (const holder of holders) await kit.choose({ kind: 'NONE' }, holder);
  });

  it('A35.1 calls a webhook with a reference, signed, confirmed by the code that was called; NONE ends it', async () => {
    kit.later(24 * 60);
    const { data } = await kit.choose({ kind: 'WEBHOOK', url: kit.hookUrl });
    const { secret, channel } = data.chooseChannel;
    expect(channel).toMatchObject({
      kind: 'WEBHOOK',
      address: `${new URL(kit.hookUrl).origin}/***`,
      confirmedAt: null,
    });
    expect((await kit.round()).sent).toBe(1);
    const code = JSON.parse(kit.called[0]?.body ?? '{}');
    expect(Object.keys(code)).toEqual(['code']);
    expect((await kit.confirm(` ${code.code} `)).errors).toBeUndefined();
    await kit.correct();
    kit.later(150);
    kit.hook.answers = 503;
    expect(await kit.round()).toEqual({ sent: 0, failed: 1, ended: 0 });
    kit.hook.answers = 204;
    kit.later(1);
    expect((await kit.round()).sent).toBe(1);
    const { headers, body } = kit.called.at(-1) ?? { headers: {}, body: '' };
    expect(JSON.parse(body)).toEqual({ reference: (await kit.own()).messages.nodes[0].id });
    expect(verifyWebhook(secret, headers, body, kit.now(), new Set())).toBeNull();
    expect(verifyWebhook(`${secret}x`, headers, body, kit.now(), new Set())).toBe('SIGNATURE');
    await kit.correct();
    expect((await kit.choose({ kind: 'NONE' })).data.chooseChannel).toEqual({ channel: null, secret: null });
    expect((await kit.choose({ kind: 'NONE' })).data.chooseChannel).toEqual({ channel: null, secret: null });
    kit.later(150);
    expect((await kit.round()).sent).toBe(0);
    expect((await kit.own()).channel).toBeNull();
  });

  it('A35.1 refuses what no channel can be, with what to do', async () => {
    const cases: readonly (readonly [object, string])[] = [
      [{ kind: 'EMAIL' }, 'BAD_USER_INPUT CHANNEL'],
      [{ kind: 'EMAIL', address: 'a@example.com', url: kit.hookUrl }, 'BAD_USER_INPUT CHANNEL'],
      [{ kind: 'EMAIL', address: 'a@example.com\r\nBcc: b@example.com' }, 'BAD_USER_INPUT ADDRESS'],
      [{ kind: 'EMAIL', address: 'a@example.com, b@example.com' }, 'BAD_USER_INPUT ADDRESS'],
      [{ kind: 'WEBHOOK' }, 'BAD_USER_INPUT CHANNEL'],
      [{ kind: 'WEBHOOK', url: 'https://10.0.0.1/' }, 'BAD_USER_INPUT WEBHOOK_URL'],
      [{ kind: 'WEBHOOK', url: kit.hookUrl, kinds: [] }, 'BAD_USER_INPUT KINDS'],
    ];
    for (const [input, expected] of cases)
      expect([input, await kit.refused(kit.choose(input))]).toEqual([input, [expected]]);
    expect((await kit.own()).channel).toBeNull();
    // Where no mail server is named, no e-mail is promised.
    const other = await sharedWorld(kind);
    const { errors } = await other.ask(
      subject(MEI),
      'mutation { chooseChannel(input: { kind: EMAIL, address: "a@example.com" }) { secret } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: 'This platform sends no e-mail.',
      extensions: { code: 'CONFLICT', reason: 'NO_MAIL' },
    });
    expect(await kit.refused(kit.choose({ kind: 'NONE' }, BANK_A))).toEqual(['FORBIDDEN ROLE']);
  });

  it('A35.1 A23.4 of every byte that left by mail and by call none tells of whom or of what; no other subject was sent any', async () => {
    kit.later(24 * 60);
    await kit.confirmed('xiaomei@example.com', { language: 'ZH' });
    const by = await kit.world.ask(
      subject(MEI),
      '{ me { name address phone identifier { value } records(first: 200) { nodes { id } } } }',
    );
    await kit.correct();
    kit.later(150);
    await kit.round();
    await kit.choose({ kind: 'WEBHOOK', url: kit.hookUrl });
    await kit.round();
    await kit.confirm(JSON.parse(kit.called[0]?.body ?? '{}').code);
    await kit.correct();
    kit.later(150);
    await kit.round();
    const left = [
      ...kit.receiver.letters.flatMap((letter) => [letter.text, readable(letter)]),
      ...kit.called.flatMap(({ headers, body }) => [JSON.stringify(headers), body]),
    ].join('\n');
    expect(kit.receiver.letters.length).toBeGreaterThan(0);
    expect(kit.called.length).toBeGreaterThan(1);
    const { units, items, purposes } = await kit.world.server
      .requestAs({ role: 'OPERATOR' })
      .snapshot()
      .then(({ directory, transaction }) => transaction.close().then(() => directory));
    const planted = [
      MEI.value,
      by.data.me.name,
      by.data.me.address,
      by.data.me.phone,
      kit.world.server.platform.secrets.subjectId(MEI.type, MEI.value),
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
    expect([...new Set(kit.receiver.letters.flatMap(({ to }) => to))]).toEqual(['xiaomei@example.com']);
    expect((await kit.own(subject(SOLE_TRADER))).channel).toBeNull();
  });
});
