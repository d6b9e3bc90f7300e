/**
 * A catalogue of 100,000 whole items (示例): the sample items again and again, under other names, at 702 departments of nowhere, with
 * the directory, the service centres and the public register that belong to them.
 */
import { randomUUID } from 'node:crypto'
import { creditCode } from '../sandbox/register/numbers.ts'
import { sampleItems } from '../seeds/index.ts'
import { type ItemContent, itemContent, renewSearch, writeSearchEntry } from '../src/catalogue/index.ts'
import type { Database, Tx } from '../src/platform/database.ts'
import { dayOf } from '../src/regulation/index.ts'
import { AREAS, DEPARTMENTS, DOINGS, wordsOf } from './search-world.ts'

/** What an organ of kind `d` does, in the order of its entries in the directory. */
const MATTERS = DEPARTMENTS.map(([, topic, subjects]) =>
  wordsOf(subjects).flatMap((subject) =>
    DOINGS.map(([doing, type]) => ({ topic, name: `${subject}${doing}`, type: type === '06' ? '20' : type })),
  ),
)

interface BenchOrgan {
  organId: string
  name: string
  creditCode: string
  areaCode: string
  areaName: string
  kind: number
}

const ORGANS: BenchOrgan[] = AREAS.flatMap((area, a) =>
  DEPARTMENTS.map(([name], kind) => ({
    organId: `bench-${area.code}-${kind}`,
    name: `${area.name}${name}（示例）`,
    creditCode: creditCode('11', 500_000 + a * 100 + kind),
    areaCode: area.code,
    areaName: area.name,
    kind,
  })),
)

const centreOf = (areaCode: string): string => `bench-${areaCode}`

/** Province 99 is nowhere. */
const basicCodeOf = (kind: number, entry: number): string =>
  `99${MATTERS[kind]![entry]!.type}${String(10_000 + kind * 1000 + entry)}000`

/** The items one by one; the same number is always the same item. */
export function* wholeItems(count: number): Generator<ItemContent> {
  for (let n = 0; n < count; n++) {
    const organ = ORGANS[n % ORGANS.length]!
    const round = Math.floor(n / ORGANS.length)
    const matters = MATTERS[organ.kind]!
    const entry = round % matters.length
    const variant = 1 + Math.floor(round / matters.length)
    yield itemOf(n, organ, entry, variant)
  }
}

function itemOf(n: number, organ: BenchOrgan, entry: number, variant: number): ItemContent {
  const matter = MATTERS[organ.kind]![entry]!
  const base = sampleItems[(organ.kind * 31 + entry) % sampleItems.length]!
  const basicCode = basicCodeOf(organ.kind, entry)
  const implCode = `${organ.creditCode}4${basicCode}`
  return itemContent.parse({
    ...base,
    sample: true,
    name: variant === 1 ? matter.name : `${matter.name}（第 ${variant} 种情况）`,
    summary: `在${organ.areaName}办${matter.name}，由${organ.name}受理。第 ${n + 1} 个。`,
    everydayNames: [`办${matter.name.slice(0, 4)}`],
    directoryVersion: 1,
    directoryName: matter.name,
    basicCode,
    implCode,
    handleItemCode: `${implCode}${String(variant).padStart(2, '0')}`,
    itemType: matter.type,
    level: '4',
    areaCode: organ.areaCode,
    organId: organ.organId,
    organName: organ.name,
    topics: [matter.topic],
    materials: base.materials.map((m, i) => ({
      ...m,
      note: `${m.note}${organ.areaName}办${matter.name}时交，第 ${i + 1} 份。`,
    })),
    steps: base.steps.map((s) => ({ ...s, organId: '' })),
    place: base.place && {
      ...base.place,
      name: `${organ.areaName}政务服务中心（示例）`,
      address: `${organ.areaName}示例路 ${1 + (n % 900)} 号`,
      centreId: centreOf(organ.areaCode),
      windows: `${organ.kind + 1} 号窗口`,
    },
  })
}

