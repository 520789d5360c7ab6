/** What the list of routes says of a path: its name in the log, what may be done with it, and what else there is. */
import type { IncomingMessage } from 'node:http';
import type { Outcome, Route } from './context.ts';

/** Whoever may read one may ask for its head alone (RFC 9110, section 9.3.2). */
const methodsOf = ({ method }: Route): readonly string[] => (method === 'GET' ? ['GET', 'HEAD'] : [method]);

const fits = (pattern: string, path: string): boolean => {
  const [wanted, sent] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === sent.length &&
    wanted.every((part, place) => (part.startsWith(':') ? /^.{1,64}$/.test(sent[place] ?? '') : part === sent[place]))
  );
};

const routesOf = (routes: readonly Route[], message: IncomingMessage): readonly Route[] => {
  const path = (message.url ?? '/').split('?')[0] ?? '/';
  return routes.filter((route) => fits(route.path, path));
};

/** What the log says of a path: a known one, or nothing of it, since anything may be written into one. */
export const pathOf = (routes: readonly Route[], message: IncomingMessage): string =>
  routesOf(routes, message)[0]?.path ?? 'unknown';

const told = (status: number, message: string, help: string): Outcome => ({
  status,
  body: { errors: [{ message, extensions: { code: 'BAD_USER_INPUT', help } }] },
});

/** Where the path is there and the method is not; undefined where the path is not there either. */
export function notAllowed(routes: readonly Route[], message: IncomingMessage): Outcome | undefined {
  const methods = routesOf(routes, message).flatMap(methodsOf);
  if (methods.length === 0) return undefined;
  const allow = [...new Set(methods)].join(', ');
  return { ...told(405, `Only ${allow} is taken here.`, `Use ${allow}.`), headers: { allow } };
}

/** Names every path that there is. */
export const noSuchPath = (routes: readonly Route[]): Outcome =>
  told(
    404,
    'There is nothing here.',
    `There are ${routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).join(', ')}.`,
  );
