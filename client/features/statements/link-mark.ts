import { Mark } from '@tiptap/core';
import { hostOf, safeLink } from '../../../shared/language/safe-link.js';

/**
 * A link on words, with its address and nothing else: what more an editor could say of it the document refuses. Where it
 * leads is shown behind it, so that nobody has to trust the words.
 */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeLink(element.getAttribute('href') ?? '');
        return href === undefined ? false : { href };
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => {
    const href = safeLink(String(HTMLAttributes['href'] ?? ''));
    if (href === undefined) return ['span', 0];
    return ['a', { href, rel: 'noopener noreferrer nofollow', target: '_blank', 'data-leads-to': hostOf(href) }, 0];
  },
});

/** What somebody typed as an address, as it may be linked: without a scheme it is meant as https. */
export function addressOf(typed: string): string | undefined {
  const written = typed.trim();
  if (written === '') return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[\w.-]+:\d/.test(written)) return safeLink(written);
  return safeLink(written.includes('@') && !written.includes('/') ? `mailto:${written}` : `https://${written}`);
}
