/** Applies or exports a province for a command: here, or in the running server that the command hands its order to. */
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { spoken } from '../../schema/errors.ts';
import type { Language, Localized } from '../../schema/localized.ts';
import { PROVINCE_REFUSALS as SAY } from '../../schema/messages/province/checks.ts';
import { applyProvince, exportedProvince, type ProvinceAnswer } from '../../subgraphs/province.ts';
import type { Caller, Platform } from '../../subgraphs/request/context.ts';
import type { RequestAs } from '../../subgraphs/request/internal-request.ts';
import type { CallerReader } from '../identity/caller.ts';
import { readBody } from '../message/body.ts';
import { HttpError } from '../message/http-error.ts';

/** Path under which the socket takes the order. */
export const PROVINCE = '/province';

/** Largest order in bytes: the file travels in it, in base64, so that what is applied is what was shown. */
const ORDER_BYTES = 12_000_000;

const Order = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('export') }),
  z.strictObject({
    what: z.literal('apply'),
    content: z.base64(),
    ranBy: z.string().min(1).max(256),
    host: z.string().min(1).max(256),
    trial: z.boolean(),
    confirmed: z.boolean(),
    planned: z.string().optional(),
    /** Token of the authority. It is verified, and never stored. */
    token: z.string().optional(),
  }),
]);
export type ProvinceOrdered = z.infer<typeof Order>;

export type ProvinceResult = { readonly exported: string } | ProvinceAnswer;

export interface ProvinceProgress {
  readonly done: number;
  readonly total: number;
}

export interface ProvinceHands {
  readonly platform: Platform;
  readonly requestAs: RequestAs;
  readonly readCaller: CallerReader;
}

type Signed = { readonly signer: Caller | undefined } | { readonly refused: Localized };

/** The authority that a token comes from, held against issuers, times and units exactly as at the door. */
async function signerOf({ readCaller, requestAs }: ProvinceHands, token: string | undefined): Promise<Signed> {
  if (token === undefined) return { signer: undefined };
  let caller: Caller;
  try {
    // Such a message has no proof of possession and no certificate: a token that is bound to one is refused here too.
    caller = await readCaller({ headers: { authorization: `Bearer ${token.trim()}` } } as IncomingMessage, 'province');
  } catch (error) {
    if (error instanceof HttpError) return { refused: SAY.token(error.said.message) };
    throw error;
  }
  if (caller.role !== 'AUTHORITY') return { refused: SAY.roleOfToken(caller.role.toLowerCase()) };
  const request = requestAs(caller);
  try {
    await request.admitted();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const told = (language: Language): string => spoken(error, language).message;
    return { refused: SAY.token({ en: told('en'), zh: told('zh') }) };
  } finally {
    await request.abandon();
  }
  return { signer: caller };
}

/** Carries out an order. */
export async function carryOut(
  hands: ProvinceHands,
  order: ProvinceOrdered,
  onProgress: (progress: ProvinceProgress) => void,
): Promise<ProvinceResult> {
  if (order.what === 'export') return { exported: await exportedProvince(hands) };
  const { content, token, ...rest } = order;
  const signed = await signerOf(hands, token);
  if ('refused' in signed) return { outcome: 'REFUSED', said: signed.refused };
  return applyProvince(
    { ...hands, signer: signed.signer, onProgress: (done, total) => onProgress({ done, total }) },
    { ...rest, content: Buffer.from(content, 'base64') },
  );
}

/** Reads an order from the socket and carries it out. */
export const provinceOrdered = async (
  hands: ProvinceHands,
  message: IncomingMessage,
  onProgress: (progress: ProvinceProgress) => void,
): Promise<ProvinceResult> =>
  carryOut(hands, Order.parse(JSON.parse(await readBody(message, ORDER_BYTES))), onProgress);
