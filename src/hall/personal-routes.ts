/**
 * Every address of applying and of the personal space, in one place. `:name` marks what changes; `at` fills it in.
 * Nouns, not verbs: an act is a POST to the thing that it makes (a submission, a withdrawal, a rating).
 */
export const ROUTES = {
  apply: '/apply/:itemId',

  draft: '/my/drafts/:draftId',
  autosave: '/my/drafts/:draftId/autosave',
  materialRow: '/my/drafts/:draftId/materials/:key',
  materialLicence: '/my/drafts/:draftId/materials/:key/licence',
  review: '/my/drafts/:draftId/review',
  submission: '/my/drafts/:draftId/submission',
  draftVersion: '/my/drafts/:draftId/version',
  draftDeletion: '/my/drafts/:draftId/deletion',
  parked: '/my/drafts/:draftId/parked',

  uploads: '/my/uploads/',
  file: '/my/files/:fileId',

  booking: '/booking',
  bookingTimes: '/booking/:itemId',
  bookingConfirmation: '/booking/:itemId/confirmation',
  bookings: '/my/bookings',
  ownBooking: '/my/bookings/:bookingId',
  bookingTime: '/my/bookings/:bookingId/time',
  bookingCancellation: '/my/bookings/:bookingId/cancellation',
  bookingCalendar: '/my/bookings/:bookingId/calendar.ics',

  my: '/my',
  dossiers: '/my/dossiers',
  dossier: '/my/dossiers/:dossierId',
  receipt: '/my/dossiers/:dossierId/receipt',
  live: '/my/dossiers/:dossierId/live',
  timeline: '/my/dossiers/:dossierId/timeline',
  corrections: '/my/dossiers/:dossierId/corrections',
  correctionRow: '/my/dossiers/:dossierId/corrections/:key',
  withdrawal: '/my/dossiers/:dossierId/withdrawal',
  paper: '/my/dossiers/:dossierId/papers/:no',
  rating: '/my/dossiers/:dossierId/rating',

  enquiries: '/my/enquiries',
  enquiry: '/my/enquiries/:enquiryId',
  followUps: '/my/enquiries/:enquiryId/follow-ups',

  licences: '/my/licences',
  licence: '/my/licences/:licenceId',
  licencePdf: '/my/licences/:licenceId/pdf',
  messages: '/my/messages',
  reads: '/my/reads',
  account: '/my/account',
} as const

export type RouteName = keyof typeof ROUTES

/** The address of a route with its parts filled in, and a query where given. */
export function at(
  route: RouteName,
  parts: Record<string, string> = {},
  query: Record<string, string> = {},
): string {
  const path = ROUTES[route].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
  const asked = new URLSearchParams(query).toString()
  return asked ? `${path}?${asked}` : path
}

/** Addresses of other parts of the hall that these pages lead to. */
export const ELSEWHERE = {
  home: '/',
  guide: (itemId: string): string => `/items/${itemId}`,
  level: (to: string): string => `/level?fn=apply-online&to=${encodeURIComponent(to)}`,
  progress: '/progress',
  ask: '/ask',
  complaints: '/complaints',
  check: (token: string): string => `/check/${token}`,
} as const
