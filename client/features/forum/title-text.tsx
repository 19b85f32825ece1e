import type { ReactNode } from 'react';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import { directionOf } from '../../../shared/language/language.js';

type Title = TopicView['title'];

/** A title in the reader's language where there is one, with the original beside it. */
export function TitleText({ title, reader }: { title: Title; reader: string }): ReactNode {
  const translation =
    title.language === reader
      ? undefined
      : title.translations.find((one) => one.language === reader && one.text !== title.text);
  if (!translation) {
    return (
      <bdi lang={title.language} dir={directionOf(title.language)}>
        {title.text}
      </bdi>
    );
  }
  return (
    <>
      <bdi lang={reader} dir={directionOf(reader)}>
        {translation.text}
      </bdi>{' '}
      <bdi className="soft title-original" lang={title.language} dir={directionOf(title.language)}>
        {title.text}
      </bdi>
    </>
  );
}
