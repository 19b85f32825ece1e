/**
 * The text of a post as the server understood it: a small tree that a page can only render as text and a few known
 * elements. It cannot carry HTML, so nothing written by anybody is ever markup.
 */
export type RichText = readonly Block[];

export type Block =
  | { readonly type: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly inlines: readonly Inline[] }
  | { readonly type: 'bulletList'; readonly items: readonly RichText[] }
  | { readonly type: 'orderedList'; readonly start: number; readonly items: readonly RichText[] }
  /** `post` names the post that is quoted, when the quote says so. */
  | {
      readonly type: 'quote';
      readonly post?: string | undefined;
      readonly blocks: RichText;
      /** The quoted words are held or were taken away, so they are not shown here either. */
      readonly gone?: true | undefined;
    }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' };

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly inlines: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly inlines: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  /** `href` is http, https or mailto; the server lets nothing else through. */
  | { readonly type: 'link'; readonly href: string; readonly inlines: readonly Inline[] }
  | { readonly type: 'mention'; readonly member: string; readonly pseudonym: string }
  | { readonly type: 'break' };
