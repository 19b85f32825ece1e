import type { ReactNode } from 'react';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import { directionOf } from '../../../shared/language/language.js';

type Title = TopicView['title'];

interface TitleProps {
  readonly title: Title;
  readonly reader: string;
  /** Without the original beside it: for titles that stewards wrote in every language alike. */
  readonly alone?: boolean;
}

/** A title in the reader's language where there is one, with the original beside it. */
export function TitleText({ title, reader, alone = false }: TitleProps): ReactNode {
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
      </bdi>
      {alone ? null : ' '}
      <bdi hidden={alone} className="soft title-original" lang={title.language} dir={directionOf(title.language)}>
        {title.text}
      </bdi>
    </>
  );
}
