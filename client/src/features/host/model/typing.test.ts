import { afterEach, describe, expect, it } from '@jest/globals';
import { isTyping, takesSpace } from './typing';

afterEach(() => {
  document.body.innerHTML = '';
});

function inPage(html: string, selector: string): Element {
  document.body.innerHTML = html;
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

describe('the space key', () => {
  it('goes on where nothing has the focus', () => {
    expect(takesSpace(document.body)).toBe(false);
    expect(takesSpace(null)).toBe(false);
  });

  it('writes in a field', () => {
    expect(isTyping(inPage('<input>', 'input'))).toBe(true);
    expect(takesSpace(inPage('<textarea></textarea>', 'textarea'))).toBe(true);
  });

  it('presses the button that has the focus, also from within it', () => {
    expect(takesSpace(inPage('<button><b>收题</b></button>', 'b'))).toBe(true);
    expect(isTyping(inPage('<button></button>', 'button'))).toBe(false);
  });

  it('stays inside an open dialogue', () => {
    expect(takesSpace(inPage('<div role="dialog"><p tabindex="0">?</p></div>', 'p'))).toBe(true);
  });
});
