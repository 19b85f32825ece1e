/** Nobody but its author learns that an unpublished post exists. */
export const isKnownTo = (
  memberId: string,
  post: { readonly authorId: string; readonly isPublished: boolean },
): boolean => post.isPublished || post.authorId === memberId;
