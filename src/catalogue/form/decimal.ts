/** Exact decimal numbers: sums of money may not drift by a cent as floats do. */
export interface Decimal {
  /** The figures without the point. */
  digits: bigint
  places: number
}

/** Reads `-12.50`; null for what is no plain numeral. */
export function decimal(text: string): Decimal | null {
  const found = /^(-?\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!found) return null
  const fraction = found[2] ?? ''
  return { digits: BigInt(found[1]! + fraction), places: fraction.length }
}

const scaled = (d: Decimal, places: number): bigint => d.digits * 10n ** BigInt(places - d.places)

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places)
  return { digits: scaled(a, places) + scaled(b, places), places }
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { ...b, digits: -b.digits })

export const times = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  places: a.places + b.places,
})

/** As it is filed: at most so many places, half away from zero, no zeros at the end of the fraction. */
export function decimalText({ digits, places }: Decimal, most: number): string {
  let figures = digits < 0n ? -digits : digits
  let left = places
  if (left > most) {
    const cut = 10n ** BigInt(left - most)
    figures = (figures + cut / 2n) / cut
    left = most
  }
  const text = String(figures).padStart(left + 1, '0')
  const whole = text.slice(0, text.length - left)
  const fraction = text.slice(text.length - left).replace(/0+$/, '')
  const sign = digits < 0n && figures !== 0n ? '-' : ''
  return `${sign}${whole}${fraction && `.${fraction}`}`
}
