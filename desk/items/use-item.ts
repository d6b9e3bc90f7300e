import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftBody, DraftSaved, FindingAnswer, ItemRecord } from '../../src/catalogue/api/contract.ts'
import { get, Refused, send } from '../api.ts'
import type { Content, Key } from './sections.ts'
import { forgetUnsent, keepUnsent, readUnsent, type Unsent } from './unsent.ts'
import { useUndo } from './use-undo.ts'

/** A place that somebody else changed too, in another way. */
export interface Clash {
  path: string
  label: string
  theirs: string
  mine: string
  by: string
  /** ISO, or null where it is not known any more. */
  at: string | null
}

export type Side = 'theirs' | 'mine'

export interface ItemEdit {
  record: ItemRecord
  content: Content
  findings: FindingAnswer[]
  readOnly: boolean
  /** Changes a part of the content; it is saved by itself a moment later. */
  set: <K extends Key>(key: K, value: Content[K]) => void
  /** Saves what is unsaved; answers with the revision of the draft. */
  saveNow: () => Promise<number>
  revision: number
  state: 'saved' | 'unsaved' | 'saving' | 'refused'
  savedAt: string | null
  error: Error | null
  /** Places to choose a side for before the rest can be saved; what was typed stays on the page. */
  clashes: Clash[]
  choose: (take: Record<string, Side>) => void
  /** Others' changes were put into the page at the last save. */
  joined: boolean
  /** The part that `undo` would set back; null: nothing was changed on this page. */
  undoable: Key | null
  undo: () => void
  /** What was found in this browser from an earlier visit; `stale`: the draft is another one by now, so it waits to be asked for. */
  found: (Unsent & { stale: boolean }) | null
  takeFound: () => void
  dropFound: () => void
  /** What cannot be saved is laid aside in this browser; the next look at the item offers it. */
  layAside: () => void
}

export const useItemRecord = (id: string) =>
  useQuery({
    queryKey: ['item', id],
    queryFn: ({ signal }) => get<ItemRecord>(`/api/items/${id}`, signal),
    refetchOnMount: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  })

const SAVE_AFTER_MS = 900
/** Without a network, or while the sign-in has ended, the save is tried again by itself. */
const TRY_AGAIN_MS = 5000

const clashesOf = (error: unknown): { revision: number; clashes: Clash[] } | null => {
  const detail = error instanceof Refused ? error.refusal.detail : null
  const told = detail as { revision: number; clashes?: Clash[] } | null
  return told?.clashes ? { revision: told.revision, clashes: told.clashes } : null
}

/** The draft as the server knows that this page shows it. */
const shownOf = ({ draft, published }: ItemRecord): Pick<DraftBody, 'revision' | 'version' | 'asSent'> => ({
  revision: draft?.revision ?? 0,
  version: draft?.version ?? (published?.version ?? 0) + 1,
  asSent: false,
})

/**
 * The draft under the clerk's hands. Only the parts that were changed are sent, with the revision they were made on;
 * one save is under way at a time, and what a refused save held stays on the page. What others saved meanwhile comes into
 * the page as soon as nothing is being typed; until then the server is told that the page does not show it yet.
 */
