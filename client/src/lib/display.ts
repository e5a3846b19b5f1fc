import { useEffect } from 'react';
import * as z from 'zod/mini';
import { slot } from './storage';
import { useSlot } from './use-slot';

const textSize = slot('text-size', z.enum(['normal', 'large']));

/** Puts the remembered text size on the document. Call before the first picture. */
export function applyTextSize(): void {
  if (textSize.read() === 'large') document.documentElement.setAttribute('data-text', 'large');
  else document.documentElement.removeAttribute('data-text');
}

/** 大字版: larger text and targets, remembered on this device. */
export function useLargeText(): [isLarge: boolean, setLarge: (isLarge: boolean) => void] {
  const isLarge = useSlot(textSize) === 'large';
  return [
    isLarge,
    (next) => {
      textSize.write(next ? 'large' : 'normal');
      applyTextSize();
    },
  ];
}

/** The title of the window while the component is shown: "title · 安全力". */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? '安全力' : `${title} · 安全力`;
  }, [title]);
}
