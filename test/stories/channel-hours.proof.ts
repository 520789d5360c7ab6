/** When letters go out and when again, and what ends a channel: hours pass here, and slow servers are waited for. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { onDatabaseOfStep } from '../kit.ts';
import { type Channels, HOME, openChannels } from './channel-kit.ts';
import { readable } from './mail-receiver.ts';

onDatabaseOfStep('letters to a subject', (kind) => {
  let kit: Channels;
  beforeAll(async () => {
    kit = await openChannels(kind);
  });
  afterAll(() => kit.close());
  beforeEach(() => kit.calm());

  it('A35.1 A23.4 tells once an hour, in the hour after, that there is something new: no name, number, unit, item or purpose', async () => {
    await kit.confirmed('xiaomei@example.com');
    await kit.correct();
    await kit.correct();
    expect(await kit.round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    // The next full hour, and the minute of the channel behind it: whoever looked at ten past is not told from who looked at half past.
    kit.later(60 - kit.now().getMinutes() - 1);
    expect(await kit.round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    kit.later(61);
    const rounds = await Promise.all([kit.round(), kit.round(), kit.round()]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(await kit.round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    const [letter] = kit.receiver.letters;
    const { messages, channel } = await kit.own();
    expect(channel.toldAt).toBe(kit.now().toISOString());
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
    await kit.correct();
    kit.later(59);
    expect((await kit.round()).sent).toBe(0);
  });

  it('A35.1 other kinds or another language need no code, and only those kinds are told', async () => {
    kit.later(24 * 60);
    await kit.round();
    kit.receiver.letters.length = 0;
    const { data } = await kit.choose({
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
    await kit.correct();
    kit.later(150);
    expect((await kit.round()).sent).toBe(0);
    await kit.choose({ kind: 'EMAIL', address: 'xiaomei@example.com', language: 'ZH' });
    await kit.correct();
    kit.later(150);
    expect((await kit.round()).sent).toBe(1);
    expect(readable(kit.receiver.letters[0] as never)).toMatch(/^您的信用记录有新的消息，请登录查看：/);
  });

  it('A35.1 is tried again after 4yz and after faults of our own server, however many; 5yz ends it, and the subject is told', async () => {
    await kit.correct();
    kit.later(150);
    kit.receiver.mood = 'PUT_OFF';
    expect(await kit.round()).toEqual({ sent: 0, failed: 1, ended: 0 });
    expect(await kit.round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    kit.later(1);
    for (const mood of ['SLOW', 'HANG_UP', 'REFUSE_SENDER'] as const) {
      kit.receiver.mood = mood;
      for (let time = 0; time < (mood === 'HANG_UP' ? 12 : 1); time += 1) {
        expect([mood, time, await kit.round(mood === 'SLOW' ? 300 : undefined)]).toEqual([
          mood,
          time,
          { sent: 0, failed: 1, ended: 0 },
        ]);
        kit.later(60);
      }
    }
    kit.receiver.mood = 'TAKE';
    expect(await kit.round()).toEqual({ sent: 1, failed: 0, ended: 0 });
    expect((await kit.own()).channel.endedAt).toBeNull();
    for (const mood of ['REFUSE', 'REFUSE_CONTENT'] as const) {
      kit.later(24 * 60);
      if ((await kit.own()).channel.endedAt !== null) await kit.confirmed('xiaomei@example.com');
      kit.receiver.mood = mood;
      await kit.correct();
      kit.later(150);
      expect(await kit.round()).toEqual({ sent: 0, failed: 0, ended: 1 });
      kit.receiver.mood = 'TAKE';
      const { channel, messages } = await kit.own();
      expect(channel).toMatchObject({ address: null, endedAt: kit.now().toISOString() });
      expect(messages.nodes[0]).toMatchObject({ kind: 'CHANNEL_ENDED' });
      expect(messages.nodes[0].text).toContain('refused what was sent there');
      await kit.correct();
      kit.later(150);
      expect(await kit.round()).toEqual({ sent: 0, failed: 0, ended: 0 });
    }
  });
});
