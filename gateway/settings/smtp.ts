/** The settings of e-mail to subjects (Article 35): the mail server, who writes, and the file with the password. */
import { readFileSync } from 'node:fs';
import { isLoopbackHost } from '../../subgraphs/feed/webhook-url.ts';
import { mailAddress } from '../../subgraphs/rights/told/mail-address.ts';
import { ConfigFault } from './config-fault.ts';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps`); else STARTTLS. */
  readonly secure: boolean;
  /** Whether nothing is sent without TLS whose certificate is right. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  readonly from: string;
}

/** Ports of mail submission (RFC 8314): with STARTTLS, and with TLS from the first byte. */
const SUBMISSION = 587;
const SUBMISSIONS = 465;

interface Variables {
  readonly SMTP_URL?: string | undefined;
  readonly SMTP_FROM?: string | undefined;
  readonly SMTP_PASSWORD_FILE?: string | undefined;
}

function passwordIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new ConfigFault(`The file of SMTP_PASSWORD_FILE, ${path}, cannot be read. Set it to one that can.`);
  }
}

/** Undefined where no e-mail is sent. Throws ConfigFault that says what to set. */
export function readMail(
  { SMTP_URL: sent, SMTP_FROM: from, SMTP_PASSWORD_FILE: file }: Variables,
  production: boolean,
): MailSettings | undefined {
  if (sent === undefined) {
    if (from !== undefined || file !== undefined)
      throw new ConfigFault('SMTP_FROM and SMTP_PASSWORD_FILE need SMTP_URL: name the mail server, or leave them out.');
    return undefined;
  }
  const url = new URL(sent);
  if (url.password !== '')
    throw new ConfigFault('SMTP_URL holds a password. Write it into a file, and name that in SMTP_PASSWORD_FILE.');
  const address = from === undefined ? undefined : mailAddress(from);
  if (address === undefined)
    throw new ConfigFault(
      'SMTP_URL needs SMTP_FROM: the address that e-mail is sent from, such as notice@credit.example.cn.',
    );
  const user = decodeURIComponent(url.username);
  if ((user === '') !== (file === undefined))
    throw new ConfigFault('The user in SMTP_URL and SMTP_PASSWORD_FILE go together: set both, or neither.');
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? SUBMISSIONS : SUBMISSION) : Number(url.port),
    secure,
    requireTls: production && !isLoopbackHost(url.hostname),
    login: file === undefined ? undefined : { user, pass: passwordIn(file) },
    from: address,
  };
}
