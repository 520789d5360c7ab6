/** Tells subjects through the channels of their choosing that there is something new (Article 35): by e-mail or by a call. What leaves says that and no more. */
import { randomUUID } from 'node:crypto';
import { letters } from '../../schema/messages/acts/rights/told.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { type Outcome, type Sending, settleSending, takeUpSendings } from '../../subgraphs/rights/told/sending.ts';
import type { MailSettings } from '../settings/smtp.ts';
import { post } from './call-webhooks.ts';
import { mailer, type SendMail } from './smtp.ts';

/** Letters that our mail server is given at once. */
const LETTERS_AT_ONCE = 5;

export interface Told {
  readonly sent: number;
  readonly failed: number;
  /** Channels that ended, because they take nothing. */
  readonly ended: number;
}

interface Through {
  /** Undefined where no e-mail is sent. */
  readonly mail: SendMail | undefined;
  /** Where subjects sign in. */
  readonly publicUrl: string;
  readonly timeoutMs?: number | undefined;
}

async function call(platform: Platform, sending: Sending, timeoutMs: number | undefined): Promise<Outcome> {
  const { place, reference } = sending;
  if (place === null) return 'OURS';
  const id = randomUUID();
  const body = JSON.stringify(place.code === null ? { reference } : { code: place.code });
  const fault = await post({ id, url: place.to, secret: place.secret, body }, platform, timeoutMs);
  return fault === null ? 'SENT' : 'LATER';
}

async function write({ mail, publicUrl }: Through, { place, language, reference }: Sending): Promise<Outcome> {
  if (place === null || mail === undefined) return 'OURS';
  const text = place.code === null ? letters.news(publicUrl, reference ?? '') : letters.code(publicUrl, place.code);
  return mail({
    to: place.to,
    subject: letters.subject[language],
    text: text[language],
    id: place.code === null ? (reference ?? randomUUID()) : randomUUID(),
  });
}

/** One round: takes up what is due, sends it, and stores each result as it comes. */
export async function tellChannels(platform: Platform, through: Through): Promise<Told> {
  const waiting = await takeUpSendings(platform);
  const outcomes: (Outcome | 'ENDED')[] = [];
  const settle = async (sending: Sending, outcome: Outcome): Promise<void> => {
    outcomes.push(await settleSending(platform, sending, outcome));
  };
  const calls = waiting.filter(({ kind }) => kind === 'WEBHOOK');
  const mails = waiting.filter(({ kind }) => kind === 'EMAIL');
  const writer = async (): Promise<void> => {
    for (let one = mails.shift(); one !== undefined; one = mails.shift()) await settle(one, await write(through, one));
  };
  await Promise.all([
    ...calls.map(async (one) => settle(one, await call(platform, one, through.timeoutMs))),
    ...Array.from({ length: LETTERS_AT_ONCE }, writer),
  ]);
  const count = (which: Outcome | 'ENDED'): number => outcomes.filter((one) => one === which).length;
  return { sent: count('SENT'), ended: count('ENDED'), failed: outcomes.length - count('SENT') - count('ENDED') };
}

/** The job of a server, with its own mail server if it has one. */
export function channelsJob(
  platform: Platform,
  settings: MailSettings | undefined,
  publicUrl: () => string,
  counted: (told: Told) => void,
): () => Promise<Told> {
  const mail = settings === undefined ? undefined : mailer(settings);
  return async () => {
    const told = await tellChannels(platform, { mail, publicUrl: publicUrl() });
    counted(told);
    return told;
  };
}
