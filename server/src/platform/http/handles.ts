import type { Method, Route } from '@anquanli/contract/exchange.js';
import { RouteConfig } from '@nestjs/platform-fastify';
import { applyDecorators, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata } from '@nestjs/common';

const ROUTE = 'anquanli:route';
const VERBS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const satisfies Record<
  Method,
  unknown
>;

/** Binds a handler to a route of the contract: method, path, policy and schemas all come from there. */
export function Handles(route: Route): MethodDecorator {
  const large = route.policy.bodyBytes === undefined ? [] : [RouteConfig({ largeBody: route.policy })];
  return applyDecorators(VERBS[route.method](route.path), HttpCode(200), SetMetadata(ROUTE, route), ...large);
}

/** The route a handler was bound to; undefined when it was not bound by {@link Handles}. */
export function routeOf(handler: object): Route | undefined {
  return Reflect.getMetadata(ROUTE, handler) as Route | undefined;
}
