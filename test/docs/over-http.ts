/** Asks a world as it is, byte for byte: headers may come twice, and what comes back is kept by route. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { vi } from 'vitest';
import { COMPANY, type Holder, subject, type World } from '../kit.ts';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly by?: Holder;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

export const ORIGIN = 'https://desk.example.cn';
export const JSON_TYPE = { 'content-type': 'application/json' };
export const LOAN = { 'credit-purpose': 'LOAN_ORIGINATION' };
export const company = subject(COMPANY);

/** Routes whose statuses `evidence.proof.ts` asks for. */
export const EVIDENCE: readonly string[] = ['POST /evidence', 'GET /evidence/{id}'];

/** Routes whose statuses `links-and-schema.proof.ts` asks for; those of all others `statuses.proof.ts`. */
export const LINKS_AND_SCHEMA: readonly string[] = [
  'POST /reports/{id}/link',
  'GET /open-report',
  'GET /schema.graphql',
];

export function asking(world: () => World) {
  /** Statuses that were seen, by route, and names of headers. */
  const seen = new Map<string, Set<number>>();
  const sent = new Set<string>();
  async function ask(
    route: string,
    path: string,
    { by, headers = {}, body }: Asked = {},
    method = route.split(' ')[0] ?? '',
  ): Promise<Answered> {
    const { hostname, port } = new URL(world().server.url);
    const authorization = by === undefined ? {} : { authorization: `Bearer ${await world().token(by)}` };
    const answer = await new Promise<Answered>((resolve, reject) => {
      const call = request(
        { hostname, port, method, path, headers: { ...authorization, ...headers } as never },
        async (response) => {
          let text = '';
          for await (const part of response) text += part;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        },
      );
      call.on('error', reject);
      call.end(body);
    });
    seen.set(route, (seen.get(route) ?? new Set()).add(answer.status));
    for (const name of Object.keys(answer.headers)) sent.add(name);
    return answer;
  }
  const make = (asked: Asked = {}) =>
    ask('POST /reports', '/reports', {
      ...asked,
      headers: { ...JSON_TYPE, ...asked.headers },
      body: asked.body ?? '{}',
    });
  return {
    seen,
    sent,
    ask,
    make,
    made: async (asked: Asked) => JSON.parse((await make(asked)).body).id as string,
    read: (id: string, asked: Asked = {}) => ask('GET /reports/{id}', `/reports/${id}`, asked),
    verify: (id: string, asked: Asked = {}) => ask('GET /verify/{id}', `/verify/${id}`, asked),
    /** The database throws, as it does when it is full, slow, or finds that a record has changed. */
    failing: (error: unknown): void => {
      const { database } = world().server.platform;
      for (const method of ['read', 'execute'] as const) vi.spyOn(database, method).mockRejectedValue(error);
    },
  };
}
