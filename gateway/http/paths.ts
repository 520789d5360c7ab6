/** What the list of routes says of a request's path: its name in the log, the methods it allows (405), and the text of a 404. */
import type { IncomingMessage } from 'node:http';
import { httpMessages } from '../../schema/messages/door/http.ts';
import type { Said } from '../../schema/messages/said.ts';
import type { Outcome, Route } from './context.ts';
import { errorBody } from './fault.ts';

/** A path that answers GET answers HEAD too (RFC 9110, section 9.3.2). */
const methodsOf = ({ method }: Route): readonly string[] => (method === 'GET' ? ['GET', 'HEAD'] : [method]);

/** A route's path for people, logs and metrics: `/reports/{id}`. */
export const labelOf = ({ path }: Pick<Route, 'path'>): string => path.replace(/:(\w+)/g, '{$1}');

/** The path as it was sent: a route whose name is percent-encoded, or that follows a host, is no route. */
const fits = (pattern: string, path: string): boolean => {
  const [wanted, sent] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === sent.length &&
    wanted.every((part, place) => (part.startsWith(':') ? /^.{1,64}$/.test(sent[place] ?? '') : part === sent[place]))
  );
};

const sentPath = (message: IncomingMessage): string => (message.url ?? '/').split('?')[0] ?? '/';

const routesOf = (routes: readonly Route[], message: IncomingMessage): readonly Route[] =>
  routes.filter((route) => fits(route.path, sentPath(message)));

/** The path for the log: the pattern of a known route, else `unknown`. A path as sent may hold an identification number. */
export const pathOf = (routes: readonly Route[], message: IncomingMessage): string =>
  routesOf(routes, message).map(labelOf)[0] ?? 'unknown';

/** The route of the list that has the path as it was sent, with the method. */
export const routeOf = (routes: readonly Route[], message: IncomingMessage): Route | undefined =>
  routesOf(routes, message).find((route) => methodsOf(route).includes(message.method ?? ''));

/** Parameters of a route as they were sent, never decoded: an id has one spelling. */
export function parametersOf({ path }: Route, message: IncomingMessage): Readonly<Record<string, string>> {
  const sent = sentPath(message).split('/');
  return Object.fromEntries(
    path.split('/').flatMap((part, place) => (part.startsWith(':') ? [[part.slice(1), sent[place] ?? '']] : [])),
  );
}

const errorOutcome = (status: number, said: Said): Outcome => ({
  status,
  body: errorBody(said, { code: 'BAD_USER_INPUT' }),
});

/** 405 where the path exists with other methods; undefined where the path does not exist. */
export function notAllowed(routes: readonly Route[], message: IncomingMessage): Outcome | undefined {
  const methods = routesOf(routes, message).flatMap(methodsOf);
  if (methods.length === 0) return undefined;
  const allow = [...new Set(methods)].join(', ');
  return { ...errorOutcome(405, httpMessages.onlyMethods(allow)), headers: { allow } };
}

/** 404, with every path that exists. */
export const noSuchPath = (routes: readonly Route[]): Outcome =>
  errorOutcome(404, httpMessages.nothingHere(routes.map((route) => `${route.method} ${labelOf(route)}`)));
