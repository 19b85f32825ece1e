/** The keys that do something, on any page. A key means the same wherever it works, so that it is learnt once. */
export const shortcutKeys = ['j', 'k', 'a', 'e', 'r', 'h', 't', 'c', 'm', '?', 'Escape'] as const;
export type ShortcutKey = (typeof shortcutKeys)[number];
