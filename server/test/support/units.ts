import type { Participant } from '@anquanli/contract/people';
import { CONSENT_VERSION } from '@anquanli/contract/people';
import type { Poster, Unit, UnitCode, UnitContent } from '@anquanli/contract/units';
import { randomBytes } from 'node:crypto';
import { Browser, type Answer } from './browser.js';

export const aUnitContent = (changes: Partial<UnitContent> = {}): UnitContent => ({
  name: '机修班',
  kind: 'team',
  sector: null,
  code: null,
  headCount: null,
  aliases: [],
  needsApproval: false,
  ...changes,
});

export const aToken = (): string => randomBytes(16).toString('hex');

/** What organisers and captains do with units, over the wire. */
export class UnitsDesk {
  constructor(readonly browser: Browser) {}

  async add(parentId: string | null, changes: Partial<UnitContent>): Promise<Unit> {
    return (await this.tryAdd(parentId, changes)).body as Unit;
  }

  tryAdd(parentId: string | null, changes: Partial<UnitContent>): Promise<Answer> {
    return this.browser.post('/api/units', { parentId, content: aUnitContent(changes) });
  }

  async list(): Promise<Unit[]> {
    return ((await this.browser.get('/api/units')).body as { units: Unit[] }).units;
  }

  async get(id: string): Promise<Unit> {
    const unit = (await this.list()).find((each) => each.id === id);
    if (unit === undefined) throw new Error(`no unit ${id}`);
    return unit;
  }

  async order(id: string, what: 'place' | 'merger' | 'retirement', body: object): Promise<Answer> {
    const { version } = await this.get(id);
    return this.browser.post(`/api/units/${id}/${what}`, { version, ...body });
  }

  async code(id: string, ends: { expiresAt?: number; oldUntil?: number } = {}): Promise<string> {
    const body = { expiresAt: null, oldUntil: null, ...ends };
    return ((await this.browser.post(`/api/units/${id}/codes`, body)).body as UnitCode).code;
  }

  async posters(id: string): Promise<Poster[]> {
    return ((await this.browser.get(`/api/units/${id}/posters`)).body as { posters: Poster[] }).posters;
  }

  /** A browser in which a captain of the unit is signed in. */
  async captainOf(id: string, origin: string, name: string): Promise<Browser> {
    const password = 'captain-of-tests';
    await this.browser.post(`/api/units/${id}/captains`, { name, password });
    const captain = new Browser(origin);
    await captain.post('/api/session', { name, password });
    return captain;
  }
}

/** A phone with a token of its own making. */
export class Phone {
  private readonly browser: Browser;

  constructor(
    origin: string,
    readonly personToken = aToken(),
  ) {
    this.browser = new Browser(origin);
  }

  register(code: string, name: string, changes: object = {}): Promise<Answer> {
    const body = { code, name, employeeNo: null, consentVersion: CONSENT_VERSION, personToken: this.personToken };
    return this.browser.post('/api/registration', { ...body, ...changes });
  }

  recover(code: string, name: string, recoveryCode: string): Promise<Answer> {
    return this.browser.post('/api/registration/recovery', {
      ...{ code, name, recoveryCode, personToken: this.personToken },
    });
  }

  claim(code: string, name: string): Promise<Answer> {
    return this.browser.post('/api/registration/claims', { code, name, personToken: this.personToken });
  }

  async me(): Promise<Participant> {
    return (await this.get('/api/me')).body as Participant;
  }

  get(path: string): Promise<Answer> {
    return this.browser.get(path, this.bearer());
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.browser.post(path, body, this.bearer());
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.browser.put(path, body, this.bearer());
  }

  private bearer(): Record<string, string> {
    return { authorization: `Bearer ${this.personToken}` };
  }
}
