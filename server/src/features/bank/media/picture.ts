import { accept, refuse, type Result } from '../../../domain/shared/result.js';

/** A picture as it is kept: made anew from its pixels, so that nothing else of the file that was brought is left. */
export interface Picture {
  readonly bytes: Buffer;
  readonly mime: 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** By their content, whatever the file calls itself. Drawings that could hold programs are not among them. */
const FORMATS = new Set(['png', 'jpeg', 'webp', 'gif']);
const MAX_PIXELS = 40_000_000;
/** More than any phone or stage shows of one question. */
const MAX_SIDE = 1_920;

/** Reads a picture by its content and encodes it anew, upright, without its notes on place and camera. */
export async function pictureOf(file: Uint8Array): Promise<Result<Picture>> {
  // Loaded only where somebody brings a picture.
  const { default: sharp } = await import('sharp');
  try {
    const { format } = await sharp(file, { limitInputPixels: MAX_PIXELS }).metadata();
    if (!FORMATS.has(format)) return refuse('picture_unreadable', { path: 'content' });
    const { data, info } = await sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 84 })
      .toBuffer({ resolveWithObject: true });
    return accept({ bytes: data, mime: 'image/webp', width: info.width, height: info.height });
  } catch {
    return refuse('picture_unreadable', { path: 'content' });
  }
}
