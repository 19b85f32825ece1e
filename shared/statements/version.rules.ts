/** Why a version was kept: somebody gave it a name, it was frozen to be signed, or an earlier one was taken up again. */
export const versionKinds = ['named', 'frozen', 'restored'] as const;
export type VersionKind = (typeof versionKinds)[number];

export const longestVersionName = 120;

/** How many versions one page of the list has. */
export const versionsOnPage = 30;
