/** The manifests of kubernetes/, and the processes that their pods run. */
import { parseAllDocuments } from 'yaml';
import { type Image, imagesOf } from './dockerfile.ts';
import { type Files, textOf } from './files.ts';
import { missing, type Probe, type Process } from './processes.ts';

interface HttpProbe {
  readonly httpGet: { readonly path: string; readonly port: string | number; readonly scheme?: string };
  readonly periodSeconds: number;
  readonly failureThreshold: number;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly env: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
  }[];
  readonly startupProbe?: HttpProbe;
  readonly livenessProbe?: HttpProbe;
  readonly readinessProbe?: HttpProbe;
  readonly resources: { readonly limits: { readonly memory: string } };
  readonly securityContext?: {
    readonly allowPrivilegeEscalation?: boolean;
    readonly readOnlyRootFilesystem?: boolean;
    readonly capabilities?: { readonly drop?: readonly string[] };
  };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
}

export interface Pod {
  readonly metadata: {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly terminationGracePeriodSeconds?: number;
    readonly automountServiceAccountToken?: boolean;
    readonly securityContext?: {
      readonly runAsNonRoot?: boolean;
      readonly runAsUser?: number;
      readonly runAsGroup?: number;
      readonly fsGroup?: number;
      readonly seccompProfile?: { readonly type: string };
    };
    readonly containers: readonly Container[];
    readonly volumes: readonly {
      readonly name: string;
      readonly secret?: { readonly secretName: string; readonly defaultMode?: number };
      readonly persistentVolumeClaim?: { readonly claimName: string };
    }[];
  };
}

export interface Manifest {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own, and official schemas check them (manifests.proof.ts).
  readonly spec: any;
}

export const FOLDER = 'kubernetes';

/** Files that the kustomization lists are manifests; it is none itself. */
export const manifestsOf = (files: Files): Manifest[] =>
  [...files.keys()]
    .filter((file) => file.startsWith(`${FOLDER}/`) && file.endsWith('.yaml') && !file.endsWith('/kustomization.yaml'))
    .flatMap((file) =>
      parseAllDocuments(textOf(files, file)).map((document) => {
        const [fault] = document.errors;
        if (fault !== undefined) throw new Error(`${file}: ${fault.message}`);
        return { file, ...(document.toJS() as Omit<Manifest, 'file'>) };
      }),
    );

export function manifest(files: Files, kind: string, name: string): Manifest {
  const found = manifestsOf(files).find((one) => one.kind === kind && one.metadata.name === name);
  if (found === undefined) throw new Error(`No manifest is the ${kind} ${name}.`);
  return found;
}

/** The pods of a manifest that runs some. */
export function podOf({ kind, spec }: Manifest): Pod | undefined {
  if (kind === 'Deployment' || kind === 'Job') return spec.template as Pod;
  return kind === 'CronJob' ? (spec.jobTemplate.spec.template as Pod) : undefined;
}

const PURPOSES = ['startup', 'liveness', 'readiness'] as const;

function processOf(where: Manifest, { spec }: Pod, container: Container, image: Image): Process {
  const portOf = (port: string | number): number =>
    typeof port === 'number' ? port : (container.ports?.find(({ name }) => name === port)?.containerPort ?? Number.NaN);
  const context = spec.securityContext;
  const own = container.securityContext;
  const mounts = container.volumeMounts.map((mount) => {
    const volume = spec.volumes.find(({ name }) => name === mount.name);
    if (volume === undefined) throw new Error(`${where.file}: no volume is ${mount.name}.`);
    return { ...mount, volume };
  });
  const values = container.env.map(({ name, value, valueFrom }) => [
    name,
    value ?? `\${${valueFrom?.secretKeyRef.name}/${valueFrom?.secretKeyRef.key}}`,
  ]);
  const environment = { ...image.environment, ...Object.fromEntries(values) } as Record<string, string>;
  const inside = (folder: string): string[] => Object.values(environment).filter((one) => one.startsWith(`${folder}/`));
  return {
    place: `${where.file} ${where.kind} ${container.name}`,
    command: [...(container.command ?? image.entrypoint), ...(container.args ?? image.command)],
    folder: image.folder,
    environment,
    given: new Map(
      mounts.flatMap(({ mountPath, volume }) =>
        volume.secret === undefined
          ? []
          : inside(mountPath).map((path) => [path, volume.secret?.defaultMode ?? 0o644] as const),
      ),
    ),
    writable: mounts.filter(({ volume }) => volume.secret === undefined).map(({ mountPath }) => mountPath),
    user: `${context?.runAsUser}:${context?.runAsGroup}`,
    ports: {
      http: container.ports?.filter(({ name }) => name === 'http').map((one) => one.containerPort) ?? [],
      metrics: container.ports?.filter(({ name }) => name === 'metrics').map((one) => one.containerPort) ?? [],
    },
    probes: PURPOSES.flatMap((purpose): Probe[] => {
      const probe = container[`${purpose}Probe`];
      if (probe === undefined) return [];
      const { path, port } = probe.httpGet;
      const times = { everyMs: probe.periodSeconds * 1_000, failures: probe.failureThreshold };
      return [{ purpose, path, port: portOf(port), ...times }];
    }),
    graceMs: where.kind === 'Deployment' ? (spec.terminationGracePeriodSeconds ?? 30) * 1_000 : undefined,
    unconfined: missing({
      runAsNonRoot: context?.runAsNonRoot === true,
      'fsGroup of its own group': context?.fsGroup === context?.runAsGroup,
      seccompProfile: context?.seccompProfile?.type === 'RuntimeDefault',
      automountServiceAccountToken: spec.automountServiceAccountToken === false,
      allowPrivilegeEscalation: own?.allowPrivilegeEscalation === false,
      readOnlyRootFilesystem: own?.readOnlyRootFilesystem === true,
      'capabilities: { drop: [ALL] }': own?.capabilities?.drop?.join() === 'ALL',
    }),
  };
}

/** The image's name without its version is the stage that makes it. */
const STAGES: Readonly<Record<string, string>> = { 'credit-gateway': 'gateway', 'credit-gateway-tools': 'tools' };

export function kubernetesProcesses(files: Files): Process[] {
  const images = imagesOf(textOf(files, 'Dockerfile'));
  return manifestsOf(files).flatMap((where) => {
    const pod = podOf(where);
    return (pod?.spec.containers ?? []).map((container) => {
      const image = images.get(STAGES[container.image.split(':')[0] ?? ''] ?? '');
      if (pod === undefined || image === undefined)
        throw new Error(`${where.file}: the Dockerfile does not make ${container.image}.`);
      return processOf(where, pod, container, image);
    });
  });
}
