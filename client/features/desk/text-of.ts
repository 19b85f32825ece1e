import type { ReactNode } from 'react';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';

/** How a text is shown with its translations; the page knows. */
export type TextOf = (
  text: Pick<DeskItem, 'body' | 'language' | 'translations'> & Partial<Pick<DeskItem, 'facing'>>,
) => ReactNode;
