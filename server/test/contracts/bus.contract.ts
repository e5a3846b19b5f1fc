import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { type Bus, topic } from '../../src/platform/cluster/bus.js';
import { until } from '../support/until.js';

interface Subject {
  readonly bus: Bus;
  /** Another process of the same system; null where there can be none. */
  readonly other: Bus | null;
  close(): Promise<void>;
}

const weather = topic('test.weather', z.object({ place: z.string(), degrees: z.number() }));
const OTHER_SHAPE = topic('test.weather', z.object({ place: z.string() }));

/** What every bus promises. */
export function busContract(name: string, open: () => Promise<Subject>): void {
  describe(`bus: ${name}`, () => {
    let subject: Subject;
    const here: unknown[] = [];
    const there: unknown[] = [];

    beforeAll(async () => {
      subject = await open();
      subject.bus.on(weather, (news, from) => here.push([news, from]));
      subject.other?.on(weather, (news, from) => there.push([news, from]));
      await until(() => subject.bus.isOpen);
    }, 60_000);

    afterAll(() => subject.close());

    it('tells itself before the call returns, and every other process once', async () => {
      const { bus, other } = subject;
      const news = { place: '杭州', degrees: 21 };
      bus.tell(weather, news);
      expect(here).toEqual([[news, bus.nodeId]]);
      if (other === null) return;
      await until(() => there.length > 0);
      other.tellOthers(weather, { place: '宁波', degrees: 19 });
      await until(() => here.length === 2);
      expect(here[1]).toEqual([{ place: '宁波', degrees: 19 }, other.nodeId]);
      expect(there).toEqual([[news, bus.nodeId]]);
    });

    it('does not tell itself what is for others', () => {
      const before = here.length;
      subject.bus.tellOthers(weather, { place: '温州', degrees: 23 });
      expect(here).toHaveLength(before);
    });

    it('knows whether there can be others', () => {
      expect(subject.bus.isAlone).toBe(subject.other === null);
    });

    it('keeps from its listeners what another version says in another shape', async () => {
      const { bus, other } = subject;
      if (other === null) return;
      const before = here.length;
      other.tellOthers(OTHER_SHAPE, { place: '绍兴' });
      other.tellOthers(weather, { place: '金华', degrees: 25 });
      await until(() => here.length > before);
      expect(here.slice(before)).toEqual([[{ place: '金华', degrees: 25 }, other.nodeId]]);
      expect(bus.isOpen).toBe(true);
    });
  });
}
