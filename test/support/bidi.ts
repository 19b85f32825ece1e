import type { Page } from 'playwright-core';

const inMain = `(() => {
  const pairs = { '«': '»', '“': '”', '„': '“', '”': '“', '(': ')', '״': '״' };
  const faults = [];
  let seen = 0;
  const blockOf = (node) => {
    let element = node.parentElement;
    while (getComputedStyle(element).display.startsWith('inline')) element = element.parentElement;
    return element;
  };
  const lines = new Map();
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility({ visibilityProperty: true }) || node.textContent === '') continue;
    const block = blockOf(node);
    const signs = lines.get(block) ?? [];
    for (let at = 0; at < node.length; at += 1) signs.push({ node, at, sign: node.textContent[at] });
    lines.set(block, signs);
  }
  const boxOf = ({ node, at }) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (const signs of lines.values()) {
    let isolates = 0;
    for (const [from, { sign, node }] of signs.entries()) {
      if (sign === '\\u2068') isolates += 1;
      if (sign === '\\u2069') isolates -= 1;
      // Inside an isolate lines run as its words do, which no style tells.
      if (isolates > 0 || !Object.hasOwn(pairs, sign)) continue;
      let depth = 0;
      const to = signs.findIndex((other, at) => {
        if (at <= from) return false;
        if (other.sign === pairs[sign]) return (depth -= 1) < 0;
        if (other.sign === sign) depth += 1;
        return false;
      });
      const within = signs.slice(from + 1, to);
      if (to < 0 || !within.some((one) => /[\\p{L}\\p{N}]/u.test(one.sign))) continue;
      const [opening, closing] = [boxOf(signs[from]), boxOf(signs[to])];
      const boxes = within.filter((one) => one.sign.trim() !== '').map(boxOf).filter(({ width }) => width > 0);
      // What runs over several lines has its ends elsewhere.
      const isOneLine = [closing, ...boxes].every(({ bottom, top }) => top < opening.bottom && bottom > opening.top);
      if (boxes.length === 0 || !isOneLine) continue;
      seen += 1;
      const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
      const isRightToLeft = getComputedStyle(node.parentElement).direction === 'rtl';
      const holds = isRightToLeft
        ? opening.left >= right - 2 && closing.right <= left + 2
        : opening.right <= left + 2 && closing.left >= right - 2;
      if (!holds) faults.push(signs.slice(Math.max(0, from - 20), to + 6).map((one) => one.sign).join(''));
    }
  }
  return { seen, faults };
})()`;

/**
 * Quotation marks and brackets in the main part of a page that do not stand at the ends of what they are around, as they
 * are drawn; and how many were looked at.
 */
export const misplacedMarks = (page: Page): Promise<{ seen: number; faults: string[] }> => page.evaluate(inMain);
