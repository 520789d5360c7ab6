/** What the stock gateways of (b), (d) and (h) are given alike: the supergraph with the addresses of their subgraphs, and what they forward of a caller. */
import { supergraphSdl } from '../../../gateway/federation/supergraph.ts';

export const FORWARDED = ['authorization', 'credit-purpose', 'credit-case', 'credit-channel'] as const;

export const supergraphAt = (urls: Readonly<Record<string, string>>): string =>
  supergraphSdl().replaceAll(/local:\/\/([a-z-]+)/g, (_, name: string) => urls[name] ?? '');
