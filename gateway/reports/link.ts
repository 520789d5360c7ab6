/**
 * A link that opens a report in a browser for ten minutes without a token: sealed, and kept nowhere. It names its maker as an identifier-free caller, so
 * that whoever opens it is asked for the maker's rights of that moment.
 */
import { randomUUID } from 'node:crypto';
import type { MandateScope } from '../../schema/law/asking/mandates.ts';
import type { Channel, IdentifierType, Role } from '../../schema/law/facts.ts';
import type { Secrets } from '../../subgraphs/keys/secrets.ts';
import type { Agent, Caller } from '../../subgraphs/request/context.ts';

/** Minutes that a link opens its report. */
export const LINK_MINUTES = 10;

/** Openings of one link that a process answers: a page and a PDF, and again after a fault; not as often as somebody likes who found it. */
export const OPENINGS_MAX = 10;

/** A link longer than this was not made here. */
export const LINK_MAX = 4_096;

interface Content {
  /** By which its openings are counted. */
  readonly id: string;
  readonly report: string;
  /** Instant, in milliseconds. */
  readonly until: number;
  readonly role: Role;
  readonly unit: string | null;
  /** The subject's opaque id: its number is in no link. */
  readonly subject: { readonly type: IdentifierType; readonly id: string } | null;
  /** Who made it for the subject, under a mandate. */
  readonly agent: (Omit<Agent, 'scope'> & { readonly scope: readonly MandateScope[] }) | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly matter: string | null;
  readonly channel: Channel;
}

export interface Link {
  readonly id: string;
  readonly report: string;
  readonly until: number;
  readonly caller: Omit<Caller, 'requestId'>;
}

export const validUntil = (now: Date): Date => new Date(now.getTime() + LINK_MINUTES * 60_000);

/** The text of a new link to a report, as whom it is read. */
export function sealLink(secrets: Secrets, { subject, agent, ...caller }: Caller, report: string, until: Date): string {
  const content: Content = {
    id: randomUUID(),
    report,
    until: until.getTime(),
    role: caller.role,
    unit: caller.unit,
    subject: subject === null ? null : { type: subject.type, id: subject.id },
    agent: agent === undefined ? null : { ...agent, scope: [...agent.scope] },
    purpose: caller.purpose,
    caseReference: caller.caseReference,
    matter: caller.matter ?? null,
    channel: caller.channel,
  };
  return secrets.sealLink(content);
}

/** What a link stands for; undefined for a text that is none of ours. */
export function openLink(secrets: Secrets, text: string): Link | undefined {
  if (text.length > LINK_MAX) return undefined;
  const content = secrets.openLink(text) as Content | undefined;
  if (content === undefined) return undefined;
  const { id, report, until, subject, agent, ...caller } = content;
  const whose = subject === null ? null : { ...subject, value: '' };
  // A link of before there were mandates names no agent.
  const acting = agent == null ? {} : { agent: { ...agent, scope: new Set(agent.scope) } };
  return { id, report, until, caller: { ...caller, ...acting, subject: whose } };
}

/** Counts the openings of each link in this process. What has expired is forgotten. */
export function openingCounter(): (link: Pick<Link, 'id' | 'until'>, now: Date) => boolean {
  const counts = new Map<string, { openings: number; readonly until: number }>();
  let swept = 0;
  return ({ id, until }, now) => {
    const time = now.getTime();
    if (time - swept > 60_000 || time < swept) {
      for (const [known, one] of counts) if (one.until <= time) counts.delete(known);
      swept = time;
    }
    const count = counts.get(id) ?? { openings: 0, until };
    count.openings += 1;
    counts.set(id, count);
    return count.openings <= OPENINGS_MAX;
  };
}
