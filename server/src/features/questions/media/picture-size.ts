export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a picture as browsers show it, upright; null for what is no picture that can be read. */
export async function pictureSize(bytes: Uint8Array): Promise<PictureSize | null> {
  // Loaded only where a set does not say how large its pictures are.
  const { default: sharp } = await import('sharp');
  try {
    const { autoOrient } = await sharp(bytes).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return null;
  }
}
