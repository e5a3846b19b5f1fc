import { playerNotices } from '@anquanli/contract/live';
import { parseFrame, type Frame } from './frame.js';

/** Events that go to one phone alone. */
export const PERSONAL: ReadonlySet<string> = new Set([playerNotices.me.name, playerNotices.screen.name]);

/**
 * Reads frames for many bots of one thread. A broadcast is the same bytes for every socket: it is parsed once and recognised
 * after that, so that the generator costs less than the server it measures.
 */
export class FrameReader {
  private broadcast: { readonly bytes: Buffer; readonly frame: Frame } | null = null;
  private framesRead = 0;
  private bytesRead = 0;

  /** @param onParsed called for every frame that was parsed: each personal one, each broadcast about once */
  constructor(private readonly onParsed: (frame: Frame) => void = () => undefined) {}

  /** Frames and bytes of all bots so far, without the heads of WebSocket and TCP. */
  get traffic(): { frames: number; bytes: number } {
    return { frames: this.framesRead, bytes: this.bytesRead };
  }

  read(bytes: Buffer): Frame {
    this.framesRead += 1;
    this.bytesRead += bytes.length;
    if (this.broadcast?.bytes.equals(bytes) === true) return this.broadcast.frame;
    const frame = parseFrame(bytes.toString('utf8'));
    this.onParsed(frame);
    // Only events are broadcast, and not all of them.
    if (frame.kind === 'event' && !PERSONAL.has(frame.name)) this.broadcast = { bytes, frame };
    return frame;
  }
}
