import { type Booking, instantOf, spacedNumber } from '../../appointments/index.ts'

/** A booking as an iCalendar file (RFC 5545), for the calendar of a telephone. */
export function calendarFile(
  b: Booking,
  { location, url }: { location: string; url: string },
  now: Date,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//rongban//booking//ZH',
    'BEGIN:VEVENT',
    `UID:${b.bookingId}@rongban`,
    `SEQUENCE:${b.version}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(instantOf(b.day, b.from))}`,
    `DTEND:${utc(instantOf(b.day, b.until))}`,
    `SUMMARY:${escaped(`${b.itemName}（预约号 ${spacedNumber(b.number)}）`)}`,
    `LOCATION:${escaped(location)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const utc = (at: Date): string => `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n')

/** At most 75 octets a line, and no character is cut in two. */
function folded(line: string): string {
  const out: string[] = []
  let current = ''
  for (const char of line) {
    if (Buffer.byteLength(current) + Buffer.byteLength(char) > 74) {
      out.push(current)
      current = ''
    }
    current += char
  }
  return [...out, current].join('\r\n ')
}
