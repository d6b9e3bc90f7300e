/** How numbers and names of persons are shown to anybody who need not know them whole. */

/** First six and last four stay: 350102****002X. Short numbers (passports) keep two at either end. */
export function maskNumber(number: string): string {
  const ends = number.length >= 15 ? [6, 4] : number.length >= 8 ? [2, 2] : [1, 1]
  return `${number.slice(0, ends[0])}****${number.slice(-ends[1]!)}`
}

/** 154****0002; empty stays empty. */
export function maskPhone(phone: string): string {
  if (phone === '') return ''
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** For lists that anybody may read: 林*, 陈*生, EMMA S*****. Names of bodies are public and are not given here. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  if (rest.length > 0) return [first, ...rest.map((part) => part[0] + '*'.repeat(5))].join(' ')
  const letters = [...name]
  if (letters.length <= 2) return `${letters[0] ?? ''}*`
  return letters[0] + '*'.repeat(letters.length - 2) + letters.at(-1)
}
