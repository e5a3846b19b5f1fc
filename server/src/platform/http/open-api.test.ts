import { ALL_ROUTES, ROUTE_GROUPS } from '@anquanli/contract/all-routes.js';
import type { Route } from '@anquanli/contract/exchange.js';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { type JsonSchema, JsonSchemas } from './json-schemas.js';
import { openApiOf, type Operation } from './open-api.js';

const document = openApiOf(ROUTE_GROUPS);
const written = JSON.parse(JSON.stringify(document)) as typeof document;
const named = ALL_ROUTES.map((route): [string, Route] => [`${route.method} ${route.path}`, route]);

const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
/** Keywords of JSON Schema 2020-12 that hold schemas, and how. */
const ONE = ['items', 'additionalProperties', 'propertyNames', 'not', 'contains'];
const SEVERAL = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const BY_NAME = ['properties', 'patternProperties'];
const PLAIN = {
  string: ['$ref', 'pattern', 'format', 'description', 'title', 'contentEncoding'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  count: ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
  any: ['const', 'default'],
};

function pathOf({ path }: Route): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function operationOf(route: Route): Operation {
  const operation = written.paths[pathOf(route)]?.[route.method.toLowerCase()];
  if (!operation) throw new Error(`${route.method} ${route.path} is not described`);
  return operation;
}

/** Every schema of an operation, by where it is. */
function schemasOf({ parameters = [], requestBody, responses }: Operation): [string, JsonSchema | undefined][] {
  const reply = responses[200];
  return [
    ...parameters.map(({ name, schema }): [string, JsonSchema] => [name, schema]),
    ...(requestBody ? [['body', requestBody.content['application/json']?.schema] as [string, JsonSchema]] : []),
    ...(reply && 'content' in reply && !('*/*' in reply.content)
      ? [['reply', reply.content['application/json']?.schema] as [string, JsonSchema]]
      : []),
  ];
}

/** What is wrong with a schema, by paths; nothing in a schema of JSON Schema 2020-12 whose references lead somewhere. */
function faultsIn(schema: unknown, at: string): string[] {
  if (typeof schema === 'boolean') return [];
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [`${at} is no schema`];
  return Object.entries(schema).flatMap(([keyword, value]) => faultsAt(keyword, value, `${at}.${keyword}`));
}

function faultsAt(keyword: string, value: unknown, at: string): string[] {
  if (ONE.includes(keyword)) return faultsIn(value, at);
  if (SEVERAL.includes(keyword)) {
    return isFilledList(value) ? value.flatMap((each, no) => faultsIn(each, `${at}.${no}`)) : [`${at} is no list`];
  }
  if (BY_NAME.includes(keyword)) {
    return Object.entries(value ?? {}).flatMap(([name, each]) => faultsIn(each, `${at}.${name}`));
  }
  return isWellFormed(keyword, value) ? [] : [`${at} is ${JSON.stringify(value)}`];
}

function isWellFormed(keyword: string, value: unknown): boolean {
  switch (keyword) {
    case '$ref':
      return leadsSomewhere(String(value));
    case 'pattern':
      return new RegExp(String(value), 'u') instanceof RegExp;
    case 'type':
      return isFilledList(value) ? value.every((each) => TYPES.includes(String(each))) : TYPES.includes(String(value));
    case 'required':
      return Array.isArray(value) && value.every((name) => typeof name === 'string');
    case 'enum':
      return isFilledList(value);
    default:
      return isPlain(keyword, value);
  }
}

function isPlain(keyword: string, value: unknown): boolean {
  if (PLAIN.string.includes(keyword)) return typeof value === 'string';
  if (PLAIN.number.includes(keyword)) return typeof value === 'number';
  if (PLAIN.count.includes(keyword)) return Number.isInteger(value) && Number(value) >= 0;
  return PLAIN.any.includes(keyword);
}

function isFilledList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function leadsSomewhere(reference: string): boolean {
  const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(reference) ?? [];
  return Object.hasOwn(written.components.schemas, name);
}

describe('the OpenAPI document', () => {
  it('has every route of the contract once, and nothing else', () => {
    const described = Object.entries(written.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(ALL_ROUTES.map((route) => `${route.method} ${pathOf(route)}`).sort());
  });

  it('names each route differently', () => {
    const ids = ALL_ROUTES.map((route) => operationOf(route).operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('identity.signOutEverywhere');
    expect(written.paths['/api/sessions']?.delete?.summary).toBe('Sign out everywhere');
  });

  it('loses nothing on the way through JSON', () => {
    expect(written).toStrictEqual(document);
  });

  it.each(named)('%s declares its parameters', (_, route) => {
    const namesIn = (place: string) =>
      (operationOf(route).parameters ?? []).filter((each) => each.in === place).map(({ name }) => name);
    const fieldsOf = (schema: z.core.$ZodType | undefined) =>
      schema ? Object.keys((schema as z.core.$ZodObject)._zod.def.shape) : [];
    expect(namesIn('path').sort()).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort());
    expect(namesIn('query').sort()).toEqual(fieldsOf(route.query).sort());
    const parameters = operationOf(route).parameters ?? [];
    expect(parameters.filter((each) => each.in === 'path' && !each.required)).toEqual([]);
  });

  it.each(named)('%s has well-formed schemas for all that it takes and gives', (_, route) => {
    const schemas = schemasOf(operationOf(route));
    const parts = schemas.map(([name]) => name);
    expect([parts.includes('body'), parts.includes('reply')]).toEqual([!!route.body, !!route.reply]);
    expect(schemas.flatMap(([name, schema]) => faultsIn(schema, name))).toEqual([]);
  });

  it('has well-formed schemas for all that have a name', () => {
    const { schemas } = written.components;
    expect(Object.entries(schemas).flatMap(([name, schema]) => faultsIn(schema, name))).toEqual([]);
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['Category', 'SourceInput']));
  });

  it.each(named)('%s says who may, how often, and how it refuses', (_, route) => {
    const operation = operationOf(route);
    const { who, limit } = route.policy;
    const shown = { anyone: [], stage: [], player: ['person'] }[who as string] ?? ['session'];
    expect(operation.security.flatMap((each) => Object.keys(each))).toEqual(shown);
    expect([operation['x-who'], operation['x-rate-limit']]).toEqual([who, limit]);
    expect(operation.responses.default).toEqual({ $ref: '#/components/responses/Refusal' });
  });

  it('describes refusals and both ways to show who one is', () => {
    const { responses, securitySchemes } = written.components;
    expect(responses.Refusal).toMatchObject({
      content: { 'application/json': { schema: { properties: { ok: { const: false } }, required: ['ok', 'code'] } } },
    });
    expect(securitySchemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie', name: 'anquanli_session' },
      person: { type: 'http', scheme: 'bearer' },
    });
  });
});

describe('JSON schemas of a document', () => {
  it('are closed for what comes in and open for what goes out', () => {
    const schema = z.strictObject({ name: z.string() });
    expect(new JsonSchemas().input(schema)).toMatchObject({ additionalProperties: false });
    expect(new JsonSchemas().output(schema)).not.toHaveProperty('additionalProperties');
  });

  it('refuse one name for two things', () => {
    const schemas = new JsonSchemas();
    // What refers to itself is named by its number.
    const Tree = z.object({
      get child() {
        return z.optional(Tree);
      },
    });
    const List = z.object({
      text: z.string(),
      get next() {
        return z.optional(List);
      },
    });
    schemas.input(z.object({ tree: Tree }));
    expect(() => schemas.input(z.object({ list: List }))).toThrow('two schemas are named');
  });
});
