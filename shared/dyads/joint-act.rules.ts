/** How long the texts of joint acts may be; the pages that write them and the schemas that check them read it here. */
export const jointActLimits = {
  reason: { minimum: 10, maximum: 1000 },
  articles: 60,
  articleTitle: 160,
  articleBody: 4000,
  disclosureTitle: 160,
  disclosureBody: 4000,
} as const;
