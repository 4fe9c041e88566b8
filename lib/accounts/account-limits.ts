/** The most characters each field of the administration takes. The forms show them, the server holds them. */
export const accountLimits = {
  agencyName: 160,
  shortName: 40,
  sectionName: 60,
  topicName: 80,
  slug: 60,
  personName: 120,
  email: 254,
  phone: 24,
  address: 300,
  headName: 120,
  headTitle: 120,
  reason: 600,
} as const;
