import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const mostStops = 150;

const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === element.ownerDocument.activeElement);

/** Goes on with Tab, as people without a mouse do, until that is in focus. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.first().waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await isFocused(place.first())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('It is not to be reached by Tab');
}

/** Goes to a list of fixed choices and chooses by the arrow keys. */
export async function chooseByKeys(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.press('Home');
  for (let step = 0; step < 30 && (await select.inputValue()) !== value; step += 1)
    await page.keyboard.press('ArrowDown');
  expect(await select.inputValue()).toBe(value);
}

/** Goes to a field and writes; letters are letters there. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}

/** Goes to a button and presses it. */
export async function pressButton(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

/** Opens a list of the desk by its keys, and waits until its first case is shown. */
export async function openList(page: Page, number: number): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(String(number));
  await page.locator(`.desk-lists .button:nth-of-type(${number})[aria-pressed=true]`).waitFor();
}
