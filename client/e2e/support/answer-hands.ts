import { expect, type Locator, type Page } from '@playwright/test';
import type { BankQuestion } from '@anquanli/contract/question-bank';
import type { Key, PointInPicture, Zone } from '@anquanli/contract/question';
import type { PhonePage } from '../pages/phone-page';
import { rightOrder, rightTexts } from './question-text';

type KeyOf<Kind extends Key['kind']> = Extract<Key, { kind: Kind }>;

/** The ways to give the right answer to a question of any kind: with a finger, or without one. */
export interface Hands {
  answer(question: BankQuestion): Promise<void>;
}

const middleOf = (zone: Zone): PointInPicture => {
  if (zone.shape === 'circle') return zone.center;
  const corners = zone.shape === 'rect' ? [zone.from, zone.to] : zone.points;
  const mean = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return [mean(corners.map(([x]) => x)), mean(corners.map(([, y]) => y))];
};

/** What is to be found: all places, or one of them. */
const sought = ({ mode, zones }: KeyOf<'hotspot'>) => (mode === 'find-all' ? zones : zones.slice(0, 1));

const rows = ({ page }: PhonePage): Locator => page.getByRole('list', { name: '您排的顺序' }).getByRole('listitem');
const orderOn = async (phone: PhonePage): Promise<string[]> =>
  (await rows(phone).locator('.t').allTextContents()).map((text) => text.trim());

const arrowUp = (phone: PhonePage, at: number): Locator =>
  rows(phone)
    .nth(at)
    .getByRole('button', { name: /往上移$/ });

/** How one sort of hands does what the kinds of questions ask for. */
interface Touch {
  press(target: Locator): Promise<void>;
  order(question: BankQuestion): Promise<void>;
  number(key: KeyOf<'numeric'>): Promise<void>;
  blanks(key: KeyOf<'text'>): Promise<void>;
  mark(key: KeyOf<'hotspot'>): Promise<void>;
}

function handsOf(phone: PhonePage, touch: Touch): Hands {
  return {
    async answer(question) {
      const { key } = question;
      switch (key.kind) {
        case 'single':
        case 'boolean':
          return touch.press(phone.option(rightTexts(question)[0] ?? ''));
        case 'multiple':
          for (const text of rightTexts(question)) await touch.press(phone.option(text));
          return touch.press(phone.submit());
        case 'ordering':
          return touch.order(question);
        case 'numeric':
          return touch.number(key);
        case 'text':
          return touch.blanks(key);
        case 'hotspot':
          return touch.mark(key);
      }
    },
  };
}

/** A hand on a touch screen: taps, drags and types. */
export function fingers(phone: PhonePage): Hands {
  const { page } = phone;
  const tap = (target: Locator) => target.tap();

  async function order(question: BankQuestion): Promise<void> {
    // The first row to the end of the list by its grip, then each to its place by the arrows.
    const [first] = await orderOn(phone);
    await dragByTouch(page, rows(phone).first().locator('.grip'), rows(phone).last());
    await expect.poll(async () => (await orderOn(phone)).pop()).toBe(first);
    for (const [place, step] of rightOrder(question).entries()) {
      for (let at = (await orderOn(phone)).indexOf(step); at > place; at--) {
        await tap(arrowUp(phone, at));
        await expect.poll(async () => (await orderOn(phone)).indexOf(step)).toBe(at - 1);
      }
    }
    await tap(phone.button('就按这个顺序提交'));
  }

  async function mark(key: KeyOf<'hotspot'>): Promise<void> {
    const canvas = page.getByRole('application');
    await canvas.scrollIntoViewIfNeeded();
    for (const [index, zone] of sought(key).entries()) {
      const [x, y] = middleOf(zone);
      const box = await canvas.boundingBox();
      if (box === null) throw new Error('No picture');
      await page.touchscreen.tap(box.x + x * box.width, box.y + y * box.height);
      await expect(phone.button(new RegExp(`^标记 ${index + 1}，`))).toBeVisible();
      // Two quick taps would zoom.
      await page.waitForTimeout(350);
    }
    await tap(phone.submit());
  }

  async function number(key: KeyOf<'numeric'>): Promise<void> {
    for (const sign of String(key.accept[0]?.min)) {
      await tap(phone.button(sign === '.' ? '小数点' : new RegExp(`^${sign}$`)));
    }
    await tap(phone.submit());
  }

  async function blanks(key: KeyOf<'text'>): Promise<void> {
    for (const [index, [shown = '']] of key.blanks.entries()) {
      await tap(page.getByRole('textbox').nth(index));
      await page.keyboard.insertText(shown);
    }
    await tap(phone.submit());
  }

  return handsOf(phone, { press: tap, order, number, blanks, mark });
}

