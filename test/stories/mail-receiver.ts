/** A real mail server for tests, that keeps every byte that it is sent, and can be told to refuse, to put off, to be slow, or to hang up. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const CERTIFICATE = join(import.meta.dirname, '../gateway/tls');

export type Mood = 'TAKE' | 'REFUSE' | 'REFUSE_CONTENT' | 'PUT_OFF' | 'SLOW' | 'HANG_UP' | 'REFUSE_SENDER';

const answer = (text: string, responseCode: number): Error => Object.assign(new Error(text), { responseCode });

interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  /** Headers and body as they came. */
  readonly text: string;
}

export class MailReceiver {
  mood: Mood = 'TAKE';
  readonly letters: Letter[] = [];
  /** Addresses that RCPT TO named, refused ones too. */
  readonly named: string[] = [];
  private readonly server: SMTPServer;

  constructor(startTls: boolean) {
    this.server = new SMTPServer({
      authOptional: true,
      ...(startTls
        ? {
            key: readFileSync(join(CERTIFICATE, 'server-key.pem')),
            cert: readFileSync(join(CERTIFICATE, 'server.pem')),
          }
        : { disabledCommands: ['STARTTLS'] }),
      closeTimeout: 100,
      onConnect: (_session, done) => {
        if (this.mood === 'HANG_UP') return done(answer('Service not available', 421));
        if (this.mood !== 'SLOW') return done();
      },
      onMailFrom: (_address, _session, done) =>
        done(this.mood === 'REFUSE_SENDER' ? answer('Sender rejected', 550) : undefined),
      onRcptTo: ({ address }, _session, done) => {
        this.named.push(address);
        if (this.mood === 'REFUSE') return done(answer('No such mailbox', 550));
        return done(this.mood === 'PUT_OFF' ? answer('Try again later', 450) : undefined);
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (this.mood === 'REFUSE_CONTENT') return done(answer('Mailbox full', 552));
          const { mailFrom, rcptTo } = session.envelope;
          this.letters.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            secure: session.secure,
            text: Buffer.concat(parts).toString(),
          });
          return done();
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  open(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The text of a letter as a reader is shown it: quoted-printable and base64 undone. */
export function readable({ text }: Letter): string {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const content = body.join('\r\n\r\n');
  const encoding = /^content-transfer-encoding: (.*)$/im.exec(head)?.[1]?.trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString();
  if (encoding !== 'quoted-printable') return content;
  const bytes = content
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
