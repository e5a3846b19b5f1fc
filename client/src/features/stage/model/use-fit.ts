import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * The first of `stepCount` steps at which the content of the box fits, found by measuring before the picture is drawn.
 * `content` names what is set; a new text, another window size or a font that arrives begins again at step 0.
 */
export function useFit(stepCount: number, content: string): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const picture = usePictureSize();
  const key = `${picture} ${content}`;
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

function usePictureSize(): string {
  const [size, setSize] = useState(sizeOfPicture);
  useEffect(() => {
    let isMounted = true;
    const measure = () => setSize(sizeOfPicture());
    window.addEventListener('resize', measure);
    document.fonts?.ready.then(() => {
      if (isMounted) setSize(`${sizeOfPicture()} with fonts`);
    });
    return () => {
      isMounted = false;
      window.removeEventListener('resize', measure);
    };
  }, []);
  return size;
}

function sizeOfPicture(): string {
  return `${window.innerWidth}x${window.innerHeight}`;
}