/** Somebody who neither sees the picture nor points: the keyboard alone. */
export function keys(phone: PhonePage): Hands {
  const { page } = phone;
  const reach = async (target: Locator): Promise<void> => {
    await expect(target).toBeVisible();
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return target.evaluate((element) => element === document.activeElement);
      })
      .toBe(true);
  };
  const press = async (target: Locator, key = 'Enter'): Promise<void> => {
    await reach(target);
    await page.keyboard.press(key);
  };

  async function order(question: BankQuestion): Promise<void> {
    for (const [place, step] of rightOrder(question).entries()) {
      const at = (await orderOn(phone)).indexOf(step);
      if (at === place) continue;
      await reach(arrowUp(phone, at));
      // The focus stays with the row that moves.
      for (let left = at; left > place; left--) await page.keyboard.press('ArrowUp');
      await expect.poll(async () => (await orderOn(phone)).indexOf(step)).toBe(place);
    }
    await press(phone.button('就按这个顺序提交'));
  }

  /** All places by the list of their names, a single one by the crosshair. */
  async function mark(key: KeyOf<'hotspot'>): Promise<void> {
    if (key.mode === 'find-all') {
      await press(phone.button('用文字列表作答'));
      for (const { label } of key.zones) await press(page.getByRole('checkbox', { name: label }), 'Space');
    } else {
      await reach(page.getByRole('application'));
      const [x, y] = middleOf(sought(key)[0] ?? { ...NOWHERE });
      await page.keyboard.press('ArrowRight');
      const steps = (share: number) => Math.round((share - 0.5) / 0.02);
      for (let n = Math.abs(steps(x)); n > 0; n--) await page.keyboard.press(x > 0.5 ? 'ArrowRight' : 'ArrowLeft');
      for (let n = Math.abs(steps(y)); n > 0; n--) await page.keyboard.press(y > 0.5 ? 'ArrowDown' : 'ArrowUp');
      await page.keyboard.press('Enter');
      await expect(phone.button(/^标记 1，/)).toBeVisible();
    }
    await press(phone.submit());
  }

  async function number(key: KeyOf<'numeric'>): Promise<void> {
    await reach(page.getByRole('textbox'));
    await page.keyboard.type(String(key.accept[0]?.min).replace('.', ','));
    await page.keyboard.press('Enter');
  }

  async function blanks(key: KeyOf<'text'>): Promise<void> {
    await reach(page.getByRole('textbox').first());
    for (const [shown = ''] of key.blanks) {
      await page.keyboard.insertText(shown);
      await page.keyboard.press('Enter');
    }
  }

  return handsOf(phone, { press, order, number, blanks, mark });
}

const NOWHERE: Zone = { id: '', label: '', feedback: null, shape: 'circle', center: [0.5, 0.5], r: 0 };

/** Puts a finger on one thing, moves it to another and lifts it. */
async function dragByTouch(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('Nothing to drag');
  const x = start.x + start.width / 2;
  const [y1, y2] = [start.y + start.height / 2, end.y + end.height * 0.9];
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number | null) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === null ? [] : [{ x, y }] });
  await send('touchStart', y1);
  for (let step = 1; step <= 8; step++) await send('touchMove', y1 + ((y2 - y1) * step) / 8);
  // A finger that lets go in full swing flings, and the browser takes the next tap for the end of that.
  await page.waitForTimeout(200);
  await send('touchEnd', null);
  await session.detach();
}
