/** Mandates in a world: given, used, ended. */
import { expect } from 'vitest';
import { type Holder, type Identifier, subject, type World } from '../../kit.ts';

/** 周文 of nobody: a clerk; no row is held about her. */
export const CLERK: Identifier = { type: 'CITIZEN_ID', value: '239999198706150026' };
/** Another clerk. */
export const OTHER: Identifier = { type: 'CITIZEN_ID', value: '239999199011220037' };

export const REGISTER = `mutation ($input: MandateInput!) { registerMandate(input: $input) { id kind scope validFrom validUntil actingFor lacks
  principal { type number } agent { type number } firstUsedAt endedOn } }`;
export const END = `mutation ($id: ID!, $reason: String!) { endMandate(id: $id, reason: $reason) { id endedOn lacks } }`;
export const MANDATES = `{ me { mandates { id kind scope validUntil actingFor lacks principal { type number } agent { type number } firstUsedAt endedOn } } }`;
export const LOOKS = `{ me { disclosures(first: 50) { nodes { recipient { kind name } actedBy { mandate kind agent } seen items { code } bases { article } } } } }`;
export const TOLD = `{ me { messages(first: 50) { nodes { kind text } } } }`;
export const OWN = `{ me { id name identifier { type value } records(first: 3) { totalCount nodes { id } } } }`;

export const inWorld = (world: () => World) => {
  const well = async (holder: Holder | null, query: string, variables: object = {}, mandate?: string) => {
    const answer = await world().ask(
      holder,
      query,
      variables as Record<string, unknown>,
      mandate === undefined ? {} : { mandate },
    );
    expect(answer.errors ?? []).toEqual([]);
    return answer.data;
  };
  const refused = async (holder: Holder | null, query: string, variables: object = {}, mandate?: string) => {
    const answer = await world().ask(
      holder,
      query,
      variables as Record<string, unknown>,
      mandate === undefined ? {} : { mandate },
    );
    return (answer.errors ?? []).map(({ path, extensions: { code, reason, article } }) =>
      [answer.status, path?.join('.'), code, reason, article].filter((part) => part !== undefined).join(' '),
    );
  };
  const register = async (holder: Holder, input: object): Promise<string> =>
    (await well(holder, REGISTER, { input: { validUntil: '2027-11-20', scope: ['READ'], ...input } })).registerMandate
      .id;
  const mandatesOf = async (one: Identifier, mandate?: string) =>
    (await well(subject(one), MANDATES, {}, mandate)).me.mandates;
  const looksOf = async (one: Identifier) => (await well(subject(one), LOOKS)).me.disclosures.nodes;
  const toldTo = async (one: Identifier) =>
    (await well(subject(one), TOLD)).me.messages.nodes.map(({ kind }: { kind: string }) => kind).sort();
  return { well, refused, register, mandatesOf, looksOf, toldTo };
};
