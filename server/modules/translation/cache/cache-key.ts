import { createHash } from 'node:crypto';
import { maskVersion } from '../engine/masking.js';
import type { Pair } from '../engine/translation-engine.js';

/** What decides how a passage is translated, beside its words. */
export interface CacheTerms extends Pair {
  readonly engine: string;
  /** Of the engine, its data and our own changes to it. */
  readonly engineVersion: string;
  /** The version of the dyad's glossary. */
  readonly glossary: number;
}

/** Counted up when keys are made otherwise. */
const keyVersion = 1;

/**
 * By which what an engine made of a passage is found again: SHA-256 of JSON whose fields always come in this order. Another
 * version of anything has other keys, so that nothing has to be thrown away when it changes.
 * @param html the passage as the engine gets it, composed (NFC) for the comparison
 * @returns hexadecimal digits
 */
export function cacheKey({ source, target, engine, engineVersion, glossary }: CacheTerms, html: string): string {
  const named = {
    v: keyVersion,
    text: html.normalize('NFC'),
    source,
    target,
    engine,
    engineVersion,
    glossary,
    format: 'html',
    mask: maskVersion,
  };
  return createHash('sha256').update(JSON.stringify(named)).digest('hex');
}
