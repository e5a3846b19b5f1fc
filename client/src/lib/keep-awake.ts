/**
 * Keeps the screen on during a round. Wake Lock exists only on secure addresses; the hall's plain http page plays a
 * silent, muted, inline video instead, which must be started by the person's own tap. The video is the stream of a
 * one-colour canvas, so nothing is downloaded. It covers the page from behind: engines ignore small videos.
 * Both are given up when the page is hidden and taken again when it returns.
 */
export interface KeepAwake {
  /** Call from a tap. May be called any number of times. */
  start(): void;
  stop(): void;
}

interface WakeLockSentinelLike {
  release(): Promise<void>;
}

export function createKeepAwake(): KeepAwake {
  let isWanted = false;
  let lock: WakeLockSentinelLike | null = null;
  let video: SilentVideo | null = null;

  async function take(): Promise<void> {
    if (!isWanted || document.visibilityState !== 'visible') return;
    const wakeLock = (navigator as { wakeLock?: { request(type: 'screen'): Promise<WakeLockSentinelLike> } }).wakeLock;
    try {
      if (wakeLock === undefined) throw new Error('no wake lock here');
      lock = await wakeLock.request('screen');
    } catch {
      video ??= createSilentVideo();
      video?.play();
    }
  }

  const onVisible = () => void take();
  return {
    start() {
      if (!isWanted) document.addEventListener('visibilitychange', onVisible);
      isWanted = true;
      void take();
    },
    stop() {
      isWanted = false;
      document.removeEventListener('visibilitychange', onVisible);
      lock?.release().catch(() => undefined);
      lock = null;
      video?.remove();
      video = null;
    },
  };
}

interface SilentVideo {
  play(): void;
  remove(): void;
}

function createSilentVideo(): SilentVideo | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 16;
  const picture = canvas.getContext('2d');
  if (picture === null || typeof canvas.captureStream !== 'function') return null;
  // A stream without new pictures counts as stalled.
  const timer = setInterval(() => picture.fillRect(0, 0, 16, 16), 500);
  const stream = canvas.captureStream(2);
  const video = document.createElement('video');
  video.className = 'keep-awake';
  video.muted = true;
  video.setAttribute('playsinline', '');
  video.setAttribute('aria-hidden', 'true');
  video.srcObject = stream;
  document.body.appendChild(video);
  return {
    play: () => void video.play().catch(() => undefined),
    remove() {
      clearInterval(timer);
      stream.getTracks().forEach((track) => track.stop());
      video.remove();
    },
  };
}
