import type { RouteGroups } from '@anquanli/contract/all-routes.js';
import { Refusal } from '@anquanli/contract/error.js';
import type { Policy, Route } from '@anquanli/contract/exchange.js';
import { CONTRACT_VERSION } from '@anquanli/contract/version.js';
import { type JsonSchema, JsonSchemas } from './json-schemas.js';
import { SESSION_COOKIE } from './session-cookie.js';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** By media type. */
type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

/** What one route takes and gives. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly []>>[];
  readonly 'x-who': Policy['who'];
  readonly 'x-rate-limit'?: Policy['limit'];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { description: string; content: Content } | { $ref: string }>>;
}

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  /** By path, then by method in small letters. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<'schemas' | 'responses' | 'securitySchemes', Readonly<Record<string, object>>>>;
}

const DESCRIPTION =
  'Replies may gain fields: ignore what you do not know. A program that writes with the session cookie sends the ' +
  'Origin of the server along. The messages of the sockets are in the protocol manual, server/contract/README.md.';

const SECURITY_SCHEMES = {
  session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'Set by signing in: POST /api/session.' },
  person: { type: 'http', scheme: 'bearer', description: 'The personToken of somebody who joined or registered.' },
} as const;

/** How {@link Policy.who} is shown on the way in. */
const SECURITY = {
  anyone: [],
  player: [{ person: [] }],
  signed_in: [{ session: [] }],
  organiser: [{ session: [] }],
  host: [{ session: [] }],
  admin: [{ session: [] }],
  stage: [],
} as const satisfies Record<Policy['who'], Operation['security']>;

/** The OpenAPI 3.1 document of routes. Routes of one path share a path item; `operationId` is `group.name`. */
export function openApiOf(groups: RouteGroups): OpenApi {
  const schemas = new JsonSchemas();
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [group, routes] of Object.entries(groups)) {
    for (const [name, route] of Object.entries(routes)) {
      const item = (paths[route.path.replace(/:(\w+)/g, '{$1}')] ??= {});
      item[route.method.toLowerCase()] = operationOf(route, { group, name }, schemas);
    }
  }
  const refusal = { description: 'A refusal. Its status belongs to its code.', content: json(schemas.output(Refusal)) };
  return {
    openapi: '3.1.0',
    info: { title: '安全力', version: String(CONTRACT_VERSION), description: DESCRIPTION },
    tags: Object.keys(groups).map((name) => ({ name })),
    paths,
    components: { schemas: schemas.named, responses: { Refusal: refusal }, securitySchemes: SECURITY_SCHEMES },
  };
}

function operationOf(route: Route, { group, name }: { group: string; name: string }, schemas: JsonSchemas): Operation {
  const { policy, params, query, body } = route;
  const parameters = [
    ...(params ? parametersOf('path', schemas.input(params)) : []),
    ...(query ? parametersOf('query', schemas.input(query)) : []),
  ];
  return {
    operationId: `${group}.${name}`,
    summary: inWords(name),
    tags: [group],
    security: SECURITY[policy.who],
    'x-who': policy.who,
    ...(policy.limit && { 'x-rate-limit': policy.limit }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(schemas.input(body)) } }),
    responses: { 200: replyOf(route, schemas), default: { $ref: '#/components/responses/Refusal' } },
  };
}

/** Both come as objects of the route, one field a parameter. */
function parametersOf(place: Parameter['in'], { properties = {}, required = [] }: JsonSchema): Parameter[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: typeof schema === 'boolean' ? {} : schema,
  }));
}

function replyOf({ reply }: Route, schemas: JsonSchemas): { description: string; content: Content } {
  if (!reply) return { description: 'A file.', content: { '*/*': {} } };
  return { description: 'The reply.', content: json(schemas.output(reply)) };
}

function json(schema: JsonSchema): Content {
  return { 'application/json': { schema } };
}

/** `signOutEverywhere` → `Sign out everywhere`. */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
