import type { Script } from './language.js';

/**
 * Letters that a language never uses although its neighbour in the same script does. They tell close languages apart,
 * and they show a locale file or a text that was written in the neighbour's spelling.
 */
const foreignLetters: Readonly<Record<string, string>> = {
  bg: 'ѓќѕјљњџђћёыэіїєґ',
  mk: 'ъщьюяйыёэіїєґђћ',
  sr: 'ъщьюяйыёэіїєґѓќѕ',
  uk: 'ыэъё',
  ru: 'іїєґ',
  ur: 'يكة',
  fa: 'ٹڈڑے',
  ar: 'گچپٹ',
};

/** Scripts in which a neighbour writes nearly the same language: not one letter of them belongs in it. */
const foreignScripts: Readonly<Record<string, Script>> = { hi: 'Arabic', ur: 'Devanagari', en: 'Cyrillic' };

const lettersOfScript: Readonly<Record<Script, RegExp>> = {
  Latin: /(?=\p{L})\p{Script=Latin}/gu,
  Cyrillic: /(?=\p{L})\p{Script=Cyrillic}/gu,
  Greek: /(?=\p{L})\p{Script=Greek}/gu,
  Devanagari: /(?=\p{L})\p{Script=Devanagari}/gu,
  Arabic: /(?=\p{L})\p{Script=Arabic}/gu,
  Hebrew: /(?=\p{L})\p{Script=Hebrew}/gu,
};

/** The letters in a text that its language never uses, each once. */
export function lettersForeignTo(language: string, text: string): string[] {
  const foreign = foreignLetters[language] ?? '';
  const composed = text.normalize('NFC').toLowerCase();
  const script = foreignScripts[language];
  const ofScript = script === undefined ? [] : (composed.match(lettersOfScript[script]) ?? []);
  return [...new Set([...Array.from(composed).filter((letter) => foreign.includes(letter)), ...ofScript])];
}

/** What share of a text's letters is in a script, 0 to 1; 1 for a text without letters. */
export function shareOfScript(script: Script, text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 1 : (text.match(lettersOfScript[script])?.length ?? 0) / letters;
}
