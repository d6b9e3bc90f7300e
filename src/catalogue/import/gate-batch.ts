import type { Db } from '../../platform/database.ts'
import { directoryBasics } from '../directory/basics.ts'
import { filesFor, GUIDE_ALONE } from '../gate/context.ts'
import type { Finding } from '../gate/finding.ts'
import { publishFindings } from '../gate/gate.ts'
import { suppliesFor } from '../gate/supplies.ts'
import type { ItemContent } from '../item.ts'

/**
 * The publish gate for a batch of guides: of the guide alone, because who works in an organ is not the source's matter. What can
 * be fetched is asked once for the materials of all.
 */
export async function batchGate(
  db: Db,
  contents: ItemContent[],
): Promise<(content: ItemContent) => Promise<Finding[]>> {
  const [first] = contents
  if (first === undefined) return async () => []
  const supplies = await suppliesFor(db, { ...first, materials: contents.flatMap((c) => c.materials) })
  return async (content) => {
    const directory = content.basicCode === '' ? null : await directoryBasics(db, content.basicCode)
    const files = await filesFor(db, content.organId, content)
    return publishFindings(content, { ...GUIDE_ALONE, directory, supplies, files })
  }
}
