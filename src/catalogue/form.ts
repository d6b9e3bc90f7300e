import { z } from 'zod'

const text = z.string()

export const fieldTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'multiple',
  'person-name',
  'resident-id',
  'credit-code',
  'phone',
  'address',
] as const

/** Where a field's value is already known (Art. 13): a path into what the registers say of the applicant. */
export const prefillPaths = [
  'person.name',
  'person.idNumber',
  'person.address',
  'person.phone',
  'body.name',
  'body.creditCode',
  'body.legalPerson',
  'body.address',
  'body.scope',
  'body.capital',
] as const

export const formField = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: text,
  labelEn: text.default(''),
  hint: text.default(''),
  type: z.enum(fieldTypes),
  required: z.boolean().default(true),
  unit: text.default(''),
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: z.number().int().optional(),
  maxLength: z.number().int().optional(),
  /** For dates: not before / not after the day of filing. */
  dateRule: z.enum(['past', 'future']).optional(),
  options: z.array(z.object({ value: text, label: text, hint: text.default('') })).default([]),
  prefill: z.enum(prefillPaths).optional(),
  /** Shown only when another field has this value. */
  when: z.object({ field: text, equals: text }).optional(),
})
export type FormField = z.infer<typeof formField>

export const form = z.object({
  groups: z.array(z.object({ key: text, title: text, hint: text.default(''), fields: z.array(formField) })),
})
export type Form = z.infer<typeof form>
