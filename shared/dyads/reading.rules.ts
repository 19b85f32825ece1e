/** Which text of a post is shown first; `original_only`: no translation unless one asks for it. */
export const readings = ['side_by_side', 'original_first', 'translation_first', 'original_only'] as const;
