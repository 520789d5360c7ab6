/** What the stories about channels share: a world, a mail server and a receiver of calls that keep every byte, and a subject who chooses. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { tellChannels } from '../../gateway/process/call-subjects.ts';
import { mailer } from '../../gateway/process/smtp.ts';
import { type Answer, BANK_A, type Holder, MARKET_REGULATION, MEI, openWorld, subject } from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import type { DatabaseKind } from '../sample-template.ts';
import { MailReceiver, readable } from './mail-receiver.ts';

const CHOOSE = `mutation ($input: ChannelInput!) { chooseChannel(input: $input) { secret
  channel { kind address kinds language confirmedAt confirmBy endedAt } } }`;
const CONFIRM = 'mutation ($code: String!) { confirmChannel(code: $code) { kind address confirmedAt } }';
const OWN =
  '{ me { channel { kind address confirmedAt confirmBy toldAt endedAt } messages(first: 1) { nodes { id kind text } } } }';
const RECORDS =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }';
const FROM = 'notice@credit.example.cn';
export const HOME = 'https://credit.example.cn';
export const EN = { language: 'EN' } as const;

export async function openChannels(kind: DatabaseKind) {
  const receiver = new MailReceiver(true);
  await receiver.open();
  const called: { headers: IncomingHttpHeaders; body: string }[] = [];
  const hook: Server & { answers?: number } = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      called.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(hook.answers ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const world = await openWorld(kind, {
    environment: {
      DUE_EVERY_MS: '86400000',
      WEBHOOK_EVERY_MS: '86400000',
      SMTP_URL: `smtp://127.0.0.1:${receiver.port}`,
      SMTP_FROM: FROM,
    },
  });
  let now = new Date('2026-11-20T10:00:00+08:00');
  let amount = 1;
  const settings = {
    host: '127.0.0.1',
    port: receiver.port,
    secure: false,
    requireTls: false,
    login: undefined,
    from: FROM,
  };
  const choose = (input: object, holder: Holder = subject(MEI)): Promise<Answer> =>
    world.ask(holder, CHOOSE, { input });
  const confirm = (code: string, holder: Holder = subject(MEI)): Promise<Answer> =>
    world.ask(holder, CONFIRM, { code });
  /** One round. A receiver that is slow on purpose is waited for less long than a busy machine may need. */
  const round = (timeoutMs = 20_000) =>
    tellChannels(world.server.platform, { mail: mailer(settings, timeoutMs), publicUrl: HOME, timeoutMs });
  /** The code of the letter that came last. */
  const lastCode = (): string => /\b\d{8}\b/.exec(readable(receiver.letters.at(-1) as never))?.[0] ?? '';
  return {
    world,
    receiver,
    called,
    hook,
    hookUrl: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/mei`,
    now: (): Date => now,
    later: (minutes: number): void => {
      now = new Date(now.getTime() + minutes * 60_000);
      world.setNow(now.toISOString());
    },
    choose,
    confirm,
    round,
    lastCode,
    own: async (holder: Holder = subject(MEI)) => (await world.ask(holder, OWN)).data.me,
    refused: async (answer: Promise<Answer>) => {
      const { errors } = await answer;
      return errors?.map(({ extensions: { code, reason } }) => `${code} ${reason}`);
    },
    /** The provider changes a record of hers, so that she has a message. */
    correct: async (): Promise<void> => {
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
    },
    /** Chooses an address and confirms it by what came there. */
    confirmed: async (address: string, more: object = EN) => {
      expect((await choose({ kind: 'EMAIL', address, ...more })).errors).toBeUndefined();
      expect(await round()).toMatchObject({ sent: 1, failed: 0 });
      const { data, errors } = await confirm(lastCode());
      expect(errors).toBeUndefined();
      receiver.letters.length = 0;
      return data.confirmChannel;
    },
    /** Everything is taken again, and nothing came yet. */
    calm: (): void => {
      receiver.mood = 'TAKE';
      receiver.letters.length = 0;
      called.length = 0;
      hook.answers = 204;
    },
    close: async (): Promise<void> => {
      await world.close();
      hook.closeAllConnections();
      hook.close();
      await receiver.close();
    },
  };
}

export type Channels = Awaited<ReturnType<typeof openChannels>>;
