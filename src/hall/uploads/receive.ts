import { createReadStream } from 'node:fs'
import { inspectFile } from '../../documents/index.ts'
import type { Account } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import type { Target } from './target.ts'

/** A file that has arrived whole in the folder for uploads under way. */
export interface ArrivedFile {
  path: string
  /** As the browser called it. */
  name: string
  /** The part that arrived was as long as we take and was cut there. */
  cut?: boolean
}

export const maxBytesOf = (target: Pick<Target, 'material'>): number =>
  target.material.maxMegabytes * 1_000_000

/**
 * Takes a file for a material: looked at by its content (kind, size, whether it opens), stored, and put in the place of what was given
 * before. A refusal leaves what was given before where it is.
 */
export async function receiveFile(
  deps: PersonalDeps,
  account: Account,
  target: Target,
  file: ArrivedFile,
  now: Date,
): Promise<Result<GivenMaterial>> {
  const { material } = target
  const most = material.maxMegabytes
  if (file.cut) return tooBig(most)
  const name = shownName(file.name)
  const looked = await inspectFile(file.path, {
    declaredName: name,
    allowed: material.accept,
    maxBytes: maxBytesOf(target),
  })
  if (!looked.ok) return { ok: false, refusal: looked.refusal }
  const stored = await deps.documents.files.put(createReadStream(file.path), {
    mediaType: looked.mediaType,
    name,
    at: now,
    ...(looked.pages === undefined ? {} : { pages: looked.pages }),
    ownerAccount: account.accountId,
  })
  const given: GivenMaterial = {
    materialKey: material.key,
    source: 'upload',
    fileId: stored.fileId,
    fileName: name,
    licence: null,
    addedAt: now,
  }
  await target.put(given)
  return done(given)
}

export const tooBig = (megabytes: number) =>
  refuse('too-big', `文件超过 ${megabytes} MB，没有收下。可以分成几份、压缩图片，或用低一档的画质导出。`, {
    english: `The file is bigger than ${megabytes} MB and was not taken. Split it, or export it at a lower quality.`,
  })

/** The last part of whatever path the browser told, without what would break a line or a header; at most 120 characters. */
export function shownName(told: string): string {
  const last = told.split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim()
  if (clean === '' || clean === '.' || clean === '..') return '文件'
  const letters = [...clean]
  if (letters.length <= 120) return clean
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 && clean.length - dot <= 6 ? clean.slice(dot) : ''
  return letters.slice(0, 120 - ending.length).join('') + ending
}
