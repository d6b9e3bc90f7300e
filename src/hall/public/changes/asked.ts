import { KIND_NAMES, type RegisterFilter } from '../../../catalogue/index.ts'

/** What a visitor asked to see of the register; anything else is as if it were not asked. */
export interface Asked extends RegisterFilter {
  page: number
}

export function askedFrom(query: Record<string, unknown>): Asked {
  const text = (key: string, shape: RegExp): string => {
    const value = query[key]
    return typeof value === 'string' && shape.test(value) ? value : ''
  }
  const kind = text('kind', /^[a-z]{3,10}$/)
  const page = Number(text('page', /^[1-9]\d{0,5}$/))
  return {
    organId: text('organ', /^[\w.:-]{1,60}$/),
    areaCode: text('area', /^\d{6,12}$/),
    kind: Object.hasOwn(KIND_NAMES, kind) ? (kind as RegisterFilter['kind']) : '',
    month: text('month', /^[1-9]\d{3}-(0[1-9]|1[0-2])$/),
    page: page || 1,
  }
}

/** The same as an address states it. */
export const addressed = ({ organId, areaCode, kind, month }: RegisterFilter) => ({
  organ: organId,
  area: areaCode,
  kind,
  month,
})
