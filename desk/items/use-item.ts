import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftSaved, FindingAnswer, ItemRecord } from '../../src/catalogue/api/contract.ts'
import { get, Refused, send } from '../api.ts'
import type { Content, Key } from './sections.ts'

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
}

export const useItemRecord = (id: string) =>
  useQuery({
    queryKey: ['item', id],
    queryFn: ({ signal }) => get<ItemRecord>(`/api/items/${id}`, signal),
    refetchOnMount: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  })

const SAVE_AFTER_MS = 900

/**
 * The draft under the clerk's hands. Only the parts that were changed are sent, with the revision they were made on;
 * one save is under way at a time, and what a refused save held stays on the page.
 */
export function useItemEdit(record: ItemRecord): ItemEdit {
  const queries = useQueryClient()
  const newest = record.draft ?? record.published
  const [content, setContent] = useState(newest!.content)
  const [findings, setFindings] = useState(record.findings)
  const [state, setState] = useState<ItemEdit['state']>('saved')
  const [savedAt, setSavedAt] = useState(record.draft?.savedAt ?? null)
  const [error, setError] = useState<Error | null>(null)
  const [revision, setRevision] = useState(record.draft?.revision ?? 0)
  const changed = useRef(new Map<Key, unknown>())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const running = useRef<Promise<void> | null>(null)
  const atRevision = useRef(revision)

  const flush = useCallback(async (): Promise<number> => {
    clearTimeout(timer.current)
    if (running.current !== null) await running.current
    if (changed.current.size === 0) return atRevision.current
    const sending = new Map(changed.current)
    changed.current.clear()
    setState('saving')
    running.current = (async () => {
      try {
        const body = { patch: Object.fromEntries(sending), revision: atRevision.current }
        const saved = await send<DraftSaved>(`/api/items/${record.itemId}/draft`, body, 'PUT')
        atRevision.current = saved.revision
        setRevision(saved.revision)
        setFindings(saved.findings)
        setSavedAt(saved.savedAt)
        setError(null)
        setState(changed.current.size > 0 ? 'unsaved' : 'saved')
        queries.removeQueries({ queryKey: ['items'] })
      } catch (e) {
        for (const [key, value] of sending) if (!changed.current.has(key)) changed.current.set(key, value)
        setError(e as Error)
        setState(e instanceof Refused ? 'refused' : 'unsaved')
      } finally {
        running.current = null
      }
    })()
    await running.current
    return atRevision.current
  }, [queries, record.itemId])

  const set = <K extends Key>(key: K, value: Content[K]) => {
    setContent((c) => ({ ...c, [key]: value }))
    changed.current.set(key, value)
    setState('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS)
  }

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (changed.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
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
  }
}
