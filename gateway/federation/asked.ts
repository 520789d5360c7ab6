/** One question at the gateway: what the executor, the routes and the sources of data need of it, whichever process answers. */
import type { IncomingMessage } from 'node:http';
import type { Caller, ClientRequest } from '../../subgraphs/request/context.ts';
import type { Settling } from './settled.ts';

/** In one process it is the client request itself; over the network what came back of it (remote.ts). */
export type AskedQuestion = Settling & Pick<ClientRequest, 'id' | 'concealed' | 'firstRefusals' | 'cancel' | 'abandon'>;

/** Opens the question of a caller that sent this message. */
export type Ask = (caller: Caller, message: IncomingMessage) => AskedQuestion;

/** Apollo's context value: one for each client request. */
export interface GatewayContext {
  readonly request: AskedQuestion;
}
