import { useEffect, useRef, useState } from 'react';

/** Takes files that are dropped anywhere on the page; true while some are held above it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const callback = useRef(onFiles);
  callback.current = onFiles;
  useEffect(() => {
    // Enter and leave come for every element below; only when all are left, the page is.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      callback.current(Array.from(event.dataTransfer?.files ?? []));
    };
    const events = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const;
    names.forEach((name) => window.addEventListener(name, events[name]));
    return () => names.forEach((name) => window.removeEventListener(name, events[name]));
  }, []);
  return isOver;
}
