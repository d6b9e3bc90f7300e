import { z } from 'zod'

/** Answer of GET /api/me. The desk imports the types only. */
export const holding = z.object({
  name: z.string().describe('name of the post, 岗位'),
  post: z.enum([
    'window',
    'examiner',
    'approver',
    'clerk',
    'checker',
    'supervisor',
    'registrar',
    'reformer',
    'operator',
  ]),
  trainedOn: z.iso.date().nullable().describe('day on which the training for this post was completed'),
})

export const staff = z.object({
  staffId: z.string(),
  name: z.string(),
  organId: z.string(),
  organName: z.string(),
  posts: z.array(holding),
})

export const me = z.object({ staff })
export type Me = z.infer<typeof me>
