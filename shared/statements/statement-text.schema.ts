import { z } from 'zod';

/** Words with their marks, a line break, or a citation. */
const inline = z.union([
  z.object({
    text: z.string(),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    link: z.string().optional(),
  }),
  z.object({ break: z.literal(true) }),
  z.object({ cites: z.object({ kind: z.string(), of: z.string() }) }),
]);
export type Inline = z.output<typeof inline>;

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly type: 'bulletList' | 'orderedList'; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'blockquote'; readonly content: readonly Block[] };

export const block: z.ZodType<Block> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('paragraph'), content: z.array(inline) }),
    z.object({ type: z.literal('heading'), level: z.int(), content: z.array(inline) }),
    z.object({ type: z.enum(['bulletList', 'orderedList']), items: z.array(z.array(block)) }),
    z.object({ type: z.literal('blockquote'), content: z.array(block) }),
  ]),
);

/** One text of a clause: what stands in it, without anything that depends on how it was written. */
export const statementText = z.array(block);
export type StatementText = readonly Block[];

/** Both texts of a clause, equally authentic; `a` and `b` are names of sides and no order. */
export const clauseTexts = z.object({ a: statementText, b: statementText });
export type ClauseTexts = { readonly a: StatementText; readonly b: StatementText };
