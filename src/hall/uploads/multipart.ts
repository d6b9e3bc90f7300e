import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { storable } from '../../platform/storable.ts'
import type { Request } from '../../platform/web.ts'
import type { ArrivedFile } from './receive.ts'

/** Body of a form that may carry files: its fields, and the files by the name of their control. */
export interface FormBody {
  fields: Record<string, unknown>
  files: Record<string, ArrivedFile>
  /** Removes what arrived; call it when the files were taken or refused. */
  clear(): Promise<void>
}

const MOST_FILES = 40

/**
 * Reads a posted form, multipart or urlencoded. Files are written to `folder`, each at most `maxBytes(name)` long: what goes beyond
 * is read and thrown away, so that one big file does not spoil the rest of the form. 0 refuses the file unread.
 */
export async function readForm(
  request: Request,
  folder: string,
  maxBytes: (controlName: string) => number,
  notTaken: (fileName: string) => void = () => {},
): Promise<FormBody> {
  const files: Record<string, ArrivedFile> = {}
  const clear = async () => {
    await Promise.all(Object.values(files).map((f) => rm(f.path, { force: true })))
  }
  if (!request.isMultipart()) {
    return { fields: (request.body as Record<string, unknown> | undefined) ?? {}, files, clear }
  }
  const fields: Record<string, unknown> = {}
  await mkdir(folder, { recursive: true })
  try {
    const limits = { files: MOST_FILES, fields: 4000, fieldSize: 200_000, parts: 4100, fileSize: 1024 ** 3 }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        add(fields, part.fieldname, storable(part.value))
        continue
      }
      const most = maxBytes(part.fieldname)
      // Browsers send an empty part for every file control in which nothing was chosen.
      if (part.filename === '' || most === 0) {
        if (part.filename !== '') notTaken(part.filename)
        part.file.resume()
        continue
      }
      const path = join(folder, randomUUID())
      const arrived: ArrivedFile = { path, name: part.filename }
      files[part.fieldname] = arrived
      let length = 0
      const limit = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          length += chunk.length
          if (length > most) arrived.cut = true
          next(null, arrived.cut ? undefined : chunk)
        },
      })
      await pipeline(part.file, limit, createWriteStream(path))
    }
  } catch (error) {
    await clear()
    throw error
  }
  return { fields, files, clear }
}

function add(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') return
  const before = fields[name]
  if (before === undefined) fields[name] = value
  else fields[name] = Array.isArray(before) ? [...before, value] : [before, value]
}
