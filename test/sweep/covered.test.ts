/** The sweep asks everything that there is: a root field, a field, a connection, a route or a template that it does not ask is named here. */
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { ROUTES } from '../../gateway/http/index.ts';
import { labelOf } from '../../gateway/http/paths.ts';
import { ROLES } from '../../schema/law/facts.ts';
import { CONNECTIONS } from '../connections/every-connection.ts';
import { questionsOf as pairQuestions } from '../fuzz/two-worlds/questions.ts';
import { onDatabaseOfStep, sharedWorld } from '../kit.ts';
import { ASKERS as CONDITIONED } from '../stories/who-may-ask.ts';
import { ASKERS } from './asking.ts';
import { ELSEWHERE } from './doors.ts';
import { NOT_ASKED, type Questions, questionsOf } from './questions.ts';
import { SUBJECTS } from './things.ts';

/** Fields that no question asks for, each with its reason. */
const NOT_READ: Readonly<Record<string, string>> = {};

const isNotAsked = (field: string): boolean => field.startsWith('Query.') && field.slice('Query.'.length) in NOT_ASKED;

onDatabaseOfStep('what the sweep asks', (kind) => {
  let questions: Questions;
  let asked: ReadonlySet<string>;
  beforeAll(async () => {
    const world = await sharedWorld(kind);
    questions = await questionsOf(world);
    const { pages } = await pairQuestions(world);
    const [{ identifier }] = SUBJECTS;
    const documents = [
      questions.about(identifier),
      ...questions.once([identifier]),
      questions.byId(['x']),
      questions.byToken(['x']),
      { query: pages },
    ];
    const fields = new Set<string>();
    for (const { query } of documents) {
      const info = new TypeInfo(questions.schema);
      visit(
        parse(query),
        visitWithTypeInfo(info, {
          Field: () => void fields.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`),
        }),
      );
    }
    asked = fields;
  });

  /** Every field to which a query leads. Those of an interface are those of what implements it. */
  function reachable(): readonly string[] {
    const { schema } = questions;
    const seen = new Set<string>();
    const fields: string[] = [];
    const follow = (name: string): void => {
      const type = schema.getType(name);
      if (seen.has(name) || !(isObjectType(type) || isInterfaceType(type))) return;
      seen.add(name);
      const common = isObjectType(type)
        ? new Set(type.getInterfaces().flatMap((one) => Object.keys(one.getFields())))
        : new Set<string>();
      for (const field of Object.values(type.getFields())) {
        if (!common.has(field.name)) fields.push(`${name}.${field.name}`);
        if (!isLeafType(getNamedType(field.type))) follow(getNamedType(field.type).name);
      }
      if (isInterfaceType(type)) for (const one of schema.getPossibleTypes(type)) follow(one.name);
    };
    follow('Query');
    return fields;
  }

  it('A23.5 A37.2 every field that a query leads to, however new', () => {
    const fields = reachable();
    expect(fields.length).toBeGreaterThan(500);
    const missed = fields.filter((field) => !asked.has(field) && !isNotAsked(field));
    expect(missed.filter((field) => !(field in NOT_READ))).toEqual([]);
    expect(Object.keys(NOT_READ).filter((field) => !missed.includes(field))).toEqual([]);
  });

  it('A23.5 every connection', () => {
    const connections = Object.keys(CONNECTIONS).filter((name) => !isNotAsked(name));
    expect(connections.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('A23.5 every route', () => {
    const others = ROUTES.filter(({ method, path }) => method !== 'GET' || path.includes(':'));
    const labels = ROUTES.map((route) => `${route.method} ${labelOf(route)}`);
    expect(others.map((route) => `${route.method} ${labelOf(route)}`).filter((label) => !(label in ELSEWHERE))).toEqual(
      [],
    );
    expect(Object.keys(ELSEWHERE).filter((label) => !labels.includes(label))).toEqual([]);
  });

  it('A23.5 as every role, and as whoever lacks a condition', () => {
    const roles = new Set(ASKERS.map(({ holder }) => (holder?.role ?? 'public').toUpperCase()));
    expect(ROLES.filter((role) => !roles.has(role))).toEqual([]);
    const names = new Set(ASKERS.map(({ name }) => name));
    expect(names.size).toBe(ASKERS.length);
    const lacking = Object.keys(CONDITIONED).filter((name) => / without | of another /.test(name));
    expect(lacking.length).toBeGreaterThan(5);
    expect(lacking.filter((name) => !names.has(name))).toEqual([]);
  });
});