export function useItemEdit(record: ItemRecord, staffId: string): ItemEdit {
  const queries = useQueryClient()
  const newest = record.draft ?? record.published
  const [content, setContent] = useState(newest!.content)
  const [findings, setFindings] = useState(record.findings)
  const [state, setState] = useState<ItemEdit['state']>('saved')
  const [savedAt, setSavedAt] = useState(record.draft?.savedAt ?? null)
  const [error, setError] = useState<Error | null>(null)
  const [revision, setRevision] = useState(record.draft?.revision ?? 0)
  const [clashes, setClashes] = useState<Clash[]>([])
  const [joined, setJoined] = useState(false)
  const changed = useRef(new Map<Key, unknown>())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const running = useRef<Promise<void> | null>(null)
  const shown = useRef(shownOf(record))
  const clashedAt = useRef<number | null>(null)
  const choices = useRef<DraftBody['choices']>(undefined)
  const [found, setFound] = useState<ItemEdit['found']>(null)
  const { itemId } = record
  const undoing = useUndo((key, value) => put(key, value))
  const { forget } = undoing

  /** Everything unsent, that of a save under way included, in this browser; nothing there once all is saved. */
  const sending = useRef<Map<Key, unknown>>(new Map())
  const keep = useCallback(() => {
    const all = new Map([...sending.current, ...changed.current])
    if (all.size === 0) return forgetUnsent(staffId, itemId)
    const at = new Date().toISOString()
    keepUnsent(staffId, itemId, { patch: Object.fromEntries(all), shown: shown.current, at })
  }, [staffId, itemId])

  const take = useCallback(
    (saved: DraftSaved) => {
      const typing = changed.current.size > 0
      if (saved.merged && !typing) setContent(saved.merged)
      if (saved.merged) forget()
      shown.current = {
        revision: saved.revision,
        version: saved.version,
        asSent: saved.merged !== null && typing,
      }
      choices.current = undefined
      clashedAt.current = null
      setJoined(saved.merged !== null)
      setClashes([])
      setRevision(saved.revision)
      setFindings(saved.findings)
      setSavedAt(saved.savedAt)
      setError(null)
      setState(typing ? 'unsaved' : 'saved')
      queries.removeQueries({ queryKey: ['items'] })
    },
    [queries, forget],
  )

  const left = useRef(false)
  const flushAgain = useRef(async () => 0)
  const flush = useCallback(async (): Promise<number> => {
    clearTimeout(timer.current)
    if (running.current !== null) await running.current
    // Until sides are chosen every save would clash again.
    if (clashedAt.current !== null && choices.current === undefined) return shown.current.revision
    if (changed.current.size === 0) return shown.current.revision
    sending.current = new Map(changed.current)
    changed.current.clear()
    setState('saving')
    running.current = (async () => {
      try {
        const body: DraftBody = {
          patch: Object.fromEntries(sending.current),
          ...shown.current,
          ...(choices.current ? { choices: choices.current } : {}),
        }
        take(await send<DraftSaved>(`/api/items/${itemId}/draft`, body, 'PUT'))
        sending.current.clear()
      } catch (e) {
        for (const [key, value] of sending.current)
          if (!changed.current.has(key)) changed.current.set(key, value)
        sending.current.clear()
        const clash = clashesOf(e)
        choices.current = undefined
        clashedAt.current = clash?.revision ?? null
        setClashes(clash?.clashes ?? [])
        setError(clash ? null : (e as Error))
        setState(e instanceof Refused ? 'refused' : 'unsaved')
        const passing = !(e instanceof Refused) || e.status === 401
        if (passing && !left.current)
          timer.current = setTimeout(() => void flushAgain.current(), TRY_AGAIN_MS)
      } finally {
        running.current = null
        keep()
      }
    })()
    await running.current
    return shown.current.revision
  }, [take, keep, itemId])
  flushAgain.current = flush

  const put = <K extends Key>(key: K, value: Content[K]) => {
    setContent((c) => ({ ...c, [key]: value }))
    changed.current.set(key, value)
    keep()
    setJoined(false)
    setState('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS)
  }
  const set = <K extends Key>(key: K, value: Content[K]) => {
    undoing.remember(key, content[key])
    put(key, value)
  }

  const choose = (sides: Record<string, Side>) => {
    if (clashedAt.current === null) return
    choices.current = { over: clashedAt.current, take: sides }
    void flush()
  }

  // What an earlier visit left behind. Of the same draft it comes back by itself: the server puts it together with what was saved since.
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current || !record.mayEdit.allowed) return
    opened.current = true
    const kept = readUnsent(staffId, itemId)
    if (!kept) return
    const stale = kept.shown.version !== shown.current.version
    setFound({ ...kept, stale })
    if (stale) return
    shown.current = kept.shown
    for (const [key, value] of Object.entries(kept.patch)) changed.current.set(key as Key, value)
    setContent((c) => ({ ...c, ...kept.patch }))
    setState('unsaved')
    void flush()
  }, [record.mayEdit.allowed, staffId, itemId, flush])

  const takeFound = () => {
    const patch = found?.patch ?? {}
    setFound(null)
    for (const [key, value] of Object.entries(patch)) set(key as Key, value as Content[Key])
  }
  const layAside = () => {
    clearTimeout(timer.current)
    const patch = Object.fromEntries(changed.current)
    keepUnsent(staffId, itemId, { patch, shown: { revision: 0, version: 0 }, at: new Date().toISOString() })
    changed.current.clear()
  }
  const dropFound = () => {
    setFound(null)
    forgetUnsent(staffId, itemId)
  }

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (changed.current.size > 0) event.preventDefault()
    }
    const again = () => void flush()
    window.addEventListener('beforeunload', leave)
    window.addEventListener('online', again)
    left.current = false
    return () => {
      window.removeEventListener('beforeunload', leave)
      window.removeEventListener('online', again)
      left.current = true
      void flush()
    }
  }, [flush])

  return {
    record,
    content,
    findings,
    readOnly: !record.mayEdit.allowed,
    set,
    saveNow: flush,
    revision,
    state,
    savedAt,
    error,
    clashes,
    choose,
    joined,
    undoable: undoing.last,
    undo: undoing.undo,
    found,
    takeFound,
    dropFound,
    layAside,
  }
}
