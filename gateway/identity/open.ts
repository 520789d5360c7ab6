/** Assembles authentication for one server: the trusted issuers, the development issuer, and the checks of token binding. */
import type { BlockList } from 'node:net';
import { keepProof } from '../../subgraphs/request/admission.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { actUnder } from '../../subgraphs/rights/mandates/acting.ts';
import type { Config } from '../settings/config.ts';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../settings/development.ts';
import type { BindingSettings } from './binding.ts';
import { type CallerReader, callerReader } from './caller.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';
import { type KeyTiming, openIssuers } from './issuers.ts';

export interface IdentityOptions {
  readonly platform: Platform;
  readonly config: Pick<Config, 'issuers' | 'boundRoles' | 'clientCertificateHeader'>;
  /** Absent in production. */
  readonly development: DevelopmentIssuer | undefined;
  readonly proxies: BlockList;
  /** Base URLs under which the server is reached. */
  readonly publicUrls: () => readonly string[];
  /** Called where the keys of an issuer cannot be fetched. */
  readonly onFault: (issuer: string, fault: string) => void;
  readonly timing?: KeyTiming | undefined;
  /** Of a subgraph behind doors: what the door saw proven of a request. */
  readonly seen?: BindingSettings['seen'];
}

export function openIdentity(options: IdentityOptions): CallerReader {
  const { platform, config, development, proxies, publicUrls, onFault, timing, seen } = options;
  const issuers = openIssuers(config.issuers, onFault, timing);
  if (development !== undefined)
    issuers.set(DEVELOPMENT_ISSUER, {
      audience: DEVELOPMENT_AUDIENCE,
      key: () => Promise.resolve(development.publicKey) as never,
    });
  return callerReader({
    issuers,
    secrets: platform.secrets,
    unassignedRegions: platform.unassignedRegions,
    now: platform.now,
    publicUrls,
    remember: (proof, until) => keepProof(platform, proof, until),
    certificates: { header: config.clientCertificateHeader, proxies },
    bound: new Set(config.boundRoles),
    seen,
    actUnder: (caller, mandate, at) => actUnder(platform, caller, mandate, at),
  });
}
