/** The services of compose.yaml, and those of them that are the gateway. */
import { parse } from 'yaml';
import { type Image, imagesOf } from './dockerfile.ts';
import { type Files, textOf } from './files.ts';
import { milliseconds, missing, type Process } from './processes.ts';

export const COMPOSE = 'compose.yaml';

export interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly init?: boolean;
  readonly hostname?: string;
  readonly profiles?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

/** What an operator says, as README.md tells (compose.env). */
export const SAID: Readonly<Record<string, string>> = {
  DB_PASSWORD: '0123456789abcdef0123456789abcdef0123456789abcdef',
  DB_SUPERUSER_PASSWORD: 'fedcba9876543210fedcba9876543210fedcba9876543210',
  TOKEN_ISSUERS: '[{"issuer":"https://login.example","audience":"https://credit.example"}]',
  PUBLIC_URL: 'https://credit.example',
  BACKUP_URL: 'postgres://credit_backup:secret@database:5432/credit',
};

/** Throws where a variable is needed and nobody said it. */
const interpolated = (text: string): string =>
  text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, form?: string, otherwise = '') => {
    const said = SAID[name] ?? (form === '-' ? (otherwise as string) : undefined);
    if (said === undefined) throw new Error(`${COMPOSE}: nobody says ${name}.`);
    return said;
  });

/** Values are put in after the file is parsed, as Compose does: what an operator says is no YAML. */
const everywhere = (value: unknown): unknown => {
  if (typeof value === 'string') return interpolated(value);
  if (Array.isArray(value)) return value.map(everywhere);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everywhere(one)]));
  return value;
};

export const composeOf = (files: Files): Compose =>
  everywhere(parse(textOf(files, COMPOSE), { merge: true })) as Compose;

const folderOf = (volume: string): string => volume.split(':')[1] ?? '';

function processOf(name: string, service: Service, image: Image): Process {
  const environment = { ...image.environment, ...service.environment };
  const containerPort = (published: string): number => Number(published.split(':').at(-1));
  return {
    place: `${COMPOSE} ${name}`,
    command: [...image.entrypoint, ...(service.command ?? image.command)],
    folder: image.folder,
    environment: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)])),
    // Modes are those of the files on the machine: README.md says which.
    given: new Map((service.secrets ?? []).map((secret) => [`/run/secrets/${secret}`, undefined])),
    writable: [
      ...(service.tmpfs ?? []).map((one) => one.split(':')[0] ?? ''),
      ...(service.volumes ?? []).filter((one) => !one.endsWith(':ro')).map(folderOf),
    ],
    user: image.user,
    ports: { http: (service.ports ?? []).map(containerPort), metrics: [] },
    // Its health is asked as the image says; see image.ts.
    probes: [],
    graceMs: service.profiles === undefined ? milliseconds(service.stop_grace_period ?? '10s') : undefined,
    unconfined: missing({
      read_only: service.read_only === true,
      'cap_drop: [ALL]': service.cap_drop?.join() === 'ALL',
      'no-new-privileges': service.security_opt?.join() === 'no-new-privileges:true',
    }),
  };
}

/** Services that run the gateway's image. */
export function composeProcesses(files: Files): Process[] {
  const images = imagesOf(textOf(files, 'Dockerfile'));
  return Object.entries(composeOf(files).services).flatMap(([name, service]) => {
    if (service.build === undefined) return [];
    const image = images.get(service.build.target);
    if (image === undefined) throw new Error(`${COMPOSE}: the Dockerfile makes no ${service.build.target}.`);
    return [processOf(name, service, image)];
  });
}
