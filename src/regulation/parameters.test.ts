import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PARAMETERS, type ParameterName, parameterOn } from './index.ts'

test('a number of the law is the one in force on the day asked about', () => {
  assert.equal(parameterOn('suitMonths', '2015-04-30').value, 3)
  assert.equal(parameterOn('suitMonths', '2015-05-01').value, 6)
  assert.throws(() => parameterOn('acceptanceDays', '2004-06-30'), RangeError)
})

test('every number of the law names its source, and its versions follow each other in time', () => {
  for (const [name, values] of Object.entries(PARAMETERS)) {
    for (const [i, value] of values.entries()) {
      assert.ok(value.source.length > 4, name)
      if (i > 0) assert.ok((values[i - 1]?.from ?? '') < value.from, name)
    }
    assert.ok(parameterOn(name as ParameterName, '2026-11-23').value > 0)
  }
})
