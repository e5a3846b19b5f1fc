import { Browser } from './browser.js';

const PASSWORD = 'organiser-of-tests';

/** A browser in which an organiser of this name, just made by the admin, is signed in. */
export async function anOrganiser(origin: string, admin: Browser, name = '李组织'): Promise<Browser> {
  await admin.post('/api/accounts', { name, password: PASSWORD, role: 'organiser' });
  const browser = new Browser(origin);
  await browser.post('/api/session', { name, password: PASSWORD });
  return browser;
}
