import { z } from 'zod'

const text = z.string()

/** A row's demand on the answers: question key → values that fit; a question that is not named may have any answer. */
const answered = z.record(text, z.array(text))

export const situations = z.object({
  questions: z.array(
    z.object({
      key: text,
      text,
      textEn: text.default(''),
      hint: text.default(''),
      options: z.array(z.object({ value: text, label: text, labelEn: text.default('') })),
      /** Asked only after these answers. */
      when: answered.default({}),
    }),
  ),
})
export type Situations = z.infer<typeof situations>
