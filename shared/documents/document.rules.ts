/** What somebody may do with a document, each step with all before it. */
export const documentRoles = ['none', 'read', 'comment', 'suggest', 'write'] as const;
export type DocumentRole = (typeof documentRoles)[number];

/** Whether a role reaches as far as another. */
export const roleReaches = (role: DocumentRole, wanted: DocumentRole): boolean =>
  documentRoles.indexOf(role) >= documentRoles.indexOf(wanted);

/** The state of a document as a client gets it; more makes it unwieldy for everybody. */
export const longestDocumentBytes = 5 * 1024 * 1024;
