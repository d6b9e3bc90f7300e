import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type AssuranceLevel,
  credentialOf,
  FUNCTIONS,
  type HallFunction,
  isPerson,
  mayUse,
  type SubjectKind,
} from '../index.ts'

const functions = Object.keys(FUNCTIONS) as HallFunction[]
const kinds: SubjectKind[] = [
  'person',
  'foreign-person',
  'enterprise',
  'cooperative',
  'foreign-representative',
  'institution',
  'organisation',
]
const open = (level: AssuranceLevel, kind: SubjectKind): HallFunction[] =>
  functions.filter((fn) => mayUse(fn, level, kind).outcome === 'met')

test('[Art. 8.1] each kind of subject proves its real name by its own credential', () => {
  assert.deepEqual(credentialOf('person'), ['身份证号', '社保号'])
  assert.deepEqual(credentialOf('foreign-person'), ['外国（地区）护照号'])
  for (const kind of ['enterprise', 'cooperative', 'foreign-representative'] as const)
    assert.deepEqual(credentialOf(kind), ['统一社会信用代码'])
  for (const kind of ['institution', 'organisation'] as const)
    assert.ok(credentialOf(kind).includes('法人证'))
})

test('[Art. 8.1(1)] without real-name assurance one can read and keep favourites, and nothing else', () => {
  for (const kind of kinds) assert.deepEqual(open(0, kind), ['browse', 'favourite'])
})

test('[Art. 8.1(2)] basic assurance adds booking and own records for persons, enterprise credit for bodies', () => {
  assert.deepEqual(open(1, 'person'), [
    'browse',
    'favourite',
    'book',
    'provident-fund',
    'medical-insurance',
    'social-security',
  ])
  assert.deepEqual(open(1, 'enterprise'), ['browse', 'favourite', 'book', 'enterprise-credit'])
})

test('[Art. 8.1(3)] medium and high assurance add applying online and licences', () => {
  for (const level of [2, 3] as const) {
    assert.deepEqual(
      open(level, 'person').filter((fn) => !open(1, 'person').includes(fn)),
      ['personal-licences', 'apply-online'],
    )
    assert.deepEqual(
      open(level, 'enterprise').filter((fn) => !open(1, 'enterprise').includes(fn)),
      ['apply-online', 'enterprise-licences'],
    )
  }
})

test('[Art. 8.1(3)] applying at basic assurance is refused with the level needed and how to reach it', () => {
  const ruling = mayUse('apply-online', 1, 'foreign-person')
  assert.deepEqual([ruling.outcome, ruling.clause], ['not-met', '8.1(3)'])
  assert.match(ruling.sentence.zh, /需要中级认证，您现在是初级认证.*外国（地区）护照号/)
})

test('[Art. 8.1] a higher level never closes what a lower one opens, and each function has one audience', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...functions),
      fc.constantFrom(...kinds),
      fc.constantFrom<AssuranceLevel>(0, 1, 2),
      (fn, kind, level) => {
        if (mayUse(fn, level, kind).outcome === 'met')
          assert.equal(mayUse(fn, (level + 1) as AssuranceLevel, kind).outcome, 'met')
        const { audience } = FUNCTIONS[fn]
        const meant = audience === 'anyone' || (audience === 'persons') === isPerson(kind)
        assert.equal(mayUse(fn, 3, kind).outcome === 'met', meant)
      },
    ),
  )
})
