/** What the list of routes says of a request's path: its name in the log, the methods it allows (405), and the text of a 404. */
import type { IncomingMessage } from 'node:http';
import type { Outcome, Route } from './context.ts';

/** A path that answers GET answers HEAD too (RFC 9110, section 9.3.2). */
const methodsOf = ({ method }: Route): readonly string[] => (method === 'GET' ? ['GET', 'HEAD'] : [method]);

/** A route's path for people, logs and metrics: `/reports/{id}`. */
export const labelOf = ({ path }: Pick<Route, 'path'>): string => path.replace(/:(\w+)/g, '{$1}');

/** The path as it was sent: one that is percent-encoded, or begins with a host, fits no route. */
const fits = (pattern: string, path: string): boolean => {
  const [wanted, sent] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === sent.length &&
    wanted.every((part, place) =>
      part.startsWith(':') ? /^[^%]{1,64}$/.test(sent[place] ?? '') : part === sent[place],
    )
  );
};

const routesOf = (routes: readonly Route[], message: IncomingMessage): readonly Route[] => {
  const path = (message.url ?? '/').split('?')[0] ?? '/';
  return routes.filter((route) => fits(route.path, path));
};

/** The path for the log: the pattern of a known route, else `unknown`. A path as sent may hold an identification number. */
export const pathOf = (routes: readonly Route[], message: IncomingMessage): string =>
  routesOf(routes, message).map(labelOf)[0] ?? 'unknown';

/** Whether the list has the path as it was sent, with the method. */
export const isListed = (routes: readonly Route[], message: IncomingMessage): boolean =>
  routesOf(routes, message).some((route) => methodsOf(route).includes(message.method ?? ''));

const errorOutcome = (status: number, message: string, help: string): Outcome => ({
  status,
  body: { errors: [{ message, extensions: { code: 'BAD_USER_INPUT', help } }] },
});

/** 405 where the path exists with other methods; undefined where the path does not exist. */
export function notAllowed(routes: readonly Route[], message: IncomingMessage): Outcome | undefined {
  const methods = routesOf(routes, message).flatMap(methodsOf);
  if (methods.length === 0) return undefined;
  const allow = [...new Set(methods)].join(', ');
  return { ...errorOutcome(405, `Only ${allow} is taken here.`, `Use ${allow}.`), headers: { allow } };
}

/** 404, with every path that exists. */
export const noSuchPath = (routes: readonly Route[]): Outcome =>
  errorOutcome(
    404,
    'There is nothing here.',
    `There are ${routes.map((route) => `${route.method} ${labelOf(route)}`).join(', ')}.`,
  );
