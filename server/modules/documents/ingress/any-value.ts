import type { BoundedReader } from './bounded-reader.js';
import { RefusedFrame } from './refused-frame.js';

const deepest = 4;
const longestKey = 64;
const wideNumber = 8;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Passes over one value of lib0's `any`: the attributes of elements are such values. @throws RefusedFrame */
export function skipAny(reader: BoundedReader, depth = 0): void {
  if (depth > deepest) throw new RefusedFrame('a value is nested too deeply');
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125: // an integer, in seven bits a byte but for the first
      while (reader.byte() >= 0x80);
      return;
    case 124: // a number of 32 bits
      reader.take(wideNumber / 2);
      return;
    case 123: // a number of 64 bits
      reader.take(wideNumber);
      return;
    case 119:
      reader.skipText();
      return;
    case 118:
      return skipObject(reader, depth);
    case 117:
      for (let many = reader.count(); many > 0; many -= 1) skipAny(reader, depth + 1);
      return;
    default:
      throw new RefusedFrame('it holds what no editor makes');
  }
}

function skipObject(reader: BoundedReader, depth: number): void {
  for (let many = reader.count(2); many > 0; many -= 1) {
    if (forbiddenKeys.has(reader.text(longestKey))) throw new RefusedFrame('a key is not allowed');
    skipAny(reader, depth + 1);
  }
}
