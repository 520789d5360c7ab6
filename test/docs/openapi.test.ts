/** The description of everything that is not GraphQL: valid OpenAPI 3.1, and of every path. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { DESCRIBED } from '../../gateway/docs/openapi/described.ts';
import { openapi, undescribed } from '../../gateway/docs/openapi/document.ts';
import { REPORT_REQUEST } from '../../gateway/docs/openapi/schemas.ts';
import { Body } from '../../gateway/http/routes/reports.ts';
import { codeOf, FACTS, LISTED, shown, textOf } from './render.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: object }>>>
  >;
}
const document = openapi(FACTS, '0.0.0') as Document;

describe('openapi.json', () => {
  it('is valid by the schema of OpenAPI 3.1, and a fault in it is found', async () => {
    const validator = new Validator();
    expect(await validator.validate({ ...document })).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    const { info: _, ...without } = structuredClone(document) as Document & { info: object };
    expect((await new Validator().validate(without)).valid).toBe(false);
  });

  it('describes every route beside POST /graphql', () => {
    const missing = undescribed(LISTED).map(
      (route) => `${route}: add it with its statuses to gateway/docs/openapi/described.ts`,
    );
    expect(missing).toEqual([]);
    const paths = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(paths.sort()).toEqual(LISTED.filter((route) => route !== 'POST /graphql').sort());
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes the body of POST /reports as the server reads it', () => {
    expect(Object.keys(REPORT_REQUEST.properties)).toEqual(Object.keys(Body.shape));
    const { subject, template, language } = REPORT_REQUEST.properties;
    for (const type of subject.properties.type.enum)
      for (const one of template.enum)
        for (const other of language.enum)
          expect(
            Body.safeParse({
              subject: { type, value: 'x'.repeat(subject.properties.value.maxLength) },
              template: one,
              language: other,
            }).success,
          ).toBe(true);
    expect(Body.parse({})).toEqual({ template: template.default, language: language.default });
    for (const wrong of [
      { template: 'OTHER' },
      { language: 'fr' },
      { more: 1 },
      { subject: { type: 'USCC' } },
      { subject: { type: 'USCC', value: 'x'.repeat(subject.properties.value.maxLength + 1) } },
    ])
      expect(Body.safeParse(wrong).success).toBe(false);
  });

  it('describes no route that this server does not have', () => {
    const fewer = openapi({ ...FACTS, routes: LISTED.filter((route) => route !== 'GET /') }, '0.0.0') as Document;
    expect(Object.keys(fewer.paths)).not.toContain('/');
    expect(undescribed([...LISTED, 'GET /new'])).toEqual(['GET /new']);
  });

  it.each(['en', 'zh'] as const)('the page in %s has every path with every status', (language) => {
    const text = textOf(shown('reports', language));
    for (const { route, summary, answers } of DESCRIBED) {
      expect(text).toContain(route);
      expect(text).toContain(summary[language].replaceAll('`', ''));
      for (const { means } of Object.values(answers)) expect(text).toContain(means[language].replaceAll('`', ''));
    }
    expect(codeOf(shown('reports', language)).length).toBeGreaterThan(1);
  });
});
