/** The most characters each field of a portal's arrangement takes. The forms show them, the server holds them. */
export const administrationLimits = {
  portalName: 120,
  tagline: 160,
  datelineTemplate: 80,
  email: 254,
  phone: 40,
  address: 300,
  dayName: 120,
  source: 160,
  reasonLabel: 60,
  oldAddress: 300,
  search: 100,
} as const;

/** Minutes a target, or the time until lateness is carried on, may have: sixty days without a pause. */
export const mostMinutes = 60 * 24 * 60;
