/** Kinds of file that a material may be handed in as. */
export type MediaKind = 'pdf' | 'jpg' | 'png' | 'docx' | 'xlsx' | 'zip' | 'ofd'

interface Media {
  mediaType: string
  /** File name endings that agree with the content, the usual one first. */
  endings: string[]
  /** As applicants call it. */
  called: string
}

export const media: Record<MediaKind, Media> = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'], called: 'PDF' },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], called: 'JPG 图片' },
  png: { mediaType: 'image/png', endings: ['png'], called: 'PNG 图片' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    called: 'Word 文档（docx）',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    called: 'Excel 表格（xlsx）',
  },
  zip: { mediaType: 'application/zip', endings: ['zip'], called: 'ZIP 压缩包' },
  ofd: { mediaType: 'application/ofd', endings: ['ofd'], called: 'OFD' },
}

/** PDF、JPG 图片、PNG 图片 */
export const calledTogether = (kinds: readonly MediaKind[]) =>
  kinds.map((kind) => media[kind].called).join('、')
