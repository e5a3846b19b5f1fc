import { playerExchanges } from '@anquanli/contract/live';
import { Bot } from './bot.js';
import type { FrameReader } from './frame-reader.js';

const MORE_TABS = 2;
const SENDINGS = 10;

/** Further tabs of one person, who presses again in each because nothing seems to happen. */
export class Tabs {
  private constructor(private readonly bots: readonly Bot[]) {}

  static async open(tab: { origin: string; auth: object; reader: FrameReader }): Promise<Tabs> {
    const nothing = () => undefined;
    const bots = Array.from({ length: MORE_TABS }, () => new Bot({ ...tab, onEvent: nothing, onEnd: nothing }));
    await Promise.all(bots.map((bot) => bot.connect()));
    return new Tabs(bots);
  }

  /** The same answer from all of them at the same moment: nine times, beside the first one that the phone sends itself. */
  submit(request: object, onReply: (reply: unknown) => void): void {
    for (let times = 1; times < SENDINGS; times += 1)
      this.bots[times % MORE_TABS]?.emit(playerExchanges.submitAnswer.name, request, onReply);
  }

  close(): void {
    for (const bot of this.bots) bot.close();
  }
}

/** How often each of such people must have been told the same. */
export const TOLD_TIMES = SENDINGS;