/** Departments, service centres and the directory's entries with the bodies that have to implement them. */
export async function benchDirectory(db: Database, now: Date): Promise<void> {
  await db.query(
    `insert into identity.organ (organ_id, name, short_name, credit_code, area_code, area_name, kind, sample)
     select o."organId", o.name, o.name, o."creditCode", o."areaCode", o."areaName", 'department', true
       from jsonb_to_recordset($1::jsonb) as o("organId" text, name text, "creditCode" text, "areaCode" text, "areaName" text)
     on conflict do nothing`,
    [JSON.stringify(ORGANS)],
  )
  await db.query(
    `insert into catalogue.centre (centre_id, name, area_code, address, hours, sample)
     select 'bench-' || c.code, c.name || '政务服务中心（示例）', c.code, c.name || '示例路 1 号', '工作日 9:00–17:00', true
       from jsonb_to_recordset($1::jsonb) as c(code text, name text)`,
    [JSON.stringify(AREAS)],
  )
  for (const [kind, matters] of MATTERS.entries()) {
    const bodies = ORGANS.filter((o) => o.kind === kind).map((o) => o.organId)
    const entries = matters.map(({ name, type }, entry) => ({
      code: basicCodeOf(kind, entry),
      elements: {
        name,
        itemType: type,
        legalBasis: sampleItems[(kind * 31 + entry) % sampleItems.length]!.legalBasis,
        levels: ['4'],
        bodyKinds: [DEPARTMENTS[kind]![0]],
      },
    }))
    const given = [JSON.stringify(entries)]
    const rows = 'jsonb_to_recordset($1::jsonb) as e(code text, elements jsonb)'
    await db.transaction(async (tx) => {
      await tx.query(
        `insert into catalogue.directory_entry (basic_code, version, state, sample) select code, 1, 'in-force', true from ${rows}`,
        given,
      )
      await tx.query(
        `insert into catalogue.directory_version (basic_code, version, operation, state, elements, bodies, document, effective_on,
           decided_by, decided_at, in_force_at)
         select code, 1, 'add', 'in-force', elements, $2, '示例文件', $3, '{"kind":"system","id":"bench","name":"测速"}', $4, $4 from ${rows}`,
        [...given, bodies, dayOf(now), now],
      )
      await tx.query(
        `insert into catalogue.directory_body (basic_code, organ_id) select code, unnest($2::text[]) from ${rows}`,
        [...given, bodies],
      )
    })
  }
}

const AT_ONCE = 500

/** Puts whole items in force by SQL, over three years; returns how many a second. */
export async function wholeCatalogue(db: Database, count: number, now: Date): Promise<number> {
  await benchDirectory(db, now)
  const started = performance.now()
  let held: ItemContent[] = []
  let done = 0
  const put = async () => {
    await db.transaction((tx) => publishAll(tx, held, done / count, now))
    done += held.length
    held = []
  }
  for (const content of wholeItems(count)) if (held.push(content) === AT_ONCE) await put()
  if (held.length > 0) await put()
  const perSecond = (1000 * count) / (performance.now() - started)
  await renewSearch(db)
  return perSecond
}

const THREE_YEARS = 3 * 365 * 86_400_000

async function publishAll(tx: Tx, contents: ItemContent[], share: number, now: Date): Promise<void> {
  const at = new Date(now.getTime() - THREE_YEARS * (1 - share))
  const items = contents.map((content) => ({ id: randomUUID(), content }))
  const given = [JSON.stringify(items), at, dayOf(at)]
  const rows = 'jsonb_to_recordset($1::jsonb) as i(id uuid, content jsonb)'
  await tx.query(
    `insert into catalogue.item (item_id, impl_code, handle_item_code, organ_id, published_version)
     select id, content->>'implCode', content->>'handleItemCode', content->>'organId', 1 from ${rows}`,
    given.slice(0, 1),
  )
  await tx.query(
    `insert into catalogue.item_version (item_id, version, status, content, created_at, saved_at, saved_by, published_at,
       published_by, effective_on)
     select id, 1, 'published', content, $2, $2, '{"kind":"system","id":"bench","name":"测速"}', $2, 'bench', $3 from ${rows}`,
    given,
  )
  await tx.query(
    `insert into catalogue.change_entry (item_id, version, kind, name, impl_code, handle_item_code, organ_id, organ_name, area_code,
       effective_on, entered_at)
     select id, 1, 'new', content->>'name', content->>'implCode', content->>'handleItemCode', content->>'organId',
            content->>'organName', content->>'areaCode', $3, $2 from ${rows}`,
    given,
  )
  for (const { id, content } of items) await writeSearchEntry(tx, id, content)
}
