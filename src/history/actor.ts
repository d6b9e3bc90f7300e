/** Who did it, as history and papers name them. Machine acts are signed by a named system actor like anyone's. */
export interface Actor {
  kind: 'applicant' | 'staff' | 'system'
  id: string
  name: string
}

export const SYSTEM: Actor = { kind: 'system', id: 'system', name: '系统' }
