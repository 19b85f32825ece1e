import type { ReactNode } from 'react';
import { directionOf } from '../../../../shared/language/language.js';
import { plainText } from '../../../../shared/language/plain-text.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { SideName } from '../../../ui/member-name';
import { SideMark } from '../../../ui/side-mark';

/** One of several items: whose it is, and how it begins. */
export function ItemName({ item, sideName }: { item: DeskItem; sideName: SideName }): ReactNode {
  const { author, body, language } = item;
  return (
    <span className="bulk__item">
      <SideMark side={author.side} label={sideName(author.side)} />
      <bdi>{author.pseudonym}</bdi>
      <span className="bulk__words small soft" lang={language} dir={directionOf(language)}>
        {plainText(body).replaceAll('\n', ' ')}
      </span>
    </span>
  );
}
