import { cleanText } from '../../../shared/language/unicode-safety.js';

/** As much as any file system takes of letters of three bytes, with room for an ending and a number. */
const longestName = 70;

/** Signs that mean something to a file system, a shell or a header; a name in any script has no need of them. */
const unsafe = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|%;'`$&]+/gu;

/** A name that is safe for every file system, in the script it is written in; its ending is kept. */
export function safeFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = /^\.[a-z0-9]{1,8}$/.exec(name.slice(dot))?.[0] ?? '';
  const stem = cleanText(ending ? name.slice(0, dot) : name)
    .replace(unsafe, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = [...new Intl.Segmenter().segment(stem)].slice(0, longestName).map(({ segment }) => segment);
  return `${short.join('').replace(/^[.\s-]+|[.\s]+$/gu, '') || 'file'}${ending}`;
}

/**
 * `Content-Disposition` (RFC 6266) of a file to keep: in Latin letters for every program, and in its own script (RFC 8187)
 * for those that read it.
 */
export function attachment({ name, latinName }: { readonly name: string; readonly latinName: string }): string {
  const latin = safeFileName(latinName).replace(/[^\x20-\x7E]/g, '_');
  const encoded = encodeURIComponent(safeFileName(name)).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${latin}"; filename*=UTF-8''${encoded}`;
}
