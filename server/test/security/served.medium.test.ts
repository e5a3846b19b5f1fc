import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askRoute } from '../edges/ask-route.js';
import { furnish, nameOf, type Example } from '../edges/hall-of-routes.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** The router’s own drawing of its tree: indented by four characters, what stands above goes before. */
function routesIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth, Infinity, `${above[depth - 1] ?? ''}${part}`);
    return methods.split(', ').flatMap((method) => (method === '' ? [] : [`${method} ${above[depth] ?? ''}`]));
  });
}

describe('the server', () => {
  let server: TestServer;
  let examples: readonly Example[];

  beforeAll(async () => {
    server = await startTestServer({ config: { trustedProxies: ['loopback'] } });
    examples = await furnish(server, await server.setUpAdmin());
  }, 60_000);
  afterAll(() => server.remove());

  it('answers at the routes of the contract, and beside them at none but the client’s', () => {
    const { printRoutes } = server.app.getHttpAdapter().getInstance() as { printRoutes: (how: object) => string };
    const served = routesIn(printRoutes({ commonPrefix: false })).filter((name) => !name.startsWith('HEAD '));
    expect(served.sort()).toEqual([...ALL_ROUTES.map(nameOf), 'GET *'].sort());
  });

  const guarded = ALL_ROUTES.filter(({ method, policy: { who } }) => method === 'GET' && who !== 'anyone');

  it.each(guarded.map((route) => [nameOf(route), route] as const))(
    'says by HEAD no more than by: %s',
    async (_, route) => {
      const example = examples.find((each) => each.route === route);
      if (example === undefined) throw new Error(`no example of ${nameOf(route)}`);
      const { input } = example;
      const byGet = await askRoute(server, { route, input }, null);
      const byHead = await askRoute(server, { route: { ...route, method: 'HEAD' as 'GET' }, input }, null);
      expect(byGet.status).toBe(route.policy.who === 'player' ? 403 : 401);
      expect([byHead.status, byHead.text]).toEqual([byGet.status, '']);
    },
  );
});
