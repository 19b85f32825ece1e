const prefix = 'entente.draft.';

/** What is being written, kept on this device until it is sent or signed out; silently not, where nothing may be kept. */
export const drafts = {
  read(place: string): string {
    try {
      return localStorage.getItem(prefix + place) ?? '';
    } catch {
      return '';
    }
  },

  keep(place: string, text: string): void {
    try {
      if (text === '') localStorage.removeItem(prefix + place);
      else localStorage.setItem(prefix + place, text);
    } catch {
      // Storage is full or forbidden: the text stays in the page.
    }
  },

  forgetAll(): void {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  },
};
