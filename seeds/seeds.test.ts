import assert from 'node:assert/strict'
import { test } from 'node:test'
import { preloadedLicences } from '../sandbox/licence-platform/preload.ts'
import { creditCheck, residentCheck } from '../sandbox/register/numbers.ts'
import {
  daysOf,
  type GateContext,
  GUIDE_ALONE,
  type ItemContent,
  publishFindings,
  stagesOf,
} from '../src/catalogue/index.ts'
import { onlineStepsWithinCounter, promiseWithinLaw } from '../src/regulation/index.ts'
import {
  heldLicenceKinds,
  itemsBySlug,
  sampleCentres,
  sampleDirectory,
  sampleItems,
  sampleOrgans,
  sampleStaff,
  topics,
} from './index.ts'

const fieldsOf = (item: ItemContent) => item.form?.groups.flatMap((g) => g.fields) ?? []
const organOf = (item: ItemContent) => sampleOrgans.find((o) => o.organId === item.organId)!

/** Runs a check over every item and names the items that it does not hold for. */
function everyItem(holds: (item: ItemContent) => boolean): void {
  assert.deepEqual(
    sampleItems.filter((item) => !holds(item)).map((item) => item.name),
    [],
  )
}

const distinct = (values: readonly unknown[]) => assert.equal(new Set(values).size, values.length)

/** What the gate asks of an organ's people, taken from the staff that the seed world really has. */
function contextOf(item: ItemContent): GateContext {
  const holdersOf = (organId: string) => {
    const of = (post: string) =>
      sampleStaff.filter((s) => s.organId === organId && s.posts.some((p) => p.post === post)).length
    return { window: of('window'), examiner: of('examiner'), approver: of('approver') }
  }
  const staffing = { creditCode: organOf(item).creditCode, holders: holdersOf(item.organId) }
  const joint = Object.fromEntries(
    sampleOrgans.map((o) => [o.organId, { name: o.name, holders: holdersOf(o.organId) }]),
  )
  const entry = sampleDirectory.entries.find((e) => e.basicCode === item.basicCode)!
  const { name, itemType, legalBasis } = entry.elements
  const { basicCode } = entry
  const directory = {
    basicCode,
    name,
    itemType,
    legalBasis,
    version: 1,
    state: 'in-force',
    exempt: [],
  } as const
  return { ...GUIDE_ALONE, staffing, joint, directory: { ...directory, exempt: [] } }
}

test('the sample world has thirty or more items over ten departments and four districts', () => {
  assert.ok(sampleItems.length >= 30)
  assert.ok(new Set(sampleItems.map((i) => i.organId)).size >= 10)
  const districts = new Set(sampleItems.map((i) => i.areaCode).filter((code) => code !== '350100'))
  assert.ok(districts.size >= 4)
})

test('every sample guide is complete: the publish gate finds nothing, not even a warning [Art. 7.1]', () => {
  for (const item of sampleItems) assert.deepEqual(publishFindings(item, contextOf(item)), [], item.name)
})

test('no promise of a sample item is longer than the law allows or than fifteen working days', () => {
  for (const item of sampleItems)
    assert.equal(promiseWithinLaw(item.legalLimit!, item.promiseLimit!).outcome, 'met', item.name)
  everyItem((item) => item.promiseLimit!.unit === 'G' && item.promiseLimit!.days <= 15)
})

test('the steps of a sample item, acceptance included, fit into its promise', () => {
  everyItem((item) => daysOf(stagesOf(item.steps)) <= item.promiseLimit!.days)
})

test('no sample item has more steps online than at the counter, under the same names [Art. 23.1]', () => {
  for (const item of sampleItems) {
    const online = item.steps.map((s) => s.name)
    const { outcome, facts } = onlineStepsWithinCounter({ online, counter: item.counterSteps })
    assert.equal(outcome, 'met', item.name)
    assert.deepEqual(facts['onlyOnline'], [], item.name)
  }
})

test('an item is handled on the spot exactly when it is an 即办件', () => {
  everyItem((item) => (item.projectType === '1') === (item.promiseLimit!.days === 0))
})

