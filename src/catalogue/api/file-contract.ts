import { z } from 'zod'

/** 空白表格、示例样表: files kept for the materials of an item. */

export const keepQuery = z.object({
  file: z.uuid().describe('Id of the file, made by the client: sent again it is kept once'),
  name: z.string().min(1).max(300).describe('The name that it came with'),
})
export const itemFile = z.object({
  fileId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int().describe('Bytes'),
})
export const itemFiles = z.object({ files: z.array(itemFile) })
export const fileParams = z.object({ id: z.uuid().describe('Id of the item'), file: z.uuid() })

export type ItemFileAnswer = z.infer<typeof itemFile>
export type ItemFilesAnswer = z.infer<typeof itemFiles>
