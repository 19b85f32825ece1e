/** What a template may leave open, for the case at hand to fill: written as `{{author}}`. */
export const templateGaps = ['author', 'topic', 'thread', 'day', 'article', 'quote'] as const;
export type TemplateGap = (typeof templateGaps)[number];

/** How long a template's title and text may be, in each language. */
export const templateTitleMaximum = 80;
export const templateTextMaximum = 1000;

const gap = /\{\{\s*([^{}]*?)\s*\}\}/gu;

const isGap = (name: string): name is TemplateGap => templateGaps.some((one) => one === name);

/** What a text leaves open, each once, in a fixed order; also what no template may leave open. */
export const gapsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(gap)].map(([, name = '']) => name))].toSorted();

/** Whether somebody who reads the text would stumble over a gap, or a piece of one. Such a text is never sent. */
export const hasGap = (text: string): boolean => /\{\{|\}\}/.test(text);

/** The text with all that is known put in. What is not known stays open, and is seen. */
export const fillTemplate = (text: string, known: Readonly<Partial<Record<TemplateGap, string>>>): string =>
  text.replace(gap, (whole, name: string) => (isGap(name) ? (known[name] ?? whole) : whole));

/**
 * What of a template's texts does not fit, by language: gaps that nobody knows how to fill, and gaps that not every language
 * has.
 */
export function unfitGaps(texts: Readonly<Record<string, string>>): string[] {
  const all = [...new Set(Object.values(texts).flatMap(gapsIn))].toSorted();
  return Object.entries(texts)
    .filter(([, text]) => {
      const gaps = gapsIn(text);
      const rest = text.replace(gap, '');
      return hasGap(rest) || gaps.some((name) => !isGap(name)) || gaps.join() !== all.join();
    })
    .map(([language]) => language);
}
