/** The settings of traces: the usual variables of OpenTelemetry, looked at only where one of them names a receiver. */
import { z } from 'zod';
import { SAMPLERS, type TraceSettings } from '../traces/settings.ts';

const HTTP_JSON = 'is not http/json, the one form in which traces are sent here: set that, or leave it out';

/** `key=value,key2=value2`, percent-encoded (W3C Baggage), as OpenTelemetry writes lists. */
const pairs = z
  .string()
  .default('')
  .transform((text, context) => {
    try {
      const parts = text.split(',').filter((part) => part.trim() !== '');
      return Object.fromEntries(
        parts.map((part) => {
          const [, key, value] = /^([^=]+)=(.*)$/.exec(part.trim()) ?? [];
          if (key === undefined || value === undefined) throw new Error('no pair');
          return [key.trim(), decodeURIComponent(value.trim())] as const;
        }),
      );
    } catch {
      context.addIssue({ code: 'custom', message: 'is no list such as key=value,key2=value2, percent-encoded' });
      return z.NEVER;
    }
  });

const address = z.url({ protocol: /^https?$/, error: 'is no address such as http://127.0.0.1:4318' }).optional();
const protocol = z.literal('http/json', HTTP_JSON).optional();

const Variables = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_HEADERS: pairs,
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs,
  OTEL_TRACES_EXPORTER: z.literal('otlp', 'is neither otlp nor none').optional(),
  OTEL_SERVICE_NAME: z.string().default('credit-gateway'),
  OTEL_RESOURCE_ATTRIBUTES: pairs,
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('is no share from 0 to 1')
    .min(0, 'is no share from 0 to 1')
    .max(1, 'is no share from 0 to 1')
    .default(1),
});

/** Undefined where traces are off. */
export function readTraces(
  set: Readonly<Record<string, string | undefined>>,
  continuesProxies: boolean,
): { readonly traces?: TraceSettings | undefined; readonly error?: z.ZodError } {
  const named = set.OTEL_EXPORTER_OTLP_ENDPOINT ?? set.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  if (named === undefined || set.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || set.OTEL_TRACES_EXPORTER === 'none')
    return {};
  const parsed = Variables.safeParse(set);
  if (!parsed.success) return { error: parsed.error };
  const settings = parsed.data;
  const all = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const { 'service.name': service, ...resource } = settings.OTEL_RESOURCE_ATTRIBUTES;
  return {
    traces: {
      // The address of all signals gets the path of traces; that of traces alone is taken as it is.
      url: settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? `${all?.replace(/\/$/, '')}/v1/traces`,
      headers: { ...settings.OTEL_EXPORTER_OTLP_HEADERS, ...settings.OTEL_EXPORTER_OTLP_TRACES_HEADERS },
      service: set.OTEL_SERVICE_NAME ?? service ?? settings.OTEL_SERVICE_NAME,
      resource,
      sampler: { name: settings.OTEL_TRACES_SAMPLER, ratio: settings.OTEL_TRACES_SAMPLER_ARG },
      continuesProxies,
    },
  };
}