test('codes are built from the invented code of the department and are given once', () => {
  distinct(sampleItems.map((i) => i.handleItemCode))
  // Variants (业务办理项) share the codes of their item and the kind of its result.
  const first = sampleItems.filter((i) => i.handleItemCode.endsWith('01'))
  distinct(first.map((i) => i.basicCode))
  distinct(first.map((i) => i.implCode))
  distinct(first.map((i) => i.result!.licenceTypeCode).filter(Boolean))
  for (const item of sampleItems) {
    const { creditCode } = organOf(item)
    assert.equal(creditCode.slice(2, 8), '999999')
    assert.equal(creditCode.at(-1), creditCheck(creditCode.slice(0, 17)))
    assert.equal(item.implCode, `${creditCode}${item.level}${item.basicCode}`)
    assert.match(item.basicCode, new RegExp(`^35${item.itemType}9\\d{7}$`))
  }
})

test('every sample telephone number is one that nobody can have, and complaints go elsewhere than questions', () => {
  everyItem((i) => [i.consultPhone, i.complaintPhone].every((p) => /^0591-0000 01\d\d$/.test(p)))
  everyItem((i) => i.consultPhone !== i.complaintPhone)
})

test('every place, review organ and court is marked 示例', () => {
  everyItem((i) =>
    [i.place!.name, i.place!.address, i.remedy.reviewOrgan, i.remedy.court].every((t) => t.includes('示例')),
  )
})

test('every sample form has two to four groups and at most fourteen fields to fill in by hand', () => {
  everyItem((i) => i.form!.groups.length >= 2 && i.form!.groups.length <= 4)
  everyItem(
    (i) => fieldsOf(i).length >= 6 && fieldsOf(i).filter((f) => !f.prefill && !f.compute).length <= 14,
  )
})

test('what a register knows is not asked: every form has a field that is filled from one', () => {
  everyItem((i) => fieldsOf(i).some((f) => f.prefill))
})

test('a field for persons alone is never filled from the register of bodies, nor the other way round', () => {
  const onlyPersons = sampleItems.filter((i) => i.serviceObjects.every((o) => o === '1'))
  const onlyBodies = sampleItems.filter((i) => !i.serviceObjects.includes('1'))
  const paths = (items: readonly ItemContent[]) => items.flatMap(fieldsOf).map((f) => f.prefill ?? '')
  assert.ok(onlyPersons.length > 0 && onlyBodies.length > 0)
  assert.deepEqual(
    paths(onlyPersons).filter((p) => p.startsWith('body.')),
    [],
  )
  assert.deepEqual(
    paths(onlyBodies).filter((p) => p.startsWith('person.')),
    [],
  )
})

test('each material names one thing with the reason it is asked for; a made one says what makes it right', () => {
  for (const item of sampleItems)
    for (const m of item.materials) {
      assert.doesNotMatch(m.name, /等(?:有关|相关)?(?:材料|资料|文件|证明)?$|其他/, `${item.name}: ${m.name}`)
      assert.notEqual(m.basis, '', `${item.name}: ${m.name}`)
      assert.notEqual(m.standard, '', `${item.name}: ${m.name}`)
    }
})

test('a material that a licence answers names a kind that people of the sample world hold', () => {
  const types = new Set(preloadedLicences.map((l) => l.metadata.ZZLXDM))
  const kinds: Record<string, { name: string; typeCode: string }> = heldLicenceKinds
  for (const kind of new Set(
    sampleItems.flatMap((i) => i.materials.map((m) => m.licenceKind)).filter(Boolean),
  ))
    assert.ok(types.has(kinds[kind]?.typeCode ?? ''), kind)
})

test('a result shows its holder, leaves organ and day to the seal, and has a sample value for each line', () => {
  for (const { name, result } of sampleItems) {
    if (result!.type === 'none') continue
    const templates = result!.faceFields.map((f) => f.value).join()
    assert.match(templates, /\{holder\.(name|code)\}/, name)
    assert.ok(
      result!.faceFields.every((f) => f.sampleValue !== ''),
      name,
    )
    assert.equal(templates.match(/\{(?!form\.\w+|holder\.(name|code))[^}]*\}/g), null, name)
  }
})

