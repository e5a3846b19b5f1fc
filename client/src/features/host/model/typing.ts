/** Is somebody writing there, so that a key is a letter and no command? */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]');
}

/** Would the space key do something of its own there: write, press, open, or answer a dialogue? */
export function takesSpace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    isTyping(target) || target.closest('button, a, summary, [role="dialog"], [role="menu"], [role="switch"]') !== null
  );
}
