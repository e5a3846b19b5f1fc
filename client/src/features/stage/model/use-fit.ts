import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * The first of `stepCount` steps at which the content of the box fits, found by measuring before the picture is drawn.
 * `content` names what is set; a new text, another size of the box or a font that arrives begins again at step 0.
 */
export function useFit(stepCount: number, content: string): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const key = `${useRoom(box)} ${content}`;
  const [found, setFound] = useState({ key, index: 0 });
  const index = found.key === key ? found.index : 0;
  useLayoutEffect(() => {
    if (box.current !== null && index < stepCount - 1 && isOverfull(box.current)) setFound({ key, index: index + 1 });
  }, [key, index, stepCount]);
  return [box, index];
}

/**
 * The box and its parts marked `data-fit="both"` must hold their content, those marked `width` must not be too narrow for a
 * word: characters reach above and below a tight line, so the height of a few lines says nothing. A pixel is rounding.
 */
function isOverfull(box: HTMLElement): boolean {
  const whole = [box, ...Array.from(box.querySelectorAll<HTMLElement>('[data-fit="both"]'))];
  const narrow = Array.from(box.querySelectorAll<HTMLElement>('[data-fit="width"]'));
  return (
    whole.some((part) => part.scrollHeight > part.clientHeight + 1) ||
    [...whole, ...narrow].some((part) => part.scrollWidth > part.clientWidth + 1)
  );
}

/** Changes with the size of the box, which must not depend on its content, and once when the fonts have arrived. */
function useRoom(box: RefObject<HTMLDivElement | null>): string {
  const [size, setSize] = useState('');
  const [hasFonts, setFonts] = useState(false);
  useEffect(() => {
    let isMounted = true;
    void document.fonts?.ready.then(() => isMounted && setFonts(true));
    const watched = box.current;
    if (watched === null || typeof ResizeObserver === 'undefined') return () => void (isMounted = false);
    const observer = new ResizeObserver(() => setSize(`${watched.clientWidth}x${watched.clientHeight}`));
    observer.observe(watched);
    return () => {
      isMounted = false;
      observer.disconnect();
    };
  }, [box]);
  return `${size} ${hasFonts ? 'with' : 'without'} fonts`;
}