test('a number on a result sample has the right check character and belongs to nobody', () => {
  for (const { name, result } of sampleItems)
    for (const { label, sampleValue } of result!.faceFields) {
      if (!/^[0-9A-Z]{18}$/.test(sampleValue)) continue
      const first17 = sampleValue.slice(0, 17)
      assert.match(sampleValue, /^(\d\d)?999999/, `${name}: ${label}`)
      const check = sampleValue.startsWith('999999') ? residentCheck(first17) : creditCheck(first17)
      assert.equal(sampleValue.at(-1), check, `${name}: ${label}`)
    }
})

test('a fee names its project, standard and basis and can be paid online', () => {
  const charged = sampleItems.filter((i) => i.fee!.charged)
  assert.ok(charged.length >= 3)
  for (const { name, fee } of charged) assert.ok(fee!.payOnline && fee!.items.length > 0, name)
})

test('the sample world has every variety that its screens must show', () => {
  const count = (holds: (item: ItemContent) => boolean) => sampleItems.filter(holds).length
  assert.ok(count((i) => i.steps.some((s) => s.kind === 'site-visit')) >= 4)
  assert.ok(count((i) => i.steps.some((s) => s.kind === 'expert-review')) >= 1)
  assert.ok(count((i) => i.projectType === '1') >= 3)
  assert.ok(count((i) => i.result!.type === 'approval') >= 3)
  assert.ok(count((i) => i.result!.type === 'none') >= 2)
  assert.ok(count((i) => i.materials.some((m) => m.courierAllowed)) >= 3)
  assert.ok(count((i) => i.specialProcedures.length > 0) >= 3)
  assert.ok(count((i) => fieldsOf(i).some((f) => f.when)) >= 20)
  assert.ok(count((i) => i.visits > 0) >= 1)
})

test('everyone finds an item by its English name, by three everyday names and under a known topic', () => {
  const known: string[] = topics.map((t) => t.name)
  everyItem((i) => i.nameEn !== '' && i.summaryEn !== '' && i.everydayNames.length >= 3)
  everyItem((i) => i.topics.length > 0 && i.topics.every((t) => known.includes(t)))
  for (const topic of known)
    assert.ok(
      sampleItems.some((i) => i.topics.includes(topic)),
      topic,
    )
})

test('the text of an item has no exclamation mark and none of the words that say nothing', () => {
  everyItem((i) => !/！|温馨提示|敬请谅解|等相关材料|以窗口为准|耐心等待/.test(JSON.stringify(i)))
})

test('the flagship is the food licence of Gulou: five working days, a site visit, five years [Art. 17.1]', () => {
  const item = itemsBySlug['food-licence']
  assert.equal(item.organId, 'gl-scjg')
  assert.deepEqual(
    item.steps.map((s) => [s.name, s.post, s.kind]),
    [
      ['受理', 'window', 'plain'],
      ['现场核查', 'examiner', 'site-visit'],
      ['审查', 'examiner', 'plain'],
      ['决定', 'approver', 'plain'],
    ],
  )
  assert.deepEqual([item.promiseLimit!.days, item.legalLimit!.days, item.result!.validMonths], [5, 10, 60])
})

test('each officer of the seed world was trained before the first item went online [Art. 5.1(1)]', () => {
  distinct(sampleStaff.map((s) => s.staffId))
  for (const officer of sampleStaff) {
    assert.ok(
      sampleOrgans.some((o) => o.organId === officer.organId),
      officer.name,
    )
    assert.ok(
      officer.posts.every((p) => p.trainedOn === '2026-03-02'),
      officer.name,
    )
  }
})

test('every sample item stands in the sample directory as the directory has it, in the centre of its own area', () => {
  distinct(sampleDirectory.entries.map((e) => e.basicCode))
  distinct(sampleDirectory.entries.map((e) => e.elements.name))
  everyItem((item) => {
    const entry = sampleDirectory.entries.find((e) => e.basicCode === item.basicCode)
    return entry?.bodies.includes(item.organId) === true && entry.elements.name === item.directoryName
  })
  everyItem(
    (item) => sampleCentres.find((c) => c.centreId === item.place!.centreId)?.areaCode === item.areaCode,
  )
  for (const { basicCode, elements } of sampleDirectory.entries)
    assert.equal(basicCode.slice(2, 4), elements.itemType)
})
