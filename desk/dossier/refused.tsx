import { NotDone } from '../parts/not-done.tsx'

export { fieldOf } from '../parts/not-done.tsx'

export function ActRefused({ error, dossierId }: { error: Error | null; dossierId: string }) {
  return <NotDone error={error} record={['dossier', dossierId]} />
}
