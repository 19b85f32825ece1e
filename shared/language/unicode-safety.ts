/** Characters that reorder or hide text: bidirectional controls, zero-width and invisible ones, tags, soft hyphen. */
const hidden = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/gu;

/** Joiners are letters' business in Devanagari and Arabic script, and mischief elsewhere. */
const joiners = /[\u200C\u200D]/g;

/** The text in composed form (NFC), without characters that nobody can see. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(hidden, '');
}

export const hasHidden = (text: string): boolean => text.search(hidden) >= 0;

/** Lookalikes of Latin letters in Cyrillic and Greek, small letters; own table after UTS #39, the letters names use. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a', с: 'c', ԁ: 'd', е: 'e', ё: 'e', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o', р: 'p',
  ԛ: 'q', г: 'r', ѕ: 's', т: 't', и: 'u', ц: 'u', ѵ: 'v', в: 'b', ԝ: 'w', ш: 'w', х: 'x', у: 'y', з: '3', ь: 'b', н: 'h',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'u', ν: 'v', ο: 'o', ρ: 'p', σ: 'o', τ: 't', υ: 'u', χ: 'x', ω: 'w', γ: 'y',
  0: 'o', 1: 'l', 'ı': 'i', 'ł': 'l',
  ك: 'ک', ي: 'ی', ى: 'ی', ه: 'ہ', ة: 'ہ',
};

/** Marks that a name keeps its identity without: accents of Latin, Cyrillic and Greek, and Arabic vowel signs. */
const marks = /[\u0300-\u036F\u064B-\u065F\u0670]/g;

/**
 * What a name looks like at a glance: two names with the same skeleton can be taken for each other (UTS #39, section 4,
 * with our own shorter table).
 */
export function skeleton(name: string): string {
  const bare = cleanText(name).toLowerCase().normalize('NFD').replace(marks, '').normalize('NFC').replace(joiners, '');
  return [...bare].map((letter) => lookalikes[letter] ?? letter).join('').replace(/[\s._-]+/g, '');
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Devanagari}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u];

/**
 * Whether a name can be worn: composed, visible, letters of one script, and only letters, marks, digits, spaces and a
 * few signs between them.
 */
export function isSafeName(name: string): boolean {
  if (name !== name.normalize('NFC') || hasHidden(name)) return false;
  if (!/^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} .'’_\u200C\u200D-]*[\p{L}\p{M}\p{N}.])?$/u.test(name)) return false;
  if (/[\u200C\u200D]/.test(name) && !/[\p{Script=Devanagari}\p{Script=Arabic}]/u.test(name)) return false;
  return scripts.filter((script) => script.test(name)).length <= 1;
}
