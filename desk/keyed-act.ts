import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey, Refused, send } from './api.ts'

interface KeyedAct {
  path: string
  /** What the officer was looking at. */
  version: number
  /** What is asked for anew once the act is done. */
  stale: QueryKey[]
  onDone?: (() => void) | undefined
}

/** Sends an act. Its key stays the same until the act is done, so that pressing again after a lost answer does it once. */
export function useKeyedAct<C extends object>({ path, version, stale, onDone }: KeyedAct) {
  const queries = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (command: C) => send<{ version: number }>(path, { ...command, key: key.current, version }),
    onSuccess: async () => {
      key.current = newKey()
      onDone?.()
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: (error) => {
      // A refused act was not done; what is sent next is another act.
      if (error instanceof Refused) key.current = newKey()
    },
  })
}
