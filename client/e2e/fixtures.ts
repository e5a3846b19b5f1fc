import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from '@playwright/test';
import { DeskPage } from './pages/desk-page';
import { HostPage } from './pages/host-page';
import { PhonePage } from './pages/phone-page';
import { StagePage } from './pages/stage-page';
import { setUpAdmin, type HallApi } from './support/hall-api';
import { startHallServer, type HallServer, type Questions } from './support/hall-server';

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
export const LAPTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const PROJECTOR: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };

export interface Hall extends HallServer, HallApi {}

interface Doors {
  /** A browser of its own, as every device in the hall is; closed at the end of the test. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  newPhone(options?: BrowserContextOptions): Promise<PhonePage>;
  newStage(options?: BrowserContextOptions): Promise<StagePage>;
  /** A desk that is signed in as the admin. */
  newDesk(options?: BrowserContextOptions): Promise<DeskPage>;
  /** The console of a round, signed in as the admin. */
  newHost(roundId: string, options?: BrowserContextOptions): Promise<HostPage>;
}

/**
 * `hall` is a server with an admin, shared by the tests of a file; every test makes rounds of its own. `asks` says which
 * questions it has.
 * A page that throws, or breaks the content security policy, fails its test.
 */
export const test = base.extend<Doors, { hall: Hall; asks: Questions }>({
  asks: ['bank', { option: true, scope: 'worker' }],
  hall: [
    async ({ asks }, use) => {
      const server = await startHallServer(asks);
      try {
        await use({ ...server, ...(await setUpAdmin(server)) });
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  newPage: async ({ browser }, use, testInfo) => {
    const devices = new Devices(browser);
    await use((options) => devices.open(options));
    if (testInfo.status !== testInfo.expectedStatus) process.stderr.write(`${await devices.lookAround()}\n`);
    await devices.close();
    expect(devices.mishaps).toEqual([]);
  },
  newPhone: async ({ hall, newPage }, use) => {
    await use(async (options) => new PhonePage(await newPage({ ...PHONE, ...options }), hall.hallUrl));
  },
  newStage: async ({ hall, newPage }, use) => {
    await use(async (options) => new StagePage(await newPage({ ...PROJECTOR, ...options }), hall.hallUrl));
  },
  newDesk: async ({ hall, newPage }, use) => {
    await use(async (options) => {
      const page = await newPage({ ...LAPTOP, ...options });
      await page.context().addCookies([{ ...hall.session, url: hall.hallUrl, httpOnly: true, sameSite: 'Lax' }]);
      return new DeskPage(page, hall.hallUrl);
    });
  },
  newHost: async ({ hall, newDesk }, use) => {
    await use(async (roundId, options) => {
      const { page } = await newDesk(options);
      const host = new HostPage(page, hall.hallUrl);
      await host.open(roundId);
      return host;
    });
  },
});

/** Networks that fail are part of some tests and of every cut connection. */
const EXPECTED = /Failed to load resource|WebSocket connection to|net::ERR_/;

/** The browsers of one test and what went wrong in them. */
export class Devices {
  readonly mishaps: string[] = [];
  /** Calls that were refused or had no answer: part of many tests, and what explains one that fails. */
  private readonly unanswered: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  constructor(private readonly browser: Browser) {}

  async open(options: BrowserContextOptions = LAPTOP): Promise<Page> {
    const context = await this.browser.newContext({ locale: 'zh-CN', ...options });
    this.contexts.push(context);
    await context.addInitScript(noteTaps);
    const page = await context.newPage();
    page.on('response', (response) => {
      if (response.status() >= 400) this.unanswered.push(`${response.status()} ${callOf(response.request())}`);
    });
    page.on('requestfailed', (request) =>
      this.unanswered.push(`${request.failure()?.errorText ?? 'failed'} ${callOf(request)}`),
    );
    page.on('pageerror', (error) => this.mishaps.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) this.mishaps.push(message.text());
    });
    return page;
  }

  /** For a test that has failed: where its pages are, what they say above or beside themselves, what was tapped last, and which calls came to nothing. */
  async lookAround(): Promise<string> {
    const pages = this.contexts.flatMap((context) => context.pages());
    const sights = pages.map(async (page) => {
      const said = await page
        .locator('[role=dialog]:visible, [role=alert]:visible, [role=status]:visible')
        .allInnerTexts();
      const taps = await page.evaluate(() => (window as TappedWindow).taps ?? []);
      return [page.url(), ...said.map((text) => `  ${text.replace(/\s+/gu, ' ')}`), `  ${taps.join(' · ')}`].join('\n');
    });
    return [...(await Promise.all(sights)), ...this.unanswered.slice(-20)].join('\n');
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

type TappedWindow = Window & { taps?: string[] };

/** Runs in a page: what the last taps went down on, came up on and clicked, in ms since the page was opened. */
function noteTaps(): void {
  const taps: string[] = [];
  (window as TappedWindow).taps = taps;
  for (const name of ['pointerdown', 'pointerup', 'click']) {
    const note = ({ target }: Event) => {
      const { tagName, textContent } = (target as Element).closest('button, a, label, input') ?? (target as Element);
      taps.push(`${name} ${Math.round(performance.now())} ${tagName} ${(textContent ?? '').trim().slice(0, 20)}`);
      taps.splice(0, taps.length - 6);
    };
    window.addEventListener(name, note, true);
  }
}

function callOf(request: Request): string {
  return `${request.method()} ${request.url()}`;
}

export { expect };
