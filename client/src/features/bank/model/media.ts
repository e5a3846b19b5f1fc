import type { BankMedia } from '@anquanli/contract/bank';

/** The address of a picture. */
export function mediaSource({ sha256 }: Pick<BankMedia, 'sha256'>): string {
  return `/api/media/${sha256.replace(/^sha256:/, '')}`;
}

/** "1.2 MB", "340 kB". */
export function sizeText(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

export const PICTURE_TYPES = 'image/png,image/jpeg,image/webp,image/gif';

/** The content of a file as base64, or null when the browser cannot read it. */
export function base64Of(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1) || null);
    };
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
