type Texts = Readonly<Record<string, string>>;

/** What is kept of a text that was erased: that one stood there. Nothing that people write is empty. */
export const erasedText = '';

/** A text in the languages in which it was not erased. */
export const withoutErased = (texts: Texts): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== erasedText));

/** Whether nothing is left of a text that was there. */
export const isErased = (texts: Texts): boolean =>
  Object.keys(texts).length > 0 && Object.values(texts).every((text) => text === erasedText);

/** What there is to tell of a text: without the languages in which it was erased; where nothing is left, that it was. */
export const tellable = (texts: Texts): Texts => (isErased(texts) ? texts : withoutErased(texts));

/** A text with what goes out of it, language by language. */
export const emptied = (texts: Texts, goes: (language: string, text: string) => boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, goes(language, text) ? erasedText : text]),
  );
