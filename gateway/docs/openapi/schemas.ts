/** Bodies of requests and answers that are not GraphQL, as JSON Schema 2020-12. */
import { IDENTIFIER_TYPES } from '../../../schema/law/facts.ts';
import { LANGUAGES as REPORT_LANGUAGES, TEMPLATES } from '../../reports/templates.ts';

const TEXT = { type: 'string' };
const INSTANT = { type: 'string', format: 'date-time' };

export const REPORT_REQUEST = {
  type: 'object',
  additionalProperties: false,
  properties: {
    subject: {
      type: ['object', 'null'],
      additionalProperties: false,
      required: ['type', 'value'],
      properties: { type: { enum: IDENTIFIER_TYPES }, value: { type: 'string', maxLength: 64 } },
    },
    template: { enum: TEMPLATES, default: TEMPLATES[0] },
    language: { enum: REPORT_LANGUAGES, default: REPORT_LANGUAGES[0] },
    restoration: { type: ['string', 'null'], maxLength: 64 },
  },
};

export const SCHEMAS = {
  Errors: {
    type: 'object',
    required: ['errors'],
    properties: {
      errors: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['message', 'extensions'],
          properties: {
            message: TEXT,
            extensions: {
              type: 'object',
              required: ['code', 'help'],
              properties: {
                code: TEXT,
                reason: TEXT,
                article: TEXT,
                help: TEXT,
                id: TEXT,
                renewsAt: TEXT,
                competentUnit: { type: 'object', properties: { code: TEXT, name: TEXT } },
              },
            },
          },
        },
      },
    },
  },
  Report: {
    type: 'object',
    required: ['id', 'token', 'status', 'issuedAt', 'url', 'verify'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      token: TEXT,
      status: { const: 'CURRENT' },
      issuedAt: INSTANT,
      url: { type: 'string', format: 'uri' },
      verify: { type: 'string', format: 'uri' },
    },
  },
  Evidence: {
    type: 'object',
    required: ['id', 'kind', 'bytes', 'unusedUntil', 'keptMonths'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      kind: { enum: ['PDF', 'JPEG', 'PNG'] },
      bytes: { type: 'integer', minimum: 1 },
      unusedUntil: INSTANT,
      keptMonths: { type: 'integer', minimum: 1 },
    },
  },
  ReportLink: {
    type: 'object',
    required: ['url', 'validUntil'],
    properties: { url: { type: 'string', format: 'uri' }, validUntil: INSTANT },
  },
  ReportStatus: {
    type: 'object',
    required: ['status', 'issuedAt', 'supersededAt'],
    properties: {
      status: { enum: ['CURRENT', 'SUPERSEDED', 'UNKNOWN'] },
      issuedAt: { type: ['string', 'null'] },
      supersededAt: { type: ['string', 'null'] },
    },
  },
  Keys: {
    type: 'object',
    required: ['keys'],
    properties: {
      keys: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kty', 'crv', 'x', 'kid', 'use', 'alg'],
          properties: {
            kty: { const: 'OKP' },
            crv: { const: 'Ed25519' },
            x: TEXT,
            kid: TEXT,
            use: { const: 'sig' },
            alg: { const: 'EdDSA' },
            revoked: { type: 'object' },
          },
        },
      },
    },
  },
  Alive: { type: 'object', required: ['alive'], properties: { alive: { const: true } } },
  Ready: {
    type: 'object',
    required: ['ready'],
    properties: { ready: { type: 'boolean' }, serves: { const: 'OPERATORS' }, reason: TEXT },
  },
  Notice: {
    oneOf: [
      { type: 'object', required: ['reference'], properties: { reference: TEXT }, additionalProperties: false },
      { type: 'object', required: ['code'], properties: { code: TEXT }, additionalProperties: false },
    ],
  },
  News: {
    type: 'object',
    required: ['unit', 'cursor', 'count'],
    properties: { unit: TEXT, cursor: TEXT, count: { type: 'integer', minimum: 1 } },
  },
} as const;
