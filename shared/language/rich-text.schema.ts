import { z } from 'zod';
import type { Block, Inline, RichText } from './rich-text.js';

const inline: z.ZodType<Inline> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('text'), text: z.string() }),
      z.object({ type: z.literal('strong'), inlines: z.array(inline) }),
      z.object({ type: z.literal('emphasis'), inlines: z.array(inline) }),
      z.object({ type: z.literal('code'), text: z.string() }),
      z.object({ type: z.literal('link'), href: z.string(), inlines: z.array(inline) }),
      z.object({ type: z.literal('mention'), member: z.uuid(), pseudonym: z.string() }),
      z.object({ type: z.literal('break') }),
    ]),
  )
  .meta({ id: 'Inline' });

const block: z.ZodType<Block> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('paragraph'), inlines: z.array(inline) }),
      z.object({ type: z.literal('heading'), level: z.literal([2, 3, 4]), inlines: z.array(inline) }),
      z.object({ type: z.literal('bulletList'), items: z.array(richText) }),
      z.object({ type: z.literal('orderedList'), start: z.int(), items: z.array(richText) }),
      z.object({
        type: z.literal('quote'),
        post: z.uuid().optional(),
        blocks: richText,
        gone: z.literal(true).optional(),
      }),
      z.object({ type: z.literal('code'), text: z.string() }),
      z.object({ type: z.literal('rule') }),
    ]),
  )
  .meta({ id: 'Block' });

/** The tree of a text, checked; named in the API page. */
export const richText: z.ZodType<RichText> = z.lazy(() => z.array(block)).meta({ id: 'RichText' });
