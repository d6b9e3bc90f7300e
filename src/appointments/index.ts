/** 预约: a visit to a department's counter in a service centre, booked online (Art. 10). The only door. */
export { sweepAbsent } from './acts/absent.ts'
export type { AppointmentDeps } from './acts/act.ts'
export { type Book, type Booker, book } from './acts/book.ts'
export { type HoursSet, type SetHours, setHours } from './acts/hours.ts'
export { cancel, move } from './acts/own.ts'
export { arrive, serve, turnAway } from './acts/window.ts'
export { type AppointmentApiDeps, registerBookingApi } from './api/routes.ts'
export {
  type Booking,
  type BookingStatus,
  bookingNumber,
  MOST_OPEN,
  possible,
  STATUS_NAMES,
  spacedNumber,
} from './booking.ts'
export { hoursSetAt } from './counter-store.ts'
export { clockText, DAYS_AHEAD, instantOf, NOTICE_MINUTES, type Opening, spanText } from './hours.ts'
export {
  type BookableItem,
  bookableItem,
  counterOf,
  endsBefore,
  necessaryOf,
  versionOn,
} from './item-on.ts'
export { wireAppointments } from './reactions.ts'
export { loadSampleBookings, type SampleHours } from './seed.ts'
export { bookingsOf, findBooking, openBookingsOf } from './store.ts'
export { bringNotes, placeName } from './told.ts'
export { type DayChoice, dayChoices, type SlotChoice } from './views/days.ts'
export { bookingsImpact } from './views/impact.ts'
