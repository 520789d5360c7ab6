/** Sends one e-mail: to one address, in plain text, with headers that tell nothing. */
import { createTransport } from 'nodemailer';
import type { Outcome } from '../../subgraphs/rights/told/sending.ts';
import type { MailSettings } from '../settings/smtp.ts';

const TIMEOUT_MS = 10_000;

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** By which a mailbox knows a letter that comes twice. */
  readonly id: string;
}

/** What nodemailer says of a letter that was not taken. */
interface SmtpFault {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * Of the address alone are answers to RCPT TO and to what followed it (RFC 5321): 5yz for good, 4yz for now. All else is between us and our own server:
 * connection, TLS, login, MAIL FROM.
 */
function outcomeOf({ command = '', responseCode = 0 }: SmtpFault): Outcome {
  if (!/^(?:RCPT|DATA)/.test(command)) return 'OURS';
  if (responseCode >= 500) return 'REFUSED';
  return responseCode >= 400 ? 'LATER' : 'OURS';
}

export type SendMail = (letter: Letter) => Promise<Outcome>;

/** One connection a letter. Never rejects. */
export function mailer(settings: MailSettings, timeoutMs = TIMEOUT_MS): SendMail {
  const { host, port, secure, requireTls, login, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    // Where TLS is not required, the server is on this machine or in a development.
    tls: { rejectUnauthorized: requireTls, minVersion: 'TLSv1.2' },
    ...(login === undefined ? {} : { auth: login }),
    // The name of this machine is nobody's business.
    name: 'localhost',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text, id }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        envelope: { from, to: [to] },
        subject,
        text,
        messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        // No program answers a notice (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
      });
      return 'SENT';
    } catch (error) {
      return outcomeOf(error as SmtpFault);
    }
  };
}
