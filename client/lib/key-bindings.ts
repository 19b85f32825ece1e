import { meet, shortcutActNames, shortcutActs, type ShortcutAct } from './shortcut-acts';

/** The keys that somebody has chosen instead of ours. */
export type ChosenKeys = Readonly<Partial<Record<ShortcutAct, string>>>;

/** What was pressed, as far as it says which key is meant. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

const signsByCode: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
};

/** What a Latin keyboard has in this place. */
function latin({ code, shiftKey }: Press): string | undefined {
  const [, letterOrDigit] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  return letterOrDigit ?? signsByCode[code]?.[shiftKey ? 1 : 0];
}

/**
 * The key that was meant. Whoever has their keyboard set to Cyrillic, Devanagari or Arabic script presses the same key as
 * everybody else and need not change it for one letter; capitals mean the same as small letters.
 */
export function keyOf(press: Press): string {
  const isOneSign = [...press.key].length === 1;
  const isLatin = /^[!-~]$/.test(press.key);
  return (isOneSign && !isLatin ? (latin(press) ?? press.key) : press.key).toLowerCase();
}

/** One sign that a hand can press alone; digits choose among several things, and are taken by that. */
const isUsable = (key: string): boolean => /^[!-/:-~]$/.test(key);

export const keyFor = (act: ShortcutAct, chosen: ChosenKeys): string => chosen[act] ?? shortcutActs[act].key;

/** Whether and why a key cannot be chosen; nothing where it can. */
export type Refusal = { readonly why: 'not_usable' } | { readonly why: 'taken'; readonly by: ShortcutAct };

export function refusalOf(act: ShortcutAct, key: string, chosen: ChosenKeys): Refusal | undefined {
  if (!isUsable(key)) return { why: 'not_usable' };
  const by = shortcutActNames.find((other) => other !== act && meet(act, other) && keyFor(other, chosen) === key);
  return by && { why: 'taken', by };
}

/** The keys with another one for an act; our own key is none that was chosen. */
export function withKey(chosen: ChosenKeys, act: ShortcutAct, key: string): ChosenKeys {
  const { [act]: _before, ...others } = chosen;
  return key === shortcutActs[act].key ? others : { ...others, [act]: key };
}

/** Keys as they were kept, without what is no act or no key now, and without what has come to mean two things. */
export function soundKeys(kept: unknown): ChosenKeys {
  if (typeof kept !== 'object' || kept === null) return {};
  let sound: ChosenKeys = {};
  for (const act of shortcutActNames) {
    const key: unknown = (kept as Record<string, unknown>)[act];
    if (typeof key === 'string' && isUsable(key)) sound = withKey(sound, act, key);
  }
  const clashes = shortcutActNames.some((act) => refusalOf(act, keyFor(act, sound), sound));
  return clashes ? {} : sound;
}
